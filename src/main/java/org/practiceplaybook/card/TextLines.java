package org.practiceplaybook.card;

import java.util.ArrayList;
import java.util.List;

/**
 * A text broken into lines as a browser breaks it: as many words as fit, a word that is longer than a line wherever the line
 * ends. Where it is unsure the text has more lines, never fewer.
 *
 * @param length of the text in characters, as people count them
 * @param ends where each line ends, in the same measure
 */
record TextLines(int length, List<Integer> ends) {
    /** Browsers round to a 64th of a pixel. */
    private static final double SLACK = 0.02;

    TextLines {
        ends = List.copyOf(ends);
    }

    /**
     * Breaks a text.
     *
     * @param size of the type, in points
     * @param width of the column, in points
     */
    static TextLines of(String written, Typeface face, double size, boolean bold, double width) {
        int[] text =
                written.strip().replaceAll("[ \\t\\n\\r\\f]+", " ").codePoints().toArray();
        double[] advances = face.advances(text, bold);
        double room = (width - SLACK) / size;
        List<Integer> ends = new ArrayList<>();
        int start = 0;
        int chance = -1;
        double filled = 0;
        double atChance = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == ' ') { // hangs over the end where it is the last
                filled += advances[i];
                chance = i + 1;
                atChance = filled;
                continue;
            }
            if (filled + advances[i] > room && i > start) {
                int end = chance > start ? chance : i;
                ends.add(end);
                filled -= chance > start ? atChance : filled;
                start = end;
                chance = -1;
                // the word that was carried over may itself be longer than a line
                if (filled + advances[i] > room && i > start) {
                    double part = 0;
                    for (int j = start; j < i; j++) {
                        if (part + advances[j] > room && j > start) {
                            ends.add(j);
                            start = j;
                            part = 0;
                        }
                        part += advances[j];
                    }
                    filled = part;
                    if (filled + advances[i] > room && i > start) {
                        ends.add(i);
                        start = i;
                        filled = 0;
                    }
                }
            }
            filled += advances[i];
            if (i + 1 < text.length && mayBreak(text, i)) {
                chance = i + 1;
                atChance = filled;
            }
        }
        if (text.length > 0) {
            ends.add(text.length);
        }
        return new TextLines(text.length, ends);
    }

    /** May a line end behind a character that is no blank? */
    private static boolean mayBreak(int[] text, int i) {
        return switch (text[i]) {
            case '-', '\u2010' -> i > 0 && Character.isLetterOrDigit(text[i - 1]) && Character.isLetter(text[i + 1]);
            case '\u2013', '\u2014' -> Character.isLetterOrDigit(text[i + 1]);
            case '\u200B' -> true;
            default -> false;
        };
    }

    int count() {
        return ends.size();
    }

    /** How many characters are too many where there is room for so many lines; 0 where it fits. */
    int tooMany(int lines) {
        return lines >= count() ? 0 : length - (lines <= 0 ? 0 : ends.get(lines - 1));
    }
}
