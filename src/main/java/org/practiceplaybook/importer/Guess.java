package org.practiceplaybook.importer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.value.GroupText;
import org.practiceplaybook.content.value.Slug;
import org.practiceplaybook.content.value.TimeText;
import org.practiceplaybook.yaml.Yaml;

/** A first mapping for a library: by what its keys and headings are called, and by what stands behind them. */
final class Guess {
    private static final int LONG = 140;
    private static final int MOST_TERMS = 80;
    /** About the repository or the old site, not about practices. */
    private static final Set<String> NOT_CONTENT =
            Set.of(("readme changelog contributing codeofconduct license licence security governance authors "
                            + "support pullrequesttemplate issuetemplate 404")
                    .split(" "));

    /** What an old site's pages look like. */
    private static final Set<String> LOOKS =
            Set.of(("layout template toc comments sidebar haschildren hastoc math menu eleventynavigation bodyclass "
                            + "cssclass icon color colour type draftpreview searchexclude navexclude id parent grandparent"
                            + " displayedsidebar paginationprev paginationnext customediturl hidetableofcontents hidetitle"
                            + " tocminheadinglevel tocmaxheadinglevel")
                    .split(" "));

    /** Every text may have these: they tell no practice from a page. */
    private static final Set<Ours.Part> NO_SIGN = Set.of(Ours.Part.TITLE, Ours.Part.ORDER, Ours.Part.STATE);

    private final ForeignLibrary library;
    private final Ours.Table table;
    private final TermNames vocabulary;
    private final Map<String, List<ForeignField>> keys = new LinkedHashMap<>();
    private final Map<String, List<ForeignField>> headings = new LinkedHashMap<>();

    private final UsualHeadings usual;

    private final String name;

    private Guess(ForeignLibrary library, Ours.Table table, TermNames vocabulary, UsualHeadings usual, String name) {
        this.name = name;
        this.table = table;
        this.usual = usual;
        this.library = library;
        this.vocabulary = vocabulary;
    }

    /** @param name of the library's folder */
    static Mapping of(
            ForeignLibrary library, Ours.Table table, TermNames vocabulary, UsualHeadings usual, String name) {
        return new Guess(library, table, vocabulary, usual, name).mapping();
    }

    private Mapping mapping() {
        Map<String, Mapping.Put> files = files();
        Mapping byPlace = new Mapping("", files, Map.of(), Map.of(), Map.of());
        for (ForeignText text : library.texts()) {
            if (byPlace.use(text.file().path()) != Mapping.Use.NOTHING) {
                collect(text);
            }
        }
        Map<String, Destination> fields = new LinkedHashMap<>();
        keys.forEach((key, given) -> fields.put(key, ofKey(key, given)));
        Map<String, Destination> sections = new LinkedHashMap<>();
        headings.forEach((heading, given) ->
                ofHeading(heading, given).ifPresent(destination -> sections.put(heading, destination)));
        return new Mapping("", files, fields, sections, terms(fields, sections));
    }

    private void collect(ForeignText text) {
        for (Yaml.Entry entry : text.keys().entries()) {
            add(keys, ForeignField.of(entry));
        }
        Predicate<String> known = table::isFact;
        ForeignFacts.in(text.file(), text.intro(), known).found().stream()
                .filter(fact -> known.test(fact.label()))
                .forEach(fact -> add(keys, ForeignField.of(fact)));
        for (ForeignText.Stretch section : text.sections()) {
            if (ForeignFacts.mayStandBelow(section.heading().text())) {
                ForeignFacts.in(text.file(), section.content(), known).found().stream()
                        .filter(fact -> known.test(fact.label()))
                        .forEach(fact -> add(keys, ForeignField.of(fact)));
            }
            add(headings, ForeignField.of(text.file(), section));
        }
    }

    /** Names that differ only in their signs and case are one. */
    private static void add(Map<String, List<ForeignField>> all, ForeignField given) {
        String same = all.containsKey(given.label())
                ? given.label()
                : all.keySet().stream()
                        .filter(name -> Ours.normal(name).equals(Ours.normal(given.label())))
                        .findFirst()
                        .orElse(given.label());
        all.computeIfAbsent(same, unused -> new ArrayList<>()).add(given);
    }

    // ---- files

