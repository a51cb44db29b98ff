package org.practiceplaybook.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers as long as a host takes them, made of what recurses or is looked at again and again. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LongAnswersTest {
    private static final IssueForm FORM =
            new IssueForm(List.of(new IssueForm.Question("summary", "In short", "textarea", true, List.of())));

    @Test
    void commentsBeforeAnAnswerAreLeftOut() {
        String body = "### In short\n\n" + "<!-- -->".repeat(20_000) + "Walk.";
        assertThat(FORM.answers(body)).contains(Map.of("summary", "Walk."));
    }

    @Test
    void blankLinesBeforeAPointAreNoWork() {
        assertThat(TypedText.points("\n".repeat(500_000) + "Walk.")).endsWith("- Walk.");
    }
}
