package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.source.Diagnostic;

/** What comes after a retired practice. */
class SuccessorsTest {
    @TempDir
    Path root;

    private PlaybookFolder playbook;

    @BeforeEach
    void begin() {
        playbook = new PlaybookFolder(root);
    }

    @Test
    void aRetiredPracticeNamesItsSuccessor() {
        playbook.practice("old", "state: retired");
        Diagnostic advice = Found.by(new Successors(), playbook).get(0);
        assertThat(Found.line(advice))
                .isEqualTo("advice practices/old.md:2:8 retired-alone: a retired practice with no successor");
        assertThat(advice.edit()).isEmpty();
    }

    @Test
    void aLivePracticeHasNone() {
        playbook.practice("new").practice("live", "replaced_by: new");
        assertThat(Found.lines(new Successors(), playbook))
                .containsExactly(
                        "advice practices/live.md:4:14 replaced-live: replaced_by is only for a retired practice");
    }

    @Test
    void aRetiredPracticeWithASuccessorIsFine() {
        playbook.practice("new").practice("old", "state: retired", "replaced_by: new");
        assertThat(Found.lines(new Successors(), playbook)).isEmpty();
    }
}
