package org.practiceplaybook.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.practiceplaybook.content.value.LanguageTag;
import org.practiceplaybook.content.value.OldAddress;
import org.practiceplaybook.content.value.Outcome;
import org.practiceplaybook.content.value.Slug;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Heading;
import org.practiceplaybook.markdown.Markdown;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.KnownKeys;
import org.practiceplaybook.yaml.Scalars;
import org.practiceplaybook.yaml.Yaml;

/** Makes entries of Markdown files. May be shared between threads. */
final class EntryReader {
    private static final String A_PRACTICE = "a practice";
    private static final String AN_ATTEMPT = "an attempt";
    private static final String A_PATHWAY = "a pathway";
    private static final List<Field<?>> OF_ATTEMPT = List.of(Fields.LESSON, Fields.RESULT);
    private static final List<Field<?>> OF_PATHWAY = List.of(Fields.STEPS);
    private static final List<Field<?>> OF_PRACTICE = List.of(Fields.CHALLENGES, Fields.SUMMARY);

    /** Of a pathway. */
    private static final int FEWEST_STEPS = 2;

    private static final int MOST_STEPS = 10;

    private final Markdown markdown;
    private final QuotationMarks marks;
    private final Model model;
    private final List<Field<?>> ofPractice;
    private final List<Field<?>> ofAttempt;
    private final KnownKeys keys;
    private final BiFunction<String, Body, Sketch> sketches;

    /**
     * A reader of entries.
     *
     * @param sketches makes of a summary and a text what they are found alike by
     */
    EntryReader(Markdown markdown, QuotationMarks marks, Model model, BiFunction<String, Body, Sketch> sketches) {
        this.markdown = markdown;
        this.marks = marks;
        this.model = model;
        this.ofPractice = model.ofPractice();
        this.ofAttempt = model.ofAttempt();
        this.keys = model.keys();
        this.sketches = sketches;
    }

    /** A reader that puts what is translated in the place of what it translates. */
    static EntryReader ofTranslations(QuotationMarks marks, Model model) {
        return new EntryReader(Markdown.plain(marks), marks, model, Sketch::of);
    }

    /** Words in another language; what else an entry has, the original says. */
    FileReading translation(SourceFile file, ContentPath path) {
        LanguageTag.Translated translated = path.translated().orElseThrow();
        Draft draft =
                new Draft(file, model.ofTranslations().get(path.kind().name().toLowerCase(Locale.ROOT)));
        Optional<Located<String>> mark = draft.fields.get(Fields.TRANSLATES);
        FileReading reading = switch (path.kind()) {
            case PRACTICE -> practice(draft, path.slug());
            case ATTEMPT -> attempt(draft, path.slug());
            case PATHWAY -> pathway(draft, path.slug());
            default -> page(draft, path.slug());
        };
        return reading.without(RuleCode.SOURCE_AUTHOR)
                .as(new Content.Translation(file, translated.language(), translated.original(), reading.entry(), mark));
    }

    /** An entry in the words of a translation. */
    Entry translated(Entry original, Content.Translation translation, QuotationMarks ofOriginal) {
        List<Field<?>> table = model.ofEntries().get(FieldValues.kind(original));
        Draft draft = new Draft(original, translation, table, ofOriginal);
        String slug = original.slug();
        FileReading reading = original instanceof Practice
                ? practice(draft, slug)
                : original instanceof Attempt
                        ? attempt(draft, slug)
                        : original instanceof Pathway ? pathway(draft, slug) : page(draft, slug);
        return reading.entry().orElseThrow();
    }

    FileReading practice(SourceFile file, String slug) {
        return practice(new Draft(file, ofPractice), slug);
    }

