package org.practiceplaybook.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practiceplaybook.content.value.Band;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Findings;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;

/** Settings, vocabularies and glossary: what is read, and what is said where it cannot be. */
class DataReaderTest {
    private static final QuotationMarks MARKS = QuotationMarks.of("en");

    private static FileReading read(String kind, String yaml) {
        SourceFile file = new SourceFile(kind + ".yml", yaml);
        return switch (kind) {
            case "playbook" -> DataReader.settings(file, MARKS);
            case "glossary" -> DataReader.glossary(file, MARKS);
            default -> DataReader.terms(file, MARKS, Taxonomy.ROLES);
        };
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "roles | Not A Slug: {name: N, definition: D} | error slug-form roles.yml:1:1 a term's short name has only letters, digits and hyphens",
                "roles | ok: {definition: D} | error term-name roles.yml:1:1 the term has no name",
                "roles | a: {name: N, definition: D}\\nb: {name: N} | error term-definition roles.yml:2:1 the term has no definition",
                "roles | a: just text | error term-fields roles.yml:1:1 the term has no name and no definition",
                "roles | a: {name: N, definition: D, order: first} | advice order-form roles.yml:1:36 \"first\" is not understood as a number",
                "roles | a: {name: N, definition: D, band: desing} | advice band-value roles.yml:1:35 band cannot be \"desing\"",
                "roles | a: {nam: N, definition: D, name: N} | advice unknown-key roles.yml:1:5 the playbook has no field called \"nam\"",
                "glossary | word: | error glossary-means glossary.yml:1:1 \"word\" is not explained",
                "glossary | a: b\\nword: [x] | error glossary-means glossary.yml:2:1 \"word\" is not explained",
                "glossary | word: {aka: [x]} | error glossary-means glossary.yml:1:1 \"word\" is not explained",
                "playbook | address: example | advice address-form playbook.yml:1:10 this is not a complete address of the web",
                "playbook | address: javascript:alert(1) | advice address-form playbook.yml:1:10 this is not a complete address of the web",
                "playbook | language: english please | advice language-form playbook.yml:1:11 \"english please\" is not understood as a language",
                "playbook | review_after_months: 0 | advice review-after-months-form playbook.yml:1:22 \"0\" is not understood as a number",
                "playbook | nane: x | advice unknown-key playbook.yml:1:1 the playbook has no field called \"nane\"",
            })
    void saysWhereAndWhat(String kind, String yaml, String line) {
        List<Diagnostic> found =
                new ArrayList<>(read(kind, yaml.translateEscapes()).diagnostics());

        assertThat(Findings.lines(found)).containsExactly(line);
    }

    @Test
    void aWholeVocabularyIsRead() {
        FileReading reading = read(
                "roles",
                "b-term:\n  name: The \"B\"\n  definition: D.\n  number: 6\n  band: design\n  question: Q?\n  example: E\n"
                        + "a-term: {name: A, definition: D, order: 7}\n");

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.terms()).extracting(Term::key).containsExactly("roles/b-term", "roles/a-term");
        Term first = reading.terms().get(0);
        assertThat(first.name()).isEqualTo("The “B”");
        assertThat(first.number()).isEqualTo(OptionalInt.of(6));
        assertThat(first.band()).contains(Band.DESIGN);
        assertThat(reading.terms()).extracting(Term::order).containsExactly(1, 7);
    }

    @Test
    void aWholeGlossaryIsRead() {
        FileReading reading = read(
                "glossary",
                "FAIL: First attempt.\nnet work: {means: M, aka: [net], see: FAIL}\nsee too: {see: FAIL}\n");

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.glossary())
                .extracting(entry -> entry.term().value() + " = " + entry.means())
                .containsExactly("FAIL = First attempt.", "net work = M", "see too = ");
        assertThat(reading.glossary().get(1).aka()).extracting(Located::value).containsExactly("net");
    }

    @Test
    void wholeSettingsAreRead() {
        PlaybookSettings settings = read(
                        "playbook",
                        "name: N\ntagline: T\naddress: https://example.org/p//\nrepository: https://example.org/r/\n"
                                + "branch: trunk\nlanguage: pt_br\nedition: 2\nreview_after_months: 6\nlicense: CC BY\n")
                .settings()
                .orElseThrow();

        assertThat(settings.address().orElseThrow()).hasToString("https://example.org/p/");
        assertThat(settings.repository().orElseThrow()).hasToString("https://example.org/r");
        assertThat(settings.language()).isEqualTo("pt-BR");
        assertThat(settings.reviewAfterMonths()).isEqualTo(6);
        assertThat(settings.licence()).isEqualTo("CC BY");
        assertThat(read("playbook", "").settings()).contains(PlaybookSettings.DEFAULT);
    }
}
