package org.practiceplaybook.card;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.brotli.dec.BrotliInputStream;

/** A font as the web carries it: its tables, unpacked. */
final class Woff2 {
    private static final int SIGNATURE = 0x774F4632;
    private static final int HEADER = 48;
    /** The tables that have a number instead of a name, in its order. */
    private static final List<String> KNOWN =
            List.of(("cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF "
                            + " VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC"
                            + " COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx"
                            + " opbd prop trak Zapf Silf Glat Gloc Feat Sill")
                    .split("(?<=\\G.{4}) "));

    /** Behind the letters of a table that is stored otherwise than it is read. */
    static final String PACKED = "*";

    private static final int NAMED = 63;
    /** No font of a theme is so large; what says so is broken. */
    private static final long LARGEST = 64L << 20;

    private Woff2() {}

    /**
     * The tables of a font by their four letters; those that are stored otherwise than they are read have a {@linkplain #PACKED
     * mark} behind them.
     *
     * @throws IOException where the bytes are no such font
     */
    static Map<String, ByteBuffer> tables(byte[] file) throws IOException {
        try {
            return read(ByteBuffer.wrap(file));
        } catch (java.nio.BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("a font that ends too soon", e);
        }
    }

    private record Entry(String tag, int length, boolean plain) {}

    private static Map<String, ByteBuffer> read(ByteBuffer in) throws IOException {
        if (in.getInt(0) != SIGNATURE) {
            throw new IOException("no font of the kind WOFF2");
        }
        int count = in.getShort(12) & 0xFFFF;
        in.position(HEADER);
        Entry[] entries = new Entry[count];
        long whole = 0;
        for (int i = 0; i < count; i++) {
            int flags = in.get() & 0xFF;
            String tag = KNOWN.get(Math.min(flags & NAMED, NAMED - 1));
            if ((flags & NAMED) == NAMED) {
                byte[] name = new byte[4];
                in.get(name);
                tag = new String(name, StandardCharsets.ISO_8859_1);
            }
            boolean outlines = tag.equals("glyf") || tag.equals("loca");
            boolean plain = (flags >> 6) == (outlines ? 3 : 0);
            int length = base128(in);
            entries[i] = new Entry(tag, plain ? length : base128(in), plain);
            whole += entries[i].length();
        }
        if (whole > LARGEST) {
            throw new IOException("a font that says it is larger than any");
        }
        byte[] data;
        try (BrotliInputStream unpacked =
                new BrotliInputStream(new ByteArrayInputStream(in.array(), in.position(), in.remaining()))) {
            data = unpacked.readNBytes((int) whole);
        }
        Map<String, ByteBuffer> tables = new LinkedHashMap<>();
        int at = 0;
        for (Entry entry : entries) {
            tables.put(
                    entry.plain() ? entry.tag() : entry.tag() + PACKED,
                    ByteBuffer.wrap(data, at, entry.length()).slice());
            at += entry.length();
        }
        return tables;
    }

    private static int base128(ByteBuffer in) throws IOException {
        long value = 0;
        for (int i = 0; i < 5; i++) {
            int next = in.get() & 0xFF;
            value = value << 7 | next & 0x7F;
            if (next < 0x80 && value <= Integer.MAX_VALUE) {
                return (int) value;
            }
        }
        throw new IOException("a font with a length that is none");
    }
}
