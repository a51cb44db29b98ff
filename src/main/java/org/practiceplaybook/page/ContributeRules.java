package org.practiceplaybook.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.practiceplaybook.check.BrokenLinks;
import org.practiceplaybook.check.Headings;
import org.practiceplaybook.check.Learning;
import org.practiceplaybook.check.NearDuplicates;
import org.practiceplaybook.check.Placeholders;
import org.practiceplaybook.check.Sections;
import org.practiceplaybook.content.Agenda;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.GroupRange;
import org.practiceplaybook.content.Limits;
import org.practiceplaybook.content.PartialDate;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.Shape;
import org.practiceplaybook.content.Sketch;
import org.practiceplaybook.content.Slug;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.TimeRange;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.PageFolder;
import org.practiceplaybook.markdown.AsTyped;
import org.practiceplaybook.markdown.Markdown;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.theme.Json;

/**
 * What the forms must know to judge a text as the build will: fields, limits, patterns, vocabularies, what there is
 * already, and the very words of the messages. Nothing of it is written here a second time.
 */
final class ContributeRules implements PageKind {
    /** The words that scripts say begin with this. */
    private static final String SAY = "contribute.say.";

    @Override
    public void addTo(Site site, Consumer<Sheet> sheets) {
        sheets.accept(new Sheet(Addresses.RULES, () -> script("playbookRules", rules(site))));
        sheets.accept(new Sheet(Addresses.CHECKS, () -> script("playbookChecks", checks(site))));
    }

    private static byte[] script(String name, Map<String, Object> rules) {
        return ("window." + name + " = " + Json.of(rules) + ";\n").getBytes(StandardCharsets.UTF_8);
    }

    /** What a form shows: loaded with it. */
    static Map<String, Object> rules(Site site) {
        Library library = site.library();
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("practices", practices(library));
        rules.put("attempts", titles(library.attempts().values()));
        rules.put("texts", ContributeTexts.firsts(site));
        RepositoryHost.of(site).ifPresent(host -> rules.put("host", host(host)));
        rules.put("contentPath", site.options().contentPath());
        rules.put("email", site.settings().email());
        rules.put("words", words(site));
        return rules;
    }

    /** What a text is judged by: loaded when somebody begins to write. */
    static Map<String, Object> checks(Site site) {
        Library library = site.library();
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("keys", ofKinds(fields -> fields.stream().map(Field::key).toList()));
        rules.put(
                "required",
                ofKinds(fields -> fields.stream()
                        .filter(Field::isRequired)
                        .map(Field::key)
                        .toList()));
        rules.put("shapes", ofKinds(ContributeRules::shapes));
        rules.put("says", Specimens.messages(library));
        rules.put(
                "limits",
                sorted(
                        Fields.TITLE.key(),
                        Fields.TITLE.longest(),
                        "name",
                        Slug.LONGEST,
                        Fields.SUMMARY.key(),
                        Fields.SUMMARY.longest(),
                        Fields.LESSON.key(),
                        Fields.LESSON.longest(),
                        "reason",
                        Fields.RELATED.longest(),
                        "fewestWords",
                        Learning.FEWEST_WORDS,
                        "story",
                        Learning.SHORTEST_STORY,
                        "guess",
                        Sections.SHORTEST_TO_GUESS,
                        "longGuess",
                        Sections.LONG_TO_GUESS,
                        "fewestSteps",
                        Limits.FEWEST_STEPS,
                        "mostSteps",
                        Limits.MOST_STEPS,
                        "pairs",
                        NearDuplicates.SHORTEST,
                        "alike",
                        NearDuplicates.ALIKE,
                        "neighbours",
                        NearDuplicates.MOST_NEIGHBOURS,
                        "bands",
                        Sketch.BANDS,
                        "rows",
                        Sketch.ROWS,
                        "frontMatter",
                        Limits.FRONT_MATTER));
        rules.put("patterns", patterns());
        rules.put("signs", AsTyped.patterns());
        rules.put("yaml", yaml());
        rules.put("headings", headings());
        rules.put("phrases", Placeholders.PHRASES);
        rules.put("small", new TreeSet<>(Sketch.SMALL));
        rules.put("endings", Sketch.ENDINGS);
        rules.put("names", NearDuplicates.names(library));
        rules.put("units", units());
        rules.put("placeholders", new TreeSet<>(Placeholders.TITLES));
        rules.put("schemes", new TreeSet<>(Url.schemes()));
        rules.put(
                "choices",
                sorted(
                        Fields.EXPERIENCE.key(), Fields.EXPERIENCE.shape().choices(),
                        Fields.RESULT.key(), Fields.RESULT.shape().choices(),
                        Fields.STATE.key(), Fields.STATE.shape().choices()));
        rules.put("sections", sorted("practices", practiceSections(), "attempts", Attempt.SECTIONS));
        rules.put("terms", terms(library));
        rules.put("renamed", renamed(library));
        rules.put("drafts", library.hidden().keySet());
        rules.put("taken", taken(library));
        rules.put("files", files(library));
        rules.put("assets", library.assets());
        rules.put("folders", folders(library));
        rules.put("address", site.settings().address().map(Object::toString).orElse(""));
        return rules;
    }

