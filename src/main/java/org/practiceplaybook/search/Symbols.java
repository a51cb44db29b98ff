package org.practiceplaybook.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Pictures among letters: emoji, arrows, dingbats. By ranges, for Java and browsers know different versions of Unicode.
 * Several make one when a joiner, a colour of skin or a flag's letters bind them; each is a word as well.
 */
final class Symbols {
    private Symbols() {}

    static boolean isSymbol(int c) {
        return c == 0xa9
                || c == 0xae
                || c == 0x203c
                || c == 0x2049
                || c == 0x2122
                || c >= 0x2190 && c <= 0x23ff
                || c >= 0x2500 && c <= 0x2775
                || c >= 0x2794 && c <= 0x2bff
                || c == 0x3030
                || c == 0x303d
                || c == 0x3297
                || c == 0x3299
                || c >= 0x1f000 && c <= 0x1f0ff
                || c >= 0x1f10d && c <= 0x1faff;
    }

    private static boolean isFlag(int c) {
        return c >= 0x1f1e6 && c <= 0x1f1ff;
    }

    private static boolean isVariant(int c) {
        return c == 0xfe0e || c == 0xfe0f;
    }

    private static boolean isSkin(int c) {
        return c >= 0x1f3fb && c <= 0x1f3ff;
    }

    /** Where the picture that begins here ends. */
    static int end(String text, int start) {
        int at = one(text, start);
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (isVariant(c) || c == 0x20e3 || isSkin(c) || c >= 0xe0020 && c <= 0xe007f) {
                at = next;
            } else if (c == 0x200d && next < text.length() && isSymbol(text.codePointAt(next))) {
                at = one(text, next);
            } else {
                break;
            }
        }
        return at;
    }

    private static int one(String text, int start) {
        int first = text.codePointAt(start);
        int at = start + Character.charCount(first);
        boolean flag = isFlag(first) && at < text.length() && isFlag(text.codePointAt(at));
        return flag ? at + 2 : at;
    }

    /** The pictures that one is made of, colours left out: where each begins and ends. */
    static List<int[]> parts(String text, int start, int end) {
        List<int[]> parts = new ArrayList<>();
        for (int at = start; at < end; ) {
            int c = text.codePointAt(at);
            int next = isSymbol(c) ? one(text, at) : at + Character.charCount(c);
            if (isSymbol(c) && (at == start || !isSkin(c))) {
                parts.add(new int[] {at, next});
            }
            at = next;
        }
        return parts;
    }

    /** A picture however it is to be drawn. */
    static String key(String text, int start, int end) {
        return text.substring(start, end).replace("\ufe0e", "").replace("\ufe0f", "");
    }
}
