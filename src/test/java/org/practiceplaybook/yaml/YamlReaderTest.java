package org.practiceplaybook.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.source.Findings;
import org.practiceplaybook.source.Position;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/** Every key and value of a YAML text knows where it stands, whatever stands before it. */
class YamlReaderTest {

    private static YamlReader.Result read(String text) {
        return YamlReader.read(new SourceFile("a.yml", text), new Span(0, text.length()), KnownKeys.NONE);
    }

    private static Yaml.Text text(YamlReader.Result result, String key) {
        return (Yaml.Text) result.mapping().entry(key).orElseThrow().value();
    }

    @ParameterizedTest(name = "{0}: {1} is \"{2}\", written as {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "title: Know your role | title | Know your role | Know your role",
                "'title:    spaced out   ' | title | spaced out | spaced out",
                "title: \"Know: your role\" | title | Know: your role | \"Know: your role\"",
                "title: 'It''s ours' | title | It's ours | '''It''''s ours'''",
                "title: a # a remark | title | a | a",
                "'title:\\n  on the next line\\nsummary: x' | title | on the next line | on the next line",
                "'title: over\\n  two lines\\nsummary: x' | title | over two lines | 'over\\n  two lines'",
                "'title: >\\n  over\\n  two\\n\\nsummary: x' | title | 'over two\\n' | '>\\n  over\\n  two'",
                "'a: 1\\r\\ntitle: x\\r\\n' | title | x | x",
                "'😀: 1\\ntitle: 😀 x' | title | 😀 x | 😀 x",
                "'# 😀😀😀\\ntitle: é' | title | é | é",
                "2026-05-17: day | 2026-05-17 | day | day",
                "'on: yes' | on | yes | yes",
                "'title: 007' | title | 007 | 007",
                "'title: 2026-05' | title | 2026-05 | 2026-05",
                "'{title: x, summary: y}' | title | x | x",
            })
    void findsTheVeryLettersOfAValue(String yaml, String key, String value, String written) {
        String source = yaml.translateEscapes();
        YamlReader.Result result = read(source);

        assertThat(result.diagnostics()).isEmpty();
        assertThat(text(result, key).value()).isEqualTo(value.translateEscapes());
        Span span = text(result, key).span();
        assertThat(source.substring(span.start(), span.end())).isEqualTo(written.translateEscapes());
    }

    @Test
    void countsFromTheStartOfTheFileNotOfTheYaml() {
        SourceFile file = new SourceFile("a.md", "---\n😀: x\ntitle: Know\n---\nbody: no\n");
        int start = file.text().indexOf('\n') + 1;
        int end = file.text().lastIndexOf("---");

        YamlReader.Result result = YamlReader.read(file, new Span(start, end), KnownKeys.NONE);

        assertThat(result.mapping().entries()).extracting(e -> e.key().value()).containsExactly("😀", "title");
        Yaml.Entry title = result.mapping().entry("title").orElseThrow();
        assertThat(file.position(title.key().span().start())).isEqualTo(new Position(3, 1));
        assertThat(file.position(title.value().span().start())).isEqualTo(new Position(3, 8));
        assertThat(file.slice(title.value().span())).isEqualTo("Know");
    }

    @Test
    void keepsListsAndMapsInTheWritersOrderWithTheirPlaces() {
        SourceFile file = new SourceFile("a.yml", "steps:\n  - practice: b\n    why: c\n  - a\nroles: [x, 'y']\n");

        Yaml.Mapping mapping = YamlReader.read(file, new Span(0, file.text().length()), KnownKeys.NONE)
                .mapping();

        Yaml.Items steps = (Yaml.Items) mapping.entry("steps").orElseThrow().value();
        assertThat(file.slice(steps.span())).isEqualTo("- practice: b\n    why: c\n  - a");
        Yaml.Mapping first = (Yaml.Mapping) steps.values().get(0);
        assertThat(file.slice(first.span())).isEqualTo("practice: b\n    why: c");
        assertThat(file.slice(first.entry("why").orElseThrow().value().span())).isEqualTo("c");
        Yaml.Items roles = (Yaml.Items) mapping.entry("roles").orElseThrow().value();
        assertThat(roles.values()).extracting(value -> file.slice(value.span())).containsExactly("x", "'y'");
        assertThat(roles.values())
                .extracting(value -> ((Yaml.Text) value).plain())
                .containsExactly(true, false);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"key:", "key: ~", "key: null", "key: ''", "key: \"  \"", "key: # nothing yet"})
    void knowsAnEmptyValue(String yaml) {
        assertThat(text(read(yaml), "key").isEmpty()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"key: 'null'", "key: \"~\"", "key: no", "key: 0", "key: NULLs"})
    void knowsAValueThatIsNotEmpty(String yaml) {
        assertThat(text(read(yaml), "key").isEmpty()).isFalse();
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "   \n\n", "# only a remark\n", "---\n"})
    void findsNothingInNothing(String yaml) {
        assertThat(read(yaml).mapping().entries()).isEmpty();
        assertThat(read(yaml).diagnostics()).isEmpty();
        assertThat(read(yaml).readable()).isTrue();
    }

    @Test
    void keepsTheFirstOfTwoAndSaysWhereItIs() {
        YamlReader.Result result = read("title: one\nsummary: x\ntitle: two\n");

        assertThat(text(result, "title").value()).isEqualTo("one");
        assertThat(Findings.lines(result.diagnostics()))
                .containsExactly("error key-twice a.yml:3:1 \"title\" is written twice");
        assertThat(result.diagnostics().get(0).label()).isEqualTo("first in line 1");
        assertThat(result.readable()).isTrue();
    }

    @Test
    void tellsOfKeysThatAreWrittenTwiceInsideAValueToo() {
        assertThat(Findings.lines(read("related:\n  a: x\n  a: y\n").diagnostics()))
                .containsExactly("error key-twice a.yml:3:3 \"a\" is written twice");
    }

    @Test
    void takesMergesAndSpecialWordsAsPlainText() {
        YamlReader.Result result = read("<<: {a: b}\nanswer: yes\nnumber: 0x1F\ntime: 12:30:45\n");

        assertThat(result.mapping().entries())
                .extracting(e -> e.key().value())
                .containsExactly("<<", "answer", "number", "time");
        assertThat(List.of(text(result, "answer"), text(result, "number"), text(result, "time")))
                .extracting(Yaml.Text::value)
                .containsExactly("yes", "0x1F", "12:30:45");
    }
}
