package org.practiceplaybook.card;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.practiceplaybook.picture.Canvas;

/** The shapes of a font's letters, out of the packed table {@code glyf} of WOFF2 (W3C, section 5.1), in its lightest weight. */
final class Outlines {
    private static final int WORDS = 1;
    private static final int IS_OFFSET = 2;
    private static final int SCALE = 8;
    private static final int MORE = 32;
    private static final int TWO_SCALES = 64;
    private static final int MATRIX = 128;
    private static final int INSTRUCTIONS = 256;
    private static final int DEEPEST = 5;

    private final double unit;
    private final List<Glyph> glyphs = new ArrayList<>();

    /**
     * A letter.
     *
     * @param ends of its contours among the points
     * @param x in units of the font
     * @param y upwards
     * @param parts other letters of which it is made
     */
    private record Glyph(int[] ends, int[] x, int[] y, boolean[] on, List<Part> parts) {}

    /** Another letter, moved and drawn out. */
    private record Part(int glyph, double a, double b, double c, double d, double x, double y) {}

    /**
     * Reads the table.
     *
     * @param unit how many units the size of the type has
     */
    Outlines(ByteBuffer packed, double unit) throws IOException {
        this.unit = unit;
        try {
            ByteBuffer in = packed.duplicate();
            in.position(4);
            int count = in.getShort() & 0xFFFF;
            in.getShort();
            int[] lengths = new int[7];
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = in.getInt();
            }
            ByteBuffer[] streams = new ByteBuffer[lengths.length];
            int at = in.position();
            for (int i = 0; i < lengths.length; i++) {
                streams[i] = packed.slice(at, lengths[i]);
                at += lengths[i];
            }
            for (int i = 0; i < count; i++) {
                glyphs.add(glyph(streams));
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IOException("a font whose letters are broken", e);
        }
    }

    private static Glyph glyph(ByteBuffer[] streams) {
        int contours = streams[0].getShort();
        ByteBuffer glyph = streams[3];
        if (contours < 0) {
            List<Part> parts = new ArrayList<>();
            boolean instructed = parts(streams[4], parts);
            if (instructed) {
                skipInstructions(glyph, streams[6]);
            }
            return new Glyph(new int[0], new int[0], new int[0], new boolean[0], parts);
        }
        int[] ends = new int[contours];
        int points = 0;
        for (int i = 0; i < contours; i++) {
            points += short255(streams[1]);
            ends[i] = points;
        }
        int[] x = new int[points];
        int[] y = new int[points];
        boolean[] on = new boolean[points];
        for (int i = 0; i < points; i++) {
            int flag = streams[2].get() & 0xFF;
            on[i] = flag < 128;
            int[] moved = moved(flag & 127, glyph);
            x[i] = (i == 0 ? 0 : x[i - 1]) + moved[0];
            y[i] = (i == 0 ? 0 : y[i - 1]) + moved[1];
        }
        if (contours > 0) {
            skipInstructions(glyph, streams[6]);
        }
        return new Glyph(ends, x, y, on, List.of());
    }

    private static void skipInstructions(ByteBuffer glyph, ByteBuffer instructions) {
        instructions.position(instructions.position() + short255(glyph));
    }

    /** @return have they instructions? */
    private static boolean parts(ByteBuffer in, List<Part> parts) {
        boolean instructed = false;
        int flags;
        do {
            flags = in.getShort() & 0xFFFF;
            int glyph = in.getShort() & 0xFFFF;
            double x = (flags & WORDS) != 0 ? in.getShort() : in.get();
            double y = (flags & WORDS) != 0 ? in.getShort() : in.get();
            double a = 1;
            double b = 0;
            double c = 0;
            double d = 1;
            if ((flags & SCALE) != 0) {
                a = scale(in);
                d = a;
            } else if ((flags & TWO_SCALES) != 0) {
                a = scale(in);
                d = scale(in);
            } else if ((flags & MATRIX) != 0) {
                a = scale(in);
                b = scale(in);
                c = scale(in);
                d = scale(in);
            }
            boolean offset = (flags & IS_OFFSET) != 0;
            parts.add(new Part(glyph, a, b, c, d, offset ? x : 0, offset ? y : 0));
            instructed |= (flags & INSTRUCTIONS) != 0;
        } while ((flags & MORE) != 0);
        return instructed;
    }

    private static double scale(ByteBuffer in) {
        return in.getShort() / 16384.0;
    }