    private FileReading practice(Draft draft, String slug) {
        FieldReader fields = draft.fields;
        draft.misplaced(A_PRACTICE, AN_ATTEMPT, OF_ATTEMPT);
        draft.misplaced(A_PRACTICE, A_PATHWAY, OF_PATHWAY);
        Located<String> title = draft.title(slug);
        Located<String> summary = draft.required(Fields.SUMMARY);
        List<Located<String>> names = fields.get(Fields.AKA);
        names.stream()
                .filter(name -> !OldAddress.isOne(name.value()) && Slug.isTooLong(Slug.of(name.value())))
                .forEach(name -> fields.report(
                        TextReader.longName(draft.file.at(name.span()), "write a few words of it, or take it out")));
        return draft.done(new Practice(
                draft.owner,
                slug,
                title,
                summary,
                fields.terms(),
                fields.get(Fields.TIME).map(Located::value),
                fields.written(Fields.TIME),
                fields.get(Fields.WHERE),
                fields.get(Fields.GROUP).map(Located::value),
                fields.written(Fields.GROUP),
                fields.get(Fields.EXPERIENCE),
                values(fields.get(Fields.MATERIALS)),
                model.values(fields),
                related(fields),
                fields.get(Fields.SOURCES).stream()
                        .flatMap(source -> source.citation().stream())
                        .toList(),
                values(fields.get(Fields.AUTHORS)),
                names,
                fields.get(Fields.REVIEWED).map(Located::value),
                fields.get(Fields.STATE).orElse(State.LIVE),
                fields.get(Fields.REPLACED_BY),
                draft.body,
                sketches.apply(summary.value(), draft.body)));
    }

    FileReading attempt(SourceFile file, String slug) {
        return attempt(new Draft(file, ofAttempt), slug);
    }

    private FileReading attempt(Draft draft, String slug) {
        FieldReader fields = draft.fields;
        draft.misplaced(AN_ATTEMPT, A_PRACTICE, OF_PRACTICE);
        draft.misplaced(AN_ATTEMPT, A_PATHWAY, OF_PATHWAY);
        Located<String> title = draft.title(slug);
        List<Located<String>> practices = fields.get(Fields.PRACTICES);
        List<Located<String>> ledTo = fields.get(Fields.LED_TO);
        if (practices.isEmpty() && ledTo.isEmpty() && draft.readable()) {
            draft.missing(
                    Fields.PRACTICES,
                    Fields.PRACTICES.need().example(),
                    "; where it was not tried: "
                            + Fields.LED_TO.line(Fields.PRACTICES.need().example()));
        }
        Optional<Outcome> outcome = fields.get(Fields.RESULT);
        if (outcome.isEmpty()
                && draft.readable()
                && fields.written(Fields.RESULT).isEmpty()) {
            draft.missing(Fields.RESULT);
        }
        return draft.done(new Attempt(
                draft.owner,
                slug,
                title,
                practices,
                ledTo,
                outcome,
                draft.required(Fields.LESSON),
                fields.textOf(Fields.SETTING).value(),
                fields.get(Fields.WHEN).map(Located::value),
                fields.textOf(Fields.SHARED_BY).value(),
                fields.terms(),
                fields.get(Fields.FOLLOWS),
                fields.get(Fields.SOURCE).flatMap(FieldReader::citation),
                fields.get(Fields.AKA),
                draft.body));
    }

    FileReading pathway(SourceFile file, String slug) {
        return pathway(new Draft(file, Fields.OF_PATHWAY), slug);
    }

