package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.content.Model;
import org.practiceplaybook.content.TextReader;
import org.practiceplaybook.markdown.PageMarkdown;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.schema.EntryTemplate;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Words;

/** The templates of {@code new} and what waits in them for words. */
class TemplatesTest {
    private static String template(String kind) {
        return EntryTemplate.of(
                kind,
                Model.USUAL,
                Words.of(Bundled.theme(), "en"),
                Map.of("title", "Ask first", "practice", "walk", "other", "talk"));
    }

    @Test
    void theWordsOfTheTemplatesAreKnownAsSuch() {
        Set<String> waiting = new TreeSet<>(Placeholders.PHRASES);
        String all = template("practice") + template("attempt") + template("pathway");
        assertThat(waiting).allMatch((all + guide())::contains);
        Set<String> said = Pattern.compile("(?m)^(?:summary|lesson| *why): (Say .*)$")
                .matcher(all)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(said).hasSize(5);
        assertThat(waiting).containsAll(said);
    }

    /** Every line of the guide's template that asks for words is told when it is left in. */
    @Test
    void theWordsOfTheGuidesTemplateAreKnownAsSuch() {
        List<String> lines = blocks(guide(), "markdown")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        assertThat(lines).hasSizeGreaterThan(8);
        assertThat(lines).allMatch(line -> Placeholders.PHRASES.stream().anyMatch(line::contains));
        assertThat(blocks(guide(), "yaml")).contains("[Your Name]", "Name of the colleague, if they agree");
    }

    private static String guide() {
        try {
            return Files.readString(Path.of("content/pages/contribute.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String blocks(String text, String language) {
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {"practice", "attempt", "pathway", "page"})
    void aTemplateHasNothingThatTheReaderDoesNotKnow(String kind) {
        var reading = TextReader.ofOneText(
                        PageMarkdown.of(QuotationMarks.of("en")), QuotationMarks.of("en"), Model.USUAL)
                .read(kind + "s/ask-first.md", template(kind));
        assertThat(reading.entry().orElseThrow().title().value()).isEqualTo("Ask first");
        // what was tried and how it went is for the writer to say
        assertThat(reading.diagnostics())
                .allMatch(
                        found -> found.rule() == RuleCode.RESULT_MISSING || found.rule() == RuleCode.PRACTICES_MISSING);
    }
}
