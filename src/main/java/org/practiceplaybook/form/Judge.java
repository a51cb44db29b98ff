package org.practiceplaybook.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.practiceplaybook.check.FutureDates;
import org.practiceplaybook.check.TextRules;
import org.practiceplaybook.check.TranslatedText;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.FileReading;
import org.practiceplaybook.content.FrontMatter;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.TextReader;
import org.practiceplaybook.content.value.LanguageTag;
import org.practiceplaybook.content.value.PartialDate;
import org.practiceplaybook.content.value.PortableName;
import org.practiceplaybook.content.value.Slug;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.LinkEnd;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Markdown;
import org.practiceplaybook.markdown.Pasted;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.text.GlossaryIndex;
import org.practiceplaybook.theme.Words;

/**
 * What a form asks while somebody writes: it judges a text as the build will, shows it as its page will, and tells fields
 * from text and text from fields. What is handed in and out is text, lists and maps, as JSON has them.
 *
 * <p>Knows no files, threads or clock, for it runs in a browser.
 */
public final class Judge {
    private final Facts facts;
    /** Readers, and the Markdown of each, by the language of what they read. */
    private final Map<String, Markdown> markdown = new HashMap<>();

    private final Map<String, TextReader> readers = new HashMap<>();
    private final Words words;
    /** What sections are called in the language of the originals, by key; nothing in their own edition. */
    private final Map<String, String> names;

    private final GlossaryIndex glossary;
    private final Map<String, Entry> others = new HashMap<>();

    /**
     * A judge for one playbook.
     *
     * @param facts all of {@link #facts} and {@link #moreFacts}, the interface's {@code text}s by key, and of an edition that is
     *     translated the names that sections have in the {@code original}'s language, likewise
     */
    public Judge(Map<String, Object> facts) {
        JsonValue given = new JsonValue(facts);
        this.facts = Facts.of(given);
        this.words = Words.of(this.facts.language(), given.map("text"));
        this.names = given.map("original");
        this.glossary = new GlossaryIndex(this.facts.glossary());
    }

    private Markdown markdown(String path) {
        return markdown.computeIfAbsent(
                LanguageTag.ofText(path, facts.languages()), language -> Markdown.plain(QuotationMarks.of(language)));
    }

    private TextReader reader(String path) {
        return readers.computeIfAbsent(
                LanguageTag.ofText(path, facts.languages()),
                language -> TextReader.ofOneText(
                        markdown(path), QuotationMarks.of(language), facts.model(), facts.languages()));
    }

    private FileReading read(String path, String text) {
        return reader(path).read(path, text);
    }

    /** What a form needs to know of a playbook before somebody writes. */
    public static Map<String, Object> facts(Library library) {
        return Facts.shown(library);
    }

    /** What else a text is judged by. */
    public static Map<String, Object> moreFacts(Library library) {
        return Facts.judgedBy(library);
    }

    /**
     * The fields of a text.
     *
     * @param asked {@code path}, {@code text} and the {@code sections} that have fields
     * @return {@code values} by field; nothing where the fields cannot be told apart
     */
    public Map<String, Object> fields(Map<String, Object> asked) {
        JsonValue given = new JsonValue(asked);
        SourceFile file = new SourceFile(given.text("path"), given.text("text"));
        ByField fields = new ByField(file, given, Optional.empty());
        return fields.front.isReadable() ? Map.of("values", fields.values()) : Map.of();
    }

    /**
     * The text of what a form holds.
     *
     * @param asked {@code folder} of a new text, or {@code path} and {@code text} of one that is changed; {@code sections}
     *     that have fields, and {@code values} by field
     * @return {@code path} and {@code text}; no path where the title gives no name of a file, and {@code nameless} says why
     */
    public Map<String, Object> written(Map<String, Object> asked) {
        JsonValue given = new JsonValue(asked);
        JsonValue values = given.part("values");
        boolean fresh = given.text("path").isEmpty();
        String path = fresh ? path(given.text("folder"), values.text("title")) : given.text("path");
        String kind = fresh ? given.text("folder") + "/x.md" : path;
        SourceFile file = new SourceFile(kind, fresh ? "---\n---\n" : given.text("text"));
        ByField fields = new ByField(file, given, Optional.empty());
        Patch patch = new Patch(file.text());
        fields.front.change(values, patch);
        fields.sections.change(values, patch, markdown(path));
        boolean longName = Slug.isTooLong(Slug.of(values.text("title")));
        String nameless = !fresh || values.text("title").isBlank()
                ? ""
                : path.isEmpty() ? "noLetter" : longName ? "longName" : "";
        return Map.of("path", nameless.isEmpty() ? path : "", "text", patch.done(), "nameless", nameless);
    }

