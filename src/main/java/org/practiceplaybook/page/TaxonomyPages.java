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
import org.practiceplaybook.content.value.Where;
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
            int attempts,
            LinkView.Tongue tongue) {}

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
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        for (Taxonomy taxonomy : edition.library().taxonomies()) {
            List<Term> terms = edition.library().terms(taxonomy);
            if (terms.isEmpty()) {
                continue;
            }
            String path = edition.addresses().of(taxonomy);
            if (taxonomy.isLadder()) {
                sheets.accept(edition.sheet(path, "ladder", () -> ladder(edition, terms)));
            } else {
                sheets.accept(edition.sheet(path, "taxonomy", () -> list(edition, taxonomy, terms)));
            }
            for (int i = 0; i < terms.size(); i++) {
                Term term = terms.get(i);
                Optional<Term> previous = i == 0 ? Optional.empty() : Optional.of(terms.get(i - 1));
                Optional<Term> next = i + 1 == terms.size() ? Optional.empty() : Optional.of(terms.get(i + 1));
                List<Practice> practices = practices(edition, term);
                for (Paging.Slice<Practice> slice :
                        Paging.slices(edition.addresses().of(term), practices, Paging.ROWS)) {
                    sheets.accept(edition.sheet(
                            term.place().file(),
                            slice.path(),
                            "term",
                            () -> view(edition, term, practices, slice, previous, next)));
                }
            }
        }
    }

    private static List<Practice> listed(Edition edition, Term term) {
        return edition.listed(edition.library().practicesOf().getOrDefault(term.key(), List.of()));
    }

    /** What was tried first, and what nobody has written yet last. */
    private static List<Practice> practices(Edition edition, Term term) {
        return listed(edition, term).stream()
                .sorted(Comparator.comparing(Practice::isStub).thenComparing(practice -> !isTried(edition, practice)))
                .toList();
    }

    private static boolean isTried(Edition edition, Practice practice) {
        return !edition.library().attemptsAt(practice).isEmpty();
    }

    /** Those that were tried, and what nobody has tried; named where the whole list has both. */
    private static List<GroupView> groups(Edition edition, Term term, List<Practice> practices, boolean both) {
        List<GroupView> groups = new ArrayList<>();
        for (boolean tried : new boolean[] {true, false}) {
            List<Practice> some = practices.stream()
                    .filter(practice -> isTried(edition, practice) == tried)
                    .toList();
            if (!some.isEmpty()) {
                String name = !both ? "" : tried ? "search.tried.yes" : "search.tried.no";
                groups.add(new GroupView(name, edition.cards().ofPractices(some, term)));
            }
        }
        return groups;
    }

    /** The search, in which what this term names is chosen already; empty where it cannot be chosen. */
    private static String search(Edition edition, Term term) {
        return SearchDocuments.values(List.of(term)).stream()
                .filter(value -> term.taxonomy().filter())
                .findFirst()
                .map(value -> Addresses.url(edition.addresses().search()) + "?" + SearchDocuments.facet(term.taxonomy())
                        + "=" + Addresses.url(value))
                .orElse("");
    }

    private static Frame listFrame(Edition edition, Taxonomy taxonomy) {
        return edition.frame(
                        edition.addresses().of(taxonomy),
                        edition.title(taxonomy),
                        taxonomy.isUsual()
                                ? edition.words().get("taxonomy." + taxonomy.key() + ".intro")
                                : edition.words().get("taxonomy.own.intro"),
                        taxonomy.isLadder() ? "ladder" : "taxonomy",
                        taxonomy.isLadder() ? "leverage" : "")
                .withCrumbs(edition.link(edition.addresses().home(), "home.crumb"));
    }

    private static ListView list(Edition edition, Taxonomy taxonomy, List<Term> terms) {
        Frame frame = listFrame(edition, taxonomy);
        return new ListView(
                frame,
                taxonomy.key(),
                frame.title(),
                frame.description(),
                terms.stream().map(term -> term(edition, term)).toList());
    }

    private static LadderView ladder(Edition edition, List<Term> terms) {
        Frame frame = listFrame(edition, Taxonomy.LEVERAGE);
        List<BandView> bands = new ArrayList<>();
        for (int i = Band.values().length - 1; i >= 0; i--) {
            Band band = Band.values()[i];
            addBand(edition, bands, terms, Optional.of(band));
        }
        addBand(edition, bands, terms, Optional.empty());
        String more = edition.library().allPages().stream()
                .filter(page -> page.slug().equals("leverage-points"))
                .findFirst()
                .map(page -> Addresses.url(edition.addresses().of(page)))
                .orElse("");
        return new LadderView(frame, frame.title(), frame.description(), bands, more);
    }

    /** The strongest rung stands at the top, as on a ladder. */
    private static void addBand(Edition edition, List<BandView> bands, List<Term> terms, Optional<Band> band) {
        List<RungView> rungs = new ArrayList<>();
        for (int i = terms.size() - 1; i >= 0; i--) {
            if (terms.get(i).band().equals(band)) {
                rungs.add(rung(edition, terms.get(i)));
            }
        }
        if (!rungs.isEmpty()) {
            String key = band.map(Band::key).orElse("other");
            bands.add(new BandView(
                    key, edition.words().get("band." + key), edition.words().get("band.means." + key), rungs));
        }
    }

    private static RungView rung(Edition edition, Term term) {
        List<Practice> practices = practices(edition, term);
        List<Attempt> attempts = edition.library().attemptsOfTerm().getOrDefault(term.key(), List.of());
        return new RungView(
                term(edition, term),
                practices.stream().limit(ON_RUNG).map(edition::link).toList(),
                attempts.stream().limit(ON_RUNG).map(edition::link).toList(),
                practices.size() > ON_RUNG || attempts.size() > ON_RUNG);
    }

    private static TermView term(Edition edition, Term term) {
        return term(edition, term, listed(edition, term).size());
    }

    private static TermView term(Edition edition, Term term, int practices) {
        return new TermView(
                Addresses.url(edition.addresses().of(term)),
                term.name(),
                term.definition(),
                term.numeral(),
                term.question(),
                term.example(),
                term.questions(),
                practices,
                edition.library()
                        .attemptsOfTerm()
                        .getOrDefault(term.key(), List.of())
                        .size(),
                edition.tongue(term.place().file()));
    }

    /** Those that name the term before others, and are done in the room, go first. */
    private static List<Practice> beginWith(Edition edition, Term term, List<Practice> all) {
        return all.stream()
                .sorted(Comparator.comparing(Practice::isStub)
                        .thenComparingInt((Practice practice) -> edition.library()
                                .terms(term.taxonomy(), practice)
                                .indexOf(term))
                        .thenComparingInt(
                                practice -> practice.where().map(Where::ordinal).orElse(0)))
                .limit(FEW)
                .toList();
    }

    private static View view(
            Edition edition,
            Term term,
            List<Practice> all,
            Paging.Slice<Practice> slice,
            Optional<Term> previous,
            Optional<Term> next) {
        Taxonomy taxonomy = term.taxonomy();
        boolean leverage = taxonomy.isLadder();
        Frame frame = edition.frame(
                        term.place().file(),
                        slice.path(),
                        term.name(),
                        term.definition(),
                        "term",
                        leverage ? "leverage" : "")
                .withCrumbs(edition.link(edition.addresses().home(), "home.crumb"), edition.link(taxonomy));
        long tried = all.stream().filter(practice -> isTried(edition, practice)).count();
        boolean first = slice.paging().number() == 1;
        List<Practice> asCards = first
                ? slice.items().subList(0, Math.min(MOST_CARDS, slice.items().size()))
                : List.of();
        List<Practice> asRows =
                slice.items().subList(asCards.size(), slice.items().size());
        List<Attempt> attempts =
                first ? edition.library().attemptsOfTerm().getOrDefault(term.key(), List.of()) : List.of();
        int most = Math.min(MOST_CARDS / 2, attempts.size());
        return new View(
                frame,
                taxonomy.key(),
                term(edition, term, all.size()),
                term.bandKey(),
                edition.bandName(term),
                all.size(),
                edition.cards().ofPractices(first ? beginWith(edition, term, all) : List.of(), term),
                groups(edition, term, asCards, tried > 0 && tried < all.size()),
                edition.cards().ofPractices(asRows, term),
                edition.cards().ofAttempts(attempts.subList(0, most)),
                edition.cards().ofAttempts(attempts.subList(most, attempts.size())),
                previous.map(edition::link),
                next.map(edition::link),
                search(edition, term),
                RunPages.cards(edition, slice.items()),
                Addresses.url(edition.addresses().of(taxonomy)),
                HelpPages.practice(edition),
                slice.paging());
    }
}
