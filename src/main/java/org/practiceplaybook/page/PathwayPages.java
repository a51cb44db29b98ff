package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.practiceplaybook.content.Pathway;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.markdown.Html;

/** A page for each pathway, and the list of them. */
final class PathwayPages implements Output {
    /**
     * A pathway.
     *
     * @param cards path of the deck of its practices, or empty
     */
    record View(
            Frame frame,
            String title,
            String summary,
            List<LinkView> audience,
            String total,
            List<StepView> steps,
            List<String> materials,
            Html text,
            String run,
            String cards,
            String edit,
            String suggest,
            List<ProblemView> problems)
            implements PageView {}

    /** A step of it. */
    record StepView(int number, String why, Cards.PracticeCard practice) {}

    /** All pathways. */
    record ListView(Frame frame, List<Cards.PathwayCard> pathways) implements PageView {}

    @Override
    public void addTo(Edition site, Consumer<SiteFile> sheets) {
        if (site.library().pathways().isEmpty()) {
            return;
        }
        for (Pathway pathway : site.library().pathways().values()) {
            String path = site.addresses().of(pathway);
            sheets.accept(site.sheet(pathway.file(), path, "pathway", () -> view(site, pathway, path)));
        }
        sheets.accept(site.sheet(site.addresses().pathways(), "pathways", () -> list(site)));
    }

    private static ListView list(Edition site) {
        Frame frame = site.frameBelowHome(site.addresses().pathways(), "pathways", "list", "pathways");
        return new ListView(
                frame,
                site.library().pathways().values().stream()
                        .map(site.cards()::of)
                        .toList());
    }

    private static View view(Edition site, Pathway pathway, String path) {
        Route steps = Route.of(site, pathway);
        TextRenderer text = new TextRenderer(site, pathway, path);
        StringBuilder body = new StringBuilder();
        pathway.body().parts().forEach(part -> body.append(part.marked()));
        return new View(
                frame(site, pathway, path, "pathway")
                        .withMarkdown(site.addresses().markdown(pathway)),
                pathway.title().value(),
                pathway.summary().value(),
                audience(site, pathway),
                site.cards().totalTime(steps.practices()),
                steps.steps().stream()
                        .map(step -> new StepView(
                                step.number(), step.why(), site.cards().of(step.practice())))
                        .toList(),
                List.copyOf(steps.materials().values()),
                text.html(body.toString()),
                Addresses.url(site.addresses().run(pathway)),
                RunPages.cards(site, steps.practices()),
                site.editAddress(pathway),
                site.addresses().suggest(pathway.file().path()),
                ProblemView.of(site, pathway));
    }

    private static Frame frame(Edition site, Pathway pathway, String path, String kind) {
        return site.frame(
                        pathway.file(),
                        path,
                        pathway.title().value(),
                        pathway.summary().value(),
                        kind,
                        "pathways")
                .withCrumbs(
                        site.link(site.addresses().home(), "home.crumb"),
                        site.link(site.addresses().pathways(), "pathways.title"));
    }

    private static List<LinkView> audience(Edition site, Pathway pathway) {
        List<LinkView> audience = new ArrayList<>();
        pathway.audience().forEach(ref -> {
            for (Taxonomy taxonomy : site.library().taxonomies()) {
                Optional<Term> term = site.library().term(taxonomy, ref.value());
                if (term.isPresent()) {
                    audience.add(site.link(term.get()));
                    return;
                }
            }
        });
        return audience;
    }
}