    /** The file of a new text; an attempt may have a title that another one has. */
    private String path(String folder, String title) {
        String slug = PortableName.renamed(Slug.of(title));
        String free = slug;
        for (int n = 2; folder.equals("attempts") && facts.owner(folder, free).isPresent(); n++) {
            free = slug + "-" + n;
        }
        return slug.isEmpty() ? "" : folder + "/" + free + ".md";
    }

    /**
     * What is meant by a text that was copied from elsewhere.
     *
     * @param asked {@code text}
     * @return {@code text} in Markdown; {@code items}, those of a list, where it is one and nothing else
     */
    public Map<String, Object> pasted(Map<String, Object> asked) {
        String text = Pasted.markdown(new JsonValue(asked).text("text"));
        return Map.of("text", text, "items", Pasted.items(text));
    }

    /**
     * Judges a text.
     *
     * @param asked {@code path}, {@code text}, {@code fresh} of a new text, {@code today} as in {@code 2026-05-17}, the {@code sections} that have fields, other
     *     {@code texts} by path
     * @return {@code findings}, {@code outline}, {@code preview}; {@code needs}, the paths of other texts that must be known,
     *     for their headings or because this one translates them; nothing of what is no entry
     */
    public Map<String, Object> verdict(Map<String, Object> asked) {
        JsonValue given = new JsonValue(asked);
        SourceFile file = new SourceFile(given.text("path"), given.text("text"));
        if (TextReader.slug(file.path()).isEmpty()) {
            return Map.of();
        }
        FileReading reading = read(file.path(), file.text());
        given.map("texts").forEach(this::remember);
        String translated =
                reading.translation().map(Content.Translation::original).orElse("");
        Optional<Entry> original = Optional.ofNullable(others.get(translated));
        Entry entry = original.map(one -> reader(file.path())
                        .translated(one, reading.translation().orElseThrow(), QuotationMarks.of(facts.language())))
                .orElseGet(() -> reading.entry().orElseThrow());
        ByField fields = new ByField(file, given, Optional.of(entry.body()));
        List<Diagnostic> found = new ArrayList<>(reading.diagnostics());
        if (given.values().get("fresh") == Boolean.TRUE) {
            facts.owner(folder(file.path()), entry.slug())
                    .ifPresent(rival -> found.add(TextReader.taken(file, rival, entry.slug())));
        }
        PartialDate.parse(given.text("today"))
                .flatMap(today -> FutureDates.of(entry, today))
                .ifPresent(found::add);
        Map<String, Entry> texts = new LinkedHashMap<>(others);
        texts.remove(translated);
        texts.put(file.path(), entry);
        Content content = facts.with(texts, translated, found);
        Library library = Linker.linkOriginals(content);
        Map<String, Object> verdict = new LinkedHashMap<>();
        TreeSet<String> needs = new TreeSet<>();
        for (LinkEnd end : library.linksOf(entry)) {
            if (end instanceof LinkEnd.Broken broken
                    && facts.knows(broken.file())
                    && !texts.containsKey(broken.file())) {
                needs.add(broken.file());
            }
        }
        if (!translated.isEmpty() && original.isEmpty()) {
            needs.add(translated);
        }
        verdict.put("needs", List.copyOf(needs));
        List<Diagnostic> beside = new ArrayList<>();
        original.ifPresent(one -> new TranslatedText(
                        one,
                        reading.translation().orElseThrow(),
                        facts.model(),
                        names.isEmpty()
                                ? words.sections()
                                : Words.of(facts.language(), names).sections(),
                        words.sections())
                .check(beside::add));
        List<Diagnostic> findings = TextRules.run(
                content,
                library,
                words.sections(),
                file.path(),
                reading.translation().isPresent(),
                beside);
        verdict.put(
                "findings",
                findings.stream()
                        .map(finding -> finding(finding, fields, entry))
                        .toList());
        verdict.put("outline", outline(file, entry.body()));
        verdict.put("preview", new Preview(library, words, glossary).of(entry).toString());
        return verdict;
    }

