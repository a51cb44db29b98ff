package org.practiceplaybook.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a clipboard holds, and the Markdown for it. */
class PastedTest {
    /** Line ends and tabs are written as \n and \t. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "•\\tone\\n•\\ttwo | - one\\n- two",
                "• one\\r\\n• two | - one\\n- two",
                "·\\tone | - one",
                "•\\tone\\no\\tin it\\n§\\tdeep\\no\\tback\\n•\\ttwo | - one\\n  - in it\\n    - deep\\n  - back\\n- two",
                "o\\tone\\no\\ttwo | - one\\n- two",
                "§\\tone | - one",
                "–\\tone | - one",
                "– one\\n– two | - one\\n- two",
                "1.\\tone\\n2.\\ttwo | 1. one\\n2. two",
                "3)\\tone\\n4)\\ttwo | 3. one\\n4. two",
                "1.\\tone\\n•\\tin it\\n2.\\ttwo | 1. one\\n   - in it\\n2. two",
                "(1) one\\n(2) two | 1. one\\n2. two",
                "a) one\\nb) two | 1. one\\n2. two",
                "a. one\\nb. two | 1. one\\n2. two",
                "A) one\\nB) two | 1. one\\n2. two",
                "i. one\\nii. two\\niii. three | 1. one\\n2. two\\n3. three",
                "I) one\\nII) two | 1. one\\n2. two",
                "➤ one\\n➤ two | - one\\n- two",
                "• one\\n> • two | - one\\n> - two",
                "Bring:\\n•\\tone | Bring:\\n- one",
                "•\\tone\\n\\n•\\ttwo | - one\\n\\n- two",
            })
    void aListIsMade(String pasted, String markdown) {
        assertThat(Pasted.markdown(signs(pasted))).isEqualTo(signs(markdown));
    }

    @Test
    void aTableIsMadeOfTabs() {
        assertThat(Pasted.markdown("Who\tWhat\nAnn\ta | b\nBen\t\n"))
                .isEqualTo("| Who | What |\n| --- | --- |\n| Ann | a \\| b |\n| Ben |  |\n");
        assertThat(Pasted.markdown("So:\nWho\tWhat\nAnn\tc"))
                .isEqualTo("So:\n\n| Who | What |\n| --- | --- |\n| Ann | c |");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A sentence.",
                "- one\n- two",
                "1. one\n2. two",
                "§ 5 of the law",
                "o is a letter",
                "– and a thought",
                "one\ttab",
                "a) alone",
                "b) two\nc) three",
                "I. Newton\nJ. Locke",
                "a. m. or\np. m. will do",
                "```\n•\tone\na\tb\nc\td\n```",
                "(see there)\n(and there)"
            })
    void whatIsNoneStaysAsItIs(String text) {
        assertThat(Pasted.markdown(text)).isEqualTo(text);
    }

    @Test
    void whatWasMadeStaysAsItIs() {
        String made = Pasted.markdown("•\tone\no\ttwo\nWho\tWhat\nAnn\tLeads");
        assertThat(Pasted.markdown(made)).isEqualTo(made);
    }

    @Test
    void theItemsOfAListAreThoseOfATextThatIsNothingElse() {
        assertThat(Pasted.items("1. one\n2. two")).containsExactly("one", "two");
        assertThat(Pasted.items("- one\n\n- two")).containsExactly("one", "two");
        assertThat(Pasted.items("Bring:\n- one")).isEmpty();
    }

    private static String signs(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
    }
}
