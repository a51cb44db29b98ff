package org.practiceplaybook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Place;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/** Findings as a person at a terminal reads them. */
class TextReportTest {
    private static final TextReport PLAIN = new TextReport("content/", false);

    @Test
    void itSaysWhereWhatAndHow() {
        SourceFile file = new SourceFile("attempts/tool.md", "---\ntitle: T\npractices: [know-you-role]\n---\n");
        Diagnostic error = Diagnostic.of(
                        RuleCode.BROKEN_LINK, at(file, "know-you-role"), "no practice is called \"know-you-role\"")
                .label("did you mean \"know-your-role\"?")
                .effect("an attempt that belongs to no practice")
                .remedy("use another name")
                .replaceBy("know-your-role");
        assertThat(PLAIN.of(List.of(error))).isEqualTo("""
                error: no practice is called "know-you-role"
                  --> content/attempts/tool.md:3:13
                   3 | practices: [know-you-role]
                     |             ^^^^^^^^^^^^^ did you mean "know-your-role"?
                     = a reader would see an attempt that belongs to no practice
                     = use another name
                     = write: practices: [know-your-role]

                """);
    }

    @Test
    void whatIsSaidOfAWholeFileHasNoLine() {
        Diagnostic advice = Diagnostic.of(
                        RuleCode.MISPLACED, SourceFile.unread("a.md").whole(), "it is misplaced")
                .label("did you mean b?");
        assertThat(PLAIN.of(List.of(advice))).isEqualTo("""
                advice: it is misplaced
                  --> content/a.md
                     = did you mean b?

                """);
    }

    @Test
    void eachFindingIsFollowedByAnEmptyLine() {
        Diagnostic one =
                Diagnostic.of(RuleCode.BROKEN_LINK, SourceFile.unread("a.md").whole(), "one");
        Diagnostic two =
                Diagnostic.of(RuleCode.BROKEN_LINK, SourceFile.unread("b.md").whole(), "two");
        assertThat(PLAIN.of(List.of(one, two)))
                .isEqualTo("error: one\n  --> content/a.md\n\nerror: two\n  --> content/b.md\n\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "title: x,             title,  `^^^^^`",
                "`\tx: y`,             x,      ` ^`",
                "`a\tb: y`,            b,      `  ^`",
                "日本語: fail,          fail,   `        ^^^^`",
                "日本語: fail,          日本,   `^^^^`",
                "한국: fail,            fail,   `      ^^^^`",
                "ｆｕ: fail,            fail,   `      ^^^^`",
                "😀 fail,              fail,   `   ^^^^`",
                "e\u0301te\u0301: fail, fail,  `     ^^^^`",
                "été: fail,            fail,   `     ^^^^`",
                "family\u200d: fail,   fail,   `         ^^^^`"
            })
    void theCaretStandsBelowWhatIsMeantHoweverWideTheSignsAre(String line, String meant, String caret) {
        SourceFile file = new SourceFile("a.md", line + "\n");
        String[] told = PLAIN.of(List.of(Diagnostic.of(RuleCode.BROKEN_LINK, at(file, meant), "m")))
                .split("\n");
        assertThat(told[3]).isEqualTo("     | " + caret);
    }

    @Test
    void tabsAreShownAsTheyAreCounted() {
        SourceFile file = new SourceFile("a.md", "a:\n\tb: c\n");
        assertThat(PLAIN.of(List.of(Diagnostic.of(RuleCode.BROKEN_LINK, at(file, "b"), "m"))))
                .contains("a.md:2:2\n   2 | →b: c\n     |  ^\n");
    }

    @Test
    void aMarkOverSeveralLinesEndsWithTheFirst() {
        SourceFile file = new SourceFile("a.md", "one two\nthree\n");
        Diagnostic error = Diagnostic.of(RuleCode.BROKEN_LINK, file.at(new Span(4, 13)), "m");
        assertThat(PLAIN.of(List.of(error))).endsWith("   1 | one two\n     |     ^^^\n\n");
    }

