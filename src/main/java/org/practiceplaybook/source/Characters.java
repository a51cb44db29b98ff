package org.practiceplaybook.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which characters a text of the playbook may hold: those of XML 1.0, without what its authors advise against (the control
 * codes from U+007F to U+009F, noncharacters) and without the two overrides of direction, which show letters in another
 * order than they are read in. So every text can stand in a page, a feed, a script and a list of findings.
 */
public final class Characters {
    private static final int FIRST_ISOLATE = 0x2066;
    private static final int LAST_ISOLATE = 0x2069;
    /** More findings in one file would drown the others. */
    private static final int MOST_TOLD = 20;

    private Characters() {}

    /** May a text hold this code point? A half of a surrogate pair that stands alone is none. */
    public static boolean isAllowed(int c) {
        if (c < 0x20) {
            return c == '\t' || c == '\n' || c == '\r';
        }
        if (c < 0x7f) {
            return true;
        }
        return c >= 0xa0
                && !(c >= 0xd800 && c <= 0xdfff)
                && !(c >= 0xfdd0 && c <= 0xfdef)
                && (c & 0xfffe) != 0xfffe
                && c != 0x202d
                && c != 0x202e;
    }

    /**
     * May the name of a file or folder hold it? Besides, no line ends and no signs that change what is seen of a name and
     * cannot be seen themselves. The two joiners may stay: words of Persian and Hindi need them.
     */
    public static boolean isAllowedInName(int c) {
        return isAllowed(c)
                && c >= 0x20
                && c != 0xfeff
                && !(c >= 0x200b && c <= 0x200f && c != 0x200c && c != 0x200d)
                && !(c >= 0x2028 && c <= 0x202e)
                && c != 0x2060
                && !(c >= FIRST_ISOLATE && c <= LAST_ISOLATE)
                && c != 0x061c;
    }

    /** Where the first character stands that a text may not hold, in UTF-16 code units, or -1. */
    public static int firstUnfit(CharSequence text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x7f ? c < 0x20 && !isAllowed(c) : c < 0xa0) {
                return i;
            }
            if (c >= 0x2000) {
                int whole = Character.codePointAt(text, i);
                if (!isAllowed(whole)) {
                    return i;
                }
                i += Character.charCount(whole) - 1;
            }
        }
        return -1;
    }

    /** The text with U+FFFD for what it may not hold, so that every place stays where it was. */
    public static String legible(String text) {
        int at = firstUnfit(text, 0);
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text);
        for (; at >= 0; at = firstUnfit(text, at + 1)) {
            for (int i = 0; i < Character.charCount(text.codePointAt(at)); i++) {
                out.setCharAt(at + i, '\uFFFD');
            }
        }
        return out.toString();
    }

    /** A file whose text is {@linkplain #legible legible}, and an error for each sign that had to go. */
    public static SourceFile legible(SourceFile file, List<Diagnostic> found) {
        String text = file.text();
        int at = firstUnfit(text, 0);
        if (at < 0) {
            return file;
        }
        List<Span> unfit = new ArrayList<>();
        for (;
                at >= 0 && unfit.size() < MOST_TOLD;
                at = firstUnfit(text, unfit.get(unfit.size() - 1).end())) {
            unfit.add(new Span(at, at + Character.charCount(text.codePointAt(at))));
        }
        SourceFile legible = new SourceFile(file.path(), legible(text));
        for (Span span : unfit) {
            found.add(unfit(legible.at(span), text.codePointAt(span.start())).replaceBy(""));
        }
        return legible;
    }

    /** The error that a text holds a character that it may not. */
    public static Diagnostic unfit(Place place, int codePoint) {
        return Diagnostic.of(RuleCode.CONTROL_SIGN, place, "a sign that cannot be seen stands here")
                .label(name(codePoint))
                .effect("a box or a question mark in its place")
                .remedy("delete it: it came along when the text was copied");
    }

    /** As Unicode writes it: {@code U+0007}. */
    public static String name(int codePoint) {
        String hex = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        return "U+" + (hex.length() < 4 ? "0000".substring(hex.length()) : "") + hex;
    }
}