    /** Keys and values in turn, by key: the same bytes each time. */
    private static Map<String, Object> sorted(Object... keysAndValues) {
        Map<String, Object> map = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static Map<String, Object> patterns() {
        Map<String, Object> patterns = new LinkedHashMap<>();
        patterns.put(Fields.TIME.key(), TimeRange.pattern());
        patterns.put(Fields.GROUP.key(), GroupRange.pattern());
        patterns.put("date", PartialDate.pattern());
        patterns.put("kept", Slug.KEPT);
        patterns.put("dropped", Slug.DROPPED);
        patterns.put("ignored", Placeholders.IGNORED);
        patterns.put("learnt", Learning.LEARNT_WORDS);
        patterns.put("minutes", Agenda.MINUTES.pattern());
        patterns.put("bold", Headings.BOLD);
        patterns.put(Fields.SUMMARY.key(), Placeholders.EMPTY_SUMMARY);
        patterns.put("disk", Markdown.DISK);
        patterns.put("onDisk", BrokenLinks.ON_DISK);
        patterns.put("ofWeb", BrokenLinks.OF_WEB);
        patterns.put("ends", "[" + SectionKind.ENDS + "]+$");
        return patterns;
    }

    private static <T> Map<String, T> ofKinds(Function<List<Field<?>>, T> told) {
        Map<String, T> kinds = new LinkedHashMap<>();
        Fields.ofEntries().forEach((kind, fields) -> kinds.put(kind + "s", told.apply(fields)));
        return kinds;
    }

    /**
     * What each key of an entry may hold: the name of its shape; where it has fields of its own what a bare item is, and the
     * fields.
     */
    private static Map<String, List<String>> shapes(List<Field<?>> fields) {
        Map<String, List<String>> shapes = new LinkedHashMap<>();
        for (Field<?> field : fields) {
            Shape<?> shape = field.shape();
            // the forms know values that mean something by their keys
            String name = shape instanceof Shape.Value<?>
                    ? "text"
                    : shape.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            List<String> told = new ArrayList<>(List.of(name));
            if (shape instanceof Shape.Parts parts) {
                told.add(parts.fields().get(0).key());
                parts.fields().forEach(part -> told.add(part.key()));
            } else if (shape instanceof Shape.Part part) {
                told.add("");
                part.fields().forEach(one -> told.add(one.key()));
            }
            shapes.put(field.key(), told);
        }
        return shapes;
    }

    /** What lines of front matter are looked through for, by code. */
    private static Map<String, Object> yaml() {
        return new TreeMap<>(ContentFolder.patterns());
    }

    /** The headings that are understood of each section of a practice, by its key, the usual one first. */
    private static Map<String, List<String>> headings() {
        Map<String, List<String>> headings = new LinkedHashMap<>();
        for (SectionKind kind : SectionKind.values()) {
            if (kind != SectionKind.OTHER) {
                headings.put(kind.key(), kind.headings());
            }
        }
        return headings;
    }

    /** Practices that readers see, by the short names that they had before. */
    private static Map<String, String> renamed(Library library) {
        Map<String, String> renamed = new TreeMap<>();
        library.renamed().forEach((before, practice) -> renamed.put(before, practice.slug()));
        return renamed;
    }

    /** Minutes and word of each unit, by its first letter. */
    private static Map<String, Object> units() {
        Map<String, Object> units = new LinkedHashMap<>();
        for (TimeRange.Unit unit : TimeRange.Unit.values()) {
            if (unit != TimeRange.Unit.ONGOING) {
                units.put(unit.written().substring(0, 1), List.of(unit.minutes(), unit.written()));
            }
        }
        return units;
    }

    /** The usual heading of each section of a practice, by its key. */
    static Map<String, String> practiceSections() {
        Map<String, String> sections = new LinkedHashMap<>();
        for (SectionKind kind : SectionKind.values()) {
            if (kind != SectionKind.OTHER) {
                String heading = kind.headings().get(0);
                sections.put(kind.key(), heading.substring(0, 1).toUpperCase(Locale.ROOT) + heading.substring(1));
            }
        }
        return sections;
    }

    private static Map<String, List<String>> terms(Library library) {
        Map<String, List<String>> terms = new LinkedHashMap<>();
        for (Taxonomy taxonomy : Taxonomy.values()) {
            terms.put(
                    taxonomy.key(),
                    library.terms(taxonomy).stream().map(Term::slug).toList());
        }
        return terms;
    }

    /** Slug, title and other names of each practice, by title. */
    private static List<List<Object>> practices(Library library) {
        Map<String, List<Object>> byTitle = new TreeMap<>();
        for (Practice practice : library.practices().values()) {
            List<String> aka = practice.aka().stream().map(Located::value).toList();
            byTitle.put(
                    practice.title().value().toLowerCase(Locale.ROOT) + "\n" + practice.slug(),
                    List.of(practice.slug(), practice.title().value(), aka));
        }
        return List.copyOf(byTitle.values());
    }

    /** Names that a new file may not have, besides those of the practices and attempts that readers see. */
    private static Map<String, Object> taken(Library library) {
        List<String> practices = new ArrayList<>(library.hidden().keySet());
        // the first is the address of a list, the second a file for people on the repository's host
        List<String> reserved = List.of("index", "readme");
        practices.addAll(reserved);
        return sorted("practices", practices, "attempts", reserved);
    }

    private static List<List<String>> titles(Collection<? extends Entry> entries) {
        return entries.stream()
                .map(entry -> List.of(entry.slug(), entry.title().value()))
                .toList();
    }

    /** What a text may link to besides practices and attempts. */
    private static List<String> files(Library library) {
        List<String> files = new ArrayList<>();
        library.pathways().values().forEach(pathway -> files.add(pathway.file().path()));
        library.allPages().forEach(page -> files.add(page.file().path()));
        for (Taxonomy taxonomy : Taxonomy.values()) {
            files.add(taxonomy.file());
        }
        files.add("glossary.yml");
        return files;
    }

    private static List<String> folders(Library library) {
        List<String> folders = new ArrayList<>(List.of("", "practices", "attempts", "pathways", "pages"));
        addFolders(library.pages(), folders);
        return folders;
    }

    private static void addFolders(PageFolder folder, List<String> folders) {
        for (PageFolder child : folder.folders()) {
            folders.add("pages/" + child.path());
            addFolders(child, folders);
        }
    }

    private static Map<String, Object> host(RepositoryHost host) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("title", host.title());
        view.put("practices", host.newAddress("practices"));
        view.put("attempts", host.newAddress("attempts"));
        view.put("text", host.textParameter());
        view.put("edit", host.editAddress(""));
        return view;
    }

    private static Map<String, String> words(Site site) {
        Map<String, String> words = new TreeMap<>();
        site.words().keys().stream()
                .filter(key -> key.startsWith(SAY))
                .forEach(key ->
                        words.put(key.substring(SAY.length()), site.words().get(key)));
        return words;
    }
}