    private Map<String, Mapping.Put> files() {
        Map<String, int[]> folders = new TreeMap<>();
        Map<String, Mapping.Put> files = new LinkedHashMap<>();
        List<Handbook> handbooks = Handbook.of(library);
        Set<String> left = new TreeSet<>();
        Map<String, Integer> textsIn = new TreeMap<>();
        library.texts().forEach(text -> textsIn.merge(folder(text.file().path()), 1, Integer::sum));
        for (ForeignText text : library.texts()) {
            String path = text.file().path();
            String name = Ours.normal(withoutEnd(path));
            if (Contents.isNamed(path)) {
                left.add(path);
                continue;
            }
            boolean inOrder = handbooks.stream()
                    .anyMatch(handbook -> handbook.texts().containsKey(path)
                            || Handbook.folder(path).equals(handbook.root()) && Targets.isIndex(path));
            boolean alone = textsIn.get(folder(path)) == 1 && !folder(path).isEmpty();
            boolean index = name.equals("index") || name.equals("readme") || name.equals("indexpage");
            String file = path.substring(path.lastIndexOf('/') + 1);
            boolean hidden = file.startsWith("_") && !index && !file.startsWith("_index");
            if (!inOrder && (hidden || NOT_CONTENT.contains(name) && !(index && alone) || index && !alone)) {
                left.add(path);
                continue;
            }
            // a folder that holds one text is that text: its parent tells what it is
            int[] counts = folders.computeIfAbsent(
                    index && !inOrder ? folder(folder(path)) : folder(path), unused -> new int[2]);
            counts[0]++;
            counts[1] += looksLikePractice(text) ? 1 : 0;
        }
        int all = folders.values().stream().mapToInt(counts -> counts[0]).sum();
        int practices = folders.values().stream().mapToInt(counts -> counts[1]).sum();
        files.put(".", practices * 2 >= all ? Mapping.Put.PRACTICES : Mapping.Put.PAGES);
        for (Handbook handbook : handbooks) {
            int[] within = new int[2];
            folders.forEach((folder, counts) -> {
                if (Handbook.isWithin(folder, handbook.root())) {
                    within[0] += counts[0];
                    within[1] += counts[1];
                }
            });
            if (within[1] * 2 < within[0]) {
                String root = handbook.root();
                String last = handbooks.size() == 1 || root.isEmpty()
                        ? name
                        : handbook.title().isEmpty()
                                ? root.replaceFirst("/(?:docs|src|content)$", "")
                                : handbook.title();
                String folder = Slug.of(last.substring(last.lastIndexOf('/') + 1));
                files.put(root.isEmpty() ? "." : root, new Mapping.Put(Mapping.Use.PAGES, folder));
            }
        }
        folders.forEach((folder, counts) -> {
            Mapping.Put put = counts[1] * 2 >= counts[0] ? Mapping.Put.PRACTICES : Mapping.Put.PAGES;
            String path = folder.isEmpty() ? "." : folder;
            if (put.use() != new Mapping("", files, Map.of(), Map.of(), Map.of()).use(path)) {
                files.put(path, put);
            }
        });
        left.forEach(path -> files.put(path, isIndexOfPages(path, files) ? pages(path, files) : Mapping.Put.NOTHING));
        return files;
    }

    /** A file's own rule would take it out of its folder. */
    private static Mapping.Put pages(String path, Map<String, Mapping.Put> files) {
        String below = Handbook.folder(new Mapping("", files, Map.of(), Map.of(), Map.of()).below(path));
        return below.equals(Handbook.folder(path)) ? Mapping.Put.PAGES : new Mapping.Put(Mapping.Use.PAGES, below);
    }

    private static boolean isIndexOfPages(String path, Map<String, Mapping.Put> files) {
        return Targets.isIndex(path)
                && !folder(path).isEmpty()
                && new Mapping("", files, Map.of(), Map.of(), Map.of()).use(folder(path)) == Mapping.Use.PAGES;
    }

    private boolean looksLikePractice(ForeignText text) {
        Predicate<String> known = table::isFact;
        long keys = text.keys().entries().stream()
                .map(entry -> entry.key().value())
                .filter(key -> table.named(key)
                                .filter(field -> !NO_SIGN.contains(field.part()))
                                .isPresent()
                        || usual.kind(key).isPresent())
                .count();
        long headings = text.sections().stream()
                .map(section -> bare(section.heading().text()))
                .filter(heading -> usual.kind(heading).isPresent() || table.isFact(heading))
                .count();
        return keys
                        + headings
                        + ForeignFacts.in(text.file(), text.intro(), known)
                                .found()
                                .size()
                >= 2;
    }

