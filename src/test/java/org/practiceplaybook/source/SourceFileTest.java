package org.practiceplaybook.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A place in a file is told as the person counts it who has the file open in an editor. */
class SourceFileTest {

    private static SourceFile file(String escaped) {
        return new SourceFile("a.md", escaped.translateEscapes());
    }

    @ParameterizedTest(name = "offset {1} of \"{0}\" is line {2}, column {3}")
    @CsvSource({
        // the start, the end and past the end
        "'', 0, 1, 1",
        "'', 9, 1, 1",
        "abc, 0, 1, 1",
        "abc, 2, 1, 3",
        "abc, 3, 1, 4",
        "abc, 99, 1, 4",
        // line ends of both kinds belong to the line that they end
        "'a\\nb', 1, 1, 2",
        "'a\\nb', 2, 2, 1",
        "'a\\r\\nb', 1, 1, 2",
        "'a\\r\\nb', 3, 2, 1",
        "'\\n\\n\\n', 2, 3, 1",
        "'a\\n', 2, 2, 1",
        // a tab is one sign
        "'\\tkey', 1, 1, 2",
        "'a\\t\\tb', 3, 1, 4",
        // a sign outside the basic plane counts once, although it takes two code units
        "'😀x', 2, 1, 2",
        "'a\\n😀😀x', 6, 2, 3",
        // an accent that is a sign of its own counts by itself
        "'e\\u0301x', 2, 1, 3",
        // a byte order mark inside a text is a sign like others
        "'\\uFEFFa', 1, 1, 2",
    })
    void tellsLineAndColumn(String text, int offset, int line, int column) {
        String withUnicode = text.replace("\\u0301", "\u0301").replace("\\uFEFF", "\uFEFF");

        assertThat(file(withUnicode).position(offset)).isEqualTo(new Position(line, column));
    }

    @ParameterizedTest(name = "the line at {1} of \"{0}\" is \"{2}\"")
    @CsvSource({
        "'', 0, ''",
        "abc, 1, abc",
        "abc, 99, abc",
        "'one\\ntwo\\nthree', 0, one",
        "'one\\ntwo\\nthree', 3, one",
        "'one\\ntwo\\nthree', 4, two",
        "'one\\ntwo\\nthree', 13, three",
        "'one\\r\\ntwo\\r\\n', 1, one",
        "'one\\r\\ntwo\\r\\n', 4, one",
        "'one\\r\\ntwo\\r\\n', 5, two",
        "'one\\n\\nthree', 4, ''",
        "'one\\n', 4, ''",
        "'\\r\\n', 0, ''",
        "'\\r\\n', 1, ''",
    })
    void findsTheLineWithoutItsEnd(String text, int offset, String line) {
        SourceFile file = file(text);

        assertThat(file.slice(file.lineAt(offset))).isEqualTo(line);
    }

    @Test
    void countsAsAPlainLoopOverTheTextWouldDo() {
        Random random = new Random(20260510);
        String[] pieces = {"a", "\n", "\r\n", "\t", "é", "😀", " ", "---", "\u2028"};
        for (int run = 0; run < 300; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            SourceFile file = new SourceFile("a.md", text.toString());
            int line = 1;
            int column = 1;
            for (int at = 0; at <= text.length(); ) {
                assertThat(file.position(at)).as("offset %d of %s", at, text).isEqualTo(new Position(line, column));
                if (at == text.length()) {
                    break;
                }
                int c = text.codePointAt(at);
                line += c == '\n' ? 1 : 0;
                column = c == '\n' ? 1 : column + 1;
                at += Character.charCount(c);
            }
        }
    }

    @Test
    @DisplayName("A finding about the whole file shows no line, one at an offset does")
    void tellsTheWholeFileFromAPlaceInIt() {
        SourceFile file = file("title\\n");

        assertThat(file.whole().isWhole()).isTrue();
        assertThat(file.at(new Span(0, 5)).isWhole()).isFalse();
        assertThat(file.at(new Span(2, 2)).isWhole()).isFalse();
        assertThat(SourceFile.unread("practices").whole().start()).isEqualTo(new Position(1, 1));
    }

    @Test
    void isNamedByItsPathInMessages() {
        assertThat(new SourceFile("practices/a.md", "a long text")).hasToString("practices/a.md");
    }
}
