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
            List<Route.Material> materials,
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
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        if (edition.library().pathways().isEmpty()) {
            return;
        }
        for (Pathway pathway : edition.library().pathways().values()) {
            String path = edition.addresses().of(pathway);
            sheets.accept(edition.sheet(pathway.file(), path, "pathway", () -> view(edition, pathway, path)));
        }
        sheets.accept(edition.sheet(edition.addresses().pathways(), "pathways", () -> list(edition)));
    }

    private static ListView list(Edition edition) {
        Frame frame = edition.frameBelowHome(edition.addresses().pathways(), "pathways", "list", "pathways");
        return new ListView(
                frame,
                edition.library().pathways().values().stream()
                        .map(edition.cards()::of)
                        .toList());
    }

    private static View view(Edition edition, Pathway pathway, String path) {
        Route steps = Route.of(edition, pathway);
        TextRenderer text = new TextRenderer(edition, pathway, path);
        StringBuilder body = new StringBuilder();
        pathway.body().parts().forEach(part -> body.append(part.marked()));
        return new View(
                frame(edition, pathway, path, "pathway")
                        .withMarkdown(edition.addresses().markdown(pathway)),
                pathway.title().value(),
                pathway.summary().value(),
                audience(edition, pathway),
                edition.cards().totalTime(steps.practices()),
                steps.steps().stream()
                        .map(step -> new StepView(
                                step.number(), step.why(), edition.cards().of(step.practice())))
                        .toList(),
                List.copyOf(steps.materials(edition).values()),
                text.html(body.toString()),
                Addresses.url(edition.addresses().run(pathway)),
                RunPages.cards(edition, steps.practices()),
                edition.editAddress(pathway),
                edition.addresses().suggest(pathway.file().path()),
                ProblemView.of(edition, pathway));
    }

    private static Frame frame(Edition edition, Pathway pathway, String path, String kind) {
        return edition.frame(
                        pathway.file(),
                        path,
                        pathway.title().value(),
                        pathway.summary().value(),
                        kind,
                        "pathways")
                .withCrumbs(
                        edition.link(edition.addresses().home(), "home.crumb"),
                        edition.link(edition.addresses().pathways(), "pathways.title"));
    }

    private static List<LinkView> audience(Edition edition, Pathway pathway) {
        List<LinkView> audience = new ArrayList<>();
        pathway.audience().forEach(ref -> {
            for (Taxonomy taxonomy : edition.library().taxonomies()) {
                Optional<Term> term = edition.library().term(taxonomy, ref.value());
                if (term.isPresent()) {
                    audience.add(edition.link(term.get()));
                    return;
                }
            }
        });
        return audience;
    }
}
