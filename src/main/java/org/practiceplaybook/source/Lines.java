package org.practiceplaybook.source;

import java.util.Arrays;

/** Where the lines of a file begin, for whoever asks for many positions of one file. */
public final class Lines {
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
}
