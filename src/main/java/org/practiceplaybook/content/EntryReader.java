package org.practiceplaybook.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Markdown;
import org.practiceplaybook.markdown.QuotationMarks;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.Severity;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.Yaml;

/** Makes entries of Markdown files. May be shared between threads. */
final class EntryReader {
    /** What the fields within a field are is seen where there is one: of each kind of entry its own. */
    private static final Map<String, String> WITH_FIELDS_WITHIN = Map.of(
            "practices", "sources: [{title: x}]",
            "attempts", "source: {title: x}",
            "pathways", "steps: [{practice: x}]");

    private static final String A_PRACTICE = "a practice";
    private static final String AN_ATTEMPT = "an attempt";
    private static final String A_PATHWAY = "a pathway";
    private static final List<String> OF_ATTEMPT = List.of("lesson", "result");
    private static final List<String> OF_PATHWAY = List.of("steps");
    private static final List<String> OF_PRACTICE = List.of("challenges", "summary");
    private static final Pattern QUOTES = Pattern.compile("^[\"']|[\"']$");
    private static final Pattern PLURAL = Pattern.compile("(day|week)s$");

    private final Markdown markdown;
    private final QuotationMarks marks;
    private final BiFunction<String, Body, Sketch> sketches;

    /**
     * A reader of entries.
     *
     * @param sketches makes of a summary and a text what they are found alike by
     */
    EntryReader(Markdown markdown, QuotationMarks marks, BiFunction<String, Body, Sketch> sketches) {
        this.markdown = markdown;
        this.marks = marks;
        this.sketches = sketches;
    }

    FileReading practice(SourceFile file, String slug) {
        Draft draft = new Draft(file);
        return draft.done(practice(draft, slug));
    }

    private Practice practice(Draft draft, String slug) {
        Fields fields = draft.fields;
        draft.misplaced(A_PRACTICE, AN_ATTEMPT, OF_ATTEMPT);
        draft.misplaced(A_PRACTICE, A_PATHWAY, OF_PATHWAY);
        Located<String> title = draft.title(slug);
        String summary = draft.required(
                "summary", Limits.SUMMARY, "in two sentences, the problem and what the practice does about it");
        TermRefs terms = fields.terms();
        Optional<Located<TimeRange>> time = time(fields);
        Optional<Located<GroupRange>> group = group(fields);
        return new Practice(
                draft.file,
                slug,
                title,
                summary,
                terms,
                time.map(Located::value),
                fields.textOr("time", ""),
                group.map(Located::value),
                fields.textOr("group", ""),
                fields.choice("experience", Experience.values(), Experience::key),
                values(fields.lines("materials")),
                related(fields),
                fields.citations("sources"),
                values(fields.lines("authors")),
                fields.lines("aka"),
                fields.parsed("reviewed", EntryReader::monthOrDay, "2026-05 or 2026-05-17", Hint::date)
                        .map(Located::value),
                fields.choice("state", State.values(), State::key).orElse(State.LIVE),
                fields.text("replaced_by"),
                draft.body,
                sketches.apply(summary, draft.body));
    }

    FileReading attempt(SourceFile file, String slug) {
        Draft draft = new Draft(file);
        return draft.done(attempt(draft, slug));
    }

    private Attempt attempt(Draft draft, String slug) {
        Fields fields = draft.fields;
        draft.misplaced(AN_ATTEMPT, A_PRACTICE, OF_PRACTICE);
        draft.misplaced(AN_ATTEMPT, A_PATHWAY, OF_PATHWAY);
        Located<String> title = draft.title(slug);
        List<Located<String>> practices = fields.words("practices");
        if (practices.isEmpty() && draft.readable()) {
            draft.missing("practices", "the practice that was tried, by its file name", "practices: [know-your-role]");
        }
        return new Attempt(
                draft.file,
                slug,
                title,
                practices,
                outcome(draft),
                draft.required("lesson", Limits.LESSON, "in one sentence, what was learnt"),
                fields.proseOr("setting", ""),
                fields.parsed("when", EntryReader::yearOrMonth, "2026 or 2026-05", Hint::date)
                        .map(Located::value),
                fields.proseOr("shared_by", ""),
                fields.terms(),
                fields.text("follows"),
                fields.part("source").flatMap(Fields::citation),
                draft.body);
    }

