package org.practiceplaybook.source;

import java.util.Arrays;

/** Where the lines of a file begin, for whoever asks for many positions of one file. */
public final class Lines {
    /** So much of a line is shown around what is meant, in UTF-16 code units: what is longer nobody reads. */
    public static final int SHOWN = 120;
    /** A line that is to be copied is shown whole up to this. */
    static final int LONGEST = 4 * SHOWN;

    private static final String CUT = "…";

    private final String text;
    private final int[] starts;

    private Lines(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    public static Lines of(SourceFile file) {
        String text = file.text();
        int[] starts = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        return new Lines(text, Arrays.copyOf(starts, count));
    }

    /** The same as {@link SourceFile#position}, without counting from the start. */
    public Position position(int offset) {
        int end = Math.min(offset, text.length());
        int found = Arrays.binarySearch(starts, end);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, 1 + text.codePointCount(starts[line], end));
    }

    /** The beginning of a text, with a sign where it is cut. */
    static String start(String text) {
        return text.length() <= SHOWN / 2 ? text : text.substring(0, whole(text, SHOWN / 2)) + CUT;
    }

    /** The end of a text, with a sign where it is cut. */
    static String end(String text) {
        return text.length() <= SHOWN / 2 ? text : CUT + text.substring(whole(text, text.length() - SHOWN / 2));
    }

    /** A text of which the middle is left out where it is too long to be read. */
    public static String brief(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, whole(text, 3 * SHOWN))
                        + CUT
                        + text.substring(whole(text, text.length() - SHOWN + CUT.length()));
    }

    /** Not between the two halves of a letter. */
    static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
