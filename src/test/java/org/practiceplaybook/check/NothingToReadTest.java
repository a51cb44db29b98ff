package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.source.Diagnostic;

/** A playbook without a single entry. */
class NothingToReadTest {
    @TempDir
    Path root;

    private PlaybookFolder playbook;

    @BeforeEach
    void begin() {
        playbook = new PlaybookFolder(root);
    }

    @Test
    void anEmptyFolderIsAnError() {
        playbook.with("taxonomy/roles.yml", "a: {name: A, definition: D.}");
        Diagnostic error = Found.by(new NothingToRead(), playbook).get(0);
        assertThat(Found.line(error)).isEqualTo("error  empty: there is nothing to read in the content folder");
        assertThat(error.remedy()).contains("playbook new practice");
    }

    @Test
    void aSinglePageIsEnough() {
        assertThat(Found.lines(new NothingToRead(), playbook.with("pages/a.md", "A")))
                .isEmpty();
    }

    @Test
    void aDraftIsEnough() {
        assertThat(Found.lines(new NothingToRead(), playbook.practice("a", "state: draft")))
                .isEmpty();
    }
}