    private void remember(String path, String text) {
        if (!others.containsKey(path) && !text.isBlank()) {
            read(path, text).entry().ifPresent(entry -> others.put(path, entry));
        }
    }

    private static String folder(String path) {
        return path.substring(0, path.indexOf('/'));
    }

    private static Map<String, Object> finding(Diagnostic finding, ByField fields, Entry entry) {
        SourceFile file = finding.place().file();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", finding.code());
        told.put("error", finding.isError());
        told.put("field", fields.of(finding, entry));
        told.put("line", finding.place().isWhole() ? 0 : finding.place().start().line());
        told.put("start", finding.place().span().start());
        told.put("end", finding.place().span().end());
        told.put("message", finding.message());
        told.put("label", finding.label());
        told.put("effect", finding.effect());
        told.put("remedy", finding.remedy());
        finding.edit()
                .ifPresent(edit -> told.put(
                        "instead",
                        Map.of(
                                "start", edit.span().start(),
                                "end", edit.span().end(),
                                "text", edit.text(),
                                "line", edit.corrected(file))));
        return told;
    }

    private static List<Map<String, Object>> outline(SourceFile file, Body body) {
        List<Map<String, Object>> outline = new ArrayList<>();
        body.headings()
                .forEach(heading -> outline.add(Map.of(
                        "level", heading.level(),
                        "text", heading.text(),
                        "line", file.position(heading.span().start()).line())));
        return outline;
    }

    /** A text by its fields. */
    private final class ByField {
        private final FrontFields front;
        private final SectionFields sections;
        private final List<String> keys;

        ByField(SourceFile file, JsonValue asked, Optional<Body> known) {
            FrontMatter read = FrontMatter.read(file);
            String folder = folder(file.path());
            List<Field<?>> table =
                    facts.model().ofEntries().getOrDefault(folder.substring(0, folder.length() - 1), List.of());
            keys = table.stream().map(Field::key).toList();
            front = new FrontFields(file, read, table);
            sections = new SectionFields(
                    file,
                    read.bodyStart(),
                    known.orElseGet(() -> markdown(file.path()).read(file, read.bodyStart(), read::isTitle)),
                    asked.parts("sections").stream()
                            .map(SectionFields.Field::of)
                            .toList(),
                    words.sections());
        }

        Map<String, Object> values() {
            Map<String, Object> values = front.values();
            values.putAll(sections.values());
            return values;
        }

        /** The field in which a finding is mended. */
        String of(Diagnostic finding, Entry entry) {
            String code = finding.code();
            String about = code.endsWith("-missing") ? code.substring(0, code.length() - "-missing".length()) : "";
            Optional<String> known = Optional.of(about).filter(keys::contains);
            if (finding.rule() == RuleCode.TERMS_MISSING && entry instanceof Practice practice) {
                known = facts.model().taxonomies().stream()
                        .filter(taxonomy -> practice.terms().of(taxonomy).isEmpty())
                        .map(Taxonomy::key)
                        .findFirst();
            } else if (finding.rule() == RuleCode.CREDIT_MISSING && entry instanceof Practice practice) {
                known = Optional.of((practice.authors().isEmpty() ? Fields.AUTHORS : Fields.SOURCES).key());
            } else if (finding.rule() == RuleCode.SHARER_MISSING) {
                known = Optional.of(Fields.SHARED_BY.key());
            } else if (finding.rule() == RuleCode.SLUG_TWICE) {
                known = Optional.of(Fields.TITLE.key());
            } else if (finding.rule() == RuleCode.WHAT_MISSING || finding.rule() == RuleCode.WHEN_MISSING) {
                known = sections.named(about);
            }
            int at = finding.place().span().start();
            return known.or(() -> finding.place().isWhole() ? Optional.empty() : front.at(at))
                    .or(() -> finding.place().isWhole() ? Optional.empty() : sections.at(at))
                    .orElse("text");
        }
    }
}
