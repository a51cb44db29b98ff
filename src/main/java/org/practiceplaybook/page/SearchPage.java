package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.value.Band;
import org.practiceplaybook.content.value.Outcome;
import org.practiceplaybook.content.value.Where;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.theme.Json;
import org.practiceplaybook.theme.Words;

/** The page on which readers search, with everything by which results can be narrowed. */
public final class SearchPage implements Output {
    /**
     * The page.
     *
     * @param challenges to begin with, or where nothing is found
     * @param triedMost practices, those with the most attempts first
     * @param lists of the playbook, also for whoever has no script
     */
    record View(
            Frame frame,
            List<FacetView> facets,
            boolean ranges,
            List<LinkView> challenges,
            List<Cards.PracticeCard> triedMost,
            List<LinkView> lists)
            implements PageView {}

    private static final int FEW = 5;

    /** A choice between values; several of one facet widen it. */
    record FacetView(String name, String title, List<ChoiceView> choices) {}

    /** A value, and what it means. */
    record ChoiceView(String value, String text, String means, LinkView.Tongue tongue) {
        ChoiceView(String value, String text, String means) {
            this(value, text, means, LinkView.Tongue.OF_EDITION);
        }
    }

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        sheets.accept(edition.unlisted(edition.addresses().search(), "search", () -> view(edition))
                .tool());
        sheets.accept(new SiteFile(edition.addresses().searchWords(), () -> words(edition.words())));
    }

    /** A script that gives the search what it says to readers. */
    public static byte[] words(Words words) {
        Map<String, String> said = new TreeMap<>();
        words.keys().stream()
                .filter(key ->
                        Stream.of("search.", "time.", "list.", "shortlist.gone").anyMatch(key::startsWith))
                .forEach(key -> said.put(key, words.get(key)));
        return Json.of(said).between("PlaybookSearch.words(", ")\n");
    }

    private static View view(Edition edition) {
        Words words = edition.words();
        Library library = edition.library();
        Frame frame = edition.frame(
                        edition.addresses().search(),
                        words.get("search.title"),
                        words.get("search.description"),
                        "search",
                        "")
                .withCrumbs(edition.link(edition.addresses().home(), "home.crumb"))
                .notIndexed();
        List<FacetView> facets = new ArrayList<>();
        for (Taxonomy taxonomy : library.taxonomies()) {
            List<ChoiceView> choices = taxonomy.isLadder() ? bands(edition) : choices(edition, library.terms(taxonomy));
            String name = SearchDocuments.facet(taxonomy);
            if (taxonomy.filter() && !choices.isEmpty()) {
                facets.add(new FacetView(name, words.called(taxonomy.label(), "search.facet." + name), choices));
            }
        }
        if (SearchDocuments.saysWhere(library)) {
            List<ChoiceView> where = Stream.of(Where.values())
                    .map(value -> new ChoiceView(value.key(), words.get("where." + value.key()), ""))
                    .toList();
            add(facets, SearchDocuments.WHERE, words, where);
        }
        if (!library.practices().isEmpty()) {
            add(facets, SearchDocuments.TRIED, words, tried(words));
        }
        if (library.attempts().values().stream()
                .anyMatch(attempt -> attempt.outcome().isPresent())) {
            List<ChoiceView> results = Stream.of(Outcome.values())
                    .map(outcome -> new ChoiceView(outcome.key(), words.get("result." + outcome.key()), ""))
                    .toList();
            add(facets, SearchDocuments.RESULT, words, results);
        }
        List<ChoiceView> types = types(library).stream()
                .map(type -> new ChoiceView(type, words.get("search.types." + type), ""))
                .toList();
        if (types.size() > 1) {
            add(facets, SearchDocuments.TYPE, words, types);
        }
        boolean ranges = library.practices().values().stream()
                .anyMatch(practice ->
                        practice.time().isPresent() || practice.group().isPresent());
        List<LinkView> challenges =
                library.terms(Taxonomy.CHALLENGES).stream().map(edition::link).toList();
        return new View(frame, facets, ranges, challenges, triedMost(edition), lists(edition));
    }

    private static List<Cards.PracticeCard> triedMost(Edition edition) {
        Library library = edition.library();
        return edition.cards()
                .ofPractices(edition.listed(List.copyOf(library.practices().values())).stream()
                        .filter(practice -> !library.attemptsAt(practice).isEmpty())
                        .sorted(Comparator.comparing((Practice practice) ->
                                        -library.attemptsAt(practice).size())
                                .thenComparing(Practice::slug))
                        .limit(FEW)
                        .toList());
    }

    private static void add(List<FacetView> facets, String name, Words words, List<ChoiceView> choices) {
        if (!choices.isEmpty()) {
            facets.add(new FacetView(name, words.get("search.facet." + name), choices));
        }
    }

    private static List<ChoiceView> choices(Edition edition, List<Term> terms) {
        return terms.stream()
                .map(term -> new ChoiceView(
                        term.slug(),
                        term.name(),
                        term.definition(),
                        edition.tongue(term.place().file())))
                .toList();
    }

    private static List<ChoiceView> bands(Edition edition) {
        Set<Band> bands = new LinkedHashSet<>();
        edition.library().terms(Taxonomy.LEVERAGE).forEach(term -> term.band().ifPresent(bands::add));
        return bands.stream()
                .sorted()
                .map(band -> new ChoiceView(
                        band.key(),
                        edition.words().get("band." + band.key()),
                        edition.words().get("band.means." + band.key())))
                .toList();
    }

    private static List<ChoiceView> tried(Words words) {
        return List.of(
                new ChoiceView("yes", words.get("search.tried.yes"), ""),
                new ChoiceView("no", words.get("search.tried.no"), ""));
    }

    private static List<String> types(Library library) {
        List<String> types = new ArrayList<>();
        if (!library.practices().isEmpty()) {
            types.add("practice");
        }
        if (!library.pathways().isEmpty()) {
            types.add("pathway");
        }
        if (!library.attempts().isEmpty()) {
            types.add("attempt");
        }
        if (library.terms().values().stream().anyMatch(terms -> !terms.isEmpty())) {
            types.add("term");
        }
        if (!library.allPages().isEmpty()) {
            types.add("page");
        }
        if (!library.glossary().isEmpty()) {
            types.add("word");
        }
        return types;
    }

    private static List<LinkView> lists(Edition edition) {
        List<LinkView> lists = new ArrayList<>();
        if (edition.has(edition.addresses().practices())) {
            lists.add(edition.link(edition.addresses().practices(), "search.allPractices"));
        }
        for (Taxonomy taxonomy : edition.library().taxonomies()) {
            if (edition.has(edition.addresses().of(taxonomy))) {
                lists.add(edition.link(taxonomy));
            }
        }
        if (edition.has(edition.addresses().pages())) {
            lists.add(edition.link(edition.addresses().pages(), "pages.title"));
        }
        if (edition.has(edition.addresses().glossary())) {
            lists.add(edition.link(edition.addresses().glossary(), "glossary.title"));
        }
        if (!edition.isHandbook()) {
            lists.add(edition.link(edition.addresses().askForPractice(), "contribute.ask.title"));
        }
        return lists;
    }
}