    FileReading pathway(SourceFile file, String slug) {
        Draft draft = new Draft(file);
        return draft.done(pathway(draft, slug));
    }

    private Pathway pathway(Draft draft, String slug) {
        SourceFile file = draft.file;
        Fields fields = draft.fields;
        if (!fields.has("steps")) {
            draft.misplaced(A_PATHWAY, AN_ATTEMPT, OF_ATTEMPT);
            draft.misplaced(A_PATHWAY, A_PRACTICE, OF_PRACTICE);
        }
        Located<String> title = draft.title(slug);
        String summary = draft.required("summary", Limits.SUMMARY, "in a sentence or two, when to take this path");
        List<Pathway.Step> steps = new ArrayList<>();
        for (Fields step : fields.parts("steps", "practice")) {
            step.text("practice")
                    .ifPresentOrElse(
                            practice -> steps.add(new Pathway.Step(practice, step.proseOr("why", ""))),
                            () -> step.report(Diagnostic.error(
                                            "step-practice", file.at(step.span()), "this step names no practice")
                                    .effect("the pathway without this step")
                                    .remedy("add a line with the name of its file, without .md: practice: …")));
            step.proseOr("why", "");
            step.unknown();
        }
        if (draft.readable() && (steps.size() < Limits.FEWEST_STEPS || steps.size() > Limits.MOST_STEPS)) {
            fields.report(Diagnostic.advice(
                            "steps-number",
                            file.at(fields.placeOf("steps")),
                            "a pathway has " + Limits.FEWEST_STEPS + " to " + Limits.MOST_STEPS
                                    + " steps, this one has " + steps.size())
                    .effect(
                            steps.size() < Limits.FEWEST_STEPS
                                    ? "a way that is over where it begins"
                                    : "a way that is hard to keep in mind")
                    .remedy("write each step as: - practice: know-your-role"));
        }
        return new Pathway(file, slug, title, summary, fields.words("for"), steps, draft.body);
    }

    /** A page needs nothing: its title is the first heading, or else its file name. */
    FileReading page(SourceFile file, String slug) {
        Draft draft = new Draft(file);
        Page page = page(draft, slug);
        return FileReading.of(page, draft.all());
    }

    private Page page(Draft draft, String slug) {
        Fields fields = draft.fields;
        Located<String> title = fields.prose("title")
                .or(() -> draft.body.title().map(heading -> new Located<>(heading.text(), heading.span())))
                .or(() -> draft.body.headings().stream()
                        .findFirst()
                        .map(heading -> new Located<>(heading.text(), heading.span())))
                .filter(text -> !text.value().isBlank())
                .orElseGet(() -> new Located<>(titleOfSlug(slug), Span.NONE));
        Optional<Integer> order = fields.text("order").flatMap(text -> number(text.value()));
        return new Page(
                draft.file, slug, title, fields.proseOr("summary", ""), order.orElse(Page.UNORDERED), draft.body);
    }