    private FileReading pathway(Draft draft, String slug) {
        FieldReader fields = draft.fields;
        if (!fields.has(Fields.STEPS)) {
            draft.misplaced(A_PATHWAY, AN_ATTEMPT, OF_ATTEMPT);
            draft.misplaced(A_PATHWAY, A_PRACTICE, OF_PRACTICE);
        }
        Located<String> title = draft.title(slug);
        Located<String> summary = draft.required(Fields.PATHWAY_SUMMARY);
        List<Pathway.Step> steps = new ArrayList<>();
        fields.get(Fields.STEPS).forEach(step -> step(step).ifPresent(steps::add));
        boolean whole = draft.says(Fields.STEPS) && draft.readable();
        if (whole && (steps.size() < FEWEST_STEPS || steps.size() > MOST_STEPS)) {
            fields.report(Diagnostic.of(
                            RuleCode.STEPS_NUMBER,
                            draft.file.at(fields.placeOf(Fields.STEPS)),
                            "a pathway has " + FEWEST_STEPS + " to " + MOST_STEPS + " steps, this one has "
                                    + steps.size())
                    .effect(
                            steps.size() < FEWEST_STEPS
                                    ? "a way that is over where it begins"
                                    : "a way that is hard to keep in mind")
                    .remedy("write each step as: - " + Fields.STEP_PRACTICE.line("know-your-role")));
        }
        return draft.done(new Pathway(
                draft.owner, slug, title, summary, fields.get(Fields.FOR), steps, fields.get(Fields.AKA), draft.body));
    }

    private static Optional<Pathway.Step> step(FieldReader fields) {
        Optional<Located<String>> practice = fields.get(Fields.STEP_PRACTICE);
        String why = fields.textOf(Fields.WHY).value();
        fields.unknown();
        if (practice.isEmpty()) {
            Field.Need need = Fields.STEP_PRACTICE.need();
            fields.report(Diagnostic.of(need.rule(), fields.file().at(fields.span()), "this step names no practice")
                    .effect(need.without())
                    .remedy("add a line with the name of its file, without .md: "
                            + Fields.STEP_PRACTICE.line(need.example())));
        }
        return practice.map(slug -> new Pathway.Step(slug, why));
    }

    /** A page needs nothing: its title is the first heading, or else its file name. */
    FileReading page(SourceFile file, String slug) {
        return page(new Draft(file, Fields.OF_PAGE), slug);
    }

    private FileReading page(Draft draft, String slug) {
        FieldReader fields = draft.fields;
        Located<String> title = fields.said(Fields.PAGE_TITLE)
                .or(() -> draft.body.title().map(heading -> new Located<>(heading.text(), heading.span())))
                .or(() -> draft.body.headings().stream()
                        .findFirst()
                        .map(heading -> new Located<>(heading.text(), heading.span())))
                .filter(text -> !text.value().isBlank())
                .or(() -> fields.get(Fields.PAGE_TITLE))
                .orElseGet(() -> new Located<>(titleOfSlug(slug), Span.NONE));
        return FileReading.of(
                new Page(
                        draft.owner,
                        slug,
                        title,
                        fields.textOf(Fields.PAGE_SUMMARY),
                        fields.quietly(Fields.ORDER).orElse(Page.UNORDERED),
                        fields.get(Fields.IN_MENU).map(Located::value),
                        fields.get(Fields.AKA),
                        draft.body),
                draft.all());
    }

    /** What every kind of entry goes through. */
    private final class Draft {
        private final SourceFile file;
        /** Whose entry it becomes: of a translated one, the translation. */
        private final SourceFile owner;

        private final List<Field<?>> table;
        private final FrontMatter frontMatter;
        private final List<Diagnostic> diagnostics;
        private final FieldReader fields;
        private final Body body;
        /** What must be written where there is no front matter at all. */
        private final List<String> lacking = new ArrayList<>();

        private boolean wrongFolder;

        Draft(SourceFile file, List<Field<?>> table) {
            this.file = file;
            this.owner = file;
            this.table = table;
            this.frontMatter = FrontMatter.read(file, keys);
            this.diagnostics = new ArrayList<>(frontMatter.diagnostics());
            this.fields = new FieldReader(file, frontMatter.mapping(), table, marks, diagnostics);
            this.body = markdown.read(file, frontMatter.bodyStart(), frontMatter::isTitle);
        }

