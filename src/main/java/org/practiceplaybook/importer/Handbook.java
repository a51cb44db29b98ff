package org.practiceplaybook.importer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Nfc;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.yaml.Yaml;

/**
 * Texts of a library that belong together in an order: by a list of contents, else by numbers that the texts and folders
 * carry (Docusaurus, Jekyll, Hugo).
 *
 * @param root its folder in the library, empty for the outermost
 * @param title or empty
 * @param from what says the order: a file, or a key
 * @param texts of its texts, by their path
 * @param folders of its folders, by their path
 */
record Handbook(
        String root,
        String title,
        String from,
        Map<String, Place> texts,
        Map<String, Place> folders,
        List<Diagnostic> told) {
    private static final Set<String> CATEGORIES = Set.of("_category_.json", "_category_.yml", "_category_.yaml");
    /** Keys that say where a text stands among its fellows, in the form in which names are compared. */
    private static final List<String> ORDERS = List.of("sidebarposition", "navorder", "weight");

    private static final List<String> LABELS = List.of("sidebarlabel", "navtitle", "linktitle");
    private static final List<String> INDEXES = List.of("/index.md", "/README.md", "/readme.md", "/_index.md");

    /**
     * Where a text or a folder stands.
     *
     * @param order among its neighbours
     * @param title that it has in the list of contents, or empty
     * @param summary of a folder, or empty
     */
    record Place(int order, String title, String summary) {}

    /** All that a library holds, the outermost first. */
    static List<Handbook> of(ForeignLibrary library) {
        List<Contents> lists = new ArrayList<>(Stream.concat(
                        library.texts().stream().map(ForeignText::file).filter(file -> Contents.isNamed(file.path())),
                        library.others().keySet().stream()
                                .filter(Contents::isNamed)
                                .map(library::small))
                .flatMap(file -> Contents.read(file).stream())
                .sorted(Comparator.comparing(Contents::root).thenComparing(Contents::file))
                .toList());
        // a sidebar of a folder within a handbook is part of that one's
        lists.removeIf(list -> list.file().endsWith("_sidebar.md")
                && lists.stream().anyMatch(other -> other != list && isWithin(list.root(), other.root())));
        Map<String, Handbook> all = new TreeMap<>();
        lists.forEach(list -> all.putIfAbsent(list.root(), ofContents(list, library)));
        byNumbers(library, all.keySet()).ifPresent(handbook -> all.putIfAbsent(handbook.root(), handbook));
        return List.copyOf(all.values());
    }

    static boolean isWithin(String path, String folder) {
        return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
    }

    // ---- by a list of contents

    private static Handbook ofContents(Contents contents, ForeignLibrary library) {
        Set<String> known =
                library.texts().stream().map(text -> text.file().path()).collect(Collectors.toSet());
        Map<String, Place> texts = new HashMap<>();
        List<Diagnostic> told = new ArrayList<>();
        SourceFile file = SourceFile.unread(contents.file());
        contents.items().stream().flatMap(Contents.Item::all).forEach(item -> {
            Optional<String> path = path(contents, item.to(), known);
            path.ifPresent(one -> texts.putIfAbsent(one, new Place(texts.size() + 1, item.title(), "")));
            if (path.isEmpty() && !item.to().isEmpty()) {
                told.add(Diagnostic.of(
                        RuleCode.LEFT_OUT,
                        file.whole(),
                        "left out of the order: \"" + item.to() + "\" is no text of the library"));
            }
        });
        Map<String, Place> folders = new HashMap<>();
        texts.forEach((path, place) -> {
            for (String folder = folder(path);
                    isWithin(folder, contents.root()) && !folder.equals(contents.root());
                    folder = folder(folder)) {
                folders.merge(folder, place, (a, b) -> a.order() < b.order() ? a : b);
            }
        });
        folders.replaceAll((folder, place) -> new Place(place.order(), heading(contents, folder, known), ""));
        Set<String> said = folders.values().stream().map(Place::title).collect(Collectors.toSet());
        contents.items().stream()
                .flatMap(Contents.Item::all)
                .filter(item -> item.to().isEmpty() && !item.title().isEmpty() && !said.contains(item.title()))
                .forEach(item -> told.add(Diagnostic.of(
                        RuleCode.LEFT_OUT,
                        file.whole(),
                        "left out of the order: the heading \"" + item.title()
                                + "\", for no folder holds just its texts; they stand in its place")));
        return new Handbook(
                contents.root(), bookTitle(contents, library), contents.file(), texts, folders, List.copyOf(told));
    }

    /** mdBook has the title in a file of its own. */
    private static String bookTitle(Contents contents, ForeignLibrary library) {
        if (!contents.title().isEmpty() || !contents.file().endsWith("SUMMARY.md")) {
            return contents.title();
        }
        return Stream.of(contents.root(), folder(contents.root()))
                .map(folder -> folder.isEmpty() ? "book.toml" : folder + "/book.toml")
                .filter(library.others()::containsKey)
                .flatMap(path -> library.small(path).text().lines())
                .filter(line -> line.matches("\\s*title\\s*=\\s*\"[^\"]+\"\\s*"))
                .map(line -> line.replaceAll("^[^\"]*\"|\"\\s*$", ""))
                .findFirst()
                .orElse("");
    }

    /** The text that a list of contents means by an address. */
    private static Optional<String> path(Contents contents, String to, Set<String> known) {
        String plain = Nfc.of(Url.decoded(to.replaceAll("[#?].*$", "")));
        if (to.isEmpty() || plain.contains("://")) {
            return Optional.empty();
        }
        for (String base :
                plain.startsWith("/") ? List.of(contents.root()) : List.of(contents.root(), folder(contents.file()))) {
            Optional<String> path = LinkRewriter.normalised(base + "/" + plain);
            String at = path.orElse(plain.matches("[./]*") ? base : "?");
            for (String end : List.of("", ".md", ".markdown")) {
                if (known.contains(at + end)) {
                    return Optional.of(at + end);
                }
            }
            for (String end : INDEXES) {
                if (known.contains((at + end).replaceFirst("^/", ""))) {
                    return Optional.of((at + end).replaceFirst("^/", ""));
                }
            }
        }
        return Optional.empty();
    }

    /** The heading below which all texts of a folder stand and no others, the innermost of them, or empty. */
    private static String heading(Contents contents, String folder, Set<String> known) {
        String title = "";
        List<Contents.Item> items = contents.items();
        boolean deeper = true;
        while (deeper) {
            deeper = false;
            for (Contents.Item item : items) {
                List<String> below = item.all()
                        .flatMap(one -> path(contents, one.to(), known).stream())
                        .toList();
                boolean holds = below.stream().anyMatch(path -> isWithin(path, folder));
                if (holds && !item.below().isEmpty()) {
                    boolean alone = below.stream()
                            .allMatch(path -> isWithin(path, folder)
                                    || path.equals(folder + ".md")); // what lies beside its folder is its page
                    title = alone && title.isEmpty() ? item.title() : title;
                    items = item.below();
                    deeper = !alone;
                    break;
                }
            }
        }
        return title;
    }

    // ---- by numbers

    private static Optional<Handbook> byNumbers(ForeignLibrary library, Set<String> roots) {
        Map<String, Double> numbers = new HashMap<>();
        Map<String, Place> folders = new HashMap<>();
        Map<String, String> labels = new HashMap<>();
        String from = "";
        for (ForeignText text : library.texts()) {
            String path = text.file().path();
            if (roots.stream().anyMatch(root -> isWithin(path, root))) {
                continue;
            }
            Optional<Double> number = value(text.keys(), ORDERS).flatMap(Handbook::number);
            number.ifPresent(order -> numbers.put(path, order));
            from = number.isPresent() && from.isEmpty() ? key(text.keys()) : from;
            value(text.keys(), LABELS).ifPresent(label -> labels.put(path, label));
        }
        Map<String, Double> ofFolders = new HashMap<>();
        for (String path : library.others().keySet()) {
            if (CATEGORIES.contains(path.substring(path.lastIndexOf('/') + 1))
                    && roots.stream().noneMatch(root -> isWithin(path, root))) {
                category(library.small(path), folder(path), ofFolders, folders);
            }
        }
        Set<String> all = new HashSet<>(numbers.keySet());
        folders.keySet().forEach(folder -> all.add(folder + "/"));
        if (all.size() < 2) {
            return Optional.empty();
        }
        boolean whole = Stream.concat(numbers.values().stream(), ofFolders.values().stream())
                .allMatch(number -> number == Math.rint(number));
        Map<String, Place> texts = new HashMap<>();
        Map<String, Integer> nested = nested(library, numbers);
        Stream.concat(numbers.keySet().stream(), labels.keySet().stream())
                .distinct()
                .forEach(path -> {
                    Double number = numbers.get(path);
                    int order = nested.containsKey(path)
                            ? nested.get(path)
                            : number == null ? NONE : (int) Math.round(number * (whole ? 1 : 100));
                    texts.put(path, new Place(order, labels.getOrDefault(path, ""), ""));
                });
        ofFolders.forEach((folder, number) -> folders.computeIfPresent(
                folder,
                (unused, place) ->
                        new Place((int) Math.round(number * (whole ? 1 : 100)), place.title(), place.summary())));
        return Optional.of(
                new Handbook(common(all), "", from.isEmpty() ? "_category_" : from, texts, folders, List.of()));
    }

    /** Without a place among its neighbours. */
    static final int NONE = Integer.MAX_VALUE;

    private static void category(
            SourceFile file, String folder, Map<String, Double> numbers, Map<String, Place> folders) {
        Yaml.Mapping all = Contents.yaml(file);
        value(all, List.of("position")).flatMap(Handbook::number).ifPresent(number -> numbers.put(folder, number));
        String summary = all.entry("link").map(Yaml.Entry::value).orElse(null) instanceof Yaml.Mapping link
                ? value(link, List.of("description")).orElse("")
                : "";
        folders.put(
                folder,
                new Place(NONE, value(all, List.of(Fields.Playbook.LABEL.key())).orElse(""), summary));
    }

    /** Jekyll's {@code parent}: texts of one folder stand below each other, and are numbered below each one anew. */
    private static Map<String, Integer> nested(ForeignLibrary library, Map<String, Double> numbers) {
        Map<String, List<ForeignText>> below = library.texts().stream()
                .filter(text -> value(text.keys(), List.of("parent")).isPresent())
                .collect(Collectors.groupingBy(
                        text -> value(text.keys(), List.of("parent")).orElseThrow()));
        Map<String, Integer> order = new HashMap<>();
        if (!below.isEmpty()) {
            Function<ForeignText, Double> number =
                    text -> numbers.getOrDefault(text.file().path(), Double.MAX_VALUE);
            Comparator<ForeignText> inOrder = Comparator.comparing(number)
                    .thenComparing(text -> text.file().path());
            library.texts().stream()
                    .filter(text -> value(text.keys(), List.of("parent")).isEmpty())
                    .filter(text -> numbers.containsKey(text.file().path()))
                    .sorted(inOrder)
                    .forEach(text -> walk(text, below, inOrder, order));
        }
        return order;
    }

    private static void walk(
            ForeignText text,
            Map<String, List<ForeignText>> below,
            Comparator<ForeignText> inOrder,
            Map<String, Integer> order) {
        if (order.putIfAbsent(text.file().path(), order.size() + 1) == null) {
            value(text.keys(), List.of(Fields.TITLE.key())).map(below::get).stream()
                    .flatMap(List::stream)
                    .sorted(inOrder)
                    .forEach(child -> walk(child, below, inOrder, order));
        }
    }

    private static Optional<Double> number(String text) {
        return text.matches("-?\\d{1,6}(?:\\.\\d{1,4})?") ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    private static String key(Yaml.Mapping keys) {
        return keys.entries().stream()
                .map(entry -> entry.key().value())
                .filter(key -> ORDERS.contains(Ours.normal(key)))
                .findFirst()
                .orElse("");
    }

    private static Optional<String> value(Yaml.Mapping keys, List<String> names) {
        return keys.entries().stream()
                .filter(entry -> names.contains(Ours.normal(entry.key().value())))
                .filter(entry -> entry.value() instanceof Yaml.Text text && !text.isEmpty())
                .map(entry -> ((Yaml.Text) entry.value()).value().strip())
                .findFirst();
    }

    /** The folder that holds all of some paths. */
    private static String common(Set<String> paths) {
        String common = folder(paths.iterator().next());
        for (String path : paths) {
            while (!isWithin(folder(path), common)) {
                common = folder(common);
            }
        }
        return common;
    }

    static String folder(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }
}
