package org.practiceplaybook.content;

import java.util.Locale;

/** How an attempt went, in the eyes of who logged it. */
public enum Outcome {
    WENT_WELL,
    MIXED,
    FELL_SHORT;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
