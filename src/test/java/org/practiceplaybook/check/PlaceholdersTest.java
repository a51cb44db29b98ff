package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.source.Diagnostic;

/** Titles that the template put there. */
class PlaceholdersTest {
    @TempDir
    Path root;

    private PlaybookFolder playbook;

    @BeforeEach
    void begin() {
        playbook = new PlaybookFolder(root);
    }

    @Test
    void theTemplatesTitleIsAnError() {
        playbook.with("practices/a.md", "---", "title: \"[Title here]\"", "summary: S.", "---")
                .with("attempts/b.md", "---", "title: What was tried", "practices: [a]", "---");
        assertThat(Found.lines(new Placeholders(), playbook))
                .containsExactly(
                        "error practices/a.md:2:8 title-placeholder: this title is still the template's",
                        "error attempts/b.md:2:8 title-placeholder: this title is still the template's");
    }

    @Test
    void aTitleThatHoldsSuchWordsIsFine() {
        playbook.with("practices/a.md", "---", "title: Your title and your role", "summary: S.", "---");
        assertThat(Found.lines(new Placeholders(), playbook)).isEmpty();
    }

    @Test
    void aPageMayHaveAnyTitle() {
        playbook.with("pages/a.md", "# Untitled");
        assertThat(Found.lines(new Placeholders(), playbook)).isEmpty();
    }

    @Test
    void itSaysWhatAReaderWouldSee() {
        playbook.with("practices/a.md", "---", "title: Untitled", "summary: S.", "---");
        Diagnostic error = Found.by(new Placeholders(), playbook).get(0);
        assertThat(error.effect()).isEqualTo("\"Untitled\" in every list");
        assertThat(error.edit()).isEmpty();
    }
}
