package org.practiceplaybook.card;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How wide the letters of a font are, and how much nearer two of them stand: by its tables {@code head}, {@code hhea}, {@code
 * hmtx}, {@code cmap}, {@code HVAR} and {@code GPOS}. All measures are parts of the size of the type. Of a font with a range of
 * weights its lightest and its boldest are known.
 */
final class FontFile {
    private static final int EXTENSION = 9;
    private static final int PAIRS = 2;

    private final double unit;
    private final ByteBuffer advances;
    private final int measured;
    private final ByteBuffer characters;
    private final int charactersAt;
    private final int[] bolder;
    private final List<List<Kerning>> kernings = new ArrayList<>();
    private final ByteBuffer packed;
    private Optional<Outlines> outlines;

    /**
     * Reads a font.
     *
     * @throws IOException where it is none, or one that cannot be measured
     */
    FontFile(byte[] woff2) throws IOException {
        Map<String, ByteBuffer> tables = Woff2.tables(woff2);
        try {
            unit = needed(tables, "head").getShort(18) & 0xFFFF;
            measured = needed(tables, "hhea").getShort(34) & 0xFFFF;
            advances = needed(tables, "hmtx");
            characters = needed(tables, "cmap");
            charactersAt = subtable(characters);
            bolder = tables.containsKey("HVAR") ? bolder(tables.get("HVAR")) : new int[0];
            packed = tables.get("glyf" + Woff2.PACKED);
            if (tables.containsKey("GPOS")) {
                kernings(tables.get("GPOS"));
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("a font whose tables are broken", e);
        }
    }

    private static ByteBuffer needed(Map<String, ByteBuffer> tables, String tag) throws IOException {
        ByteBuffer table = tables.get(tag);
        if (table == null) {
            throw new IOException("a font without the table " + tag);
        }
        return table;
    }

    private static int at(ByteBuffer table, int place) {
        return table.getShort(place) & 0xFFFF;
    }

    private static int subtable(ByteBuffer cmap) throws IOException {
        int best = -1;
        for (int i = 0; i < at(cmap, 2); i++) {
            int offset = cmap.getInt(4 + 8 * i + 4);
            int format = at(cmap, offset);
            if (format == 12 || format == 4 && best < 0) {
                best = offset;
            }
        }
        if (best < 0) {
            throw new IOException("a font without a table of its characters");
        }
        return best;
    }

    /** The number of a character's glyph; 0 where the font has none. */
    int glyph(int character) {
        return at(characters, charactersAt) == 12 ? inGroups(character) : inSegments(character);
    }

    private int inGroups(int character) {
        int low = 0;
        int high = characters.getInt(charactersAt + 12) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int group = charactersAt + 16 + 12 * middle;
            if (character < characters.getInt(group)) {
                high = middle - 1;
            } else if (character > characters.getInt(group + 4)) {
                low = middle + 1;
            } else {
                return characters.getInt(group + 8) + character - characters.getInt(group);
            }
        }
        return 0;
    }

    private int inSegments(int character) {
        if (character > 0xFFFF) {
            return 0;
        }
        int twice = at(characters, charactersAt + 6);
        int ends = charactersAt + 14;
        for (int i = 0; i < twice; i += 2) {
            if (character <= at(characters, ends + i)) {
                int start = at(characters, ends + twice + 2 + i);
                int delta = at(characters, ends + 2 * twice + 2 + i);
                int place = ends + 3 * twice + 2 + i;
                int range = at(characters, place);
                if (character < start) {
                    return 0;
                }
                if (range == 0) {
                    return character + delta & 0xFFFF;
                }
                int glyph = at(characters, place + range + 2 * (character - start));
                return glyph == 0 ? 0 : glyph + delta & 0xFFFF;
            }
        }
        return 0;
    }

    /** The shapes of its letters, read when they are first asked for; none of a font that keeps them in another way. */
    synchronized Optional<Outlines> outlines() {
        if (outlines == null) {
            try {
                outlines = packed == null ? Optional.empty() : Optional.of(new Outlines(packed, unit));
            } catch (IOException e) {
                outlines = Optional.empty();
            }
        }
        return outlines;
    }

    /** How wide a glyph is. */
    double advance(int glyph, boolean bold) {
        int width = at(advances, 4 * Math.min(glyph, measured - 1));
        if (bold && bolder.length > 0) {
            width += bolder[Math.min(glyph, bolder.length - 1)];
        }
        return width / unit;
    }

