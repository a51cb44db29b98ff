package org.practiceplaybook.content;

/** How an attempt went, in the eyes of who logged it. */
public enum Outcome implements Keyed {
    WENT_WELL,
    MIXED,
    FELL_SHORT
}
