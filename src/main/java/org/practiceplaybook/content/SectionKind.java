package org.practiceplaybook.content;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.practiceplaybook.content.value.Keyed;

/** What a section of a practice is about, by its heading. The writer's own heading is what readers see. */
public enum SectionKind implements Keyed {
    WHEN("when to use", "when to use it", "when to use this", "context", "problem", "use this when", "when"),
    WHEN_NOT("when not to use", "when not to use it", "when not to use this", "not for", "don't use this when"),
    WHAT(
            "what to do",
            "steps",
            "how to do it",
            "how to",
            "solution",
            "how",
            "instructions",
            "do this",
            "how to use it"),
    ASK("ask yourselves", "prompts", "questions", "ask yourself", "questions to ask"),
    WATCH("watch out for", "pitfalls", "traps", "risks", "watch out", "common mistakes"),
    WHY("why it works", "rationale", "why", "why do it", "why this works"),
    STORY("a story", "story", "example", "examples", "stories", "an example"),
    VARIATIONS("variations", "variation", "variants", "alternatives"),
    OTHER;

    /** Signs that do not count at the end of a heading. */
    public static final String ENDS = " :?!.…";

    private static final Map<String, SectionKind> BY_HEADING = new HashMap<>();

    static {
        for (SectionKind kind : values()) {
            kind.headings.forEach(heading -> BY_HEADING.put(heading, kind));
        }
    }

    private final List<String> headings;

    SectionKind(String... headings) {
        this.headings = Arrays.asList(headings);
    }

    /** The headings that are understood, the usual one first. */
    public List<String> headings() {
        return headings;
    }

    public static SectionKind of(String heading) {
        String plain = heading.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        int end = plain.length();
        while (end > 0 && ENDS.indexOf(plain.charAt(end - 1)) >= 0) {
            end--;
        }
        return BY_HEADING.getOrDefault(plain.substring(0, end), OTHER);
    }
}