    /** By how much two glyphs stand further apart than each is wide; mostly less than 0. */
    double kern(int left, int right) {
        int sum = 0;
        for (List<Kerning> lookup : kernings) {
            for (Kerning kerning : lookup) {
                int by = kerning.by(left, right);
                if (by != Kerning.NOT_HERE) {
                    sum += by;
                    break;
                }
            }
        }
        return sum / unit;
    }

    /** By glyph, how much wider it is at the end of its only axis: there each region counts whole or not at all. */
    private static int[] bolder(ByteBuffer hvar) {
        int store = hvar.getInt(4);
        int map = hvar.getInt(8);
        int regions = store + hvar.getInt(store + 2);
        int axes = at(hvar, regions);
        boolean[] counts = new boolean[at(hvar, regions + 2)];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = true;
            for (int axis = 0; axis < axes; axis++) {
                int peak = hvar.getShort(regions + 4 + 6 * (i * axes + axis) + 2);
                counts[i] &= peak == 0 || peak == 1 << 14;
            }
        }
        int glyphs = map == 0 ? at(hvar, store + hvar.getInt(store + 8)) : mapped(hvar, map);
        int[] bolder = new int[glyphs];
        for (int glyph = 0; glyph < glyphs; glyph++) {
            int outer = 0;
            int inner = glyph;
            if (map != 0) {
                int format = hvar.get(map + 1) & 0xFF;
                int size = (format >> 4 & 3) + 1;
                int entries = map + (hvar.get(map) == 0 ? 4 : 6);
                int value = 0;
                for (int i = 0; i < size; i++) {
                    value = value << 8 | hvar.get(entries + glyph * size + i) & 0xFF;
                }
                int bits = (format & 15) + 1;
                outer = value >>> bits;
                inner = value & (1 << bits) - 1;
            }
            bolder[glyph] = delta(hvar, store, outer, inner, counts);
        }
        return bolder;
    }

    private static int mapped(ByteBuffer hvar, int map) {
        return hvar.get(map) == 0 ? at(hvar, map + 2) : hvar.getInt(map + 2);
    }

    private static int delta(ByteBuffer hvar, int store, int outer, int inner, boolean[] counts) {
        if (outer >= at(hvar, store + 6)) {
            return 0;
        }
        int data = store + hvar.getInt(store + 8 + 4 * outer);
        if (inner >= at(hvar, data)) {
            return 0;
        }
        int words = at(hvar, data + 2);
        boolean isLong = (words & 0x8000) != 0;
        int wide = words & 0x7FFF;
        int columns = at(hvar, data + 4);
        int large = isLong ? 4 : 2;
        int place = data + 6 + 2 * columns + inner * (wide * large + (columns - wide) * large / 2);
        int sum = 0;
        for (int i = 0; i < columns; i++) {
            int size = i < wide ? large : large / 2;
            int by = size == 4 ? hvar.getInt(place) : size == 2 ? hvar.getShort(place) : hvar.get(place);
            place += size;
            if (counts[at(hvar, data + 6 + 2 * i)]) {
                sum += by;
            }
        }
        return sum;
    }

    private void kernings(ByteBuffer gpos) {
        int features = at(gpos, 6);
        int lookups = at(gpos, 8);
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < at(gpos, features); i++) {
            int record = features + 2 + 6 * i;
            if (gpos.getInt(record) == 0x6B65726E) { // kern
                int feature = features + at(gpos, record + 4);
                for (int j = 0; j < at(gpos, feature + 2); j++) {
                    int lookup = at(gpos, feature + 4 + 2 * j);
                    if (!used.contains(lookup)) {
                        used.add(lookup);
                    }
                }
            }
        }
        used.stream().sorted().forEach(number -> {
            int lookup = lookups + at(gpos, lookups + 2 + 2 * number);
            List<Kerning> parts = new ArrayList<>();
            for (int i = 0; i < at(gpos, lookup + 4); i++) {
                int type = at(gpos, lookup);
                int part = lookup + at(gpos, lookup + 6 + 2 * i);
                if (type == EXTENSION) {
                    type = at(gpos, part + 2);
                    part += gpos.getInt(part + 4);
                }
                if (type == PAIRS) {
                    parts.add(new Kerning(gpos, part));
                }
            }
            kernings.add(parts);
        });
    }
}
