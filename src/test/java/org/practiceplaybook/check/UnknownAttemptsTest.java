package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.source.Diagnostic;

/** Attempts that follow one that does not exist, or themselves. */
class UnknownAttemptsTest {
    @TempDir
    Path root;

    private PlaybookFolder playbook;

    @BeforeEach
    void begin() {
        playbook = new PlaybookFolder(root);
    }

    @Test
    void anEarlierAttemptMustExist() {
        playbook.practice("p")
                .attempt("first-try", "p", "result: mixed")
                .attempt("second-try", "p", "result: mixed", "follows: frist-try");
        assertThat(Found.lines(new UnknownAttempts(), playbook))
                .containsExactly("error attempts/second-try.md:6:10 unknown-attempt: no attempt is called \"frist-try\""
                        + " (did you mean \"first-try\"?)");
    }

    @Test
    void noneFollowsItself() {
        playbook.practice("p").attempt("a", "p", "result: mixed", "follows: a");
        Diagnostic advice = Found.by(new UnknownAttempts(), playbook).get(0);
        assertThat(Found.line(advice))
                .isEqualTo("advice attempts/a.md:6:10 follows-itself: this attempt follows itself");
        assertThat(advice.edit()).isEmpty();
    }

    @Test
    void oneThatFollowsAnotherIsFine() {
        playbook.practice("p").attempt("a", "p", "result: mixed").attempt("b", "p", "result: mixed", "follows: a");
        assertThat(Found.lines(new UnknownAttempts(), playbook)).isEmpty();
    }
}