        Draft(Entry original, Content.Translation translation, List<Field<?>> table, QuotationMarks ofOriginal) {
            this.file = original.file();
            this.owner = translation.file();
            this.table = table;
            this.frontMatter = FrontMatter.read(file, keys);
            this.diagnostics = new ArrayList<>();
            Yaml.Mapping words = FrontMatter.read(owner, keys).mapping();
            this.fields = new FieldReader(file, frontMatter.mapping(), table, ofOriginal, diagnostics)
                    .in(new FieldReader(owner, words, table, marks, diagnostics));
            this.body = translation.entry().orElseThrow().body();
        }

        /** Is it for this file to say, and not for the one that it translates? */
        boolean says(Field<?> field) {
            return !table.contains(Fields.TRANSLATES)
                    || field.wording() != Field.Wording.FACT && !(field.shape() instanceof Shape.Parts);
        }

        /** False where an error said already that the fields could not be read, or that they are another kind's. */
        boolean readable() {
            return !wrongFolder && frontMatter.diagnostics().stream().noneMatch(Diagnostic::isError);
        }

        /** Says so where the fields are those of another kind of entry. */
        void misplaced(String kind, String other, List<Field<?>> keys) {
            if (table.contains(Fields.TRANSLATES)
                    || !readable()
                    || !keys.stream().allMatch(fields::has)) {
                return;
            }
            String folder = file.path().substring(0, file.path().indexOf('/') + 1);
            fields.report(Diagnostic.of(
                            RuleCode.WRONG_FOLDER,
                            file.at(fields.placeOf(keys.get(0))),
                            "this looks like " + other + ", and the file is in " + folder)
                    .label("only " + other + " has this field")
                    .effect(kind + " without half of what it needs")
                    .remedy("move the file to " + other.substring(other.indexOf(' ') + 1) + "s/"));
            wrongFolder = true;
        }

        Located<String> title(String slug) {
            Optional<Located<String>> title = fields.said(Fields.TITLE);
            if (title.isEmpty() && readable()) {
                // where other headings of the first level follow, the first is one of them
                String heading = body.title()
                        .filter(first ->
                                body.headings().stream().noneMatch(other -> other != first && other.level() == 1))
                        .map(Heading::text)
                        .orElseGet(() -> titleOfSlug(slug));
                missing(Fields.TITLE, Scalars.of(heading), "");
            }
            title.ifPresent(text -> tooLong(Fields.TITLE, text));
            return title.or(() -> body.title().map(heading -> new Located<>(heading.text(), heading.span())))
                    .orElseGet(() -> new Located<>(titleOfSlug(slug), Span.NONE));
        }

        Located<String> required(Field<Optional<Located<String>>> field) {
            Located<String> text = fields.textOf(field);
            if (text.value().isEmpty() && readable()) {
                missing(field);
            }
            tooLong(field, text);
            return text;
        }

        private void tooLong(Field<?> field, Located<String> text) {
            int length = text.value().codePointCount(0, text.value().length());
            if (length > field.longest()) {
                fields.report(Diagnostic.of(
                                field.limit().rule(),
                                file.at(text.span()),
                                "the " + field.key() + " is longer than " + field.longest() + " characters")
                        .label(length + " characters")
                        .effect("it cut short on cards and in search results")
                        .remedy("say it shorter"));
            }
        }

        void missing(Field<?> field) {
            missing(field, field.need().example(), "");
        }

        /**
         * Says that a field is missing.
         *
         * @param or what could be written instead
         */
        private void missing(Field<?> field, String value, String or) {
            if (!says(field)) {
                return;
            }
            boolean empty = fields.has(field);
            if (empty && fields.hashed(field)) {
                return;
            }
            String key = field.key();
            String example = field.line(value);
            if (!frontMatter.present()) {
                lacking.add(example);
                return;
            }
            boolean otherForm = diagnostics.removeIf(d -> d.rule() == RuleCode.NOT_TEXT && isValueOf(key, d));
            String fault = otherForm ? "not one line of text" : empty ? "empty" : "missing";
            Span place = empty ? fields.placeOf(field) : firstLine();
            fields.report(Diagnostic.of(
                            field.need().rule(),
                            file.at(place),
                            "the " + key + (key.endsWith("s") ? " are " : " is ") + fault)
                    .effect("the entry without it: " + field.need().without())
                    .remedy((otherForm
                                    ? "write it in one line behind the colon: " + example
                                    : empty
                                            ? "write something behind the colon: " + example
                                            : "write a line between the --- lines: " + example)
                            + or));
        }