    @Test
    void anEmptyMarkAtTheEndOfALineStillShows() {
        SourceFile file = new SourceFile("a.md", "ab\r\ncd");
        assertThat(PLAIN.of(List.of(Diagnostic.of(RuleCode.BROKEN_LINK, file.at(new Span(2, 2)), "m"))))
                .endsWith("   1 | ab\n     |   ^\n\n");
        assertThat(PLAIN.of(List.of(Diagnostic.of(RuleCode.BROKEN_LINK, file.at(new Span(6, 6)), "m"))))
                .endsWith("   2 | cd\n     |   ^\n\n");
    }

    @Test
    void aLongLineIsCutAroundTheMark() {
        SourceFile file = new SourceFile("a.md", "x".repeat(500) + "HERE" + "y".repeat(500));
        String[] told = PLAIN.of(List.of(Diagnostic.of(RuleCode.BROKEN_LINK, at(file, "HERE"), "m")))
                .split("\n");
        assertThat(told[2]).startsWith("   1 | …xxx").endsWith("yyy…").hasSizeLessThan(125);
        assertThat(told[3].indexOf('^')).isEqualTo(told[2].indexOf("HERE"));
        assertThat(told[3]).endsWith(" ^^^^");
    }

    @Test
    void aLineWithManyDigitsKeepsItsMargin() {
        SourceFile file = new SourceFile("a.md", "\n".repeat(123_455) + "word");
        assertThat(PLAIN.of(List.of(Diagnostic.of(RuleCode.BROKEN_LINK, at(file, "word"), "m"))))
                .contains("123456 | word\n       | ^^^^\n");
    }

    @Test
    void contributedTextCannotSteerTheTerminal() {
        SourceFile file = new SourceFile("a.md", "a \u001b[2J \u202e b: c\n");
        String told = PLAIN.of(
                List.of(Diagnostic.of(RuleCode.BROKEN_LINK, at(file, "b:"), "m").replaceBy("\u001b[31m")));
        assertThat(told).doesNotContain("\u001b", "\u202e").contains("a \uFFFD[2J \uFFFD b: c");
    }

    @Test
    void norCanAMessageOrAFileName() {
        Diagnostic error = Diagnostic.of(
                        RuleCode.BROKEN_LINK, SourceFile.unread("a\u001b[2J.md").whole(), "no \"\u001b]0;x\u0007\"")
                .label("\u001b[1m")
                .effect("\u001b[2m")
                .remedy("\u001b[3m");
        assertThat(PLAIN.of(List.of(error))).doesNotContain("\u001b", "\u0007");
    }

    @Test
    void aCorrectionOfSeveralLinesIsShownAsLines() {
        SourceFile file = new SourceFile("a.md", "related: b\n");
        Diagnostic error =
                Diagnostic.of(RuleCode.BROKEN_LINK, at(file, "b"), "m").replaceBy("\n  b: why");
        assertThat(PLAIN.of(List.of(error))).endsWith("     = write:\n         related: \n           b: why\n\n");
    }

    @Test
    void colourIsUsedOnlyWhereItMayBe() {
        SourceFile file = new SourceFile("a.md", "word\n");
        List<Diagnostic> both = List.of(
                Diagnostic.of(RuleCode.BROKEN_LINK, at(file, "word"), "m"),
                Diagnostic.of(RuleCode.MISPLACED, at(file, "word"), "m"));
        String coloured = new TextReport("", true).of(both);
        assertThat(coloured)
                .contains(
                        "\u001b[1;31merror\u001b[0m: m", "\u001b[1;34madvice\u001b[0m: m", "\u001b[1;31m^^^^\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(new TextReport("", false).of(both));
    }

    private static Place at(SourceFile file, String words) {
        int start = file.text().indexOf(words);
        return file.at(new Span(start, start + words.length()));
    }
}
