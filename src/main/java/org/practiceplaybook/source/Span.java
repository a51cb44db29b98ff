package org.practiceplaybook.source;

/**
 * A stretch of a text.
 *
 * @param start in UTF-16 code units from 0, inclusive
 * @param end in UTF-16 code units, exclusive; not before start
 */
public record Span(int start, int end) {
    /** The start of a text, and nothing of it. */
    public static final Span NONE = new Span(0, 0);

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + " to " + end);
        }
    }

    public int length() {
        return end - start;
    }
}
