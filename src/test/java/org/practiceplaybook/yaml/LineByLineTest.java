package org.practiceplaybook.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practiceplaybook.source.SourceFile;

/** Of broken YAML the lines that can be read are kept, so that the entry still has its title. */
class LineByLineTest {

    private static Yaml.Mapping read(String text) {
        return LineByLine.read(new SourceFile("a.md", text), 0, text.length());
    }

    @ParameterizedTest(name = "{0}: {1} = {2}, written as {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "title: Know: your role | title | Know: your role | Know: your role",
                "title:Know | title | Know | Know",
                "title: \"open | title | open | \"open",
                "title: “curly” | title | curly | “curly”",
                "title: x  \\r\\n | title | x | x",
                "review_after: 12 | review_after | 12 | 12",
            })
    void keepsKeyColonValue(String yaml, String key, String value, String written) {
        String source = yaml.translateEscapes();
        Yaml.Text text = (Yaml.Text) read(source).entry(key).orElseThrow().value();

        assertThat(text.value()).isEqualTo(value);
        assertThat(source.substring(text.span().start(), text.span().end())).isEqualTo(written);
        assertThat(text.plain()).isEqualTo(value.equals(written));
    }

    @Test
    void guessesAtNothingElse() {
        Yaml.Mapping mapping = read("roles: [a, b\nrelated: {x: y\na: *b\nc: &d\ntext: |\n  indented: x\n- item: x\n"
                + "no colon\n: x\nempty:\n12: x\n");

        assertThat(mapping.entries()).isEmpty();
    }

    @Test
    void keepsTheFirstOfTwo() {
        Yaml.Mapping mapping = read("title: one\ntitle: two\nsummary: x\n");

        assertThat(mapping.entries())
                .extracting(e -> e.key().value() + "=" + ((Yaml.Text) e.value()).value())
                .containsExactly("title=one", "summary=x");
    }

    @Test
    void readsOnlyItsStretchOfTheFile() {
        SourceFile file = new SourceFile("a.md", "---\ntitle: one\n---\nother: two\n");

        assertThat(LineByLine.read(file, 4, 15).entries())
                .extracting(e -> e.key().value())
                .containsExactly("title");
    }
}
