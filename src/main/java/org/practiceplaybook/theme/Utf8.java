package org.practiceplaybook.theme;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text that grows as the bytes of its file: nothing is turned into bytes when it is done. A writer without locks. */
final class Utf8 extends Writer {
    /** Of so many bytes no larger copy is made while the text grows. */
    private static final int LONG = 1 << 20;

    /** What was written before. */
    private final List<byte[]> full = new ArrayList<>();

    private byte[] bytes = new byte[1 << 12];
    private int size;

    @Override
    public void write(int c) {
        if (c < 0x80) {
            withRoomFor(1)[size++] = (byte) c;
        } else {
            write(String.valueOf((char) c));
        }
    }

    @Override
    public void write(char[] chars) {
        write(chars, 0, chars.length);
    }

    @Override
    public void write(char[] chars, int from, int length) {
        byte[] out = withRoomFor(3 * length);
        int at = size;
        for (int i = from; i < from + length; i++) {
            char c = chars[i];
            if (c < 0x80) {
                out[at++] = (byte) c;
            } else if (c < 0x800) {
                out[at++] = (byte) (0xc0 | c >> 6);
                out[at++] = (byte) (0x80 | c & 0x3f);
            } else if (!Character.isSurrogate(c)) {
                out[at++] = (byte) (0xe0 | c >> 12);
                out[at++] = (byte) (0x80 | c >> 6 & 0x3f);
                out[at++] = (byte) (0x80 | c & 0x3f);
            } else {
                size = at;
                write(new String(chars, i, from + length - i));
                return;
            }
        }
        size = at;
    }

    @Override
    public void write(String text) {
        byte[] added = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(added, 0, withRoomFor(added.length), size, added.length);
        size += added.length;
    }

    @Override
    public void write(String text, int from, int length) {
        write(text.substring(from, from + length));
    }

    private byte[] withRoomFor(int more) {
        if (size + more > bytes.length) {
            if (size >= LONG) {
                end();
            }
            if (size + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
            }
        }
        return bytes;
    }

    /** Puts what is written so far to what was written before. */
    private void end() {
        full.add(Arrays.copyOf(bytes, size));
        size = 0;
        bytes = new byte[LONG];
    }

    void write(Utf8 text) {
        if (!text.full.isEmpty()) {
            end();
            full.addAll(text.full);
        }
        System.arraycopy(text.bytes, 0, withRoomFor(text.size), size, text.size);
        size += text.size;
    }

    byte[] toBytes() {
        byte[] all = new byte
                [Math.addExact(full.stream().mapToInt(part -> part.length).reduce(0, Math::addExact), size)];
        int at = 0;
        for (byte[] part : full) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        System.arraycopy(bytes, 0, all, at, size);
        return all;
    }

    @Override
    public String toString() {
        return new String(toBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        // nothing to close
    }
}
