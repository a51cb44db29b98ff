package org.practiceplaybook.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.practiceplaybook.markdown.Heading;
import org.practiceplaybook.markdown.Item;
import org.practiceplaybook.markdown.Items;

/**
 * A practice as it is done: each step whole. All texts are HTML with marks.
 *
 * @param before what is said before the first step
 * @param after what is said after the last
 */
public record Guide(String before, List<Step> steps, String after) {
    private static final Set<SectionKind> AT_HAND = Set.of(SectionKind.ASK, SectionKind.WATCH);

    public Guide {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param lead what stands between it and the step before
     * @param title its bold start; empty where it has none
     * @param line the title, else the first line
     * @param text the rest
     * @param minutes the most it takes, 0 where that is not said
     */
    public record Step(String lead, String title, String line, String text, int minutes) {}

    /**
     * The steps of the section that says what to do. Where it has no list it is one step; where there is no such section,
     * each of the others is one, but for what is kept at hand: questions, and what to watch out for.
     */
    public static Guide of(List<Section> sections) {
        Optional<Section> what = sections.stream()
                .filter(section -> section.kind() == SectionKind.WHAT)
                .findFirst();
        if (what.isEmpty()) {
            return ofSections(sections.stream()
                    .filter(section -> !AT_HAND.contains(section.kind()))
                    .toList());
        }
        Agenda agenda = Agenda.of(what.get());
        return agenda.steps().isEmpty() ? ofSections(List.of(what.get())) : ofItems(agenda);
    }

    private static Guide ofItems(Agenda agenda) {
        Items cut = Items.of(agenda.bare());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < cut.items().size(); i++) {
            Item item = cut.items().get(i);
            Agenda.Step step = agenda.steps().get(i);
            boolean titled = !item.lead().isEmpty();
            steps.add(new Step(
                    i == 0 ? "" : cut.around().get(i),
                    titled ? step.line() : "",
                    step.line(),
                    titled ? item.rest() : item.marked(),
                    step.minutes()));
        }
        return new Guide(cut.around().get(0), steps, cut.around().get(steps.size()));
    }

    private static Guide ofSections(List<Section> sections) {
        String before = "";
        List<Step> steps = new ArrayList<>();
        for (Section section : sections) {
            String title = section.heading().map(Heading::text).orElse("");
            String text = section.content();
            if (title.isEmpty() && sections.size() > 1) {
                before = text;
            } else {
                steps.add(new Step("", title, title, text, Agenda.of(text).minutes()));
            }
        }
        return new Guide(before, steps, "");
    }
}
