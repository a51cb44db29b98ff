package org.practiceplaybook.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.KnownKeys;
import org.practiceplaybook.yaml.Scalars;
import org.practiceplaybook.yaml.Yaml;
import org.practiceplaybook.yaml.YamlReader;

/** A mapping as a file that people read and edit. */
final class MappingFile {
    private static final List<String> PARTS = List.of("from", "files", "fields", "headings", "terms");

    private final SourceFile file;
    private final Ours.Table table;
    private final Set<String> terms;
    private final Set<String> paths;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private MappingFile(SourceFile file, Ours.Table table, Set<String> terms, Set<String> paths) {
        this.file = file;
        this.table = table;
        this.terms = terms;
        this.paths = paths;
    }

    /** A mapping, and what is wrong with it. */
    record Result(Mapping mapping, List<Diagnostic> diagnostics) {}

    /**
     * Reads it.
     *
     * @param terms of the playbook, as in {@code phases/prepare}
     * @param paths of the library
     */
    static Result read(SourceFile file, Ours.Table table, Set<String> terms, Set<String> paths) {
        return new MappingFile(file, table, terms, paths).read();
    }

    private Result read() {
        YamlReader.Result yaml = YamlReader.read(file, new Span(0, file.text().length()), KnownKeys.NONE);
        diagnostics.addAll(yaml.diagnostics());
        for (Yaml.Entry entry : yaml.mapping().entries()) {
            if (!PARTS.contains(entry.key().value())) {
                unknown(entry.key(), PARTS, "a mapping has no part called");
            }
        }
        Mapping mapping = new Mapping(
                from(yaml.mapping()),
                part(
                        yaml.mapping(),
                        "files",
                        Mapping.Put::parse,
                        Stream.concat(Stream.of(Mapping.Use.values()).map(Mapping.Use::key), Stream.of("pages/…"))
                                .toList()),
                part(yaml.mapping(), "fields", written -> Destination.parse(written, table), destinations()),
                part(yaml.mapping(), "headings", written -> Destination.parse(written, table), destinations()),
                part(yaml.mapping(), "terms", this::term, terms()));
        yaml.mapping().entry("files").map(Yaml.Entry::value).ifPresent(this::paths);
        return new Result(mapping, List.copyOf(diagnostics));
    }

    private String from(Yaml.Mapping all) {
        Optional<Yaml> value = all.entry("from").map(Yaml.Entry::value);
        if (value.isEmpty() || value.get() instanceof Yaml.Text text && text.isEmpty()) {
            return "";
        }
        String address = value.get() instanceof Yaml.Text text ? text.value().strip() : "";
        if (!address.matches("https?://[^\\s/?#]+(?:/[^\\s?#]*)?")) {
            diagnostics.add(Diagnostic.of(
                            RuleCode.MAPPING_VALUE,
                            file.at(value.get().span()),
                            "\"" + address + "\" is not the address of a site")
                    .remedy("write it like this: from: https://methods.example.org"));
            return "";
        }
        return address.replaceAll("/+$", "");
    }

    private <T> Map<String, T> part(
            Yaml.Mapping all, String name, Function<String, Optional<T>> parser, List<String> choices) {
        Map<String, T> part = new LinkedHashMap<>();
        Optional<Yaml> value = all.entry(name).map(Yaml.Entry::value);
        if (value.isEmpty() || value.get() instanceof Yaml.Text text && text.isEmpty()) {
            return part;
        }
        if (!(value.get() instanceof Yaml.Mapping mapping)) {
            diagnostics.add(Diagnostic.of(
                            RuleCode.MAPPING_PART, file.at(value.get().span()), name + " must have lines of its own")
                    .remedy("write each below it, two spaces further in: theirs: ours"));
            return part;
        }
        for (Yaml.Entry entry : mapping.entries()) {
            String written =
                    entry.value() instanceof Yaml.Text text ? text.value().strip() : "";
            parser.apply(written)
                    .ifPresentOrElse(
                            parsed -> part.put(entry.key().value(), parsed),
                            () -> unknown(
                                    new Located<>(written, entry.value().span()),
                                    choices,
                                    "\"" + entry.key().value() + "\" cannot become"));
        }
        return part;
    }

