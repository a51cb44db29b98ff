package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Guide;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Section;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.content.value.TimeRange;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.markdown.Item;

/** Practices and pathways as one runs a meeting from them: what is needed, then step by step; on paper all at once. */
public final class RunPages implements Output {
    private static final String CHECKS = "run.check.";

    /** So many minutes are a day; what takes longer is no single step with a clock. */
    private static final int LONGEST_STEP = 24 * 60;

    private static final int LONGEST_ADDRESS = 4_000;

    /**
     * The page.
     *
     * @param back path of that
     * @param many is it a pathway? Then each part has a screen of its own, and on paper steps are told in a line.
     * @param facts time, where and people of a practice, the total of a pathway
     * @param checks what to think of beforehand, from the words
     * @param log path of the form that logs an attempt at these
     */
    record View(
            Frame frame,
            String title,
            String summary,
            LinkView back,
            boolean many,
            List<String> facts,
            List<Route.Material> materials,
            List<String> checks,
            List<PartView> parts,
            String log)
            implements PageView {}

    /**
     * The run of what a reader keeps. Only the browser knows which practices these are, so a script puts their parts in.
     *
     * @param scripts in how many scripts the facts of practices are
     * @param runs in how many their parts are
     */
    record OwnView(
            Frame frame,
            String title,
            String summary,
            LinkView back,
            boolean many,
            List<String> checks,
            String log,
            int scripts,
            int runs)
            implements PageView {}

    /** A part by itself, to be put into another page; its number is put in there. */
    record OnePartView(PartView part, String root) {}

    /**
     * A practice as a part of a run of the reader's own.
     *
     * @param total what its steps add up to, in words, or empty
     * @param materials each behind what it is told by from the others
     */
    public record OwnPart(Html html, String total, List<List<String>> materials) {}

    /**
     * A practice.
     *
     * @param together does a group do it in the room, so that it may follow the one before?
     * @param before what is said before the first step
     * @param after what is said after the last
     * @param total what its steps add up to, in words, or empty
     * @param takes the minutes of all of it; 0 where that is not known, as where it takes a time per person
     * @param watch what to watch out for
     */
    record PartView(
            int number,
            String path,
            String title,
            String why,
            List<String> facts,
            boolean together,
            Html before,
            List<StepView> steps,
            Html after,
            String total,
            int takes,
            List<Html> questions,
            List<Html> watch,
            LinkView.Tongue tongue) {}

    /**
     * A step.
     *
     * @param number from 1 in its practice
     * @param title empty where the step has none
     * @param line the title, else its first line
     * @param lead what stands between it and the step before
     * @param time the minutes in words, or empty
     */
    record StepView(int number, String title, String line, Html lead, Html text, int minutes, String time) {}

    /** Is there something to run? */
    public static boolean has(Practice practice) {
        return !practice.isStub() && practice.state() != State.RETIRED;
    }

