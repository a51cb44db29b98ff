package org.practiceplaybook.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The corrected line is shown so that it can be pasted: it has to be the whole line, and that line only. */
class EditTest {

    @ParameterizedTest(name = "{0} [{1},{2}) becomes {3}: {4}")
    @CsvSource({
        "'title: a: b\\nsummary: c', 7, 11, '\"a: b\"', 'title: \"a: b\"'",
        "'one\\ntwo\\nthree', 4, 7, 2, 2",
        // put in at the end of a line, of a file
        "'one\\ntwo', 3, 3, '!', 'one!'",
        "'one\\ntwo', 7, 7, '!', 'two!'",
        "'one\\r\\ntwo', 3, 3, '!', 'one!'",
        // taken out; put in before the first line; over two lines
        "'\\tone', 0, 1, '', one",
        "'title: a', 0, 0, '---\\n', '---\\ntitle: a'",
        "'one\\ntwo\\nthree', 2, 5, '-', 'on-wo'",
        "'', 0, 0, new, new",
        // between a carriage return and its line feed nothing is lost
        "'one\\r\\ntwo', 4, 4, '!', 'one\\r!'",
    })
    void givesTheLinesAsTheyWouldRead(String text, int start, int end, String instead, String corrected) {
        SourceFile file = new SourceFile("a.md", text.translateEscapes());

        assertThat(new Edit(new Span(start, end), instead.translateEscapes()).corrected(file))
                .isEqualTo(corrected.translateEscapes());
    }
}
