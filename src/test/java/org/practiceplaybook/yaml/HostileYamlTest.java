package org.practiceplaybook.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Findings;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/** YAML that is meant to do harm ends in a finding, soon, on a stack of any size. */
class HostileYamlTest {
    private static final Duration GENEROUS = Duration.ofSeconds(20);

    private static YamlReader.Result read(String text) {
        return YamlReader.read(new SourceFile("a.yml", text), new Span(0, text.length()), KnownKeys.NONE);
    }

    private static String lines(int count, String form) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(form, Integer.toString(i, 26).replaceAll("[0-9]", "z$0z")))
                .collect(Collectors.joining());
    }

    static List<Arguments> deep() {
        return List.of(
                Arguments.of("brackets", "a: " + "[".repeat(100_000)),
                Arguments.of("braces", "a: " + "{b: ".repeat(50_000)),
                Arguments.of("both kinds", "a: " + "[{b: ".repeat(50_000)),
                Arguments.of("dashes", "- ".repeat(200_000)),
                Arguments.of("dashes below a key", "a:\n  " + "- ".repeat(200_000) + "x"),
                Arguments.of("question marks", "? ".repeat(200_000)),
                Arguments.of(
                        "indents",
                        IntStream.range(0, 400)
                                .mapToObj(i -> " ".repeat(i) + "a:\n")
                                .collect(Collectors.joining())),
                Arguments.of("one level too many", "a: " + "[".repeat(20) + "]".repeat(20)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deep")
    void refusesWhatIsTooDeep(String name, String yaml) {
        YamlReader.Result result = assertTimeoutPreemptively(GENEROUS, () -> read(yaml));

        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly("yaml-too-deep");
        assertThat(result.readable()).isFalse();
    }

    @Test
    void allowsWhatIsJustDeepEnough() {
        assertThat(read("a: " + "[".repeat(19) + "]".repeat(19)).diagnostics()).isEmpty();
        assertThat(read("a: \"" + "[".repeat(5_000) + "\"").diagnostics()).isEmpty();
        assertThat(read("a: |\n  " + "{ [ ".repeat(500)).diagnostics()).isEmpty();
    }

    @Test
    void doesNotOpenAnAliasBomb() {
        StringBuilder bomb = new StringBuilder("a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (char c = 'b'; c <= 'z'; c++) {
            char before = (char) (c - 1);
            bomb.append(c).append(": &").append(c).append(" [");
            bomb.append(("*" + before + ", ").repeat(8))
                    .append("*")
                    .append(before)
                    .append("]\n");
        }
        YamlReader.Result result = assertTimeoutPreemptively(GENEROUS, () -> read("title: Still here\n" + bomb));

        assertThat(result.diagnostics()).hasSize(1);
        assertThat(result.diagnostics().get(0).isError()).isTrue();
        assertThat(result.mapping().entries()).extracting(e -> e.key().value()).containsExactly("title");
    }

    @Test
    void refusesValuesThatHoldThemselves() {
        for (String yaml : List.of("&a a: *a\n", "a: &a [*a]\n", "a: &a {b: *a}\n", "? &a [*a]\n: b\n", "&a [*a]\n")) {
            YamlReader.Result result = assertTimeoutPreemptively(GENEROUS, () -> read(yaml));

            assertThat(result.diagnostics()).as(yaml).hasSize(1);
            assertThat(result.readable()).as(yaml).isFalse();
        }
    }

    @Test
    void makesNothingOfTagsButAFinding() {
        for (String tag : List.of(
                "!!python/object/apply:os.system",
                "!!javax.script.ScriptEngineManager",
                "!!binary",
                "!ENV_VARIABLE",
                "!",
                "!!set",
                "!!float")) {
            YamlReader.Result result = read("title: " + tag + " x\n");

            assertThat(Findings.lines(result.diagnostics()))
                    .as(tag)
                    .containsExactly("error special-start a.yml:1:8 a value may not begin with !");
        }
        assertThat(read("title: ${PATH}\n").mapping().entries().get(0).value())
                .isEqualTo(new Yaml.Text("${PATH}", new Span(7, 14), true));
    }

    static List<Arguments> large() {
        return List.of(
                Arguments.of("many keys", lines(80_000, "k%s: b\n")),
                Arguments.of("many keys and a mistake", lines(80_000, "k%s: b\n") + "x: y: z\n"),
                Arguments.of("one key many times", "key: b\n".repeat(100_000)),
                Arguments.of("one key many times in a line", "a: {" + "b: c, ".repeat(100_000) + "}"),
                Arguments.of("colons without blanks", "a:".repeat(300_000)),
                Arguments.of("colons", "a: ".repeat(300_000)),
                Arguments.of("words before a colon", "a b ".repeat(200_000) + ": b: c"),
                Arguments.of("anchors", "&a ".repeat(300_000)),
                Arguments.of("exclamation marks", "!".repeat(900_000)),
                Arguments.of("blanks", "a:" + " ".repeat(900_000) + "x: y: z"),
                Arguments.of("blank lines", "a: b\n" + "\n".repeat(900_000) + "x: y: z"),
                Arguments.of("short lines", "a: b\n" + " c\n".repeat(300_000)),
                Arguments.of("lines that end in the middle", "a: \"" + "\\\n".repeat(300_000)),
                Arguments.of("quotation marks", "a: '" + "''".repeat(300_000) + "x"),
                Arguments.of("commas", "a: [" + ",".repeat(900_000)),
                Arguments.of("items", "a: [" + "x,".repeat(300_000) + "]"),
                Arguments.of("tabs", "\t".repeat(900_000) + "a: b"),
                Arguments.of("a list item of dashes", "a:\n" + " -".repeat(400_000)),
                Arguments.of("directives", "%".repeat(900_000)),
                Arguments.of("longer than any list", "# remark\n".repeat(200_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("large")
    void endsSoonOnWhatIsLarge(String name, String yaml) {
        YamlReader.Result result = assertTimeoutPreemptively(GENEROUS, () -> read(yaml));

        assertThat(result.diagnostics()).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void saysThatAFileIsTooLongRatherThanThatItIsWrong() {
        assertThat(Findings.lines(read("# remark\n".repeat(200_000)).diagnostics()))
                .containsExactly("error yaml-too-long a.yml:1:1 this is longer than any list of terms");
    }

    @Test
    void neverFailsOnAnySigns() {
        Random random = new Random(42);
        String[] pieces = {
            "a", "title", ":", ": ", "\n", "\r\n", " ", "  ", "\t", "- ", "-", "[", "]", "{", "}", ",", "\"", "'", "#",
            "&a", "*a", "!", "!!str", "|", ">", "%", "@", "`", "?", "? ", "---", "...", "\\", "é", "😀", "\uD800",
            "\uDC00", "\u0007", "\uFEFF", "\u0085", "\u2028", "\u00a0", "~", "null", "<<", "=", "\\u", "\\x", "0"
        };
        for (int run = 0; run < 8_000; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(25); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String before = random.nextBoolean() ? "" : "---\n😀\n";
            SourceFile file = new SourceFile("a.yml", before + text + "\n---\nbody");
            Span span = new Span(before.length(), before.length() + text.length());

            YamlReader.Result result = YamlReader.read(file, span, KnownKeys.NONE);

            for (Diagnostic d : result.diagnostics()) {
                assertThat(d.place().span().start()).as("%s in %s", d, text).isBetween(span.start(), span.end());
                assertThat(d.place().span().end())
                        .as("%s in %s", d, text)
                        .isBetween(span.start(), file.text().length());
                d.edit().ifPresent(edit -> edit.corrected(file));
            }
            for (Yaml.Entry entry : result.mapping().entries()) {
                assertThat(entry.value().span().start())
                        .isGreaterThanOrEqualTo(entry.key().span().start());
                assertThat(entry.value().span().end()).isLessThanOrEqualTo(span.end());
            }
        }
    }
}
