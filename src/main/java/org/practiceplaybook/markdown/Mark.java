package org.practiceplaybook.markdown;

/**
 * The marks that stand in a body's HTML for what is put in later. They are Unicode noncharacters, which no text may
 * hold; {@link Escape} keeps contributed text from forging them.
 */
final class Mark {
    /** {@code LINK number END … LINK_CLOSE}: around a link's text. */
    static final char LINK = '\uFDD0';

    static final char LINK_CLOSE = '\uFDD1';
    /** {@code IMAGE number END}: instead of an image. */
    static final char IMAGE = '\uFDD2';
    /** {@code WORD key END}: instead of a word of the interface. */
    static final char WORD = '\uFDD3';
    /** {@code HEADING number END}: before a heading of the outermost level, where a part begins. */
    static final char HEADING = '\uFDD4';
    /** Around what stands in an item of a list of the outermost level. */
    static final char ITEM = '\uFDD5';

    static final char ITEM_CLOSE = '\uFDD6';
    static final char END = '\uFDDF';

    private Mark() {}

    static boolean isMark(char c) {
        return c >= '\uFDD0' && c <= '\uFDEF';
    }

    /** The index after the mark that begins at {@code start}, its argument and end included. */
    static int end(CharSequence text, int start) {
        char c = text.charAt(start);
        if (c != LINK && c != IMAGE && c != WORD && c != HEADING) {
            return start + 1;
        }
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != END) {
            i++;
        }
        return Math.min(i + 1, text.length());
    }

    /** What stands between a mark and its end. */
    static String argument(CharSequence text, int start) {
        int end = end(text, start);
        return end > start + 1 ? text.subSequence(start + 1, end - 1).toString() : "";
    }

    /** The number that a mark carries, or -1 where it carries none. */
    static int number(CharSequence text, int start) {
        String argument = argument(text, start);
        if (argument.isEmpty() || argument.length() > 9 || !argument.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Integer.parseInt(argument);
    }
}
