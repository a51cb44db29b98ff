package org.practiceplaybook.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.theme.Json;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.theme.Words;
import org.practiceplaybook.work.Workers;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** An editor tells what the check would tell, for the same content, and knows its terms. */
class SchemasTest {
    private static final Path CONTENT = Path.of("content");
    private static final Words WORDS =
            Theme.of(Theme.files(Optional.empty()), "en").words();
    private static final SortedMap<String, byte[]> SCHEMAS =
            Schemas.of(ContentFolder.open(CONTENT).read(new Workers(2)), WORDS);
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CONTENT)) {
            return files.filter(path -> path.toString().matches(".*\\.(md|yml)")).sorted().toList().stream();
        }
    }

    private static String schemaOf(Path file) {
        String path = CONTENT.relativize(file).toString().replace('\\', '/');
        String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : path.replace(".yml", "");
        return switch (folder) {
            case "practices" -> "practice";
            case "attempts" -> "attempt";
            case "pathways" -> "pathway";
            case "pages" -> "page";
            default -> folder;
        };
    }

    private static List<Error> errors(String schema, String yaml) {
        Object read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        String text = new String(SCHEMAS.get(schema + ".schema.json"), StandardCharsets.UTF_8);
        return REGISTRY.getSchema(text).validate(Json.of(read).toString(), InputFormat.JSON);
    }

    private static String yaml(Path file) {
        try {
            String text = Files.readString(file);
            return file.toString().endsWith(".md") ? text.split("(?m)^---$", 3)[1] : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thereIsOneForEachKindOfFile() {
        assertThat(SCHEMAS.keySet())
                .containsExactly(
                        "attempt.schema.json",
                        "glossary.schema.json",
                        "page.schema.json",
                        "pathway.schema.json",
                        "playbook.schema.json",
                        "practice.schema.json",
                        "taxonomy.schema.json");
    }

    @ParameterizedTest
    @MethodSource("files")
    void theStarterContentIsValid(Path file) {
        assertThat(errors(schemaOf(file), yaml(file))).isEmpty();
    }

    @Test
    void eachIsASchema() {
        var meta =
                REGISTRY.getSchema(com.networknt.schema.SchemaLocation.of("http://json-schema.org/draft-07/schema#"));
        SCHEMAS.forEach((name, bytes) -> assertThat(
                        meta.validate(new String(bytes, StandardCharsets.UTF_8), InputFormat.JSON))
                .as(name)
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "practice | `title: Only a title`",
                "practice | `summary: Only a summary`",
                "practice | `{title: , summary: S.}`",
                "practice | `{title: [Title here], summary: S.}`",
                "practice | `{title: T, summary: S., roles: [netwrok]}`",
                "practice | `{title: T, summary: S., roles: 'network, netwrok'}`",
                "practice | `{title: T, summary: S., leverage: [6]}`",
                "practice | `{title: T, summary: S., time: a while}`",
                "practice | `{title: T, summary: S., group: a few}`",
                "practice | `{title: T, summary: S., experience: expert}`",
                "practice | `{title: T, summary: S., state: done}`",
                "practice | `{title: T, summary: S., reviewed: May 2026}`",
                "practice | `{title: T, summary: S., Roles: [network]}`",
                "practice | `{title: T, summary: S., tags: [new]}`",
                "practice | `{title: T, summary: S., related: {'Know your role': why}}`",
                "practice | `{title: T, summary: S., sources: [{author: A}]}`",
                "practice | `{title: T, summary: S., sources: [{title: A, link: x}]}`",
                "practice | `{title: T, summary: S., sources: [{title: A, url: 'javascript:x'}]}`",
                "practice | `{title: T, summary: S., materials: {a: b}}`",
                "attempt | `{title: T, result: mixed, lesson: L.}`",
                "attempt | `{title: T, practices: [], result: mixed, lesson: L.}`",
                "attempt | `{title: T, led_to: [], result: mixed, lesson: L.}`",
                "attempt | `{title: T, practices: , led_to: , result: mixed, lesson: L.}`",
                "practice | `{title: T, summary: S., where: in the park}`",
                "practice | `{title: T, summary: S., time: ongoing per person}`",
                "attempt | `{title: T, practices: [know-your-role], result: good, lesson: L.}`",
                "attempt | `{title: T, practices: [know-your-role], result: mixed}`",
                "attempt | `{title: T, practices: [know-your-role], result: mixed, lesson: L., when: spring}`",
                "pathway | `{title: T, summary: S., steps: [{why: no practice}]}`",
                "pathway | `{title: T, summary: S., for: [everybody]}`",
                "page | `{titel: T}`",
                "playbook | `{adress: https://example.org/}`",
                "playbook | `{address: example.org}`",
                "playbook | `{review_after_months: often}`",
                "taxonomy | `network: {name: Network}`",
                "taxonomy | `network: {name: Network, definition: D., colour: red}`",
                "taxonomy | `Big Network: {name: Network, definition: D.}`",
                "taxonomy | `network: Those who host.`",
                "glossary | `Leverage: {aka: [lever]}`",
                "glossary | `Leverage: {meaning: M.}`"
            })
    void typicalMistakesAreNot(String schema, String yaml) {
        assertThat(errors(schema, yaml)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "practice | `{title: 1984, summary: S., roles: 'network, member', time: 1–2 h, group: 8+, materials: pens, reviewed: 2026-05, aka: [X], state: retired, replaced_by: know-your-role}`",
                "practice | `{title: T, summary: S., time: , group: , experience: , roles: [], related: {new-one: }, sources: [A book, {title: B, year: 1999, url: 'https://example.org'}]}`",
                "attempt | `{title: T, practices: not-there-yet, result: mixed, lesson: L., when: 2026, source: {title: A}, follows: members-tool}`",
                "pathway | `{title: T, summary: S., steps: [know-your-role, {practice: fail-first-attempt, why: W.}], for: [network, learn]}`",
                "page | `{}`",
                "playbook | `{name: P, edition: 2, language: de, host: gitlab}`",
                "glossary | `{Leverage: Where a little does a lot., Lever: {see: Leverage}}`"
            })
    void whatTheReaderTakesIs(String schema, String yaml) {
        assertThat(errors(schema, yaml)).isEmpty();
    }

    @Test
    void limitsAreThoseOfTheReader() {
        assertThat(errors("practice", "{title: " + "x".repeat(60) + ", summary: " + "x".repeat(240) + "}"))
                .isEmpty();
        assertThat(errors("practice", "{title: " + "x".repeat(61) + ", summary: S.}"))
                .isNotEmpty();
        assertThat(errors("practice", "{title: T, summary: " + "x".repeat(241) + "}"))
                .isNotEmpty();
    }

    @Test
    void everyFieldIsExplained() {
        TreeSet<String> keys = new TreeSet<>();
        Fields.all().values().forEach(fields -> collect(fields, keys));
        assertThat(keys).allSatisfy(key -> assertThat(WORDS.keys()).contains("schema.field." + key));
        assertThat(WORDS.keys().stream().filter(key -> key.startsWith("schema.field.")))
                .allSatisfy(key -> assertThat(keys).contains(key.substring("schema.field.".length())));
    }

    private static void collect(List<Field<?>> fields, TreeSet<String> keys) {
        for (Field<?> field : fields) {
            keys.add(field.key());
            collect(field.shape().fields(), keys);
        }
    }

    /** Terms and practices may be newer than the files: whoever adds one by a web page cannot run a command. */
    @Test
    void thoseInTheRepositoryAreUpToDate() throws IOException {
        for (Map.Entry<String, byte[]> schema : SCHEMAS.entrySet()) {
            Path file = Path.of("docs/schema", schema.getKey());
            assertThat(withoutTerms(Files.readString(file)))
                    .as("%s is old: run ./playbook schema", file)
                    .isEqualTo(withoutTerms(new String(schema.getValue(), StandardCharsets.UTF_8)));
        }
    }

    private static String withoutTerms(String schema) {
        return schema.replaceFirst("(?s)\"definitions\": .*", "")
                .replaceAll("\"pattern\": \"\\^\\\\\\\\s\\*[^\\n]*", "");
    }

    @Test
    void theSampleOfSettingsNamesThemAll() throws IOException {
        String settings = Files.readString(Path.of(".vscode/settings.sample.json"));
        assertThat(SCHEMAS.keySet()).allSatisfy(name -> assertThat(settings).contains("docs/schema/" + name));
    }
}
