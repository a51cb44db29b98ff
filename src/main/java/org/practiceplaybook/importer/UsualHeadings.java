package org.practiceplaybook.importer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.SectionNames;

/** Headings of other libraries that mean one of the playbook's usual headings. */
final class UsualHeadings {
    private static final Map<String, SectionKind> OTHER_NAMES = new HashMap<>();

    static {
        put(
                SectionKind.WHEN,
                "purpose",
                "purposes",
                "goal",
                "goals",
                "objective",
                "objectives",
                "object of play",
                "aim",
                "intent",
                "use it when",
                "useful when",
                "when should i use it",
                "when would you use it",
                "when to do it");
        put(SectionKind.WHEN_NOT, "avoid when", "when to avoid", "anti patterns", "antipatterns", "not suitable for");
        put(
                SectionKind.WHAT,
                "how to play",
                "process",
                "method",
                "procedure",
                "sequence of steps",
                "sequence of steps and time allocation",
                "step by step",
                "solutions",
                "running the session",
                "facilitation steps",
                "activity",
                "activities",
                "how it works",
                "how do we do it",
                "the steps",
                "what to do",
                "run the play",
                "running the play",
                "how to run it");
        put(
                SectionKind.ASK,
                "debrief",
                "debrief questions",
                "debriefing",
                "reflection",
                "reflection questions",
                "discussion questions",
                "key questions",
                "guiding questions");
        put(
                SectionKind.WATCH,
                "tips",
                "tips and traps",
                "tips and tricks",
                "considerations",
                "cautions",
                "warnings",
                "caveats",
                "gotchas",
                "challenges and risks",
                "facilitator tips");
        put(
                SectionKind.WHY,
                "why do",
                "why do it",
                "benefits",
                "what is made possible",
                "why use it",
                "value",
                "outcomes",
                "why this matters");
        put(
                SectionKind.STORY,
                "known instances",
                "case study",
                "case studies",
                "in practice",
                "applied",
                "real world example",
                "sketch",
                "field story");
        put(
                SectionKind.VARIATIONS,
                "riffs and variations",
                "adaptations",
                "extensions",
                "other versions",
                "options",
                "strategy variations");
    }

    private final SectionNames names;

    /** @param names by which the playbook knows its sections */
    UsualHeadings(SectionNames names) {
        this.names = names;
    }

    private static void put(SectionKind kind, String... names) {
        for (String name : names) {
            OTHER_NAMES.put(Ours.normal(name), kind);
        }
    }

    /** What a heading is about: by its own words, or by what other libraries mean by them. */
    Optional<SectionKind> kind(String heading) {
        SectionKind own = names.kind(heading);
        if (own != SectionKind.OTHER) {
            return Optional.of(own);
        }
        return Optional.ofNullable(OTHER_NAMES.get(Ours.normal(heading)));
    }

    /** The playbook's heading for one that it would not know itself. */
    Optional<String> instead(String heading) {
        return names.kind(heading) == SectionKind.OTHER
                ? Optional.ofNullable(OTHER_NAMES.get(Ours.normal(heading))).map(names::usual)
                : Optional.empty();
    }

    /** The playbook's own heading. */
    String heading(SectionKind kind) {
        return names.usual(kind);
    }
}