    private static int short255(ByteBuffer in) {
        int first = in.get() & 0xFF;
        return switch (first) {
            case 253 -> in.getShort() & 0xFFFF;
            case 254 -> (in.get() & 0xFF) + 506;
            case 255 -> (in.get() & 0xFF) + 253;
            default -> first;
        };
    }

    /** How far a point is from the one before (the table of triplets). */
    private static int[] moved(int flag, ByteBuffer in) {
        int first = in.get() & 0xFF;
        if (flag < 10) {
            return new int[] {0, signed(flag, ((flag & 14) << 7) + first)};
        }
        if (flag < 20) {
            return new int[] {signed(flag, (((flag - 10) & 14) << 7) + first), 0};
        }
        if (flag < 84) {
            int b = flag - 20;
            return new int[] {
                signed(flag, 1 + (b & 0x30) + (first >> 4)), signed(flag >> 1, 1 + ((b & 0x0C) << 2) + (first & 15))
            };
        }
        int second = in.get() & 0xFF;
        if (flag < 120) {
            int b = flag - 84;
            return new int[] {
                signed(flag, 1 + (b / 12 << 8) + first), signed(flag >> 1, 1 + (b % 12 >> 2 << 8) + second)
            };
        }
        int third = in.get() & 0xFF;
        if (flag < 124) {
            return new int[] {
                signed(flag, (first << 4) + (second >> 4)), signed(flag >> 1, ((second & 15) << 8) + third)
            };
        }
        int fourth = in.get() & 0xFF;
        return new int[] {signed(flag, (first << 8) + second), signed(flag >> 1, (third << 8) + fourth)};
    }

    private static int signed(int flag, int value) {
        return (flag & 1) != 0 ? value : -value;
    }

    /**
     * Draws a letter.
     *
     * @param size of the type in pixels
     * @param x where the letter begins
     * @param baseline on which it stands
     */
    void draw(int glyph, Canvas canvas, double size, double x, double baseline) {
        double scale = size / unit;
        draw(glyph, canvas, new Part(glyph, scale, 0, 0, -scale, x, baseline), 0);
    }

    private void draw(int number, Canvas canvas, Part as, int depth) {
        if (number >= glyphs.size() || depth > DEEPEST) {
            return;
        }
        Glyph glyph = glyphs.get(number);
        int start = 0;
        for (int end : glyph.ends()) {
            contour(glyph, start, end, canvas, as);
            start = end;
        }
        for (Part part : glyph.parts()) {
            draw(
                    part.glyph(),
                    canvas,
                    new Part(
                            part.glyph(),
                            as.a() * part.a() + as.c() * part.b(),
                            as.b() * part.a() + as.d() * part.b(),
                            as.a() * part.c() + as.c() * part.d(),
                            as.b() * part.c() + as.d() * part.d(),
                            as.a() * part.x() + as.c() * part.y() + as.x(),
                            as.b() * part.x() + as.d() * part.y() + as.y()),
                    depth + 1);
        }
    }

    /** Between two points that bend there is one that lies on the line. */
    private static void contour(Glyph glyph, int start, int end, Canvas canvas, Part as) {
        int count = end - start;
        if (count < 2) {
            return;
        }
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            int px = glyph.x()[start + i];
            int py = glyph.y()[start + i];
            x[i] = as.a() * px + as.c() * py + as.x();
            y[i] = as.b() * px + as.d() * py + as.y();
        }
        boolean begins = glyph.on()[start];
        boolean closes = glyph.on()[end - 1];
        double firstX = begins ? x[0] : closes ? x[count - 1] : (x[0] + x[count - 1]) / 2;
        double firstY = begins ? y[0] : closes ? y[count - 1] : (y[0] + y[count - 1]) / 2;
        double atX = firstX;
        double atY = firstY;
        for (int i = begins ? 1 : 0; i < count; i++) {
            if (glyph.on()[start + i]) {
                canvas.line(atX, atY, x[i], y[i]);
                atX = x[i];
                atY = y[i];
            } else {
                boolean last = i + 1 == count;
                boolean to = !last && glyph.on()[start + i + 1];
                double toX = last ? firstX : to ? x[i + 1] : (x[i] + x[i + 1]) / 2;
                double toY = last ? firstY : to ? y[i + 1] : (y[i] + y[i + 1]) / 2;
                canvas.curve(atX, atY, x[i], y[i], toX, toY);
                atX = toX;
                atY = toY;
                i += to ? 1 : 0;
            }
        }
        canvas.line(atX, atY, firstX, firstY);
    }
}
