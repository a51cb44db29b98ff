package org.practiceplaybook.content;

import java.util.List;
import org.practiceplaybook.content.value.Keyed;

/** What a section of an entry is about. What it is called in a language, {@link SectionNames} knows. */
public enum SectionKind implements Keyed {
    WHEN,
    WHEN_NOT,
    WHAT,
    ASK,
    WATCH,
    WHY,
    STORY,
    VARIATIONS,
    MEANT,
    HAPPENED,
    REASONS,
    NEXT,
    COLLEAGUE,
    OTHER;

    /** In the order of the template. */
    public static final List<SectionKind> OF_PRACTICE =
            List.of(WHEN, WHEN_NOT, WHAT, ASK, WATCH, WHY, STORY, VARIATIONS);

    /** In the order in which an attempt is told. */
    public static final List<SectionKind> OF_ATTEMPT = List.of(MEANT, HAPPENED, REASONS, NEXT, COLLEAGUE);
}
