package org.practiceplaybook.content;

/** Limits that are no field's own. */
public final class Limits {
    /** Of a pathway. */
    public static final int FEWEST_STEPS = 2;

    public static final int MOST_STEPS = 10;
    /** Of all that stands between the two {@code ---} lines, in UTF-16 code units: no entry needs as much. */
    public static final int FRONT_MATTER = 1 << 14;

    private Limits() {}
}
