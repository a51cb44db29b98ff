package org.practiceplaybook.content;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.practiceplaybook.content.value.Slug;
import org.practiceplaybook.content.value.WebPlace;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.Place;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.Yaml;
import org.practiceplaybook.yaml.YamlReader;

/** Makes settings, terms and glossary of YAML files. */
final class DataReader {
    /** What the settings write for no download at all. */
    private static final String NO_DOWNLOADS = "none";

    private DataReader() {}

    static FileReading settings(SourceFile file, QuotationMarks marks) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        FieldReader fields = reader(file, Fields.Playbook.OF_PLAYBOOK, marks, diagnostics);
        PlaybookSettings settings = settings(fields);
        fields.unknown();
        return FileReading.settings(file.path(), settings, diagnostics);
    }

    /** The words of settings in another language; all else is read where it is the original's. */
    static List<Diagnostic> words(SourceFile file, QuotationMarks marks) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        FieldReader fields = reader(file, Fields.Playbook.OF_PLAYBOOK, marks, diagnostics);
        Fields.Playbook.OF_PLAYBOOK.stream().filter(Field::isTranslated).forEach(fields::get);
        Fields.Playbook.OF_PLAYBOOK.forEach(fields::passOver);
        fields.unknown();
        return diagnostics;
    }

    /** What is to be said of a translation of terms: it has words for some of them, and leaves out what it does not say. */
    static List<Diagnostic> termWords(SourceFile file, QuotationMarks marks) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Yaml.Entry entry : mapping(file, Fields.OF_TERM, diagnostics).entries()) {
            if (entry.value() instanceof Yaml.Mapping words) {
                FieldReader fields = new FieldReader(file, words, Fields.OF_TERM, marks, diagnostics);
                Fields.OF_TERM.forEach(fields::get);
                fields.unknown();
            } else {
                diagnostics.add(noFields(file, entry.key()));
            }
        }
        return diagnostics;
    }

    /** Settings in the words of a translation. */
    static PlaybookSettings settingsIn(
            PlaybookSettings original, SourceFile translation, QuotationMarks ofOriginal, QuotationMarks marks) {
        List<Diagnostic> told = new ArrayList<>();
        FieldReader words = reader(translation, Fields.Playbook.OF_PLAYBOOK, marks, told);
        return settings(reader(original.file(), Fields.Playbook.OF_PLAYBOOK, ofOriginal, told)
                        .in(words))
                .at(original.address(), original.repository(), original.host(), original.email());
    }

    static FieldReader reader(
            SourceFile file, List<Field<?>> table, QuotationMarks marks, List<Diagnostic> diagnostics) {
        return new FieldReader(file, mapping(file, table, diagnostics), table, marks, diagnostics);
    }

    private static PlaybookSettings settings(FieldReader fields) {
        PlaybookSettings fallback = PlaybookSettings.DEFAULT;
        return new PlaybookSettings(
                fields.file(),
                text(fields, Fields.Playbook.PLAYBOOK_NAME, fallback.name()),
                text(fields, Fields.Playbook.TAGLINE, ""),
                fields.get(Fields.Playbook.ADDRESS).flatMap(text -> address(fields, text)),
                fields.get(Fields.Playbook.REPOSITORY).flatMap(text -> repository(fields, text)),
                fields.get(Fields.Playbook.HOST),
                text(fields, Fields.Playbook.BRANCH, fallback.branch()),
                languages(fields),
                text(fields, Fields.Playbook.EDITION, ""),
                fields.get(Fields.Playbook.REVIEW_AFTER_MONTHS)
                        .map(Located::value)
                        .orElse(fallback.reviewAfterMonths()),
                text(fields, Fields.Playbook.LICENCE, text(fields, Fields.Playbook.LICENSE, "")),
                text(fields, Fields.Playbook.EMAIL, ""),
                fields.get(Fields.Playbook.AUTHORS_HIDDEN).stream()
                        .map(Located::value)
                        .toList(),
                downloads(fields),
                look(fields),
                new Model.Said(facets(fields), ownFields(fields)),
                FieldValues.ofSettings(fields));
    }

    /** The language that the playbook is written in, then those of its other editions. */
    private static List<String> languages(FieldReader fields) {
        Set<String> languages = new LinkedHashSet<>();
        fields.get(Fields.Playbook.LANGUAGE).map(Located::value).ifPresent(languages::add);
        fields.get(Fields.Playbook.LANGUAGES).forEach(language -> languages.add(language.value()));
        return languages.isEmpty() ? PlaybookSettings.DEFAULT.languages() : List.copyOf(languages);
    }

    private static List<Model.Facet> facets(FieldReader fields) {
        List<Model.Facet> facets = new ArrayList<>();
        for (Shape.Named one : fields.get(Fields.Playbook.FACETS)) {
            Place place = fields.file().at(one.name().span());
            Model.Facet facet = new Model.Facet(
                    one.name().value(),
                    text(one.fields(), Fields.Playbook.LABEL, ""),
                    one.fields().get(Fields.Playbook.FILTER).orElse(true),
                    place);
            one.fields().unknown();
            if (Model.canHold(facet.key())) {
                facets.add(facet);
            } else {
                fields.report(Model.unfitKey(place, facet.key(), "this file", "the playbook without this facet"));
            }
        }
        return facets;
    }

    private static List<Model.Own> ownFields(FieldReader fields) {
        List<Model.Own> own = new ArrayList<>();
        for (Shape.Named one : fields.get(Fields.Playbook.FIELDS)) {
            String key = one.name().value();
            Place place = fields.file().at(one.name().span());
            Model.Own field = new Model.Own(
                    key,
                    text(one.fields(), Fields.Playbook.LABEL, EntryReader.titleOfSlug(key)),
                    one.fields().get(Fields.Playbook.KIND).orElse(Model.Kind.TEXT),
                    place);
            one.fields().unknown();
            if (Model.isFree(key)) {
                own.add(field);
            } else {
                fields.report(Model.unfitKey(place, key, "this file", "the playbook without this field"));
            }
        }
        return own;
    }

    private static Look look(FieldReader fields) {
        return new Look(
                setting(fields, Fields.Playbook.ACCENT),
                setting(fields, Fields.Playbook.ACCENT_DARK),
                setting(fields, Fields.Playbook.LOGO),
                setting(fields, Fields.Playbook.FONT_TEXT),
                setting(fields, Fields.Playbook.FONT_INTERFACE),
                setting(fields, Fields.Playbook.FONT_CODE),
                ways(fields, Fields.Playbook.MENU),
                ways(fields, Fields.Playbook.FOOTER),
                fields.get(Fields.Playbook.HOME).stream()
                        .flatMap(name -> homeSection(fields, name).stream())
                        .distinct()
                        .toList());
    }

    private static Optional<Setting> setting(FieldReader fields, Field<Optional<Located<String>>> field) {
        Optional<Located<String>> found = fields.get(field);
        if (found.isEmpty()) {
            fields.hashed(field);
        }
        return found.map(text -> new Setting(text.value(), fields.file().at(text.span())));
    }

    private static List<Look.Way> ways(FieldReader fields, Field<List<FieldReader>> field) {
        List<Look.Way> ways = new ArrayList<>();
        for (FieldReader way : fields.get(field)) {
            String text = text(way, Fields.Playbook.WAY_TEXT, "");
            setting(way, Fields.Playbook.WAY_TO).ifPresent(to -> ways.add(new Look.Way(to, text)));
            way.unknown();
        }
        return ways;
    }

    private static Optional<HomeSection> homeSection(FieldReader fields, Located<String> name) {
        List<String> names =
                Stream.of(HomeSection.values()).map(HomeSection::key).toList();
        return oneOf(fields, name, names, RuleCode.HOME_VALUE, "the first page has no section", "the first page")
                .map(key -> HomeSection.values()[names.indexOf(key)]);
    }

    private static List<DownloadKind> downloads(FieldReader fields) {
        List<Located<String>> said = fields.get(Fields.Playbook.DOWNLOADS);
        if (said.isEmpty()) {
            return PlaybookSettings.DEFAULT.downloads();
        }
        List<String> names = new ArrayList<>();
        Stream.of(DownloadKind.values()).map(DownloadKind::key).forEach(names::add);
        names.add(NO_DOWNLOADS);
        return said.stream()
                .flatMap(name -> oneOf(
                        fields, name, names, RuleCode.DOWNLOADS_VALUE, "there is no download", "the page of downloads")
                        .stream())
                .filter(key -> !key.equals(NO_DOWNLOADS))
                .map(key -> DownloadKind.values()[names.indexOf(key)])
                .distinct()
                .sorted()
                .toList();
    }

    /** A name of a list, in whatever case it is written. */
    private static Optional<String> oneOf(
            FieldReader fields, Located<String> name, List<String> names, RuleCode rule, String message, String page) {
        String key = name.value().toLowerCase(Locale.ROOT);
        if (names.contains(key)) {
            return Optional.of(key);
        }
        Diagnostic advice = Diagnostic.of(rule, fields.file().at(name.span()), message + " \"" + name.value() + "\"")
                .effect(page + " without it")
                .remedy("write some of: " + String.join(", ", names));
        fields.report(Closest.to(name.value(), names).map(advice::meant).orElse(advice));
        return Optional.empty();
    }

    /** A colour with all its six digits: without {@code #} it is understood, too, for YAML takes what begins with one for a note. */
    static Optional<String> colour(String text) {
        if (!text.matches("#?(?:[0-9A-Fa-f]{3}){1,2}")) {
            return Optional.empty();
        }
        String digits = text.replaceFirst("^#", "").toLowerCase(Locale.ROOT);
        return Optional.of("#" + (digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits));
    }

    private static String text(FieldReader fields, Field<Optional<Located<String>>> field, String fallback) {
        return fields.get(field).map(Located::value).orElse(fallback);
    }

    private static Optional<URI> address(FieldReader fields, Located<String> text) {
        Optional<URI> address = WebPlace.site(text.value());
        if (address.isEmpty()) {
            fields.report(Diagnostic.of(
                            RuleCode.ADDRESS_FORM,
                            fields.file().at(text.span()),
                            "this is not a complete address of the web")
                    .effect("the site without feeds, sitemap and links that need it")
                    .remedy("write it like this: https://example.org/playbook/"));
        }
        return address;
    }

    /** The repository's home page: of an address for git, or of one of its other pages, that is made. */
    private static Optional<URI> repository(FieldReader fields, Located<String> text) {
        Optional<URI> address = WebPlace.repository(text.value());
        if (!WebPlace.isHome(text.value())) {
            Diagnostic advice = Diagnostic.of(
                            RuleCode.REPOSITORY_FORM,
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

    static Optional<String> email(String text) {
        return text.matches("[^\\s@<>?&,;:\"]+@[^\\s@<>?&,;:\"]+\\.[^\\s@<>?&,;:\"]+")
                ? Optional.of(text)
                : Optional.empty();
    }

    static FileReading terms(SourceFile file, QuotationMarks marks, Taxonomy taxonomy) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Yaml.Mapping mapping = mapping(file, Fields.OF_TERM, diagnostics);
        List<Term> terms = new ArrayList<>();
        int position = 0;
        for (Yaml.Entry entry : mapping.entries()) {
            position++;
            term(file, marks, taxonomy, entry, position, diagnostics).ifPresent(terms::add);
        }
        return FileReading.terms(file.path(), terms, diagnostics);
    }

    /**
     * Terms in the words of translations; those that nobody translated stay as they are.
     *
     * @param model as the translations call it
     * @param translated by the path of what it translates
     */
    static List<Term> termsIn(
            List<Term> originals,
            Model model,
            Map<String, Content.Translation> translated,
            QuotationMarks ofOriginal,
            QuotationMarks marks) {
        Map<SourceFile, Map<String, FieldReader>> facts = new HashMap<>();
        Map<SourceFile, Map<String, FieldReader>> words = new HashMap<>();
        List<Term> terms = new ArrayList<>();
        for (Term term : originals) {
            SourceFile file = term.place().file();
            Content.Translation translation = translated.get(file.path());
            FieldReader said = translation == null
                    ? null
                    : words.computeIfAbsent(translation.file(), other -> termReaders(other, marks))
                            .get(term.slug());
            Taxonomy taxonomy = model.taxonomy(term.taxonomy().key()).orElseThrow();
            terms.add(
                    said == null
                            ? term.of(taxonomy)
                            : term(
                                    facts.computeIfAbsent(file, one -> termReaders(one, ofOriginal))
                                            .get(term.slug())
                                            .in(said),
                                    taxonomy,
                                    term.slug(),
                                    term.order(),
                                    said.file().at(said.span())));
        }
        return terms;
    }

    /** What each term of a file says, by its short name. */
    static Map<String, FieldReader> termReaders(SourceFile file, QuotationMarks marks) {
        List<Diagnostic> told = new ArrayList<>();
        Map<String, FieldReader> readers = new HashMap<>();
        for (Yaml.Entry entry : mapping(file, Fields.OF_TERM, told).entries()) {
            if (entry.value() instanceof Yaml.Mapping fields) {
                readers.put(entry.key().value(), new FieldReader(file, fields, Fields.OF_TERM, marks, told));
            }
        }
        return readers;
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
            diagnostics.add(Diagnostic.of(
                            RuleCode.SLUG_FORM,
                            file.at(slug.span()),
                            "a term's short name has only letters, digits and hyphens")
                    .effect("the playbook without this term")
                    .replaceBy(Slug.of(slug.value())));
            return Optional.empty();
        }
        if (Slug.isTooLong(slug.value())) {
            diagnostics.add(TextReader.longName(file.at(slug.span()), "use a few words of it"));
            return Optional.empty();
        }
        if (!(entry.value() instanceof Yaml.Mapping fieldsOfTerm)) {
            diagnostics.add(noFields(file, slug));
            return Optional.empty();
        }
        FieldReader fields = new FieldReader(file, fieldsOfTerm, Fields.OF_TERM, marks, diagnostics);
        required(fields, Fields.NAME, slug);
        required(fields, Fields.DEFINITION, slug);
        Term term = term(fields, taxonomy, slug.value(), position, file.at(slug.span()));
        fields.unknown();
        return Optional.of(term);
    }

    private static Diagnostic noFields(SourceFile file, Located<String> slug) {
        return Diagnostic.of(RuleCode.TERM_FIELDS, file.at(slug.span()), "the term has no name and no definition")
                .effect("the playbook without this term")
                .remedy("write " + Fields.NAME.key() + ": and " + Fields.DEFINITION.key()
                        + ": below it, two spaces further in");
    }

    private static Term term(FieldReader fields, Taxonomy taxonomy, String slug, int position, Place place) {
        return new Term(
                taxonomy,
                slug,
                text(fields, Fields.NAME, EntryReader.titleOfSlug(slug)),
                text(fields, Fields.DEFINITION, ""),
                fields.get(Fields.ORDER).map(Located::value).orElse(position),
                text(fields, Fields.QUESTION, ""),
                fields.get(Fields.QUESTIONS).stream().map(Located::value).toList(),
                fields.get(Fields.NUMBER)
                        .map(number -> OptionalInt.of(number.value()))
                        .orElse(OptionalInt.empty()),
                fields.get(Fields.BAND),
                text(fields, Fields.EXAMPLE, ""),
                place);
    }

    private static void required(FieldReader fields, Field<Optional<Located<String>>> field, Located<String> slug) {
        if (fields.quiet().get(field).isEmpty()) {
            fields.report(
                    Diagnostic.of(field.need().rule(), fields.file().at(slug.span()), "the term has no " + field.key())
                            .effect(field.need().without())
                            .remedy("write a line below it, two spaces further in: "
                                    + field.line(field.need().example())));
        }
    }

    /**
     * The glossary of a language: its own words, and those of the original that none of them stands for.
     *
     * @param translated by the path of what it translates
     */
    static List<GlossaryEntry> glossaryIn(
            List<GlossaryEntry> originals, Map<String, Content.Translation> translated, QuotationMarks marks) {
        Optional<SourceFile> file = originals.stream().map(GlossaryEntry::file).findFirst();
        Optional<Content.Translation> translation = file.map(one -> translated.get(one.path()));
        if (translation.isEmpty()) {
            return originals;
        }
        SourceFile own = translation.get().file();
        List<GlossaryEntry> words =
                new ArrayList<>(glossary(own, Fields.OF_TRANSLATED_WORD, marks).glossary());
        Set<String> said = new HashSet<>();
        words.forEach(word -> {
            said.add(plain(word.term()));
            word.aka().forEach(name -> said.add(plain(name)));
        });
        translatedWords(own).forEach(word -> said.add(plain(word)));
        originals.stream()
                .filter(word -> !said.contains(plain(word.term()))
                        && word.aka().stream().noneMatch(name -> said.contains(plain(name))))
                .forEach(words::add);
        return words;
    }

    /** The words of the original that those of a translation say they stand for. */
    static List<Located<String>> translatedWords(SourceFile file) {
        List<Located<String>> words = new ArrayList<>();
        for (Yaml.Entry entry :
                mapping(file, Fields.OF_TRANSLATED_WORD, new ArrayList<>()).entries()) {
            if (entry.value() instanceof Yaml.Mapping fields) {
                new FieldReader(
                                file,
                                fields,
                                Fields.OF_TRANSLATED_WORD,
                                QuotationMarks.of(PlaybookSettings.DEFAULT.language()),
                                new ArrayList<>())
                        .get(Fields.WORD_TRANSLATES)
                        .ifPresent(words::add);
            }
        }
        return words;
    }

    static String plain(Located<String> word) {
        return word.value().strip().toLowerCase(Locale.ROOT);
    }

    static FileReading glossary(SourceFile file, QuotationMarks marks) {
        return glossary(file, Fields.OF_WORD, marks);
    }

    /** @param table of a word: that of a translation has a field more */
    static FileReading glossary(SourceFile file, List<Field<?>> table, QuotationMarks marks) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Yaml.Mapping mapping = mapping(file, table, diagnostics);
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
            FieldReader fields = new FieldReader(file, fieldsOfTerm, table, marks, diagnostics);
            GlossaryEntry word = new GlossaryEntry(
                    file, term, text(fields, Fields.MEANS, ""), fields.get(Fields.SEE), fields.get(Fields.AKA));
            if (word.means().isEmpty() && word.see().isEmpty()) {
                diagnostics.add(noMeaning(file, term));
            } else {
                entries.add(word);
            }
            table.forEach(fields::passOver);
            fields.unknown();
        }
        return FileReading.glossary(file.path(), entries, diagnostics);
    }

    private static Diagnostic noMeaning(SourceFile file, Located<String> term) {
        return Diagnostic.of(RuleCode.GLOSSARY_MEANS, file.at(term.span()), "\"" + term.value() + "\" is not explained")
                .effect("the glossary without this word")
                .remedy("write a line below it, two spaces further in: " + Fields.MEANS.line("…"));
    }

    static Yaml.Mapping mapping(SourceFile file, List<Field<?>> table, List<Diagnostic> diagnostics) {
        YamlReader.Result result =
                YamlReader.read(file, new Span(0, file.text().length()), Fields.keys(List.of(table)));
        diagnostics.addAll(result.diagnostics());
        return result.mapping();
    }
}
