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
    public void addTo(Edition site, Consumer<SiteFile> sheets) {
        if (!site.has(site.addresses().cards())) {
            return;
        }
        List<Practice> practices = CardMaker.practices(site);
        List<Practice> asking = practices.stream()
                .filter(practice -> practice.asks(site.words().sections()))
                .toList();
        List<DeckView> decks = decks(site, !asking.isEmpty());
        List<Paging.Slice<Practice>> slices = Paging.slices(site.addresses().cards(), practices, ON_PAGE);
        int scripts = slices.size() == 1 ? 0 : CardScripts.count(practices.size());
        Lazy<CardMaker> maker = new Lazy<>(() -> new CardMaker(site, scripts > 0));
        for (Paging.Slice<Practice> slice : slices) {
            deck(
                    site,
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
                    Paging.slices(site.addresses().questionCards(), asking, ON_PAGE / ON_SHEET)) {
                deck(
                        site,
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
        if (hasRungs(site)) {
            deck(
                    site,
                    sheets,
                    site.addresses().rungCards(),
                    "rungs",
                    Paging.NONE,
                    0,
                    decks,
                    () -> site.library().terms(Taxonomy.LEVERAGE).stream()
                            .map(maker.get()::of)
                            .toList());
        }
        CardScripts.addTo(site, practices, maker::get, scripts, sheets);
        ShortlistPage.addTo(site, practices.size(), sheets);
    }

    private static List<DeckView> decks(Edition site, boolean questions) {
        List<DeckView> decks = new ArrayList<>();
        decks.add(new DeckView("practices", site.addresses().cards()));
        if (questions) {
            decks.add(new DeckView("questions", site.addresses().questionCards()));
        }
        if (hasRungs(site)) {
            decks.add(new DeckView("rungs", site.addresses().rungCards()));
        }
        return List.copyOf(decks);
    }

    private static boolean hasRungs(Edition site) {
        return !site.library().terms(Taxonomy.LEVERAGE).isEmpty();
    }

    private static void deck(
            Edition site,
            Consumer<SiteFile> sheets,
            String path,
            String kind,
            Paging paging,
            int scripts,
            List<DeckView> decks,
            Supplier<List<CardMaker.Faces>> cards) {
        sheets.accept(site.sheet(path, "cards", () -> view(site, path, kind, paging, scripts, decks, cards.get()))
                .tool());
    }

    private static View view(
            Edition site,
            String path,
            String kind,
            Paging paging,
            int scripts,
            List<DeckView> decks,
            List<CardMaker.Faces> cards) {
        Addresses addresses = site.addresses();
        Frame frame = site.frame(
                        path,
                        site.words().get("cards.deck." + kind),
                        site.words().get("cards.description"),
                        "cards",
                        "practices")
                .withCrumbs(site.link(addresses.home(), "home.crumb"));
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
