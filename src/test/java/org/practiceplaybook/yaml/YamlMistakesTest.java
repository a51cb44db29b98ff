package org.practiceplaybook.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Findings;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/** What a writer got wrong is told by what stands in the file, at its place, with the line to paste. */
class YamlMistakesTest {
    private static final KnownKeys KEYS =
            KnownKeys.of(java.util.List.of("title", "summary", "roles", "sources", "authors"));

    private static YamlReader.Result read(String text) {
        return YamlReader.read(new SourceFile("a.md", text), new Span(0, text.length()), KEYS);
    }

    @ParameterizedTest(name = "{0}: {2} at {3}:{4}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // a colon in the text
                "title: Know: your role\\nsummary: x | colon | the text after the key has a colon in it | 1 | 12 | title: \"Know: your role\"",
                "a: 1\\ntitle: b: c: d\\n | colon | the text after the key has a colon in it | 2 | 9 | title: \"b: c: d\"",
                "title: Say \"hi\": now\\n | colon | the text after the key has a colon in it | 1 | 16 | title: \"Say \\\\\"hi\\\\\": now\"",
                "a: b\\r\\nc: d: e\\r\\n | colon | the text after the key has a colon in it | 2 | 5 | c: \"d: e\"",
                "😀: x\\ntitle: 😀: b\\n | colon | the text after the key has a colon in it | 2 | 9 | title: \"😀: b\"",
                "title: Time for lunch:\\nb: c | colon | the text after the key has a colon in it | 1 | 22 | title: \"Time for lunch:\"",
                "sources:\\n  - title: Leverage: Points\\n | colon | the text after the key has a colon in it | 2 | 20 |   - title: \"Leverage: Points\"",
                // quotation marks
                "title: \"open\\nsummary: x | quote-open | a quotation mark opens here and is never closed | 1 | 8 | title: \"open\"",
                "title: 'open\\nsummary: x | quote-open | a quotation mark opens here and is never closed | 1 | 8 | title: 'open'",
                "title: 'it's fine'\\n | quote-inside | there are quotation marks inside the quotation marks | 1 | 8 | title: \"it's fine\"",
                "title: 'it's\\nb: c | quote-inside | there are quotation marks inside the quotation marks | 1 | 8 | title: \"it's\"",
                "title: \"say \"yes\" first\"\\n | quote-inside | there are quotation marks inside the quotation marks | 1 | 8 | title: \"say \\\\\"yes\\\\\" first\"",
                "title: \"Yes, and\" games\\n | quote-inside | there are quotation marks inside the quotation marks | 1 | 8 | title: \"\\\\\"Yes, and\\\\\" games\"",
                "title: \"open\\nsources:\\n  - title: \"Points: Places\"\\n | quote-open | a quotation mark opens here and is never closed | 1 | 8 | title: \"open\"",
                "title: 'open\\nsources:\\n  - note: the editors' words\\n  - title: x\\n | quote-open | a quotation mark opens here and is never closed | 1 | 8 | title: 'open'",
                "a: b\\naka:\\n  - 'open\\n  - b\\ntime: 3 min\\n | quote-open | a quotation mark opens here and is never closed | 3 | 5 |   - 'open'",
                "text: >\\n  note: \"not YAML\\n  - [nor this\\nb: c: d\\n | colon | the text after the key has a colon in it | 4 | 5 | b: \"c: d\"",
                "a: \"two\\n  lines\"\\nb: c: d\\n | colon | the text after the key has a colon in it | 3 | 5 | b: \"c: d\"",
                "a: 'it''s'\\nb: c: d\\n | colon | the text after the key has a colon in it | 2 | 5 | b: \"c: d\"",
                "a: b # note: c\\nb: c: d\\n | colon | the text after the key has a colon in it | 2 | 5 | b: \"c: d\"",
                // signs that mean something to YAML
                "title: \"C:\\\\Users\"\\n | backslash | between double quotation marks a backslash has a meaning of its own | 1 | 11 | title: 'C:\\\\Users'",
                "title: \"it's a\\\\q\"\\n | backslash | between double quotation marks a backslash has a meaning of its own | 1 | 15 | title: 'it''s a\\\\q'",
                "title: @home\\n | special-start | a value may not begin with @ | 1 | 8 | title: \"@home\"",
                "title: `code`\\n | special-start | a value may not begin with ` | 1 | 8 | title: \"`code`\"",
                "title: %x\\n | special-start | a value may not begin with % | 1 | 8 | title: \"%x\"",
                "title: *star* words\\n | special-start | a value may not begin with * | 1 | 8 | title: \"*star* words\"",
                "title: > 3 people\\n | special-start | a value may not begin with > | 1 | 8 | title: \"> 3 people\"",
                "title: } a\\n | special-start | a value may not begin with } | 1 | 8 | title: \"} a\"",
                "roles: [a, @home, b]\\n | special-start | a value may not begin with @ | 1 | 12 | roles: [a, \"@home\", b]",
                "roles: [*star]\\n | special-start | a value may not begin with * | 1 | 9 | roles: [\"*star\"]",
                "title: - a\\n | special-start | a value may not begin with - | 1 | 8 | title: \"- a\"",
                "title: ? a\\n | special-start | a value may not begin with ? | 1 | 8 | title: \"? a\"",
                "title: !important\\n | special-start | a value may not begin with ! | 1 | 8 | title: \"!important\"",
                "title: !foo bar\\n | special-start | a value may not begin with ! | 1 | 8 | title: \"!foo bar\"",
                "materials:\\n  - @pens\\n | special-start | a value may not begin with @ | 2 | 5 |   - \"@pens\"",
                // blanks
                "title:Know\\nsummary: x\\n | no-space | a space is missing after the colon | 1 | 6 | title: Know",
                "title: x\\nsummary:x\\n | no-space | a space is missing after the colon | 2 | 8 | summary: x",
                "title: x\\nsummary:\u00a0x\\n | no-space | a space is missing after the colon | 2 | 8 | summary: x",
                "\\ttitle: a\\n | tab | a tab stands at the start of this line | 1 | 1 | title: a",
                "sources:\\n\\t- title: x\\n | tab | a tab stands at the start of this line | 2 | 1 |   - title: x",
                "title: a\\n summary: b\\n | indent | this line begins further in than the one above it | 2 | 1 | summary: b",
                // what is missing
                "roles: [a, b\\nsummary: x\\n | bracket-open | this bracket is never closed | 1 | 8 | roles: [a, b]",
                "related: {a: b\\nx: y\\n | bracket-open | this bracket is never closed | 1 | 10 | related: {a: b}",
                "roles: [a, b\\nphases: [c]\\n | bracket-open | this bracket is never closed | 1 | 8 | roles: [a, b]",
                "roles: [a,\\r\\n  b]\\r\\nphases: [c,\\r\\naka: [d]\\r\\n | bracket-open | this bracket is never closed | 3 | 9 | phases: [c,]",
                "sources:\\n  - title: \"Points: Places\"\\nauthors [Ada]\\nstate: live | no-colon | a colon is missing after the key | 3 | 8 | authors: [Ada]",
                "title Know your role\\nsummary: x\\n | no-colon | a colon is missing after the key | 1 | 6 | title: Know your role",
                "title: x\\nsummary What it is\\ntime: 5 min | no-colon | a colon is missing after the key | 2 | 8 | summary: What it is",
            })
    void tellsTheMistakeItsPlaceAndTheCorrectedLine(
            String yaml, String code, String message, int line, int column, String corrected) {
        String source = yaml.translateEscapes();

        YamlReader.Result result = read(source);

        Diagnostic found = result.diagnostics().get(0);
        assertThat(Findings.line(found)).isEqualTo("error " + code + " a.md:" + line + ":" + column + " " + message);
        assertThat(Findings.corrected(found).strip())
                .isEqualTo(corrected.translateEscapes().strip());
        assertThat(found.remedy()).isNotEmpty();
        assertThat(found.effect()).isNotEmpty();
        assertThat(result.diagnostics()).hasSize(1);
        assertThat(result.readable()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "title: Know: your role\\nsummary: x",
                "title: 'it's fine'\\nsummary: x",
                "title: \"say \"yes\" first\"\\nsummary: x",
                "title: \"Yes, and\" games\\nsummary: x",
                "title: @home\\nsummary: x",
                "title: - a\\nsummary: x",
                "title: !important\\nsummary: x",
                "title: \"open\\nsummary: x",
                "title:Know\\nsummary: x",
                "\\ttitle: a\\nsummary: x",
                "summary: a\\n title: b",
                "title: a\\nsummary: x\\nroles: [a, b",
                "title Know your role\\nsummary: x",
                "summary: x\\ntitle: C:\\\\folder: a\\\\b\\n",
            })
    void whatIsOfferedAsCorrectionIsReadable(String yaml) {
        String source = yaml.translateEscapes();
        Diagnostic found = read(source).diagnostics().get(0);
        Span replaced = found.edit().orElseThrow().span();
        String mended = source.substring(0, replaced.start())
                + found.edit().orElseThrow().text()
                + source.substring(replaced.end());

        YamlReader.Result again = read(mended);

        assertThat(again.diagnostics()).isEmpty();
        assertThat(again.mapping().entries()).extracting(e -> e.key().value()).contains("title", "summary");
    }

    @ParameterizedTest(name = "{0}: {1} at {2}:{3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "- a\\n- b\\n | yaml-no-keys | 1 | 1",
                "\\n\\njust words\\n | yaml-no-keys | 3 | 1",
                "a: [x]]\\n | yaml-unreadable | 1 | 1",
                "a: \"\\\\x\\n | quote-open | 1 | 4",
                "a: \"\\\\u12\\n\\n\" | quote-open | 1 | 4",
                "a: b\\n---\\nc: d\\n | yaml-unreadable | 2 | 1",
                "[a]: b\\n | yaml-key | 1 | 1",
                "a: bell\\u0007\\n | control-sign | 1 | 8",
                "😀: x\\na: \\uFFFE\\n | control-sign | 2 | 4",
                "a: &x [1]\\n | yaml-anchor | 1 | 4",
                "a: &x word\\n | yaml-anchor | 1 | 4",
            })
    void tellsTheRestByLineWithoutTheParsersWords(String yaml, String code, int line, int column) {
        String source =
                yaml.replace("\\u0007", "\u0007").replace("\\uFFFE", "\uFFFE").translateEscapes();

        Diagnostic found = read(source).diagnostics().get(0);

        assertThat(found.code()).isEqualTo(code);
        assertThat(Findings.place(found)).isEqualTo("a.md:" + line + ":" + column);
        assertThat(found.message() + found.label() + found.effect() + found.remedy())
                .doesNotContainIgnoringCase("mapping")
                .doesNotContainIgnoringCase("scalar")
                .doesNotContainIgnoringCase("token")
                .doesNotContainIgnoringCase("flow")
                .doesNotContain("Exception");
    }

    @Test
    void pointsAtTheMistakeAlsoWhereTheParserGivesUpLater() {
        String text = "title: \"never closed\nsummary: one\nroles: [a]\ntime: 5 min\n";

        assertThat(Findings.lines(read(text).diagnostics()))
                .containsExactly("error quote-open a.md:1:8 a quotation mark opens here and is never closed");
    }
}
