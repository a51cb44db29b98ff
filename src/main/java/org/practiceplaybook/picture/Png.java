package org.practiceplaybook.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Files of the kind PNG (W3C, third edition). */
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] COLOUR_TYPES = {0, 4, 2, 6};
    private static final byte INDEXED = 3;
    private static final int FILTERS = 5;
    /** What says how colours are meant. */
    private static final Set<String> OF_COLOUR = Set.of("iCCP", "sRGB", "gAMA", "cHRM");

    private Png() {}

    /** A file of a picture. */
    public static byte[] of(Raster picture) {
        return of(picture, List.of());
    }

    /**
     * A file of few colours.
     *
     * @param palette at most 256, each red, green and blue in the last 24 bits
     * @param pixels numbers of colours, row by row
     */
    public static byte[] of(int width, int height, int[] palette, byte[] pixels) {
        ByteBuffer colours = ByteBuffer.allocate(3 * palette.length);
        for (int colour : palette) {
            colours.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
        }
        byte[] rows = new byte[(width + 1) * height]; // numbers are no samples: rows stay as they are
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * width, rows, y * (width + 1) + 1, width);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk("IHDR", head(width, height, INDEXED), out);
        chunk("PLTE", colours.array(), out);
        chunk("IDAT", deflated(rows), out);
        chunk("IEND", new byte[0], out);
        return out.toByteArray();
    }

    private static byte[] head(int width, int height, byte colourType) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put(colourType)
                .array();
    }

    /** @param more chunks, as another file has them */
    static byte[] of(Raster picture, List<byte[]> more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk("IHDR", head(picture.width(), picture.height(), COLOUR_TYPES[picture.bands() - 1]), out);
        more.forEach(out::writeBytes);
        chunk("IDAT", deflated(filtered(picture)), out);
        chunk("IEND", new byte[0], out);
        return out.toByteArray();
    }

    private static void chunk(String name, byte[] data, ByteArrayOutputStream out) {
        byte[] named = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 sum = new CRC32();
        sum.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Each row by the filter of which the least is left, which is what the standard recommends. */
    private static byte[] filtered(Raster picture) {
        int bands = picture.bands();
        int length = picture.width() * bands;
        byte[] out = new byte[(length + 1) * picture.height()];
        byte[][] tried = new byte[FILTERS][length];
        byte[] above = new byte[length];
        byte[] row = new byte[length];
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(picture.samples(), y * length, row, 0, length);
            int best = 0;
            long least = Long.MAX_VALUE;
            for (int filter = 0; filter < FILTERS; filter++) {
                long left = filter(filter, row, above, bands, tried[filter]);
                if (left < least) {
                    least = left;
                    best = filter;
                }
            }
            out[y * (length + 1)] = (byte) best;
            System.arraycopy(tried[best], 0, out, y * (length + 1) + 1, length);
            byte[] former = above;
            above = row;
            row = former;
        }
        return out;
    }

    private static long filter(int filter, byte[] row, byte[] above, int bands, byte[] out) {
        long sum = 0;
        for (int i = 0; i < row.length; i++) {
            int a = i < bands ? 0 : row[i - bands] & 0xFF;
            int b = above[i] & 0xFF;
            int predicted = switch (filter) {
                case 1 -> a;
                case 2 -> b;
                case 3 -> (a + b) / 2;
                case 4 -> paeth(a, b, i < bands ? 0 : above[i - bands] & 0xFF);
                default -> 0;
            };
            out[i] = (byte) (row[i] - predicted);
            sum += Math.abs(out[i]);
        }
        return sum;
    }

    private static int paeth(int a, int b, int c) {
        int estimate = a + b - c;
        int toA = Math.abs(estimate - a);
        int toB = Math.abs(estimate - b);
        int toC = Math.abs(estimate - c);
        return toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
    }

    /** The chunks of a file that say how colours are meant, whole. */
    static List<byte[]> colours(byte[] file) {
        List<byte[]> found = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(file);
        int at = SIGNATURE.length;
        while (at + 12 <= file.length) {
            int length = in.getInt(at);
            String name = name(file, at);
            if (name.equals("IDAT") || length < 0 || length > file.length - at - 12) {
                break;
            }
            if (OF_COLOUR.contains(name)) {
                found.add(Arrays.copyOfRange(file, at, at + 12 + length));
            }
            at += 12 + length;
        }
        return found;
    }

    /** Has a file a chunk of this name before its samples? */
    static boolean has(byte[] file, String wanted) {
        ByteBuffer in = ByteBuffer.wrap(file);
        for (int at = SIGNATURE.length; at + 12 <= file.length; ) {
            int length = in.getInt(at);
            String name = name(file, at);
            if (name.equals(wanted)) {
                return true;
            }
            if (name.equals("IDAT") || length < 0 || length > file.length - at - 12) {
                return false;
            }
            at += 12 + length;
        }
        return false;
    }

    private static String name(byte[] file, int at) {
        return new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
    }
}