        private boolean isValueOf(String key, Diagnostic diagnostic) {
            return frontMatter
                    .mapping()
                    .entry(key)
                    .filter(entry ->
                            entry.value().span().equals(diagnostic.place().span()))
                    .isPresent();
        }

        private Span firstLine() {
            Span line = file.lineAt(file.text().indexOf("---"));
            return line.length() == 0 ? new Span(line.start(), line.start()) : line;
        }

        /** One mistake, whatever it leaves out. */
        private void withoutFrontMatter() {
            if (lacking.isEmpty()) {
                return;
            }
            fields.report(Diagnostic.of(
                            RuleCode.FENCE_MISSING,
                            file.firstLine(),
                            "the file does not begin with two --- lines and what stands between them")
                    .effect("the entry without its title and all else that stands there")
                    .remedy("begin the file with these lines")
                    .edit(new Edit(Span.NONE, "---\n" + String.join("\n", lacking) + "\n---\n\n")));
        }

        FileReading done(Entry entry) {
            withoutFrontMatter();
            if (!wrongFolder) {
                table.forEach(fields::passOver);
                fields.unknown();
            }
            if (body.title().isPresent() && fields.has(Fields.TITLE)) {
                fields.report(Diagnostic.of(
                                RuleCode.HEADING_ONE,
                                file.at(body.title().get().span()),
                                "the title stands in the front matter already")
                        .effect("the title once; this line is left out")
                        .remedy("take this line out"));
            }
            return FileReading.of(entry, all());
        }

        List<Diagnostic> all() {
            List<Diagnostic> all = new ArrayList<>(diagnostics);
            all.addAll(body.diagnostics());
            return all;
        }
    }

    private List<Practice.Related> related(FieldReader fields) {
        List<Practice.Related> related = new ArrayList<>();
        for (Yaml.Entry entry : fields.get(Fields.RELATED)) {
            String reason = entry.value() instanceof Yaml.Text text && !text.isEmpty()
                    ? marks.set(FieldReader.fold(text.value()))
                    : "";
            if (reason.isEmpty()) {
                fields.report(Diagnostic.of(
                                RuleCode.RELATED_REASON,
                                fields.file().at(entry.key().span()),
                                "a word on why \"" + entry.key().value() + "\" is related would help")
                        .effect("its title and nothing that makes them go there")
                        .remedy("write behind it, for example: " + entry.key().value()
                                + ": It helps when the group is new."));
            }
            if (reason.codePointCount(0, reason.length()) > Fields.RELATED.longest()) {
                fields.report(Diagnostic.of(
                                Fields.RELATED.limit().rule(),
                                fields.file().at(entry.value().span()),
                                "the reason is longer than " + Fields.RELATED.longest() + " characters")
                        .effect("a link with a long text beside it")
                        .remedy("say it shorter"));
            }
            related.add(new Practice.Related(entry.key(), reason));
        }
        return related;
    }

    private static List<String> values(List<Located<String>> texts) {
        return texts.stream().map(Located::value).toList();
    }

    /** {@code know-your-role} as {@code Know your role}; of a folder's own page the folder's name. */
    static String titleOfSlug(String slug) {
        String[] parts = slug.split("/");
        String name = parts[parts.length - 1];
        if (name.equalsIgnoreCase("index") && parts.length > 1) {
            name = parts[parts.length - 2];
        }
        String words = name.replace('-', ' ').replace('_', ' ').strip();
        if (words.isEmpty()) {
            return name;
        }
        int first = words.offsetByCodePoints(0, 1);
        return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
    }
}
