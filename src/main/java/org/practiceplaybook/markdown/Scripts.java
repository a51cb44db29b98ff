package org.practiceplaybook.markdown;

/** What the letters of a text ask for: scripts without blanks between words, and those that are read from right to left. */
final class Scripts {
    private Scripts() {}

    /** Does a line break stand for a blank? Not between two letters of Chinese or Japanese. */
    static boolean needsBlank(String source, int start, int end) {
        if (!isCjk(before(source, start))) {
            return true;
        }
        int i = end;
        while (i < source.length() && " \t>*_~`[".indexOf(source.charAt(i)) >= 0) {
            i++;
        }
        return i >= source.length() || !isCjk(source.codePointAt(i));
    }

    /** The last letter before a place, signs of Markdown passed over; 0 where there is none. */
    private static int before(String source, int start) {
        int i = start;
        while (i > 0 && " \t\\*_~`]".indexOf(source.charAt(i - 1)) >= 0) {
            i--;
        }
        return i == 0 ? 0 : source.codePointBefore(i);
    }

    /** Han, kana, bopomofo and their punctuation; not Korean, which has blanks between words. */
    private static boolean isCjk(int c) {
        return c >= 0x2E80 && c <= 0x312F
                || c >= 0x3190 && c <= 0x4DBF
                || c >= 0x4E00 && c <= 0xA4CF
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE4F
                || c >= 0xFF00 && c <= 0xFF9F
                || c >= 0x20000 && c <= 0x3FFFF;
    }

    /** Does a text hold a letter that is read from right to left? */
    static boolean hasRightToLeft(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x590 && isRightToLeft(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Is a part of a text read from right to left, by its first letter? */
    static boolean isRightToLeft(String source, int start, int end, boolean withoutLetters) {
        for (int i = start; i < end; i++) {
            int c = source.codePointAt(i);
            if (isRightToLeft(c) || Character.isLetter(c)) {
                return isRightToLeft(c);
            }
        }
        return withoutLetters;
    }

    /** The blocks of letters of Hebrew, Arabic and their neighbours. */
    private static boolean isRightToLeft(int c) {
        boolean block = c >= 0x590 && c <= 0x8FF
                || c >= 0xFB1D && c <= 0xFDFF
                || c >= 0xFE70 && c <= 0xFEFF
                || c >= 0x10800 && c <= 0x10FFF
                || c >= 0x1E800 && c <= 0x1EFFF;
        return block && Character.isLetter(c);
    }
}
