package org.practiceplaybook.card;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Frame;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.PageView;
import org.practiceplaybook.page.Paging;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.work.Lazy;

/** Decks to print: of all practices, of their questions, of the ladder's rungs; and the list of what a reader keeps. */
public final class CardPages implements Output {
    /** The most cards on a page: two dozen sheets of paper. */
    static final int ON_PAGE = 96;

    private static final int ON_SHEET = 4;

    /**
     * A deck.
     *
     * @param kind what it is of: {@code practices}, {@code questions} or {@code rungs}
     * @param cards how many there are on this page
     * @param coded has each card a code for cameras? Not where nobody knows where the playbook is on the web.
     * @param selects can the page show some of the cards alone, as its address says?
     * @param scripts in how many scripts the cards are that stand on other pages; 0 where there is one page
     * @param shortlist path of the list of what a reader keeps
     */
    record View(
            Frame frame,
            String kind,
            List<SheetView> sheets,
            int cards,
            boolean coded,
            boolean selects,
            int scripts,
            List<DeckView> decks,
            String shortlist,
            Paging paging)
            implements PageView {}

    /** A way to another deck, or to this one. */
    record DeckView(String kind, String path) {}

    /**
     * A sheet of paper.
     *
     * @param fronts row by row; empty where no card is left
     * @param backs the same, each row from the other end, so that each lies behind its front
     */
    record SheetView(int number, List<Html> fronts, List<Html> backs) {}

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        if (!edition.has(edition.addresses().cards())) {
            return;
        }
        List<Practice> practices = CardMaker.practices(edition);
        List<Practice> asking = practices.stream()
                .filter(practice -> practice.asks(edition.words().sections()))
                .toList();
        List<DeckView> decks = decks(edition, !asking.isEmpty());
        List<Paging.Slice<Practice>> slices = Paging.slices(edition.addresses().cards(), practices, ON_PAGE);
        int scripts = slices.size() == 1 ? 0 : CardScripts.count(practices.size());
        Lazy<CardMaker> maker = new Lazy<>(() -> new CardMaker(edition, scripts > 0));
        for (Paging.Slice<Practice> slice : slices) {
            deck(
                    edition,
                    sheets,
                    slice.path(),
                    "practices",
                    slice.paging(),
                    scripts,
                    decks,
                    () -> slice.items().stream().map(maker.get()::of).toList());
        }
        if (!asking.isEmpty()) {
            for (Paging.Slice<Practice> slice :
                    Paging.slices(edition.addresses().questionCards(), asking, ON_PAGE / ON_SHEET)) {
                deck(
                        edition,
                        sheets,
                        slice.path(),
                        "questions",
                        slice.paging(),
                        0,
                        decks,
                        () -> slice.items().stream()
                                .flatMap(practice -> maker.get().questions(practice).stream())
                                .toList());
            }
        }
        if (hasRungs(edition)) {
            deck(
                    edition,
                    sheets,
                    edition.addresses().rungCards(),
                    "rungs",
                    Paging.NONE,
                    0,
                    decks,
                    () -> edition.library().terms(Taxonomy.LEVERAGE).stream()
                            .map(maker.get()::of)
                            .toList());
        }
        CardScripts.addTo(edition, practices, maker::get, scripts, sheets);
        ShortlistPage.addTo(edition, practices.size(), sheets);
    }

    private static List<DeckView> decks(Edition edition, boolean questions) {
        List<DeckView> decks = new ArrayList<>();
        decks.add(new DeckView("practices", edition.addresses().cards()));
        if (questions) {
            decks.add(new DeckView("questions", edition.addresses().questionCards()));
        }
        if (hasRungs(edition)) {
            decks.add(new DeckView("rungs", edition.addresses().rungCards()));
        }
        return List.copyOf(decks);
    }

    private static boolean hasRungs(Edition edition) {
        return !edition.library().terms(Taxonomy.LEVERAGE).isEmpty();
    }

    private static void deck(
            Edition edition,
            Consumer<SiteFile> sheets,
            String path,
            String kind,
            Paging paging,
            int scripts,
            List<DeckView> decks,
            Supplier<List<CardMaker.Faces>> cards) {
        sheets.accept(edition.sheet(path, "cards", () -> view(edition, path, kind, paging, scripts, decks, cards.get()))
                .tool());
    }

    private static View view(
            Edition edition,
            String path,
            String kind,
            Paging paging,
            int scripts,
            List<DeckView> decks,
            List<CardMaker.Faces> cards) {
        Addresses addresses = edition.addresses();
        Frame frame = edition.frame(
                        path,
                        edition.words().get("cards.deck." + kind),
                        edition.words().get("cards.description"),
                        "cards",
                        "practices")
                .withCrumbs(edition.link(addresses.home(), "home.crumb"));
        return new View(
                frame,
                kind,
                sheets(cards),
                cards.size(),
                !frame.address().isEmpty(),
                kind.equals("practices"),
                scripts,
                decks,
                addresses.shortlist(),
                paging);
    }

    private static List<SheetView> sheets(List<CardMaker.Faces> cards) {
        List<SheetView> sheets = new ArrayList<>();
        for (int start = 0; start < cards.size(); start += ON_SHEET) {
            List<Html> fronts = new ArrayList<>();
            List<Html> backs = new ArrayList<>();
            for (int i = 0; i < ON_SHEET; i++) {
                int behind = start + (i ^ 1);
                fronts.add(start + i < cards.size() ? cards.get(start + i).front() : Html.EMPTY);
                backs.add(behind < cards.size() ? cards.get(behind).back() : Html.EMPTY);
            }
            sheets.add(new SheetView(sheets.size() + 1, fronts, backs));
        }
        return sheets;
    }
}
