package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.source.Diagnostic;

/** Practices that are named in front matter and do not exist. */
class UnknownPracticesTest {
    @TempDir
    Path root;

    private PlaybookFolder playbook;

    @BeforeEach
    void begin() {
        playbook = new PlaybookFolder(root);
    }

    @Test
    void everyPlaceThatNamesAPracticeIsLookedAt() {
        playbook.practice("know-your-role", "related:", "  know-your-rule: why")
                .practice("old", "state: retired", "replaced_by: nobody-like-it")
                .attempt("a", "know-you-role", "result: mixed")
                .with(
                        "pathways/w.md",
                        "---",
                        "title: W",
                        "summary: S.",
                        "steps:",
                        "  - practice: know-your-rol",
                        "---");
        assertThat(Found.lines(new UnknownPractices(), playbook))
                .containsExactly(
                        "error practices/know-your-role.md:5:3 unknown-practice: no practice is called"
                                + " \"know-your-rule\" (did you mean \"know-your-role\"?)",
                        "error practices/old.md:5:14 unknown-practice: no practice is called \"nobody-like-it\"",
                        "error attempts/a.md:3:13 unknown-practice: no practice is called \"know-you-role\""
                                + " (did you mean \"know-your-role\"?)",
                        "error pathways/w.md:5:15 unknown-practice: no practice is called \"know-your-rol\""
                                + " (did you mean \"know-your-role\"?)");
    }

    @Test
    void aDraftMayBeNamed() {
        playbook.practice("soon", "state: draft").practice("now", "related:", "  soon: later");
        assertThat(Found.lines(new UnknownPractices(), playbook)).isEmpty();
    }

    @Test
    void itSaysWhatAReaderWouldSee() {
        playbook.practice("p").attempt("a", "zzzzzzzz", "result: mixed");
        Diagnostic error = Found.by(new UnknownPractices(), playbook).get(0);
        assertThat(error.effect()).isEqualTo("an attempt that belongs to no practice");
        assertThat(error.remedy()).isEqualTo("use one of: p");
        assertThat(error.edit()).isEmpty();
    }
}
