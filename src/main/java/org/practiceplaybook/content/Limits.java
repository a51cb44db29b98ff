package org.practiceplaybook.content;

/** How long a text may be, in characters: beyond it a card or a list cuts it short. */
public final class Limits {
    public static final int TITLE = 60;
    public static final int SUMMARY = 240;
    public static final int LESSON = 160;
    /** Of a practice that goes well with another. */
    public static final int REASON = 120;
    /** Of a pathway. */
    public static final int FEWEST_STEPS = 2;

    public static final int MOST_STEPS = 10;
    /** Of all that stands between the two {@code ---} lines, in UTF-16 code units: no entry needs as much. */
    public static final int FRONT_MATTER = 1 << 14;

    private Limits() {}
}
