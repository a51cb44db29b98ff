package org.practiceplaybook.pack;

import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.PageFolder;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.publish.BundleProof;
import org.practiceplaybook.publish.PageScanner;
import org.practiceplaybook.publish.Publication;
import org.practiceplaybook.work.Workers;

/**
 * The pages of an edition that are read from first to last: how to use it, pathways, practices, the log, the ladder and the
 * other vocabularies, the glossary, and what is told about the playbook. Without what only works in a site: its search, its
 * forms, addresses that it had before, and what is still to be done for it.
 *
 * @param home the first page of the site
 */
record Book(Leaf home, List<Chapter> chapters) {
    private static final String GUIDE = "how-to-use";

    Book {
        chapters = List.copyOf(chapters);
    }

    /** All leaves but the first page, in their order. */
    List<Leaf> leaves() {
        return chapters.stream().flatMap(chapter -> chapter.leaves().stream()).toList();
    }

    /** The paths of the style sheets that its pages ask for, each once, as they are met. */
    Set<String> sheets() {
        return Stream.concat(Stream.of(home), leaves().stream())
                .flatMap(leaf -> leaf.sheets().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static Book of(Edition edition, List<Edition> editions, Publication publication, Workers workers) {
        List<Map.Entry<String, byte[]>> pages = publication.files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".html"))
                .filter(file -> !publication.served().contains(file.getKey()))
                .filter(file -> isOf(edition, editions, file.getKey()))
                .filter(file -> !publication.tools().contains(file.getKey()))
                .toList();
        List<Leaf> leaves = workers.map(pages, page -> leaf(edition, page.getKey(), page.getValue())).stream()
                .flatMap(Optional::stream)
                .toList();
        Map<String, Integer> ranks = ranks(edition);
        Collator collator = Collator.getInstance(Locale.forLanguageTag(edition.language()));
        Comparator<Leaf> order = Comparator.<Leaf>comparingInt(leaf -> isIndex(within(edition, leaf.path())) ? 0 : 1)
                .thenComparingInt(leaf -> ranks.getOrDefault(within(edition, leaf.path()), Integer.MAX_VALUE))
                .thenComparing(Leaf::title, collator)
                .thenComparing(Leaf::path);
        List<String> titles = titles(edition);
        Map<Integer, List<Leaf>> sorted = new TreeMap<>();
        Leaf home = null;
        for (Leaf leaf : leaves) {
            String path = within(edition, leaf.path());
            if (path.equals(edition.addresses().home())) {
                home = leaf;
            } else {
                sorted.computeIfAbsent(chapter(edition, path), unused -> new ArrayList<>())
                        .add(leaf);
            }
        }
        List<Chapter> chapters = new ArrayList<>();
        sorted.forEach((number, all) -> chapters.add(
                new Chapter(titles.get(number), all.stream().sorted(order).toList())));
        return new Book(home, chapters);
    }

    private static boolean isOf(Edition edition, List<Edition> editions, String path) {
        return path.startsWith(edition.addresses().folder())
                && editions.stream()
                        .filter(other -> other != edition)
                        .map(other -> other.addresses().folder())
                        .noneMatch(folder ->
                                folder.length() > edition.addresses().folder().length() && path.startsWith(folder));
    }

    /** A path from the edition's root. */
    private static String within(Edition edition, String path) {
        return path.substring(edition.addresses().folder().length());
    }

    private static String folder(String index) {
        return index.substring(0, index.lastIndexOf('/') + 1);
    }

    private static boolean isIndex(String path) {
        return path.matches("(?:[^/]+/)?index(?:\\.\\d+)?\\.html");
    }

    private static Optional<Leaf> leaf(Edition edition, String path, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        PageScanner page = new PageScanner(text);
        String title = "";
        String kind = "";
        List<String> sheets = new ArrayList<>();
        while (page.next()) {
            if (page.isWithin("title")) {
                title = PageScanner.read(page.source());
            } else if (page.kind() == PageScanner.Kind.OPEN
                    && page.name().equals("link")
                    && page.attribute("rel").equals("stylesheet")) {
                BundleProof.resolved(path, Url.decoded(page.attribute("href"))).ifPresent(sheets::add);
            } else if (page.kind() == PageScanner.Kind.OPEN && page.name().equals("body")) {
                kind = page.attribute("class").replaceFirst("^on-", "");
            } else if (page.kind() == PageScanner.Kind.OPEN && page.name().equals("main")) {
                int end = text.lastIndexOf("</main>");
                String name = " · " + edition.settings().name();
                return Optional.of(new Leaf(
                        path,
                        title.endsWith(name) ? title.substring(0, title.length() - name.length()) : title,
                        kind,
                        sheets,
                        text.substring(page.end(), Math.max(page.end(), end))));
            }
        }
        return Optional.empty();
    }

    /** The order of what the library keeps in an order of its own; practices are sorted by their titles. */
    private static Map<String, Integer> ranks(Edition edition) {
        Map<String, Integer> ranks = new HashMap<>();
        Addresses at = edition.addresses();
        edition.library().pathways().values().forEach(pathway -> ranks.put(at.of(pathway), ranks.size()));
        edition.library().attempts().values().forEach(attempt -> ranks.put(at.of(attempt), ranks.size()));
        for (Taxonomy taxonomy : edition.library().taxonomies()) {
            edition.library().terms(taxonomy).forEach(term -> ranks.put(at.of(term), ranks.size()));
        }
        rank(at, edition.library().pages(), ranks);
        return ranks;
    }

    private static void rank(Addresses at, PageFolder folder, Map<String, Integer> ranks) {
        ranks.put(at.folder(folder.path()), ranks.size());
        folder.children().forEach(child -> {
            child.page().ifPresent(page -> ranks.put(at.of(page), ranks.size()));
            child.folder().ifPresent(inner -> rank(at, inner, ranks));
        });
    }

    /** The chapters of vocabularies: of the usual ones in the order in which a reader needs them. */
    private static List<Taxonomy> vocabularies(Edition edition) {
        List<Taxonomy> order = List.of(Taxonomy.LEVERAGE, Taxonomy.CHALLENGES, Taxonomy.PHASES, Taxonomy.ROLES);
        return edition.library().taxonomies().stream()
                .sorted(Comparator.comparing(
                        taxonomy -> order.contains(taxonomy) ? order.indexOf(taxonomy) : order.size()))
                .toList();
    }

    /** What the chapters are called, by their number. */
    private static List<String> titles(Edition edition) {
        return Stream.of(
                        Stream.of("single.part.use", "pathways.title", "practices.title", "log.title")
                                .map(edition.words()::get),
                        vocabularies(edition).stream().map(edition::title),
                        Stream.of("glossary.title", "prompts.title", "pages.title", "single.part.other")
                                .map(edition.words()::get))
                .flatMap(titles -> titles)
                .toList();
    }

    private static int chapter(Edition edition, String path) {
        Addresses at = edition.addresses();
        List<String> folders =
                new ArrayList<>(List.of(folder(at.pathways()), folder(at.practices()), folder(at.log())));
        vocabularies(edition).forEach(taxonomy -> folders.add(folder(at.of(taxonomy))));
        folders.addAll(List.of(at.glossary(), at.prompts(), folder(at.pages()), ""));
        boolean guide = path.equals(folder(at.pages()) + GUIDE + ".html");
        for (int i = 0; !guide && i < folders.size(); i++) {
            if (path.startsWith(folders.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }
}
