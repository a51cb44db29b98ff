package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.value.Band;
import org.practiceplaybook.library.Addresses;

/** A page for each vocabulary, and one for each of its terms. */
final class TaxonomyPages implements Output {
    /** A vocabulary. */
    record ListView(Frame frame, String key, String title, String intro, List<TermView> terms) implements PageView {}

    /** The leverage points, by band. */
    record LadderView(Frame frame, String title, String intro, List<BandView> bands, String more) implements PageView {}

    /** So many practices, and as many attempts, stand on a rung; its page has them all. */
    private static final int ON_RUNG = 6;

    /** A band of the ladder, the strongest first. */
    record BandView(String key, String name, String means, List<RungView> rungs) {}

    /**
     * A rung of the ladder.
     *
     * @param practices the first of those that reach it
     * @param attempts the first of those that tell of it
     * @param more does its page have others?
     */
    record RungView(TermView term, List<LinkView> practices, List<LinkView> attempts, boolean more) {}

    /** A term in a list. */
    record TermView(
            String path,
            String name,
            String definition,
            String number,
            String question,
            String example,
            List<String> questions,
            int practices,
            int attempts) {}

    /**
     * A term by itself.
     *
     * @param cards path of the cards of the practices on this page, or empty
     */
    record View(
            Frame frame,
            String taxonomy,
            TermView term,
            String band,
            String bandName,
            int total,
            List<Cards.PracticeCard> begin,
            List<GroupView> groups,
            List<Cards.PracticeCard> rows,
            List<Cards.AttemptCard> attempts,
            List<Cards.AttemptCard> moreAttempts,
            Optional<LinkView> previous,
            Optional<LinkView> next,
            String search,
            String cards,
            String others,
            String help,
            Paging paging)
            implements PageView {}

    /**
     * Practices that stand together as cards.
     *
     * @param name key of the word for them, empty where there is but one group
     */
    record GroupView(String name, List<Cards.PracticeCard> practices) {}

    /** So many practices are cards, and as many attempts half of it; the rest are rows, on the first page folded away. */
    private static final int MOST_CARDS = 12;

    /** So many practices are named at the end of the questions by which readers check themselves. */
    private static final int FEW = 3;

    @Override
    public void addTo(Edition site, Consumer<SiteFile> sheets) {
        for (Taxonomy taxonomy : site.library().taxonomies()) {
            List<Term> terms = site.library().terms(taxonomy);
            if (terms.isEmpty()) {
                continue;
            }
            String path = site.addresses().of(taxonomy);
            if (taxonomy.isLadder()) {
                sheets.accept(site.sheet(path, "ladder", () -> ladder(site, terms)));
            } else {
                sheets.accept(site.sheet(path, "taxonomy", () -> list(site, taxonomy, terms)));
            }
            for (int i = 0; i < terms.size(); i++) {
                Term term = terms.get(i);
                Optional<Term> previous = i == 0 ? Optional.empty() : Optional.of(terms.get(i - 1));
                Optional<Term> next = i + 1 == terms.size() ? Optional.empty() : Optional.of(terms.get(i + 1));
                List<Practice> practices = practices(site, term);
                for (Paging.Slice<Practice> slice :
                        Paging.slices(site.addresses().of(term), practices, Paging.ROWS)) {
                    sheets.accept(site.sheet(
                            term.place().file(), slice.path(), "term", () -> view(site, term, slice, previous, next)));
                }
            }
        }
    }

    private static List<Practice> practices(Edition site, Term term) {
        return site.listed(site.library().practicesOf().getOrDefault(term.key(), List.of())).stream()
                .sorted(Comparator.comparing(Practice::isStub).thenComparing(practice -> !isTried(site, practice)))
                .toList();
    }

    private static boolean isTried(Edition site, Practice practice) {
        return !site.library().attemptsAt(practice).isEmpty();
    }

    /** Those that were tried, and what nobody has tried; named where the whole list has both. */
    private static List<GroupView> groups(Edition site, List<Practice> practices, boolean both) {
        List<GroupView> groups = new ArrayList<>();
        for (boolean tried : new boolean[] {true, false}) {
            List<Practice> some = practices.stream()
                    .filter(practice -> isTried(site, practice) == tried)
                    .toList();
            if (!some.isEmpty()) {
                String name = !both ? "" : tried ? "search.tried.yes" : "search.tried.no";
                groups.add(new GroupView(name, site.cards().ofPractices(some)));
            }
        }
        return groups;
    }

    /** The search, in which what this term names is chosen already; empty where it cannot be chosen. */
    private static String search(Edition site, Term term) {
        return SearchDocuments.values(List.of(term)).stream()
                .filter(value -> term.taxonomy().filter())
                .findFirst()
                .map(value -> Addresses.url(site.addresses().search()) + "?" + SearchDocuments.facet(term.taxonomy())
                        + "=" + Addresses.url(value))
                .orElse("");
    }