    private static String folder(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    private static String withoutEnd(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }

    // ---- keys and headings

    private Destination ofKey(String key, List<ForeignField> given) {
        boolean isLong =
                given.stream().mapToInt(one -> one.text().length()).average().orElse(0) > LONG
                        || given.stream()
                                .anyMatch(one -> !one.list() && one.text().contains("\n"));
        if (LOOKS.contains(Ours.normal(key))) {
            return Destination.NOTHING;
        }
        Optional<Ours> field = table.named(key);
        if (field.isPresent() && field.get().part() == Ours.Part.SUMMARY && betterSummary(key)) {
            return isLong ? Destination.heading(humanised(key)) : Destination.NOTES;
        }
        if (field.isPresent()
                && field.get().part() == Ours.Part.GROUP
                && understood(given, text -> GroupText.find(text).isPresent() || isNotFixed(text)) < 0.5) {
            return table.ofKey(Fields.ROLES.key()).map(Destination::of).orElse(Destination.NOTES);
        }
        if (field.isPresent()) {
            return Destination.of(field.get());
        }
        return usual.kind(humanised(key))
                .map(kind -> Destination.heading(usual.heading(kind)))
                .orElseGet(() -> isLong ? Destination.heading(humanised(key)) : Destination.NOTES);
    }

    /** Has the library another key that is a summary more plainly? */
    private boolean betterSummary(String key) {
        List<String> names = Ours.SUMMARY.names();
        int own = names.indexOf(Ours.normal(key));
        return keys.keySet().stream()
                .map(Ours::normal)
                .mapToInt(names::indexOf)
                .anyMatch(rank -> rank >= 0 && rank < own);
    }

    private static boolean isNotFixed(String text) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        return NotFixed.isNone(words) || NotFixed.varies(words);
    }

    private static double understood(Collection<ForeignField> given, Predicate<String> test) {
        return given.stream().filter(one -> test.test(one.text())).count() / (double) Math.max(1, given.size());
    }

    private Optional<Destination> ofHeading(String heading, List<ForeignField> given) {
        String bare = bare(heading);
        Optional<Ours> field = table.named(bare).filter(named -> switch (named.part()) {
            case TITLE -> Set.of(Fields.TITLE.key(), Fields.NAME.key()).contains(Ours.normal(bare));
            case SUMMARY ->
                Set.of(
                                Fields.SUMMARY.key(),
                                "patlet",
                                "subtitle",
                                "inshort",
                                Fields.Playbook.TAGLINE.key(),
                                "abstract",
                                "inanutshell")
                        .contains(Ours.normal(bare));
            case TIME ->
                understood(
                                given,
                                text -> text.length() < 200
                                        && TimeText.find(text).isPresent())
                        >= 0.5;
            case GROUP ->
                understood(
                                given,
                                text -> text.length() < 200
                                        && GroupText.find(text).isPresent())
                        >= 0.5;
            case MATERIALS, EXPERIENCE, AUTHORS, AKA, RELATED, SOURCES, LICENCE, STATE, OWN -> true;
            default -> false;
        });
        return field.map(Destination::of).or(() -> usual.instead(bare).map(Destination::heading));
    }

    /** {@code 5. Sequence of steps} without its number. */
    static String bare(String heading) {
        return heading.replaceFirst("^[\\d.)\\s]+(?=\\p{L})", "").strip();
    }

    /** {@code whyDo} as {@code Why do}. */
    private static String humanised(String key) {
        String words = key.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                .replaceAll("[_-]+", " ")
                .strip();
        String small = words.toLowerCase(Locale.ROOT).replaceFirst("^what is$", "what it is");
        return small.isEmpty() ? key : Character.toUpperCase(small.charAt(0)) + small.substring(1);
    }

    // ---- terms

    private Map<String, String> terms(Map<String, Destination> fields, Map<String, Destination> sections) {
        Map<String, Integer> unknown = new TreeMap<>();
        Map<String, List<ForeignField>> all = new LinkedHashMap<>(keys);
        headings.forEach(all::putIfAbsent);
        Set<String> seen = new HashSet<>();
        all.forEach((name, given) -> {
            Destination destination = fields.getOrDefault(name, sections.getOrDefault(name, Destination.KEEP));
            destination
                    .field()
                    .filter(Ours::isTerms)
                    .ifPresent(field -> given.stream()
                            .flatMap(one -> one.items(6).stream())
                            .filter(word -> word.length() <= 60 && word.indexOf('\n') < 0)
                            .filter(word ->
                                    vocabulary.meant(word, field.taxonomy()).isEmpty())
                            .forEach(word -> unknown.merge(word, 1, Integer::sum)));
        });
        Map<String, String> terms = new LinkedHashMap<>();
        unknown.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .filter(entry -> seen.add(Ours.normal(entry.getKey())))
                .limit(MOST_TERMS)
                .forEach(entry -> terms.put(entry.getKey(), "notes"));
        return terms;
    }
}
