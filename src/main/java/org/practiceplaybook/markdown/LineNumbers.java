package org.practiceplaybook.markdown;

import java.util.Arrays;

/**
 * On which line of a file a place is.
 *
 * @param ends where each line ends, in UTF-16 code units; none where nobody wants to know
 */
record LineNumbers(int... ends) {
    static final LineNumbers NONE = new LineNumbers();

    static LineNumbers of(String text) {
        return new LineNumbers(ends(text));
    }

    private static int[] ends(String text) {
        int[] ends = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
        int line = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            ends[line++] = at;
        }
        ends[line] = text.length();
        return ends;
    }

    /** The line's number as an attribute of a tag, with a blank before it; empty where nobody wants to know. */
    String attribute(int offset) {
        if (ends.length == 0) {
            return "";
        }
        int found = Arrays.binarySearch(ends, offset);
        return " data-line=\"" + ((found < 0 ? -found - 1 : found) + 1) + '"';
    }
}
