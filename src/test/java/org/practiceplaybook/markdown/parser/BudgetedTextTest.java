package org.practiceplaybook.markdown.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetedTextTest {

    @Test
    void isTheTextItself() {
        BudgetedText text = new BudgetedText("h😀llo");

        assertThat(text.length()).isEqualTo(6);
        assertThat(text.charAt(0)).isEqualTo('h');
        assertThat(text.subSequence(3, 6)).hasToString("llo");
        assertThat(text).hasToString("h😀llo");
    }

    @Test
    void refusesAfterAsManyReadsOnAnyMachine() {
        BudgetedText text = new BudgetedText("0123456789");
        long reads = 0;
        BudgetedText.BudgetExceeded refusal = null;
        while (refusal == null) {
            int at = (int) (reads % 10);
            try {
                text.charAt(at);
            } catch (BudgetedText.BudgetExceeded exceeded) {
                refusal = exceeded;
            }
            reads++;
        }

        assertThat(reads - 1).isEqualTo(BudgetedText.BASE_READS + 10 * BudgetedText.READS_PER_CHAR);
        assertThat(refusal.offset()).isEqualTo((int) ((reads - 2) % 10));
    }
}
