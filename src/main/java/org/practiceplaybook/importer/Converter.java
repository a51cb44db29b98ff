package org.practiceplaybook.importer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.Model;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.value.Experience;
import org.practiceplaybook.content.value.GroupText;
import org.practiceplaybook.content.value.OldAddress;
import org.practiceplaybook.content.value.PartialDate;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.content.value.TimeText;
import org.practiceplaybook.markdown.Markdown;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.Yaml;

/** Makes an entry of a text of another library. Its links are still those of the library. One object for one text. */
final class Converter {
    private static final int LONGEST_FACT = 200;
    /** Of a person, where one has more than a name. */
    private static final String NAME_OF_PERSON = Fields.NAME.key();

    private static final Pattern DEFINITION = Pattern.compile(
            "^[ ]{0,3}\\[([^\\]\\n]{1,200})\\]:[ \\t]*\\S[^\\n]*(?:\\n(?:[ ]{4}|\\t)[^\\n]*)*", Pattern.MULTILINE);

    private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^\\]\\s]{1,60}\\](?!:)");
    private static final Pattern EMAIL = Pattern.compile("\\s*[<(]?[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+[>)]?");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\[]*)\\]\\(\\s*<?([^)\\s>]*)>?[^)]*\\)");
    private static final Pattern WEB = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADING = Pattern.compile("^(#{1,6}) ", Pattern.MULTILINE);
    private static final Pattern NOT_PLAIN = Pattern.compile("[*_`<\\[!|#]");

    private final ForeignText text;
    private final Targets.Target target;
    private final Mapping mapping;
    private final Ours.Table table;
    private final Targets targets;
    private final TermNames vocabulary;
    private final UsualHeadings usual;
    private final Markdown markdown;
    /** Addresses that stand apart from where they are used. */
    private final String references;

    private final Optional<Handbook> handbook;
    /** The way from the root of the site that the playbook will be to the old site's. */
    private final String base;

    private final EntryText entry;
    private final List<Diagnostic> told = new ArrayList<>();
    /** Sections that were made of keys, by where they stand in the text. */
    private final TreeMap<Integer, List<String>> fromKeys = new TreeMap<>();

    private final Set<String> headings = new TreeSet<>();
    private String licence = "";
    private String original = "";

    Converter(
            ForeignText text,
            Targets.Target target,
            Mapping mapping,
            Ours.Table table,
            Model model,
            Targets targets,
            TermNames vocabulary,
            UsualHeadings usual,
            Markdown markdown,
            Optional<Handbook> handbook,
            String base) {
        this.text = text;
        this.target = target;
        this.mapping = mapping;
        this.table = table;
        this.entry = new EntryText(model.ofPractice());
        this.targets = targets;
        this.vocabulary = vocabulary;
        this.usual = usual;
        this.markdown = markdown;
        this.references = DEFINITION
                .matcher(text.file().text())
                .results()
                .filter(one -> !one.group(1).startsWith("^"))
                .map(MatchResult::group)
                .collect(Collectors.joining("\n", "\n\n", ""));
        this.handbook = handbook;
        this.base = base;
    }

    /**
     * An entry.
     *
     * @param content the new file's text
     * @param headings that are no longer there, each with what became of it
     */
    record Converted(
            ForeignText text, Targets.Target target, String content, Set<String> headings, List<Diagnostic> told) {}

    Converted convert() {
        entry.title = target.title();
        keys();
        boolean practice = target.use() == Mapping.Use.PRACTICES;
        intro(practice);
        text.sections().forEach(section -> section(section, practice));
        int at = 0;
        for (List<String> sections : fromKeys.values()) {
            entry.sections.addAll(at, sections);
            at += sections.size();
        }
        if (practice) {
            summary();
            credit();
        } else {
            place();
        }
        oldAddress();
        unread();
        return new Converted(text, target, practice ? entry.practice() : entry.page(), headings, List.copyOf(told));
    }

    // ---- keys

    private void keys() {
        for (Yaml.Entry key : text.keys().entries()) {
            ForeignField given = ForeignField.of(key);
            Destination destination = mapping.ofKey(given.label());
            if (given.isEmpty() || destination.kind() == Destination.Kind.NOTHING) {
                continue;
            }
            if (destination.kind() == Destination.Kind.HEADING) {
                fromKey(destination.heading(), given);
            } else if (destination.kind() != Destination.Kind.FIELD
                    || !place(destination.field().get(), given, false)) {
                boolean expected = destination.kind() == Destination.Kind.FIELD || isNew(given.label());
                keep(given, expected ? "found no place" : "");
            }
        }
    }

    private boolean isNew(String key) {
        return mapping.fields().keySet().stream()
                .noneMatch(known -> Ours.normal(known).equals(Ours.normal(key)));
    }

    private void fromKey(String heading, ForeignField given) {
        Optional<String> steps = given.yaml().flatMap(NestedSteps::of);
        String content = steps.orElseGet(() -> given.isNested() ? raw(given) : belowHeading(given.markdown()));
        if (steps.isEmpty() && given.isNested()) {
            told.add(Diagnostic.of(
                    RuleCode.KEPT_AS_DATA,
                    text.file().at(given.span()),
                    "\"" + given.label() + "\" has parts of its own and stands in the text as it was"));
        }
        // what a thing is comes before when it helps and what to do
        int place = table.named(given.label()).filter(Ours.SUMMARY::equals).isPresent()
                ? -1
                : usual.kind(heading).orElse(SectionKind.OTHER).ordinal();
        fromKeys.computeIfAbsent(place, unused -> new ArrayList<>()).add("## " + heading + "\n\n" + content);
    }

    /** Headings within a text that gets a heading of its own go below it. */
    private static String belowHeading(String markdown) {
        Matcher headings = HEADING.matcher(markdown);
        int highest = 3;
        while (headings.find()) {
            highest = Math.min(highest, headings.group(1).length());
        }
        StringBuilder out = new StringBuilder();
        boolean code = false;
        for (String line : markdown.split("\n", -1)) {
            code ^= line.stripLeading().startsWith("```") || line.stripLeading().startsWith("~~~");
            boolean lower = !code && HEADING.matcher(line).lookingAt();
            out.append(lower ? "#".repeat(3 - highest) : "").append(line).append('\n');
        }
        return out.toString().strip();
    }

    /** Keeps a piece in the notes, and says so where a person should look. */
    private void keep(ForeignField given, String why) {
        entry.note(given.label(), given.isNested() ? raw(given) : given.markdown());
        if (!why.isEmpty()) {
            told.add(Diagnostic.of(
                    RuleCode.KEPT_IN_NOTES,
                    text.file().at(given.span()),
                    "\"" + given.label() + ": " + shortened(given) + "\" " + why));
        }
    }

    private String shortened(ForeignField given) {
        String words = (given.isNested() ? text.slice(given.span()) : given.text()).replaceAll("\\s+", " ");
        return words.length() > 60 ? PlainText.start(words, 60) : words;
    }

    private String raw(ForeignField given) {
        return fenced(text.slice(given.span()).replaceAll("(?m)^  ", ""));
    }

    private static String fenced(String yaml) {
        String fence = "```";
        while (yaml.contains(fence)) {
            fence += "`";
        }
        return fence + "yaml\n" + yaml.strip() + "\n" + fence;
    }

    /** Front matter that is no proper YAML is kept as it was written. */
    private void unread() {
        text.unread()
                .map(text::slice)
                .filter(raw -> !raw.isBlank())
                .ifPresent(raw -> entry.note("Front matter as it was", fenced(raw)));
    }

    // ---- the text

    private void intro(boolean practice) {
        if (!practice) {
            String heading = text.title()
                    .filter(title -> !Ours.normal(title.text()).equals(Ours.normal(entry.title)))
                    .map(title -> "## " + PlainText.escaped(title.text()) + "\n\n")
                    .orElse("");
            entry.intro = (heading + text.slice(text.intro()).strip()).strip();
            return;
        }
        ForeignFacts facts = ForeignFacts.in(
                text.file(), text.intro(), label -> mapping.ofLabel(label).isPresent());
        entry.intro = (entry.intro + "\n\n" + facts.rest()).strip();
        facts.found().forEach(this::fact);
        text.title()
                .filter(title -> !Ours.normal(title.text()).equals(Ours.normal(entry.title)))
                .ifPresent(title -> entry.note("Heading", PlainText.escaped(title.text())));
    }

    private void fact(ForeignFacts.Fact fact) {
        ForeignField given = ForeignField.of(fact);
        Optional<Destination> destination = mapping.ofLabel(fact.label());
        boolean left = destination
                .filter(place -> place.kind() == Destination.Kind.NOTHING)
                .isPresent();
        if (!left
                && !destination
                        .flatMap(Destination::field)
                        .filter(field -> place(field, given, false))
                        .isPresent()) {
            keep(given, "found no place");
        }
    }

    private void section(ForeignText.Stretch section, boolean practice) {
        String heading = section.heading().text();
        String content = text.slice(section.content());
        // of a section that goes into a field, others may use these
        DEFINITION.matcher(content).results().forEach(one -> entry.definitions.putIfAbsent(one.group(1), one.group()));
        String whole = text.slice(section.whole());
        if (!practice) {
            entry.sections.add(whole);
            return;
        }
        if (ForeignFacts.mayStandBelow(heading)) {
            ForeignFacts facts = ForeignFacts.in(
                    text.file(),
                    section.content(),
                    label -> mapping.ofLabel(label).isPresent());
            facts.found().forEach(this::fact);
            if (!facts.found().isEmpty()) {
                whole = facts.rest().isEmpty()
                        ? ""
                        : whole.substring(0, whole.length() - content.length()) + facts.rest();
            }
        }
        Destination destination = mapping.ofHeading(heading);
        int before = entry.sections.size();
        switch (destination.kind()) {
            case FIELD -> {
                if (!content.isBlank() && !place(destination.field().get(), withoutDefinitions(section), true)) {
                    entry.sections.add(whole);
                }
            }
            case HEADING -> entry.sections.add(renamed(whole, section, destination.heading()));
            case NOTES -> entry.note(heading, content);
            case NOTHING -> {
                // so the mapping says
            }
            case KEEP -> entry.sections.add(whole);
        }
        boolean there = entry.sections.size() > before
                && entry.sections
                        .get(before)
                        .startsWith(whole.strip().lines().findFirst().orElse(""));
        if (!there && !whole.isBlank()) {
            headings.add("\"" + heading + "\" is now "
                    + switch (destination.kind()) {
                        case HEADING -> "\"" + destination.heading() + "\"";
                        case FIELD -> "the field " + destination.written();
                        case NOTES -> "in the notes";
                        default -> "left out";
                    });
        }
        entry.sections.removeIf(String::isBlank);
    }

    private ForeignField withoutDefinitions(ForeignText.Stretch section) {
        ForeignField given = ForeignField.of(text.file(), section);
        List<String> values = given.values().stream()
                .map(value -> DEFINITION.matcher(value).replaceAll("").strip())
                .filter(value -> !value.isEmpty())
                .toList();
        return new ForeignField(given.label(), values, given.list(), given.yaml(), given.span());
    }

    /** The first of several sections gets the usual heading; two of one name would look like a mistake. */
    private String renamed(String whole, ForeignText.Stretch section, String heading) {
        String line = "#".repeat(section.heading().level()) + " " + heading;
        boolean taken = entry.sections.stream()
                .anyMatch(
                        other -> other.lines().findFirst().filter(line::equals).isPresent());
        String content = text.slice(section.content());
        return taken || whole.isBlank() ? whole : line + "\n\n" + content.strip();
    }

    // ---- fields

    /**
     * Puts a piece into a field.
     *
     * @param section is it the text of a section? Such a text is not cut: what is too long stays where it is
     * @return false where it does not fit
     */
    private boolean place(Ours field, ForeignField given, boolean section) {
        if (section
                && field.part() != Ours.Part.SUMMARY
                && !given.list()
                && given.text().length() > LONGEST_FACT) {
            return false;
        }
        return switch (field.part()) {
            case TITLE -> Ours.normal(given.text()).equals(Ours.normal(entry.title)) || given.list() || aka(given);
            case SUMMARY -> summary(given, section);
            case TIME -> time(given);
            case GROUP -> group(given);
            case EXPERIENCE -> experience(given);
            case MATERIALS ->
                given.items(4).stream().allMatch(item -> entry.materials.add(words(item)) || true) && !given.isNested();
            case TERMS -> terms(field, given, section);
            case OWN -> own(field.own().orElseThrow(), given);
            case RELATED -> related(given, section);
            case SOURCES -> sources(given);
            case AUTHORS -> authors(given);
            case AKA -> aka(given);
            case REVIEWED -> reviewed(given);
            case STATE -> !section && state(given);
            case REPLACED_BY -> replacedBy(given);
            case LICENCE -> {
                licence = licence.isEmpty() ? words(given.text()) : licence + "; " + words(given.text());
                yield !given.isNested();
            }
            case ORIGINAL -> original(given);
            case IMAGE -> image(given);
            case SLUG -> true;
            case ORDER -> order(given);
        };
    }

    private String words(String markdownText) {
        return PlainText.words(FOOTNOTE.matcher(markdownText).replaceAll("") + references, markdown);
    }

    private boolean summary(ForeignField given, boolean section) {
        String words = given.values().stream()
                .map(this::words)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        if (words.isEmpty() || !entry.summary.isEmpty()) {
            return false;
        }
        entry.summary = PlainText.start(words, Fields.SUMMARY.longest());
        boolean whole = entry.summary.equals(words);
        if (!whole) {
            told.add(Diagnostic.of(
                    RuleCode.SHORTENED,
                    text.file().at(given.span()),
                    "\"" + given.label() + "\" is longer than " + Fields.SUMMARY.longest()
                            + " characters: its beginning is the summary, all of it stands in the text"));
        }
        if (!whole && !section) {
            entry.intro = given.markdown();
        }
        return whole || !section;
    }

    private boolean time(ForeignField given) {
        return TimeText.find(words(given.text()))
                        .filter(found -> range(Fields.TIME, given, found.range().canonical(), found.rest()))
                        .isPresent()
                || isOpen(given);
    }

    private boolean group(ForeignField given) {
        return GroupText.find(words(given.text()))
                        .filter(found ->
                                range(Fields.GROUP, given, found.range().canonical(), found.rest()))
                        .isPresent()
                || isOpen(given);
    }

    /** Is it said that there is none, or that it varies? Words are kept, "N/A" says nothing to keep. */
    private boolean isOpen(ForeignField given) {
        String words = words(given.text()).toLowerCase(Locale.ROOT);
        boolean none = NotFixed.isNone(words);
        if (!none && !NotFixed.varies(words)) {
            return false;
        }
        if (!none) {
            keep(given, "");
        }
        told.add(Diagnostic.of(
                RuleCode.NO_RANGE,
                text.file().at(given.span()),
                "\"" + given.label() + ": " + shortened(given) + "\" "
                        + (none ? "says nothing, and is left out" : "stands under \"" + EntryText.NOTES + "\"")));
        return true;
    }

    private boolean range(Field<?> field, ForeignField given, String canonical, String rest) {
        boolean first = !entry.has(field);
        boolean fits = entry.offer(field.key(), canonical);
        if (first) {
            rest(given, rest, canonical);
        }
        return fits;
    }

    private void rest(ForeignField given, String rest, String taken) {
        if (rest.equals(TimeText.AS_MINUTES)) {
            keep(given, "was taken as \"" + taken + "\"");
        } else if (!rest.isEmpty()) {
            keep(given, "became \"" + taken + "\"; the field cannot say the rest");
        }
    }

    private boolean experience(ForeignField given) {
        String word = words(given.text()).toLowerCase(Locale.ROOT);
        Optional<Experience> level = word.matches("(easy|beginners?|novice|simple|low|basic|none|1|first[- ]time).*")
                ? Optional.of(Experience.FIRST_TIME)
                : word.matches("(medium|moderate|intermediate|some|average|2).*")
                        ? Optional.of(Experience.SOME)
                        : word.matches("(hard|difficult|advanced|expert|experienced|high|complex|3).*")
                                ? Optional.of(Experience.EXPERIENCED)
                                : Optional.empty();
        return level.filter(known -> entry.offer(Fields.EXPERIENCE.key(), known.key()))
                .isPresent();
    }

    /** A field that the playbook adds: of a link what it leads to. */
    private boolean own(Model.Own field, ForeignField given) {
        Matcher link = LINK.matcher(given.text());
        String text =
                field.kind() == Model.Kind.LINK ? (link.find() ? link.group(2) : given.text()) : words(given.text());
        return field.understood(text.strip())
                .filter(value -> entry.offer(field.key(), value))
                .isPresent();
    }

    private boolean terms(Ours field, ForeignField given, boolean section) {
        List<String> left = new ArrayList<>();
        for (String item : given.items(6)) {
            String word = words(item);
            String mapped = mapping.ofTerm(word).or(() -> mapping.ofTerm(item)).orElse("");
            Optional<Term> term =
                    mapped.contains("/") ? vocabulary.named(mapped) : vocabulary.meant(word, field.taxonomy());
            if (term.isPresent()) {
                entry.terms
                        .computeIfAbsent(term.get().taxonomy(), unused -> new java.util.LinkedHashSet<>())
                        .add(term.get().slug());
            } else if (!mapped.equals("nothing")) {
                left.add(item);
            }
        }
        if (given.isNested() || section && !left.isEmpty()) {
            return false;
        }
        if (!left.isEmpty()) {
            keep(
                    new ForeignField(
                            given.label(), List.of(String.join(", ", left)), false, Optional.empty(), given.span()),
                    "is no term of the playbook");
        }
        return true;
    }

    private boolean related(ForeignField given, boolean section) {
        TreeMap<String, String> found = new TreeMap<>();
        List<String> left = new ArrayList<>();
        boolean whole = true;
        if (given.yaml().isPresent() && given.yaml().get() instanceof Yaml.Mapping map) {
            for (Yaml.Entry one : map.entries()) {
                relate(one.key().value(), one.value() instanceof Yaml.Text reason ? reason.value() : "", found, left);
            }
        } else if (given.isNested()) {
            return false;
        }
        for (String item : given.items(8)) {
            Matcher link = LINK.matcher(item);
            if (link.find()) {
                String reason = item.substring(link.end()).replaceFirst("^\\s*[-–—:,]+\\s*", "");
                String name = targets.named(link.group(2)).isPresent() ? link.group(2) : link.group(1);
                relate(name, words(reason), found, left);
                // the page shows the title and the reason; what else is said stays in the text
                whole &= words(item.substring(0, link.start())).isEmpty()
                        && !LINK.matcher(reason).find()
                        && targets.named(name)
                                .filter(other -> Ours.normal(other.title()).equals(Ours.normal(words(link.group(1)))))
                                .isPresent();
            } else {
                relate(item.replaceAll("^\\[\\[|\\]\\]$", ""), "", found, left);
            }
        }
        if (section && !left.isEmpty()) {
            return false;
        }
        if (section && !whole) {
            found.forEach(entry.related::putIfAbsent);
            return false;
        }
        entry.related.putAll(found);
        if (!left.isEmpty()) {
            keep(
                    new ForeignField(given.label(), left, true, Optional.empty(), given.span()),
                    "is no practice of the library");
        }
        return true;
    }

    private void relate(String name, String reason, TreeMap<String, String> found, List<String> left) {
        Optional<Targets.Target> other = targets.named(name).filter(known -> known.use() == Mapping.Use.PRACTICES);
        if (other.isPresent() && !other.get().equals(target)) {
            found.put(other.get().slug(), reason);
        } else if (other.isEmpty()) {
            left.add(reason.isEmpty() ? name : name + ": " + reason);
        }
    }

    private boolean sources(ForeignField given) {
        if (given.yaml().isPresent() && !(given.yaml().get() instanceof Yaml.Text) && given.isNested()) {
            return nestedSources(given);
        }
        if (given.values().stream().anyMatch(value -> value.length() > 400 || value.contains("\n\n"))) {
            return false;
        }
        given.values().forEach(this::source);
        return !given.values().isEmpty();
    }

    private void source(String item) {
        Matcher link = LINK.matcher(item);
        String words = words(item);
        if (link.find() && Url.of(link.group(2)).kind() == Url.Kind.OUTSIDE) {
            String title = link.group(1).isBlank() ? link.group(2) : words(link.group(1));
            entry.sources.add(new EntryText.Source(title, "", "", link.group(2), words.equals(title) ? "" : words));
            return;
        }
        Matcher web = WEB.matcher(item);
        if (web.find()) {
            String url = web.group().replaceAll("[).,;>\\]]+$", "");
            String title =
                    words.replace(url, "").replaceAll("[\\s:–—<>()-]+$", "").strip();
            entry.sources.add(new EntryText.Source(title.isEmpty() ? url : title, "", "", url, ""));
            return;
        }
        entry.sources.add(new EntryText.Source(words, "", "", "", ""));
    }

    private boolean nestedSources(ForeignField given) {
        List<Yaml> items = given.yaml().get() instanceof Yaml.Items list
                ? list.values()
                : List.of(given.yaml().get());
        List<EntryText.Source> found = new ArrayList<>();
        for (Yaml item : items) {
            if (item instanceof Yaml.Text line) {
                source(line.value());
                continue;
            }
            if (!(item instanceof Yaml.Mapping map)) {
                return false;
            }
            String title = "";
            String author = "";
            String year = "";
            String url = "";
            String described = "";
            List<String> note = new ArrayList<>();
            for (Yaml.Entry part : map.entries()) {
                if (!(part.value() instanceof Yaml.Text value)) {
                    return false;
                }
                String words = words(value.value());
                String key = part.key().value();
                if (Ours.isCalled(Fields.SOURCE_TITLE, key)) {
                    title = words;
                } else if (Ours.isCalled(Fields.AUTHOR, key)) {
                    author = words;
                } else if (Ours.isCalled(Fields.YEAR, key)) {
                    year = words;
                } else if (Ours.isCalled(Fields.URL, key)) {
                    url = value.value().strip();
                } else if (described.isEmpty() && Ours.isCalled(Fields.SUMMARY, key)) {
                    described = words;
                } else {
                    note.add(words);
                }
            }
            boolean web = Url.of(url).kind() == Url.Kind.OUTSIDE;
            if (!web && !url.isEmpty()) {
                note.add(url);
            }
            if (title.isEmpty()) {
                title = described;
            } else {
                note.add(0, described);
            }
            note.removeIf(String::isEmpty);
            if (title.isEmpty()) {
                title = note.isEmpty() ? url : note.remove(note.size() - 1);
            }
            if (title.isEmpty()) {
                return false;
            }
            found.add(new EntryText.Source(title, author, year, web ? url : "", String.join(". ", note)));
        }
        entry.sources.addAll(found);
        return true;
    }

    private boolean authors(ForeignField given) {
        List<String> names = new ArrayList<>();
        if (given.isNested()) {
            List<Yaml> people = given.yaml().get() instanceof Yaml.Items list
                    ? list.values()
                    : List.of(given.yaml().get());
            for (Yaml one : people) {
                if (one instanceof Yaml.Text name) {
                    names.add(name.value());
                } else if (one instanceof Yaml.Mapping map
                        && map.entry(NAME_OF_PERSON).map(Yaml.Entry::value).orElse(null) instanceof Yaml.Text name) {
                    names.add(name.value());
                } else {
                    return false;
                }
            }
        } else if (given.list()) {
            names.addAll(given.values());
        } else {
            String[] pieces = given.text().split("\\s*(?:;|\\n|\\band\\b|&)\\s*");
            for (String piece : pieces) {
                String[] parts = piece.split("\\s*,\\s*");
                boolean surnameFirst = parts.length == 2 && !parts[0].strip().contains(" ");
                names.addAll(surnameFirst ? List.of(piece) : List.of(parts));
            }
        }
        for (String name : names) {
            // the playbook publishes no e-mail addresses
            String all = words(name.replaceFirst("^\\s*[-*+]\\s+", ""));
            String words = EMAIL.matcher(all).replaceAll("").strip();
            if (!words.equals(all)) {
                told.add(Diagnostic.of(
                        RuleCode.LEFT_OUT,
                        text.file().at(given.span()),
                        "left out: the e-mail address of " + (words.isEmpty() ? "an author" : words)
                                + ", for the playbook publishes none"));
            }
            if (!words.isEmpty()) {
                entry.authors.add(words);
            }
        }
        return true;
    }

    private boolean aka(ForeignField given) {
        for (String item : given.items(8)) {
            boolean address = item.startsWith("/") || item.contains("/") && !item.contains(" ");
            String name = address ? address(item).orElse("") : words(item);
            if (!name.isEmpty() && !name.equals(target.slug()) && !name.startsWith(":")) {
                entry.aka.add(name);
            }
        }
        return !given.isNested();
    }

    /** An address of the old site, from the root of the site that the playbook will be. */
    private Optional<String> address(String written) {
        String path = written.matches("(?i)https?://[^/]+(?:/.*)?")
                ? written.startsWith(mapping.from()) && !mapping.from().isEmpty()
                        ? written.substring(mapping.from().length())
                        : ""
                : written;
        return Optional.of(base + (path.startsWith("/") ? path : "/" + path))
                .filter(whole -> !path.isEmpty() && !OldAddress.files(whole).isEmpty());
    }

    /** Where the text was on the old site, if its place in the library tells it. */
    private void oldAddress() {
        if (mapping.from().isEmpty() || entry.aka.stream().anyMatch(OldAddress::isOne)) {
            return;
        }
        String path = text.file().path();
        String below = path.substring(handbook.map(own -> own.root() + "/")
                .filter(path::startsWith)
                .orElse("")
                .length());
        String plain = below.substring(0, below.lastIndexOf('.')).replaceFirst("^_(?=[^/]+/)", "");
        boolean index = Targets.isIndex(path);
        address(index ? plain.substring(0, plain.lastIndexOf('/') + 1) : plain).ifPresent(entry.aka::add);
    }

    /** Where a page stands in its handbook. */
    private void place() {
        if (target.order() != Handbook.NONE) {
            entry.set(Fields.ORDER, String.valueOf(target.order()));
        }
        if (!target.menu().isEmpty()) {
            entry.set(Fields.IN_MENU, target.menu());
        }
    }

    private boolean reviewed(ForeignField given) {
        Optional<PartialDate> date =
                ForeignDates.read(given.text()).filter(read -> read.month().isPresent());
        if (date.isEmpty()) {
            return false;
        }
        boolean later = entry.reviewed.isEmpty()
                || entry.reviewed.get().firstDay().isBefore(date.get().firstDay());
        entry.reviewed = later ? date : entry.reviewed;
        return true;
    }

    private boolean state(ForeignField given) {
        String word = Ours.normal(given.label() + " " + given.text());
        // a word among others says how mature a text is, and not that nobody may read it
        if (given.yaml().isPresent() && word.matches("draft(true|yes|1)|published(false|no|0)|(state|status)draft")) {
            entry.set(Fields.STATE, State.DRAFT.key());
            told.add(Diagnostic.of(
                    RuleCode.HIDDEN_DRAFT,
                    text.file().at(given.span()),
                    "is a draft: readers do not see it until \"" + Fields.STATE.line(State.DRAFT.key())
                            + "\" is taken out"));
        } else if (word.matches(
                "(archived|deprecated)(true|yes|1)|(state|status)(retired|deprecated|archived|obsolete)")) {
            entry.set(Fields.STATE, State.RETIRED.key());
        } else {
            return word.matches(
                    "(draft|archived|deprecated)(false|no|0)|published(true|yes|1)|(state|status)(live|published|active|final)");
        }
        return true;
    }

    private boolean replacedBy(ForeignField given) {
        Optional<Targets.Target> other =
                targets.named(given.text()).filter(known -> known.use() == Mapping.Use.PRACTICES);
        other.ifPresent(known -> entry.set(Fields.REPLACED_BY, known.slug()));
        return other.isPresent();
    }

    private boolean original(ForeignField given) {
        boolean web = Url.of(given.text()).kind() == Url.Kind.OUTSIDE && original.isEmpty();
        original = web ? given.text() : original;
        return web;
    }

    private boolean image(ForeignField given) {
        if (given.text().isEmpty() || given.text().matches(".*[\\s<>()].*")) {
            return false;
        }
        entry.intro = ("![" + PlainText.escaped(entry.title) + "](" + given.text() + ")\n\n" + entry.intro).strip();
        return true;
    }

    private boolean order(ForeignField given) {
        boolean number = given.text().matches("-?\\d{1,6}");
        if (number) {
            entry.set(Fields.ORDER, given.text());
        }
        return number || target.order() != Handbook.NONE || target.use() == Mapping.Use.PRACTICES;
    }

    // ---- at the end

    /** Where nobody wrote a summary the first paragraph is one; without any text the entry is a draft. */
    private void summary() {
        if (!entry.summary.isEmpty()) {
            return;
        }
        Span whole = Span.NONE;
        for (String piece : paragraphs()) {
            String words = words(piece);
            if (!words.isEmpty() && !piece.startsWith("![")) {
                entry.summary = PlainText.start(words, Fields.SUMMARY.longest());
                if (piece.strip().equals(entry.summary)
                        && !NOT_PLAIN.matcher(piece).find()
                        && entry.intro.startsWith(piece)) {
                    entry.intro = entry.intro.substring(piece.length()).strip();
                }
                told.add(Diagnostic.of(
                        RuleCode.SUMMARY_TAKEN,
                        text.file().at(whole),
                        "has no summary; the text's first sentences were taken"));
                return;
            }
        }
        entry.summary = entry.title;
        told.add(Diagnostic.of(
                RuleCode.SUMMARY_NONE,
                text.file().at(whole),
                "has neither summary nor text; its title stands for both until somebody writes it"));
    }

    private List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        List<String> texts = new ArrayList<>(List.of(entry.intro));
        // the section that says when comes before the one that says how
        entry.sections.stream()
                .sorted(Comparator.comparing(section -> usual.kind(
                                section.lines().findFirst().orElse("").replaceFirst("^#+\\s*", ""))
                        .orElse(SectionKind.OTHER)))
                .forEach(texts::add);
        for (String piece : texts) {
            for (String paragraph : piece.split("\n\\s*\n")) {
                String content =
                        paragraph.strip().replaceFirst("^#{1,6} .*(\n|$)", "").strip();
                if (!content.isEmpty() && !content.startsWith("|") && !content.startsWith("```")) {
                    paragraphs.add(content);
                }
            }
        }
        return paragraphs;
    }

    /** A licence and the first address belong to the credits. */
    private void credit() {
        if (!licence.isEmpty() || !original.isEmpty()) {
            String note = licence.isEmpty() ? "" : "Licence: " + licence;
            entry.sources.add(new EntryText.Source(entry.title, String.join(", ", entry.authors), "", original, note));
        }
    }
}
