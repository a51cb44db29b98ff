package org.practiceplaybook.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.practiceplaybook.markdown.PageMarkdown;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.KnownKeys;
import org.practiceplaybook.yaml.YamlReader;

/** The table of fields is the only list of fields. */
class FieldsTest {
    private static final Path MAIN = Path.of("src/main/java/org/practiceplaybook");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** Rooms and classes that read, write, check or ask for fields. */
    private static final List<String> SCOPE = List.of(
            "content",
            "importer",
            "check",
            "schema",
            "review/ChangesPage.java",
            "form/ContributePages.java",
            "cli/NewVerb.java");
    /** What is spelt like a key and is none: words of headings and of English, keywords of JSON Schema, a folder, a place. */
    private static final Set<String> OTHER_WORDS = Set.of(
            "Sketch.java for",
            "Sketch.java to",
            "NestedSteps.java text",
            "ForeignField.java to",
            "MappingFile.java fields",
            "Model.java text",
            "ForeignSyntax.java note",
            "ForeignSyntax.java title",
            "ForeignSyntax.java url",
            "LibrarySchema.java fields",
            "UnreadFiles.java text",
            "Placeholders.java title",
            "Schemas.java title",
            "LibrarySchema.java title",
            "Schemas.java number",
            "ContributePages.java title",
            "NewVerb.java title");

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        Fields.all().values().forEach(fields -> collect(fields, keys));
        // these are names of kinds and of their folders as well
        keys.removeAll(Set.of("practice", "practices"));
        return keys;
    }

    private static void collect(List<Field<?>> fields, Set<String> keys) {
        for (Field<?> field : fields) {
            keys.add(field.key());
            collect(field.shape().fields(), keys);
        }
    }

    @Test
    void noKeyIsWrittenASecondTime() throws IOException {
        Set<String> keys = keys();
        assertThat(keys).hasSizeGreaterThan(40);
        Pattern line = Pattern.compile("(?:^|[ \"(])(?:" + String.join("|", keys) + "): .*");
        List<String> again = new ArrayList<>();
        for (String scope : SCOPE) {
            try (Stream<Path> files = Files.walk(MAIN.resolve(scope))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                        // a vocabulary's key is written where the vocabulary is
                        .filter(path ->
                                Stream.of("Fields.java", "Taxonomy.java").noneMatch(path::endsWith))
                        .toList()) {
                    String code = Files.readString(file).replaceAll("(?m)^\\s*(?:\\*|/\\*\\*|//).*$", "");
                    LITERAL.matcher(code)
                            .results()
                            .map(literal -> literal.group(1))
                            .filter(text ->
                                    keys.contains(text) || line.matcher(text).matches())
                            .map(text -> file.getFileName() + " " + text)
                            .filter(found -> !OTHER_WORDS.contains(found))
                            .forEach(again::add);
                }
            }
        }
        assertThat(again).isEmpty();
    }

    @Test
    void eachKeyIsOnceInEachKind() {
        Fields.all()
                .forEach((kind, fields) ->
                        assertThat(fields).as(kind).extracting(Field::key).doesNotHaveDuplicates());
    }

    @Test
    void whatIsRequiredSaysWhatAReaderWouldSeeWithoutIt() {
        Fields.all().values().stream()
                .flatMap(List::stream)
                .filter(Field::isRequired)
                .forEach(field -> {
                    assertThat(field.need().without()).as(field.key()).isNotEmpty();
                    assertThat(field.need().example()).as(field.key()).isNotEmpty();
                });
    }

    /** A field that a playbook adds is one more row. */
    @Test
    void theTableCanBeLonger() {
        Field<Optional<Located<String>>> cost = new Field<>("cost", new Shape.Text(true, "", ""));
        List<Field<?>> table = new ArrayList<>(Fields.OF_PAGE);
        table.add(cost);
        String text = "title: Ask first\nCost: nothing\nprice: 3\n";
        SourceFile file = new SourceFile("pages/x.md", text);
        List<Diagnostic> found = new ArrayList<>();
        FieldReader reader = new FieldReader(
                file,
                YamlReader.read(file, new Span(0, text.length()), KnownKeys.NONE)
                        .mapping(),
                table,
                QuotationMarks.of("en"),
                found);

        assertThat(reader.textOf(cost).value()).isEqualTo("nothing");
        assertThat(reader.written(cost)).isEqualTo("nothing");
        reader.get(Fields.PAGE_TITLE);
        reader.unknown();

        assertThat(found).extracting(Diagnostic::code).containsExactly("key-case", "unknown-key");
        assertThatIllegalArgumentException().isThrownBy(() -> reader.get(Fields.TIME));
    }

    @Test
    void summaryAndLessonKnowWhereTheyStand() {
        String text = "---\ntitle: T\npractices: [x]\nresult: mixed\nlesson: Ask first, then act.\n---\n";
        Entry entry = TextReader.ofOneText(
                        PageMarkdown.of(QuotationMarks.of("en")), QuotationMarks.of("en"), Model.USUAL)
                .read("attempts/x.md", text)
                .entry()
                .orElseThrow();
        assertThat(entry.file().slice(entry.summary().span())).isEqualTo("Ask first, then act.");
        Entry page = TextReader.ofOneText(
                        PageMarkdown.of(QuotationMarks.of("en")), QuotationMarks.of("en"), Model.USUAL)
                .read("pages/x.md", "---\nsummary: Why\n---\n")
                .entry()
                .orElseThrow();
        assertThat(page.file().slice(page.summary().span())).isEqualTo("Why");
    }
}
