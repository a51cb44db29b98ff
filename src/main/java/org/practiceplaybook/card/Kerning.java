package org.practiceplaybook.card;

import java.nio.ByteBuffer;

/**
 * A part of a font's {@code GPOS} that says how pairs of glyphs stand, of either format.
 *
 * @param at where it begins
 */
record Kerning(ByteBuffer gpos, int at) {
    /** Says nothing of a pair, so that the next part is asked. */
    static final int NOT_HERE = Integer.MIN_VALUE;

    private static final int ADVANCE = 4;

    private int read(int place) {
        return gpos.getShort(place) & 0xFFFF;
    }

    /** By how many units the right one of two glyphs stands further off. */
    int by(int left, int right) {
        int covered = coverage(at + read(at + 2), left);
        if (covered < 0) {
            return NOT_HERE;
        }
        int first = read(at + 4);
        int second = read(at + 6);
        int size = 2 * (Integer.bitCount(first) + Integer.bitCount(second));
        if (read(at) == 1) {
            int pairs = at + read(at + 10 + 2 * covered);
            int low = 0;
            int high = read(pairs) - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int pair = pairs + 2 + middle * (2 + size);
                int other = read(pair);
                if (other == right) {
                    return advance(pair + 2, first);
                }
                if (other < right) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return NOT_HERE;
        }
        int row = classOf(at + read(at + 8), left);
        int column = classOf(at + read(at + 10), right);
        return advance(at + 16 + size * (row * read(at + 14) + column), first);
    }

    private int advance(int place, int format) {
        return (format & ADVANCE) == 0 ? 0 : gpos.getShort(place + 2 * Integer.bitCount(format & ADVANCE - 1));
    }

    private int coverage(int table, int glyph) {
        boolean single = read(table) == 1;
        int low = 0;
        int high = read(table + 2) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int entry = table + 4 + middle * (single ? 2 : 6);
            int start = read(entry);
            if (glyph < start) {
                high = middle - 1;
            } else if (glyph > (single ? start : read(entry + 2))) {
                low = middle + 1;
            } else {
                return single ? middle : read(entry + 4) + glyph - start;
            }
        }
        return -1;
    }

    private int classOf(int table, int glyph) {
        if (read(table) == 1) {
            int start = read(table + 2);
            return glyph >= start && glyph < start + read(table + 4) ? read(table + 6 + 2 * (glyph - start)) : 0;
        }
        int low = 0;
        int high = read(table + 2) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int range = table + 4 + 6 * middle;
            if (glyph < read(range)) {
                high = middle - 1;
            } else if (glyph > read(range + 2)) {
                low = middle + 1;
            } else {
                return read(range + 4);
            }
        }
        return 0;
    }
}