    private void unknown(Located<String> written, List<String> choices, String message) {
        Diagnostic diagnostic = Diagnostic.of(
                        RuleCode.MAPPING_VALUE, file.at(written.span()), message + " \"" + written.value() + "\"")
                .remedy("write one of: " + String.join(", ", choices));
        diagnostics.add(
                Closest.to(written.value(), choices).map(diagnostic::meant).orElse(diagnostic));
    }

    private Optional<String> term(String written) {
        return Optional.of(written).filter(terms()::contains);
    }

    private List<String> terms() {
        return Stream.concat(Stream.of("notes", "nothing"), terms.stream()).toList();
    }

    /** What is to become of a path that is not there would become of nothing. */
    private void paths(Yaml value) {
        if (value instanceof Yaml.Mapping files) {
            for (Yaml.Entry entry : files.entries()) {
                String path = entry.key().value();
                if (!paths.contains(path) && !ForeignLibrary.isSkipped(path)) {
                    Diagnostic missing = Diagnostic.of(
                                    RuleCode.MAPPING_VALUE,
                                    file.at(entry.key().span()),
                                    "the library has nothing called \"" + path + "\"")
                            .remedy("take the line out, or write a path as it is in the library");
                    diagnostics.add(Closest.to(path, paths).map(missing::meant).orElse(missing));
                }
            }
        }
    }

    private List<String> destinations() {
        return Stream.concat(
                        table.all().stream().map(Ours::key),
                        Stream.of("heading What to do", "notes", "keep", "nothing"))
                .toList();
    }

    /** The file's text. */
    static String write(Mapping mapping, Ours.Table table, String library) {
        StringBuilder out = new StringBuilder();
        out.append("# What the files of ")
                .append(library.replaceAll("\\p{Cntrl}", ""))
                .append(" become in the playbook: theirs on the left, ours on the right.\n");
        out.append(
                "# This is a first guess. Change what is wrong, look again with \"playbook import DIR\", and bring the\n");
        out.append(
                "# files over with \"playbook import DIR --write\". Nothing that is there already is overwritten.\n\n");
        out.append(
                "# The old site's address, such as https://methods.example.org: links to it become links of the playbook.\n");
        out.append("from: ")
                .append(mapping.from().isEmpty() ? "" : Scalars.of(mapping.from()))
                .append("\n\n");
        out.append(
                "# Folders and files: practices, pages, pages/guide (in a folder of that name) or nothing. The longest path\n# that fits counts.\n");
        part(out, "files", mapping.files(), Mapping.Put::written);
        out.append(
                "\n# Keys between the --- lines, and facts like \"Time: 30 minutes\" at the head of a text. They become:\n");
        out.append(wrapped(table.all().stream().map(Ours::key).collect(Collectors.joining(", "))));
        out.append("# or \"heading What to do\" (text below that heading), notes (kept in the entry, under \"")
                .append(EntryText.NOTES)
                .append("\")\n# or nothing (left out).\n");
        part(out, "fields", mapping.fields(), Destination::written);
        out.append("\n# Headings in the text: a field as above, \"heading …\" (another heading), keep or nothing.\n");
        part(out, "headings", mapping.headings(), Destination::written);
        out.append(
                "\n# Words that are in none of the playbook's vocabularies (content/taxonomy): write the term that\n");
        out.append(
                "# stands for each, for example phases/prepare, or add it there. notes: kept in the entry; nothing: left out.\n");
        part(out, "terms", mapping.terms(), term -> term);
        return out.toString();
    }

    private static String wrapped(String words) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder("#");
        for (String word : words.split(" ")) {
            if (line.length() + word.length() > 100) {
                lines.append(line).append('\n');
                line.setLength(1);
            }
            line.append(' ').append(word);
        }
        return lines.append(line).append('\n').toString().toLowerCase(Locale.ROOT);
    }

    private static <T> void part(StringBuilder out, String name, Map<String, T> part, Function<T, String> written) {
        out.append(name).append(part.isEmpty() ? ": {}\n" : ":\n");
        part.forEach((key, value) -> out.append("  ")
                .append(Scalars.of(key))
                .append(": ")
                .append(Scalars.of(written.apply(value)))
                .append('\n'));
    }
}
