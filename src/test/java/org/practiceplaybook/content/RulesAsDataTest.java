package org.practiceplaybook.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.markdown.Markdown;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.SourceFile;

/** What the content room tells of its rules is what it does. */
class RulesAsDataTest {
    private static final QuotationMarks MARKS = QuotationMarks.of("en");
    private static final TextReader READER = TextReader.ofOneText(Markdown.plain(MARKS), MARKS, Model.USUAL);

    @Test
    void theKeysAreThoseOfTheContentModelInItsOrder() {
        assertThat(keys(Fields.OF_PRACTICE))
                .containsExactly(
                        "title",
                        "summary",
                        "challenges",
                        "roles",
                        "phases",
                        "leverage",
                        "time",
                        "where",
                        "group",
                        "experience",
                        "materials",
                        "related",
                        "sources",
                        "authors",
                        "aka",
                        "reviewed",
                        "state",
                        "replaced_by");
        assertThat(keys(Fields.OF_ATTEMPT))
                .contains(
                        "title", "practices", "result", "lesson", "setting", "when", "shared_by", "follows", "source");
        assertThat(Fields.ofEntries().keySet()).containsExactly("practice", "attempt", "pathway", "page");
    }

    private static List<String> keys(List<Field<?>> fields) {
        return fields.stream().map(Field::key).toList();
    }

    @Test
    void noKeyThatIsToldIsUnknown() {
        Fields.ofEntries().forEach((kind, fields) -> {
            String text = "---\n"
                    + String.join(
                            "", keys(fields).stream().map(key -> key + ": x\n").toList()) + "---\n";
            assertThat(READER.read(kind + "s/x.md", text).diagnostics().stream().map(Diagnostic::code))
                    .doesNotContain("unknown-key", "key-case");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "practices/_draft.md", "practices/readme.md", "images/x.png"})
    void whereNoEntryLiesNoneIsRead(String path) {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException().isThrownBy(() -> READER.read(path, "x"));
    }

    @ParameterizedTest
    @CsvSource({
        "'email: playbook@example.org', playbook@example.org, ",
        "'email: nobody', '', email-form",
        "'email: a@b.c?bcc=x@y.z', '', email-form",
        "'host: gitlab', '', ",
        "'host: gitlub', '', host-value"
    })
    void theSettingsKnowWhereToSendThings(String line, String email, String code) {
        FileReading reading = DataReader.settings(new SourceFile("playbook.yml", line + "\n"), QuotationMarks.of("en"));
        assertThat(reading.settings().orElseThrow().email()).isEqualTo(email);
        assertThat(reading.diagnostics().stream().map(Diagnostic::code))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }
}
