package org.practiceplaybook.content;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.markdown.QuotationMarks;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.Yaml;
import org.practiceplaybook.yaml.YamlReader;

/** Makes settings, terms and glossary of YAML files. */
final class DataReader {
    private static final Pattern SSH = Pattern.compile("(?:ssh://)?git@([\\w.-]+)[:/]([\\w./~-]+?)(?:\\.git)?/?");
    private static final Pattern OTHER_PAGE =
            Pattern.compile("/(?:-/)?(?:tree|blob|edit|src/branch|raw|issues|pulls?|merge_requests|wiki)(?:/.*)?$");

    private DataReader() {}

    static FileReading settings(SourceFile file, QuotationMarks marks) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Fields fields = new Fields(file, mapping(file, diagnostics), marks, diagnostics);
        PlaybookSettings settings = settings(fields);
        fields.unknown();
        return FileReading.settings(file.path(), settings, diagnostics);
    }

    private static PlaybookSettings settings(Fields fields) {
        PlaybookSettings fallback = PlaybookSettings.DEFAULT;
        return new PlaybookSettings(
                fields.proseOr("name", fallback.name()),
                fields.proseOr("tagline", ""),
                fields.text("address").flatMap(text -> address(fields, text)),
                fields.text("repository").flatMap(text -> repository(fields, text)),
                fields.choice("host", HostKind.values(), HostKind::key),
                fields.textOr("branch", fallback.branch()),
                fields.parsed("language", DataReader::language, "en, de, pt-BR")
                        .map(Located::value)
                        .orElse(fallback.language()),
                fields.textOr("edition", ""),
                fields.parsed("review_after_months", DataReader::months, "12")
                        .map(Located::value)
                        .orElse(fallback.reviewAfterMonths()),
                fields.proseOr("licence", fields.proseOr("license", "")),
                fields.parsed("email", DataReader::email, "playbook@example.org")
                        .map(Located::value)
                        .orElse(""));
    }

    /** What each file of data may hold: told by reading one. Of a file of terms, what each of its terms may hold. */
    static Map<String, Shape.Of> shapes(QuotationMarks marks) {
        Map<String, Shape.Of> shapes = new LinkedHashMap<>();
        SourceFile file = SourceFile.unread("x.yml");
        List<Diagnostic> found = new ArrayList<>();
        Fields settings = new Fields(file, Yaml.Mapping.EMPTY, marks, found);
        settings(settings);
        shapes.put("playbook", Shape.Of.read(settings.shapes(), found, ""));
        List<Diagnostic> foundInTerm = new ArrayList<>();
        Fields term = new Fields(file, Yaml.Mapping.EMPTY, marks, foundInTerm);
        term(term, Taxonomy.ROLES, new Located<>("x", Span.NONE), 1);
        shapes.put("taxonomy", Shape.Of.read(term.shapes(), foundInTerm, "term-"));
        Fields word = new Fields(file, Yaml.Mapping.EMPTY, marks, new ArrayList<>());
        word(word, new Located<>("x", Span.NONE));
        shapes.put("glossary", Shape.Of.read(word.shapes(), List.of(), ""));
        return shapes;
    }

    private static Optional<URI> address(Fields fields, Located<String> text) {
        Optional<URI> address = web(Url.of(text.value()).value().replaceAll("(?<!/)/+$", "") + "/");
        if (address.isEmpty()) {
            fields.report(Diagnostic.advice(
                            "address-form", fields.file().at(text.span()), "this is not a complete address of the web")
                    .effect("the site without feeds, sitemap and links that need it")
                    .remedy("write it like this: https://example.org/playbook/"));
        }
        return address;
    }

    /** The repository's home page: of an address for git, or of one of its other pages, that is made. */
    private static Optional<URI> repository(Fields fields, Located<String> text) {
        Matcher ssh = SSH.matcher(text.value());
        String written = ssh.matches()
                ? "https://" + ssh.group(1) + "/" + ssh.group(2)
                : Url.of(text.value()).value();
        String home = OTHER_PAGE
                .matcher(written.replaceAll("(?<!/)/+$", ""))
                .replaceFirst("")
                .replaceFirst("\\.git$", "");
        Optional<URI> address = web(home);
        if (address.isEmpty() || ssh.matches() || !home.equals(written.replaceAll("(?<!/)/+$|\\.git/*$", ""))) {
            Diagnostic advice = Diagnostic.advice(
                            "repository-form",
                            fields.file().at(text.span()),
                            "this is not the address of the repository's home page")
                    .effect(
                            address.isEmpty()
                                    ? "the site without a way to suggest a change"
                                    : "the links that lead to the address you see below");
            fields.report(address.map(there -> advice.replaceBy(there.toString()))
                    .orElse(advice.remedy("write it like this: https://github.com/your-network/playbook")));
        }
        return address;
    }

    /** An address of the web without query and fragment. */
    private static Optional<URI> web(String written) {
        try {
            URI uri = URI.create(written);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> language(String text) {
        return text.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
                ? Optional.of(Locale.forLanguageTag(text.replace('_', '-')).toLanguageTag())
                : Optional.empty();
    }

    private static Optional<String> email(String text) {
        return text.matches("[^\\s@<>?&,;:\"]+@[^\\s@<>?&,;:\"]+\\.[^\\s@<>?&,;:\"]+")
                ? Optional.of(text)
                : Optional.empty();
    }

    private static Optional<Integer> months(String text) {
        return text.matches("\\d{1,3}") && Integer.parseInt(text) > 0
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }

    static FileReading terms(SourceFile file, QuotationMarks marks, Taxonomy taxonomy) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Yaml.Mapping mapping = mapping(file, diagnostics);
        List<Term> terms = new ArrayList<>();
        int position = 0;
        for (Yaml.Entry entry : mapping.entries()) {
            position++;
            term(file, marks, taxonomy, entry, position, diagnostics).ifPresent(terms::add);
        }
        return FileReading.terms(file.path(), terms, diagnostics);
    }

    private static Optional<Term> term(
            SourceFile file,
            QuotationMarks marks,
            Taxonomy taxonomy,
            Yaml.Entry entry,
            int position,
            List<Diagnostic> diagnostics) {
        Located<String> slug = entry.key();
        if (!Slug.isValid(slug.value())) {
            diagnostics.add(Diagnostic.error(
                            "slug-form",
                            file.at(slug.span()),
                            "a term's short name has only letters, digits and hyphens")
                    .effect("the playbook without this term")
                    .replaceBy(Slug.of(slug.value())));
            return Optional.empty();
        }
        if (!(entry.value() instanceof Yaml.Mapping fieldsOfTerm)) {
            diagnostics.add(
                    Diagnostic.error("term-fields", file.at(slug.span()), "the term has no name and no definition")
                            .effect("the playbook without this term")
                            .remedy("write name: and definition: below it, two spaces further in"));
            return Optional.empty();
        }
        Fields fields = new Fields(file, fieldsOfTerm, marks, diagnostics);
        Term term = term(fields, taxonomy, slug, position);
        fields.unknown();
        return Optional.of(term);
    }

    private static Term term(Fields fields, Taxonomy taxonomy, Located<String> slug, int position) {
        Optional<Located<String>> name = fields.prose("name");
        Optional<Located<String>> definition = fields.prose("definition");
        if (name.isEmpty()) {
            fields.report(missing(fields.file(), slug.span(), "name"));
        }
        if (definition.isEmpty()) {
            fields.report(missing(fields.file(), slug.span(), "definition"));
        }
        return new Term(
                taxonomy,
                slug.value(),
                name.map(Located::value).orElseGet(() -> EntryReader.titleOfSlug(slug.value())),
                definition.map(Located::value).orElse(""),
                fields.parsed("order", DataReader::number, "3")
                        .map(Located::value)
                        .orElse(position),
                fields.proseOr("question", ""),
                fields.parsed("number", DataReader::number, "6")
                        .map(number -> OptionalInt.of(number.value()))
                        .orElse(OptionalInt.empty()),
                fields.choice("band", Band.values(), Band::key),
                fields.proseOr("example", ""),
                fields.file().at(slug.span()));
    }

    private static Diagnostic missing(SourceFile file, Span place, String key) {
        return Diagnostic.error("term-" + key, file.at(place), "the term has no " + key)
                .effect("a term that is not explained")
                .remedy("write a line below it, two spaces further in: " + key + ": …");
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,4}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    static FileReading glossary(SourceFile file, QuotationMarks marks) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Yaml.Mapping mapping = mapping(file, diagnostics);
        List<GlossaryEntry> entries = new ArrayList<>();
        for (Yaml.Entry entry : mapping.entries()) {
            Located<String> term = entry.key();
            if (entry.value() instanceof Yaml.Text means && !means.isEmpty()) {
                entries.add(
                        new GlossaryEntry(file, term, marks.set(means.value().strip()), Optional.empty(), List.of()));
                continue;
            }
            if (!(entry.value() instanceof Yaml.Mapping fieldsOfTerm)) {
                diagnostics.add(noMeaning(file, term));
                continue;
            }
            Fields fields = new Fields(file, fieldsOfTerm, marks, diagnostics);
            GlossaryEntry word = word(fields, term);
            if (word.means().isEmpty() && word.see().isEmpty()) {
                diagnostics.add(noMeaning(file, term));
            } else {
                entries.add(word);
            }
            fields.unknown();
        }
        return FileReading.glossary(file.path(), entries, diagnostics);
    }

    private static GlossaryEntry word(Fields fields, Located<String> term) {
        return new GlossaryEntry(
                fields.file(), term, fields.proseOr("means", ""), fields.text("see"), fields.lines("aka"));
    }

    private static Diagnostic noMeaning(SourceFile file, Located<String> term) {
        return Diagnostic.error("glossary-means", file.at(term.span()), "\"" + term.value() + "\" is not explained")
                .effect("the glossary without this word")
                .remedy("write a line below it, two spaces further in: means: …");
    }

    private static Yaml.Mapping mapping(SourceFile file, List<Diagnostic> diagnostics) {
        YamlReader.Result result = YamlReader.read(file, new Span(0, file.text().length()));
        diagnostics.addAll(result.diagnostics());
        return result.mapping();
    }
}