    /** The deck of those practices that have a card; empty where there is none, or where servers refuse so long an address. */
    static String cards(Edition edition, List<Practice> practices) {
        List<Practice> some =
                practices.stream().filter(RunPages::has).distinct().toList();
        String address = some.isEmpty() ? "" : edition.addresses().cardsOf(some);
        return address.length() <= LONGEST_ADDRESS ? address : "";
    }

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        edition.library().practices().values().stream()
                .filter(RunPages::has)
                .forEach(practice -> sheets.accept(sheet(edition, practice, "practices", Route.of(practice))));
        edition.library()
                .pathways()
                .values()
                .forEach(pathway -> sheets.accept(sheet(edition, pathway, "pathways", Route.of(edition, pathway))));
    }

    private static SiteFile sheet(Edition edition, Entry entry, String area, Route steps) {
        String path = edition.addresses().run(entry);
        return edition.unlisted(path, "run", () -> view(edition, entry, area, steps, path))
                .tool();
    }

    private static View view(Edition edition, Entry entry, String area, Route steps, String path) {
        boolean many = area.equals("pathways");
        Frame frame = edition.frame(
                        entry.file(),
                        path,
                        edition.words().get("run.title", entry.title().value()),
                        entry.summary().value(),
                        "run",
                        area)
                .withCrumbs(
                        edition.link(edition.addresses().home(), "home.crumb"),
                        edition.link(
                                many
                                        ? edition.addresses().pathways()
                                        : edition.addresses().practices(),
                                area + ".title"),
                        edition.link(entry))
                .notIndexed();
        List<PartView> parts =
                steps.steps().stream().map(step -> part(edition, step, path)).toList();
        String total = edition.cards().totalTime(steps.practices());
        return new View(
                frame,
                entry.title().value(),
                entry.summary().value(),
                edition.link(entry),
                many,
                many
                        ? (total.isEmpty() ? List.of() : List.of(total))
                        : parts.get(0).facts(),
                List.copyOf(steps.materials(edition).values()),
                checks(edition),
                parts,
                edition.addresses().logAttempt()
                        + steps.practices().stream()
                                .map(practice -> "practice=" + Addresses.url(practice.slug()))
                                .distinct()
                                .collect(Collectors.joining("&", "?", "")));
    }

    private static List<String> checks(Edition edition) {
        return edition.words().keys().stream()
                .filter(key -> key.startsWith(CHECKS))
                .sorted()
                .map(key -> edition.words().get(key))
                .toList();
    }

    /**
     * The run of what a reader keeps.
     *
     * @param scripts in how many scripts the facts of practices are
     * @param runs in how many their parts are
     */
    public static SiteFile own(Edition edition, int scripts, int runs) {
        String path = edition.addresses().shortlistRun();
        return edition.unlisted(path, "own-run", () -> ownView(edition, path, scripts, runs))
                .tool();
    }

    private static OwnView ownView(Edition edition, String path, int scripts, int runs) {
        LinkView back = edition.link(edition.addresses().shortlist(), "shortlist.title");
        String summary = edition.words().get("shortlist.runLead");
        Frame frame = edition.frame(path, edition.words().get("run.title", back.text()), summary, "run", "practices")
                .withCrumbs(edition.link(edition.addresses().home(), "home.crumb"), back)
                .notIndexed();
        return new OwnView(
                frame,
                back.text(),
                summary,
                back,
                true,
                checks(edition),
                edition.addresses().logAttempt(),
                scripts,
                runs);
    }

    /** A practice as a part of that. */
    public static OwnPart ownPart(Edition edition, Practice practice) {
        String path = edition.addresses().shortlistRun();
        Route route = Route.of(practice);
        PartView part = part(edition, route.steps().get(0), path);
        return new OwnPart(
                edition.part("run-part", new OnePartView(part, Addresses.up(path))),
                part.total(),
                route.materials(edition).entrySet().stream()
                        .map(material ->
                                List.of(material.getKey(), material.getValue().text()))
                        .toList());
    }

    private static PartView part(Edition edition, Route.Step step, String path) {
        Practice practice = step.practice();
        List<Section> sections = Section.of(practice.body(), edition.words().sections());
        Guide guide = Guide.of(sections);
        TextRenderer text = TextRenderer.plain(edition, practice, path);
        Cards.PracticeCard card = edition.cards().of(practice);
        List<StepView> steps = new ArrayList<>();
        int sum = 0;
        for (Guide.Step one : guide.steps()) {
            int minutes = guide.steps().size() == 1 && one.minutes() == 0 ? whole(practice) : one.minutes();
            sum += one.minutes();
            steps.add(new StepView(
                    steps.size() + 1,
                    one.title(),
                    one.line(),
                    text.html(one.lead()),
                    text.html(one.text()),
                    minutes,
                    minutes == 0 ? "" : edition.cards().minutes(minutes)));
        }
        return new PartView(
                step.number(),
                card.path(),
                card.title(),
                step.why(),
                card.facts(),
                practice.isForTheRoom(),
                text.html(guide.before()),
                steps,
                text.html(guide.after()),
                sum == 0 ? "" : edition.cards().facts().total(practice, sum),
                takes(practice, sum),
                PromptPages.questions(edition, practice, sections, path),
                watch(sections, text),
                card.tongue());
    }

    /**
     * How long the practice after this one has to wait: the minutes of its steps, where they say so, else of all of it;
     * 0 where that is not known, as where it takes a time per person.
     *
     * @param steps what the steps add up to
     */
    public static int takes(Practice practice, int steps) {
        boolean each = practice.time().filter(TimeRange::perPerson).isPresent();
        return each || steps == 0 ? whole(practice) : steps;
    }

    /** The minutes of a practice whose steps say none. */
    private static int whole(Practice practice) {
        return practice.time()
                .filter(time -> !time.isOngoing() && !time.perPerson())
                .map(TimeRange::highMinutes)
                .filter(minutes -> minutes < LONGEST_STEP)
                .orElse(0);
    }

    private static List<Html> watch(List<Section> sections, TextRenderer text) {
        List<Html> watch = new ArrayList<>();
        for (Section section : sections) {
            if (section.kind() == SectionKind.WATCH) {
                List<Item> items = Body.items(section.content());
                if (items.isEmpty()) {
                    watch.add(text.html(section.content()));
                }
                items.forEach(item -> watch.add(text.html(item.marked())));
            }
        }
        return watch;
    }
}
