package org.practiceplaybook.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.LinkView;
import org.practiceplaybook.page.RunPages;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.text.FactWords;
import org.practiceplaybook.theme.Json;

/**
 * What pages need to know of practices that a reader chose, as scripts, for nothing else can be loaded from a disk. Which
 * script tells of a practice follows from its short name alone: no page needs a list of all.
 */
final class CardScripts {
    /** About so many practices in a script. */
    private static final int IN_SCRIPT = 60;

    /** What there is to run of a practice weighs some kilobytes. */
    private static final int RUNS_IN_SCRIPT = 4;

    private CardScripts() {}

    /** In how many scripts so many practices are. */
    static int count(int practices) {
        return count(practices, IN_SCRIPT);
    }

    /** In how many scripts there is what to run of so many practices. */
    static int runs(int practices) {
        return count(practices, RUNS_IN_SCRIPT);
    }

    private static int count(int practices, int inScript) {
        return Math.max(1, (practices + inScript - 1) / inScript);
    }

    /** Which of the scripts tells of a practice; the theme's {@code scripts/kept/kept.js} works it out alike. */
    static int of(String slug, int scripts) {
        return Integer.remainderUnsigned(slug.hashCode(), scripts);
    }

    /**
     * Adds the scripts.
     *
     * @param cards in how many the cards themselves are; 0 where all stand on one page
     */
    static void addTo(
            Edition edition,
            List<Practice> practices,
            Supplier<CardMaker> maker,
            int cards,
            Consumer<SiteFile> sheets) {
        add(
                edition,
                practices,
                "facts",
                count(practices.size()),
                practice -> facts(edition, practice, maker.get().text(practice)),
                sheets);
        sheets.accept(age(edition, count(practices.size())));
        add(edition, practices, "runs", runs(practices.size()), practice -> run(edition, practice), sheets);
        if (cards > 0) {
            add(
                    edition,
                    practices,
                    "cards",
                    cards,
                    practice -> faces(maker.get().of(practice)),
                    sheets);
        }
    }

    /** What a card's code asks for: has the page changed since the card was printed? */
    private static SiteFile age(Edition edition, int scripts) {
        return new SiteFile(edition.addresses().cardAge(), () -> {
            Map<String, Object> known = new LinkedHashMap<>();
            known.put(
                    "needs",
                    Stream.of("listed.js", "kept.js")
                            .map(script -> edition.addresses()
                                    .shared(edition.theme().assets().path(script)))
                            .toList());
            known.put("scripts", scripts);
            known.put("cards", Addresses.url(edition.addresses().cards()));
            known.put("parts", CardText.partNames(edition.words()));
            for (String key : List.of("older", "changed", "current")) {
                known.put(key, edition.words().get("cards." + key));
            }
            known.put("between", edition.words().get("list.separator"));
            return Json.of(known)
                    .between(edition.theme().text("packaging/card-age.js").stripTrailing() + "(", ");\n");
        });
    }

    private static void add(
            Edition edition,
            List<Practice> practices,
            String kind,
            int scripts,
            Function<Practice, Object> told,
            Consumer<SiteFile> sheets) {
        Map<Integer, List<Practice>> parts = new TreeMap<>();
        for (int i = 0; i < scripts; i++) {
            parts.put(i, new ArrayList<>());
        }
        practices.forEach(practice -> parts.get(of(practice.slug(), scripts)).add(practice));
        parts.forEach((number, part) -> sheets.accept(
                new SiteFile(edition.addresses().cardScript(kind, number), () -> script(kind, number, part, told))));
    }

    private static byte[] script(String kind, int number, List<Practice> part, Function<Practice, Object> told) {
        Map<String, Object> all = new LinkedHashMap<>();
        part.forEach(practice -> all.put(practice.slug(), told.apply(practice)));
        return Json.of(all).between("playbookKept.take(\"" + kind + "\", " + number + ", ", ");\n");
    }

    private static Map<String, Object> facts(Edition edition, Practice practice, CardText text) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("title", practice.title().value());
        LinkView.Tongue tongue = edition.tongue(practice.file());
        if (!tongue.language().isEmpty()) {
            facts.put("lang", tongue.language());
            facts.put("dir", tongue.direction());
        }
        facts.put("page", Addresses.url(edition.addresses().of(practice)));
        facts.put("facts", text.facts().stream().map(FactWords.Fact::value).toList());
        practice.time().filter(time -> !time.isOngoing()).ifPresent(time -> {
            facts.put("low", time.lowMinutes());
            facts.put("high", time.highMinutes());
            facts.put("each", time.perPerson());
        });
        facts.put("together", practice.isForTheRoom());
        facts.put("takes", RunPages.takes(practice, text.minutes()));
        facts.put("mark", text.marks());
        return facts;
    }

    private static Map<String, Object> run(Edition edition, Practice practice) {
        RunPages.OwnPart part = RunPages.ownPart(edition, practice);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("html", part.html().toString());
        run.put("total", part.total());
        run.put("materials", part.materials());
        return run;
    }

    private static Map<String, Object> faces(CardMaker.Faces card) {
        Map<String, Object> faces = new LinkedHashMap<>();
        faces.put("front", card.front().toString());
        faces.put("back", card.back().toString());
        return faces;
    }
}
