package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.practiceplaybook.content.Pathway;
import org.practiceplaybook.content.Practice;

/** The practices of a pathway, in its order; those that there are not are left out. */
record Route(List<Step> steps) {
    /**
     * One of them.
     *
     * @param number from 1
     * @param why it comes now, or empty
     */
    record Step(int number, String why, Practice practice) {}

    static Route of(Edition edition, Pathway pathway) {
        List<Step> steps = new ArrayList<>();
        for (Pathway.Step step : pathway.steps()) {
            edition.library()
                    .practice(step.practice().value())
                    .ifPresent(practice -> steps.add(new Step(steps.size() + 1, step.why(), practice)));
        }
        return new Route(List.copyOf(steps));
    }

    /** A practice by itself. */
    static Route of(Practice practice) {
        return new Route(List.of(new Step(1, "", practice)));
    }

    List<Practice> practices() {
        return steps.stream().map(Step::practice).toList();
    }

    /** Something to bring. */
    record Material(String text, LinkView.Tongue tongue) {}

    /** What is needed for all of them, each thing once, by what it is told by from the others. */
    Map<String, Material> materials(Edition edition) {
        Map<String, Material> merged = new LinkedHashMap<>();
        for (Step step : steps) {
            for (String material : step.practice().materials()) {
                merged.putIfAbsent(
                        material.toLowerCase(Locale.ROOT).replaceAll("^(a|an|some|the) ", ""),
                        new Material(material, edition.tongue(step.practice().file())));
            }
        }
        return merged;
    }
}
