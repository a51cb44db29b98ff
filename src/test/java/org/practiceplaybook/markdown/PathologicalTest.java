package org.practiceplaybook.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.work.Workers;

/** Texts that make a parser hang or overflow end soon: as Markdown where that is possible, else as typed, with a finding. */
class PathologicalTest {
    private static final Duration GENEROUS = Duration.ofSeconds(45);

    /** On a thread with a deep stack, as every text of a playbook is read. */
    private static Body read(String markdown) {
        return assertTimeoutPreemptively(
                GENEROUS,
                () -> new Workers(1)
                        .map(List.of(markdown), text -> {
                            Body body = Rendered.body(text);
                            Rendered.html(body);
                            return body;
                        })
                        .get(0));
    }

    private static String nested(int levels, String indent, String item) {
        return IntStream.range(0, levels).mapToObj(i -> indent.repeat(i) + item).collect(Collectors.joining());
    }

    private static String growingRuns(int longest) {
        return IntStream.rangeClosed(1, longest)
                .mapToObj(i -> "`".repeat(i) + "x")
                .collect(Collectors.joining());
    }

    static List<Arguments> endless() {
        return List.of(
                Arguments.of("a bracket and 100 backslashes", "[" + "\\".repeat(100)),
                Arguments.of("a bracket and 50,001 backslashes", "[" + "\\".repeat(50_001)),
                Arguments.of("runs of backticks, each longer", growingRuns(400)),
                Arguments.of("code that is never closed", "`a ".repeat(50_000) + "``"),
                Arguments.of("addresses that are never closed", "[](".repeat(50_000)),
                Arguments.of("CDATA that is never closed", "x " + "<![CDATA[ >".repeat(12_500)),
                Arguments.of("a paragraph of 10,000 links", "word *em* `c` [l](u) ".repeat(10_000)),
                Arguments.of("images inside each other", "![".repeat(2_500) + "](u)".repeat(2_500)),
                Arguments.of("a table as long as may be", "|a|b|\n|-|-|\n" + "|1|2|\n".repeat(2_990)),
                Arguments.of(
                        "10,000 references",
                        IntStream.range(0, 9_000)
                                        .mapToObj(i -> "[r" + i + "]: u\n")
                                        .collect(Collectors.joining())
                                + "\n"
                                + "[r1] [r8999] ".repeat(4_500)),
                Arguments.of("stars around a letter", "*".repeat(50_000) + "x" + "*".repeat(50_000)),
                Arguments.of("emphasis in emphasis", "*a **a ".repeat(1_000) + "b** c*".repeat(1_000)),
                Arguments.of("attributes without end", "<a" + " a".repeat(50_000)),
                Arguments.of("a mail address without end", "<a@a" + ".a".repeat(2_000) + ">"),
                Arguments.of("lists as deep as may be", "- ".repeat(60) + "x"),
                Arguments.of("quotations as deep as may be", "> ".repeat(64) + "x"),
                Arguments.of("numbered lists in a line", "1. ".repeat(60) + "x"),
                Arguments.of("elements as deep as may be", "<div>".repeat(300) + "x"),
                Arguments.of("one letter a line", "a\n".repeat(9_999)),
                Arguments.of("one heading a line", "# a\n".repeat(9_000)),
                Arguments.of("notes that refer to themselves", numbered("[^#]: [^#]\n")),
                Arguments.of("quotation marks", "\"a 'b ".repeat(20_000)));
    }

    private static String numbered(String line) {
        return IntStream.range(0, 500)
                .mapToObj(number -> line.replace("#", String.valueOf(number)))
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endless")
    void endsSoon(String name, String markdown) {
        Body body = read(markdown);

        assertThat(body.diagnostics()).hasSizeLessThan(2);
        assertThat(body.parts()).isNotEmpty();
    }

    @ParameterizedTest(name = "10,000 times {0}")
    @ValueSource(
            strings = {
                "[",
                "[a ",
                "*a_ ",
                "*a ",
                "~~a ",
                "<",
                "x <!-- >",
                "&",
                "`",
                " ",
                "\"",
                "'a' ",
                "(",
                "![",
                "[^",
                "[^a] ",
                "](",
                "**",
                "_",
                ":",
                "|",
                "- ",
                "+",
                "#",
                "<a ",
                "</a",
                "<?",
                "&#",
                "\\",
                "@",
                "www.",
                "a@",
                "://",
                "~",
                "--",
                "{",
                "![a](b){",
                "\t",
                "<b>",
                "</b>",
                "<p>",
                "<a href=x>",
                "😀",
                "1.",
                "1) ",
                "$",
                "<svg>",
                "</div>",
                "\uFDD0"
            })
    void endsSoonOnASignThatIsRepeated(String sign) {
        assertThat(read(sign.repeat(10_000)).diagnostics()).hasSizeLessThan(3);
    }

    static List<Arguments> refused() {
        return List.of(
                Arguments.of("too-deep", 3, "ok\n\n" + ">".repeat(1_000)),
                Arguments.of("too-deep", 1, "> ".repeat(10_000)),
                Arguments.of("too-deep", 2, "\n" + "- ".repeat(500)),
                Arguments.of("too-deep", 129, nested(1_000, "  ", "- a\n")),
                Arguments.of("table-too-long", 3001, "|a|b|\n|-|-|\n" + "|1|2|\n".repeat(20_000)),
                Arguments.of("too-many-lines", 10_003, "ok\n\n" + "[a\n".repeat(50_000)),
                Arguments.of("too-deep", 1, "1) ".repeat(20_000)),
                Arguments.of("too-deep", 1, "12. ".repeat(500) + "x"),
                Arguments.of("too-many-notes", 1001, "[^a]: [^a]\n".repeat(5_000)),
                Arguments.of("too-long", 1, "word ".repeat(300_000)),
                Arguments.of("too-much-work", 3, "ok\n\n" + "<b>".repeat(50_000)),
                Arguments.of("too-much-work", 3, "ok\n\n" + "<details>\n\n".repeat(5_000)));
    }

    @ParameterizedTest(name = "{0} in line {1}")
    @MethodSource("refused")
    void isShownAsTypedWhereItCannotBeRead(String code, int line, String markdown) {
        Body body = read(markdown);

        assertThat(body.diagnostics()).extracting(Diagnostic::code).containsExactly(code);
        Diagnostic found = body.diagnostics().get(0);
        assertThat(found.isError()).isTrue();
        assertThat(found.place().start().line()).isEqualTo(line);
        assertThat(found.effect()).isEqualTo("the text as it was typed, without headings or links");
        assertThat(Rendered.html(body))
                .startsWith("<pre class=\"as-typed\" tabindex=\"0\">")
                .endsWith("</pre>");
        assertThat(Escape.plain(Rendered.html(body)).length()).isPositive();
        Harmless.check(Rendered.html(body), markdown);
    }

    @Test
    void anOrdinaryLongTextIsNoneOfThese() {
        String chapter = "## Heading\n\nWords *and* [links](a.md) and `code`, in a paragraph of its own.\n\n"
                + "- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> a quotation\n\n";
        Body body = read("# Title\n\n" + chapter.repeat(2_000));

        assertThat(body.diagnostics()).isEmpty();
        assertThat(body.headings()).hasSize(2_001);
    }

    @Test
    void frontMatterDoesNotCount() {
        String front = "- ".repeat(100) + "\n";
        SourceFile file = new SourceFile("a.md", front + "text\n");

        assertThat(Guard.refuse(file, front.length())).isEmpty();
        assertThat(Guard.refuse(file, 0)).isPresent();
    }
}
