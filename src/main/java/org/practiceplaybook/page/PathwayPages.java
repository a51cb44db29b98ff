package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.practiceplaybook.content.Agenda;
import org.practiceplaybook.content.Pathway;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Section;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.markdown.Html;

/** A page and a run sheet for each pathway, and the list of them. */
final class PathwayPages implements Output {
    /** A pathway. */
    record View(
            Frame frame,
            String title,
            String summary,
            List<LinkView> audience,
            String total,
            List<StepView> steps,
            List<String> materials,
            Html text,
            String runSheet,
            String edit,
            String suggest,
            List<ProblemView> problems)
            implements PageView {}

    /** A step of it. */
    record StepView(int number, String why, Cards.PracticeCard practice) {}

    /** A pathway on one page to print. */
    record RunSheetView(
            Frame frame, String title, String summary, String total, List<String> materials, List<RunView> runs)
            implements PageView {}

    /** A practice on a run sheet. */
    record RunView(
            int number,
            String path,
            String title,
            String why,
            List<String> facts,
            List<LineView> lines,
            String total,
            List<Html> questions) {}

    /** A line of the agenda. */
    record LineView(String text, String minutes) {}

    /** All pathways. */
    record ListView(Frame frame, List<Cards.PathwayCard> pathways) implements PageView {}

    @Override
    public void addTo(Edition site, Consumer<SiteFile> sheets) {
        if (site.library().pathways().isEmpty()) {
            return;
        }
        for (Pathway pathway : site.library().pathways().values()) {
            String path = site.addresses().of(pathway);
            sheets.accept(site.sheet(path, "pathway", () -> view(site, pathway, path)));
            String runSheet = site.addresses().runSheet(pathway);
            sheets.accept(site.sheet(runSheet, "run-sheet", () -> runSheet(site, pathway, runSheet)));
        }
        sheets.accept(site.sheet(site.addresses().pathways(), "pathways", () -> list(site)));
    }

    private static ListView list(Edition site) {
        Frame frame = site.frame(
                        site.addresses().pathways(),
                        site.words().get("pathways.title"),
                        site.words().get("pathways.description"),
                        "list",
                        "pathways")
                .withCrumbs(site.link(site.addresses().home(), "home.crumb"));
        return new ListView(
                frame,
                site.library().pathways().values().stream()
                        .map(site.cards()::of)
                        .toList());
    }

    private static List<Step> steps(Edition site, Pathway pathway) {
        List<Step> steps = new ArrayList<>();
        for (Pathway.Step step : pathway.steps()) {
            site.library()
                    .practice(step.practice().value())
                    .ifPresent(practice -> steps.add(new Step(steps.size() + 1, step.why(), practice)));
        }
        return steps;
    }

    private record Step(int number, String why, Practice practice) {}

    private static View view(Edition site, Pathway pathway, String path) {
        List<Step> steps = steps(site, pathway);
        TextRenderer text = new TextRenderer(site, pathway, path);
        StringBuilder body = new StringBuilder();
        pathway.body().parts().forEach(part -> body.append(part.marked()));
        return new View(
                frame(site, pathway, path, "pathway")
                        .withMarkdown(site.addresses().markdown(pathway)),
                pathway.title().value(),
                pathway.summary().value(),
                audience(site, pathway),
                site.cards().totalTime(practices(steps)),
                steps.stream()
                        .map(step -> new StepView(
                                step.number(), step.why(), site.cards().of(step.practice())))
                        .toList(),
                materials(steps),
                text.html(body.toString()),
                Addresses.url(site.addresses().runSheet(pathway)),
                site.editAddress(pathway),
                site.addresses().suggest(pathway.file().path()),
                ProblemView.of(site, pathway));
    }

    private static Frame frame(Edition site, Pathway pathway, String path, String kind) {
        return site.frame(path, pathway.title().value(), pathway.summary().value(), kind, "pathways")
                .withCrumbs(
                        site.link(site.addresses().home(), "home.crumb"),
                        site.link(site.addresses().pathways(), "pathways.title"));
    }

    private static List<LinkView> audience(Edition site, Pathway pathway) {
        List<LinkView> audience = new ArrayList<>();
        pathway.audience().forEach(ref -> {
            for (Taxonomy taxonomy : Taxonomy.values()) {
                Optional<Term> term = site.library().term(taxonomy, ref.value());
                if (term.isPresent()) {
                    audience.add(new LinkView(
                            Addresses.url(site.addresses().of(term.get())),
                            term.get().name()));
                    return;
                }
            }
        });
        return audience;
    }

    private static List<Practice> practices(List<Step> steps) {
        return steps.stream().map(Step::practice).toList();
    }

    /** What is needed for all steps, each thing once. */
    private static List<String> materials(List<Step> steps) {
        Map<String, String> merged = new LinkedHashMap<>();
        for (Step step : steps) {
            for (String material : step.practice().materials()) {
                merged.putIfAbsent(material.toLowerCase(Locale.ROOT).replaceAll("^(a|an|some|the) ", ""), material);
            }
        }
        return List.copyOf(merged.values());
    }

    private static RunSheetView runSheet(Edition site, Pathway pathway, String path) {
        List<Step> steps = steps(site, pathway);
        Frame frame = site.frame(
                        path,
                        site.words().get("runSheet.title", pathway.title().value()),
                        pathway.summary().value(),
                        "run-sheet",
                        "pathways")
                .withCrumbs(
                        site.link(site.addresses().home(), "home.crumb"),
                        site.link(site.addresses().pathways(), "pathways.title"),
                        site.link(pathway));
        return new RunSheetView(
                frame,
                pathway.title().value(),
                pathway.summary().value(),
                site.cards().totalTime(practices(steps)),
                materials(steps),
                steps.stream().map(step -> run(site, step, path)).toList());
    }

    private static RunView run(Edition site, Step step, String path) {
        Practice practice = step.practice();
        List<Section> sections = Section.of(practice.body(), site.words().sections());
        Agenda agenda = Agenda.of(sections);
        Cards.PracticeCard card = site.cards().of(practice);
        return new RunView(
                step.number(),
                card.path(),
                card.title(),
                step.why(),
                card.facts(),
                agenda.steps().stream()
                        .map(line -> new LineView(
                                line.line(),
                                line.minutes() == 0 ? "" : site.cards().minutes(line.minutes())))
                        .toList(),
                agenda.minutes() == 0 ? "" : site.cards().facts().total(practice, agenda.minutes()),
                Questions.of(site, practice, sections, path));
    }
}