    private static Frame listFrame(Edition site, Taxonomy taxonomy) {
        return site.frame(
                        site.addresses().of(taxonomy),
                        site.title(taxonomy),
                        taxonomy.isUsual()
                                ? site.words().get("taxonomy." + taxonomy.key() + ".intro")
                                : site.words().get("taxonomy.own.intro"),
                        taxonomy.isLadder() ? "ladder" : "taxonomy",
                        taxonomy.isLadder() ? "leverage" : "")
                .withCrumbs(site.link(site.addresses().home(), "home.crumb"));
    }

    private static ListView list(Edition site, Taxonomy taxonomy, List<Term> terms) {
        Frame frame = listFrame(site, taxonomy);
        return new ListView(
                frame,
                taxonomy.key(),
                frame.title(),
                frame.description(),
                terms.stream().map(term -> term(site, term)).toList());
    }

    private static LadderView ladder(Edition site, List<Term> terms) {
        Frame frame = listFrame(site, Taxonomy.LEVERAGE);
        List<BandView> bands = new ArrayList<>();
        for (int i = Band.values().length - 1; i >= 0; i--) {
            Band band = Band.values()[i];
            addBand(site, bands, terms, Optional.of(band));
        }
        addBand(site, bands, terms, Optional.empty());
        String more = site.library().allPages().stream()
                .filter(page -> page.slug().equals("leverage-points"))
                .findFirst()
                .map(page -> Addresses.url(site.addresses().of(page)))
                .orElse("");
        return new LadderView(frame, frame.title(), frame.description(), bands, more);
    }

    /** The strongest rung stands at the top, as on a ladder. */
    private static void addBand(Edition site, List<BandView> bands, List<Term> terms, Optional<Band> band) {
        List<RungView> rungs = new ArrayList<>();
        for (int i = terms.size() - 1; i >= 0; i--) {
            if (terms.get(i).band().equals(band)) {
                rungs.add(rung(site, terms.get(i)));
            }
        }
        if (!rungs.isEmpty()) {
            String key = band.map(Band::key).orElse("other");
            bands.add(new BandView(
                    key, site.words().get("band." + key), site.words().get("band.means." + key), rungs));
        }
    }

    private static RungView rung(Edition site, Term term) {
        List<Practice> practices = practices(site, term);
        List<Attempt> attempts = site.library().attemptsOfTerm().getOrDefault(term.key(), List.of());
        return new RungView(
                term(site, term),
                practices.stream().limit(ON_RUNG).map(site::link).toList(),
                attempts.stream().limit(ON_RUNG).map(site::link).toList(),
                practices.size() > ON_RUNG || attempts.size() > ON_RUNG);
    }

    private static TermView term(Edition site, Term term) {
        return new TermView(
                Addresses.url(site.addresses().of(term)),
                term.name(),
                term.definition(),
                term.number().isPresent() ? String.valueOf(term.number().getAsInt()) : "",
                term.question(),
                term.example(),
                term.questions(),
                practices(site, term).size(),
                site.library()
                        .attemptsOfTerm()
                        .getOrDefault(term.key(), List.of())
                        .size());
    }

    private static View view(
            Edition site, Term term, Paging.Slice<Practice> slice, Optional<Term> previous, Optional<Term> next) {
        Taxonomy taxonomy = term.taxonomy();
        boolean leverage = taxonomy.isLadder();
        Frame frame = site.frame(
                        term.place().file(),
                        slice.path(),
                        term.name(),
                        term.definition(),
                        "term",
                        leverage ? "leverage" : "")
                .withCrumbs(site.link(site.addresses().home(), "home.crumb"), site.link(taxonomy));
        List<Practice> all = practices(site, term);
        long tried = all.stream().filter(practice -> isTried(site, practice)).count();
        boolean first = slice.paging().number() == 1;
        List<Practice> asCards = first
                ? slice.items().subList(0, Math.min(MOST_CARDS, slice.items().size()))
                : List.of();
        List<Practice> asRows =
                slice.items().subList(asCards.size(), slice.items().size());
        List<Attempt> attempts =
                first ? site.library().attemptsOfTerm().getOrDefault(term.key(), List.of()) : List.of();
        int most = Math.min(MOST_CARDS / 2, attempts.size());
        return new View(
                frame,
                taxonomy.key(),
                term(site, term),
                term.band().map(Band::key).orElse(""),
                term.band().map(band -> site.words().get("band." + band.key())).orElse(""),
                practices(site, term).size(),
                site.cards().ofPractices(asCards.stream().limit(FEW).toList()),
                groups(site, asCards, tried > 0 && tried < all.size()),
                site.cards().ofPractices(asRows),
                site.cards().ofAttempts(attempts.subList(0, most)),
                site.cards().ofAttempts(attempts.subList(most, attempts.size())),
                previous.map(site::link),
                next.map(site::link),
                search(site, term),
                RunPages.cards(site, slice.items()),
                Addresses.url(site.addresses().of(taxonomy)),
                HelpPages.practice(site),
                slice.paging());
    }
}
