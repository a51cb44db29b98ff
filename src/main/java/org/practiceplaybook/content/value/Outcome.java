package org.practiceplaybook.content.value;

/** How an attempt went, in the eyes of who logged it. */
public enum Outcome implements Keyed {
    WENT_WELL,
    MIXED,
    FELL_SHORT
}
