package org.practiceplaybook.library;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.value.State;

/**
 * The lists of an edition, by the names that a menu knows them by: those on which something stands, or somebody is asked
 * for something. What is not among them is neither made nor led to.
 */
public final class Lists {
    /** The lists of entries, by their folders. */
    static final Set<String> OF_ENTRIES = ofEntries(true, true, true);

    /** Fewer practices, or fewer that writers have joined, are no map. */
    private static final int MAPPED = 6;

    private static final int JOINED = 5;

    private final Map<String, String> paths = new LinkedHashMap<>();

    public Lists(Library library, Addresses addresses, SectionNames names) {
        List<Practice> live = library.practices().values().stream()
                .filter(practice -> practice.state() != State.RETIRED)
                .toList();
        paths.put("home", addresses.home());
        Set<String> ofEntries = ofEntries(
                !library.practices().isEmpty(),
                !library.attempts().isEmpty(),
                !library.pathways().isEmpty());
        add("practices", ofEntries.contains("practices"), addresses.practices());
        add("pathways", ofEntries.contains("pathways"), addresses.pathways());
        add("attempts", ofEntries.contains("attempts"), addresses.log());
        for (Taxonomy taxonomy : library.taxonomies()) {
            add(taxonomy.folder(), !library.terms(taxonomy).isEmpty(), addresses.of(taxonomy));
        }
        add(
                "matrix",
                !live.isEmpty()
                        && !library.terms(Taxonomy.ROLES).isEmpty()
                        && !library.terms(Taxonomy.PHASES).isEmpty(),
                addresses.matrix());
        add("map", live.size() >= MAPPED && joins(live) >= JOINED, addresses.practiceMap());
        add("pages", !library.allPages().isEmpty(), addresses.pages());
        add("prompts", live.stream().anyMatch(practice -> practice.asks(names)), addresses.prompts());
        boolean written = live.stream().anyMatch(practice -> !practice.isStub());
        add("cards", written, addresses.cards());
        add("shortlist", written, addresses.shortlist());
        add("glossary", !library.glossary().isEmpty(), addresses.glossary());
        add(
                "stubs",
                live.stream()
                        .anyMatch(practice -> practice.isStub()
                                || library.attemptsAt(practice).isEmpty()),
                addresses.stubs());
        boolean translated =
                !library.tongues().language().equals(library.tongues().original())
                        && library.entries().findAny().isPresent();
        add("editors", !live.isEmpty() || !library.hidden().isEmpty() || translated, addresses.editors());
        add("review", live.stream().anyMatch(practice -> !practice.isStub()), addresses.review());
        add("translations", translated, addresses.translations());
        add("contributors", hasPeople(library), addresses.contributors());
        paths.put("contribute", addresses.contribute());
        paths.put("search", addresses.search());
    }

    /** The lists of entries that are made where there are such entries: practices and their log come together. */
    static Set<String> ofEntries(boolean practices, boolean attempts, boolean pathways) {
        Set<String> lists = new HashSet<>();
        if (practices || attempts) {
            lists.addAll(List.of("practices", "attempts"));
        }
        if (pathways) {
            lists.add("pathways");
        }
        return lists;
    }

    /** How many relations writers have named among these practices. */
    private static long joins(List<Practice> practices) {
        Set<String> slugs = practices.stream().map(Practice::slug).collect(Collectors.toSet());
        return practices.stream()
                .flatMap(practice -> practice.related().stream())
                .filter(related -> slugs.contains(related.slug().value()))
                .count();
    }

    private void add(String name, boolean made, String path) {
        if (made) {
            paths.put(name, path);
        }
    }

    /** Is it nothing but pages: neither practices nor attempts, and no terms by which they would be found? */
    public static boolean isHandbook(Library library) {
        return library.practices().isEmpty()
                && library.attempts().isEmpty()
                && library.terms().values().stream().allMatch(Map::isEmpty);
    }

    private static boolean hasPeople(Library library) {
        return library.entries()
                .flatMap(entry -> Stream.of(
                                library.writers(entry), library.sharer(entry).stream(), library.changers(entry))
                        .flatMap(names -> names))
                .findAny()
                .isPresent();
    }

    /** Is there a list at an address of the edition? */
    public boolean has(String path) {
        return paths.containsValue(path);
    }

    /** The addresses, by name. */
    public Map<String, String> paths() {
        return Collections.unmodifiableMap(paths);
    }

    /** The names of those that are asked for and there, in the order that is asked. */
    public Stream<String> of(String... names) {
        return Stream.of(names).filter(paths::containsKey);
    }
}