    /** The keys that the front matter of each kind of entry may have, by the folder of the kind, as they are asked for. */
    Map<String, List<String>> keys() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (String folder : TextReader.ENTRY_FOLDERS) {
            Draft draft = new Draft(new SourceFile(folder + "/x.md", ""));
            switch (folder) {
                case "practices" -> practice(draft, "x");
                case "attempts" -> attempt(draft, "x");
                case "pathways" -> pathway(draft, "x");
                default -> page(draft, "x");
            }
            keys.put(folder, draft.fields.known());
        }
        return keys;
    }

    /** What the front matter of each kind of entry may hold, by the folder of the kind: told by reading one. */
    Map<String, Shape.Of> shapes() {
        Map<String, Shape.Of> shapes = new LinkedHashMap<>();
        for (String folder : TextReader.ENTRY_FOLDERS) {
            Draft draft = new Draft(new SourceFile(
                    folder + "/x.md", "---\n" + WITH_FIELDS_WITHIN.getOrDefault(folder, "") + "\n---\n"));
            switch (folder) {
                case "practices" -> practice(draft, "x");
                case "attempts" -> attempt(draft, "x");
                case "pathways" -> pathway(draft, "x");
                default -> page(draft, "x");
            }
            shapes.put(folder, Shape.Of.read(draft.fields.shapes(), draft.diagnostics, ""));
        }
        return shapes;
    }

    /** What every kind of entry goes through. */
    private final class Draft {
        private final SourceFile file;
        private final FrontMatter frontMatter;
        private final List<Diagnostic> diagnostics;
        private final Fields fields;
        private final Body body;
        private boolean wrongFolder;

        Draft(SourceFile file) {
            this.file = file;
            this.frontMatter = FrontMatter.read(file);
            this.diagnostics = new ArrayList<>(frontMatter.diagnostics());
            this.fields = new Fields(file, frontMatter.mapping(), marks, diagnostics);
            this.body = markdown.read(file, frontMatter.bodyStart());
        }

        /** False where an error said already that the fields could not be read, or that they are another kind's. */
        boolean readable() {
            return !wrongFolder && frontMatter.diagnostics().stream().noneMatch(Diagnostic::isError);
        }

        /** Says so where the fields are those of another kind of entry. */
        void misplaced(String kind, String other, List<String> keys) {
            if (!readable() || !keys.stream().allMatch(fields::has)) {
                return;
            }
            String folder = file.path().substring(0, file.path().indexOf('/') + 1);
            fields.report(Diagnostic.error(
                            "wrong-folder",
                            file.at(fields.placeOf(keys.get(0))),
                            "this looks like " + other + ", and the file is in " + folder)
                    .label("only " + other + " has this field")
                    .effect(kind + " without half of what it needs")
                    .remedy("move the file to " + other.substring(other.indexOf(' ') + 1) + "s/"));
            wrongFolder = true;
        }

        Located<String> title(String slug) {
            Optional<Located<String>> title = fields.prose("title");
            if (title.isPresent()) {
                tooLong("title", title.get(), Limits.TITLE);
                return title.get();
            }
            if (readable()) {
                missing("title", "what it is called", "title: " + titleOfSlug(slug));
            }
            return body.title()
                    .map(heading -> new Located<>(heading.text(), heading.span()))
                    .orElseGet(() -> new Located<>(titleOfSlug(slug), Span.NONE));
        }

        String required(String key, int longest, String meaning) {
            Optional<Located<String>> text = fields.prose(key);
            if (text.isEmpty() && readable()) {
                missing(key, meaning, key + ": …");
            }
            text.ifPresent(value -> tooLong(key, value, longest));
            return text.map(Located::value).orElse("");
        }

        private void tooLong(String key, Located<String> text, int longest) {
            int length = text.value().codePointCount(0, text.value().length());
            if (length > longest) {
                fields.report(Diagnostic.advice(
                                key + "-long",
                                file.at(text.span()),
                                "the " + key + " is longer than " + longest + " characters")
                        .label(length + " characters")
                        .effect("it cut short on cards and in search results")
                        .remedy("say it shorter"));
            }
        }

        void missing(String key, String meaning, String example) {
            boolean empty = fields.has(key);
            if (empty && hashed(key)) {
                return;
            }
            boolean otherForm = diagnostics.removeIf(d -> d.code().equals("not-text") && isValueOf(key, d));
            String fault = otherForm ? "not one line of text" : empty ? "empty" : "missing";
            Span place = empty ? fields.placeOf(key) : frontMatter.present() ? firstLine() : Span.NONE;
            fields.report(Diagnostic.error(
                            key + "-missing",
                            file.at(place),
                            "the " + key + (key.endsWith("s") ? " are " : " is ") + fault)
                    .effect("the entry without it: " + meaning)
                    .remedy(
                            fault.equals("empty")
                                    ? "write something behind the colon: " + example
                                    : frontMatter.present()
                                            ? "write a line between the --- lines: " + example
                                            : "begin the file with three lines: ---, " + example + ", ---"));
        }

        private boolean isValueOf(String key, Diagnostic diagnostic) {
            return frontMatter
                    .mapping()
                    .entry(key)
                    .filter(entry ->
                            entry.value().span().equals(diagnostic.place().span()))
                    .isPresent();
        }

        /** {@code title: #1 rule}: all of it is a note. */
        private boolean hashed(String key) {
            Span at = fields.placeOf(key);
            String line = file.text().substring(at.end(), file.lineAt(at.end()).end());
            int hash = line.indexOf('#');
            if (hash < 0 || !line.substring(0, hash).matches(":[ \\t]+") || line.startsWith("# ", hash)) {
                return false;
            }
            Span value =
                    new Span(at.end() + hash, at.end() + line.stripTrailing().length());
            String words = file.slice(value);
            fields.report(Diagnostic.error("hash-start", file.at(value), "the " + key + " begins with #")
                    .label("a # begins a note to yourself")
                    .effect("the entry without its " + key)
                    .remedy("put quotation marks round the text")
                    .replaceBy('"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"'));
            return true;
        }

        private Span firstLine() {
            Span line = file.lineAt(file.text().indexOf("---"));
            return line.length() == 0 ? new Span(line.start(), line.start()) : line;
        }

        FileReading done(Entry entry) {
            if (!wrongFolder) {
                fields.unknown();
            }
            if (body.title().isPresent() && fields.has("title")) {
                fields.report(Diagnostic.advice(
                                "heading-one",
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

    private static Optional<Located<TimeRange>> time(Fields fields) {
        Optional<Located<TimeRange>> time =
                fields.parsed("time", TimeRange::parse, "45 min, 1-2 h, 3 days, ongoing", Hint::time);
        time.ifPresent(
                range -> spelling(fields, "time", range.span(), range.value().canonical()));
        return time;
    }

    private static Optional<Located<GroupRange>> group(Fields fields) {
        Optional<Located<GroupRange>> group =
                fields.parsed("group", GroupRange::parse, "6, 4-12, 8+, any", Hint::group);
        group.ifPresent(
                range -> spelling(fields, "group", range.span(), range.value().canonical()));
        return group;
    }

    /** Understood, but not as the content model writes it. */
    private static void spelling(Fields fields, String key, Span span, String canonical) {
        String written = fields.file().slice(span).replace('–', '-');
        boolean same = written.equals(canonical)
                || PLURAL.matcher(QUOTES.matcher(written).replaceAll(""))
                        .replaceAll("$1")
                        .equals(PLURAL.matcher(canonical).replaceAll("$1"));
        if (!same) {
            fields.report(Diagnostic.advice(
                            key + "-spelling",
                            fields.file().at(span),
                            "the playbook writes this " + key + " as \"" + canonical + "\"")
                    .effect("\"" + canonical + "\"")
                    .replaceBy(canonical));
        }
    }

    private static Optional<Outcome> outcome(Draft draft) {
        Optional<Outcome> outcome = draft.fields.choice("result", Outcome.values(), Outcome::key);
        if (outcome.isEmpty() && draft.readable() && draft.fields.text("result").isEmpty()) {
            draft.missing("result", "how it went", "result: went-well, mixed or fell-short");
        } else if (outcome.isEmpty() && draft.readable()) {
            // an attempt without a result cannot be counted, so here a wrong word is more than advice
            draft.diagnostics.replaceAll(d -> d.code().equals("result-value") ? asError(d) : d);
        }
        return outcome;
    }

    private static Diagnostic asError(Diagnostic d) {
        return new Diagnostic(
                d.code(), Severity.ERROR, d.place(), d.message(), d.label(), d.effect(), d.remedy(), d.edit());
    }

    private List<Practice.Related> related(Fields fields) {
        List<Practice.Related> related = new ArrayList<>();
        for (Yaml.Entry entry : fields.entries("related")) {
            String reason = entry.value() instanceof Yaml.Text text && !text.isEmpty()
                    ? marks.set(Fields.fold(text.value()))
                    : "";
            if (reason.isEmpty()) {
                fields.report(Diagnostic.advice(
                                "related-reason",
                                fields.file().at(entry.key().span()),
                                "a word on why \"" + entry.key().value() + "\" is related would help")
                        .effect("its title and nothing that makes them go there")
                        .remedy("write behind it, for example: " + entry.key().value()
                                + ": It helps when the group is new."));
            }
            if (reason.codePointCount(0, reason.length()) > Limits.REASON) {
                fields.report(Diagnostic.advice(
                                "reason-long",
                                fields.file().at(entry.value().span()),
                                "the reason is longer than " + Limits.REASON + " characters")
                        .effect("a link with a long text beside it")
                        .remedy("say it shorter"));
            }
            related.add(new Practice.Related(entry.key(), reason));
        }
        return related;
    }

    private static Optional<PartialDate> monthOrDay(String text) {
        return PartialDate.parse(text).filter(date -> date.month().isPresent());
    }

    private static Optional<PartialDate> yearOrMonth(String text) {
        return PartialDate.parse(text);
    }

    private static Optional<Integer> number(String text) {
        return text.matches("-?\\d{1,6}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
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
