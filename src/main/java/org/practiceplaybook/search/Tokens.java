package org.practiceplaybook.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts text into words and brings them into the form in which they are looked up: {@code É} and {@code e} are alike.
 * Writing without spaces is cut into pairs of characters. {@code theme/scripts/search} does the same in the browser, held
 * to this class by tests.
 */
public final class Tokens {
    /** Longer words are cut; nobody types them. */
    static final int LONGEST = 40;

    private Tokens() {}

    /**
     * A word in a text.
     *
     * @param start where it begins, in UTF-16 code units
     * @param end where it ends
     * @param written as it stands there
     * @param key how it is looked up
     * @param joint does it stand beside its parts: a compound or a literal
     */
    public record Token(int start, int end, String written, String key, boolean joint) {}

    /** The words of a text in order; {@code e-mail} and {@code C++} come after their parts. */
    public static List<Token> of(String text) {
        Found found = new Found(text);
        char[] chars = text.toCharArray();
        int i = 0;
        while (i < chars.length) {
            int end = i;
            while (end < chars.length && isAsciiWord(chars[end])) {
                end++;
            }
            // nearly every word
            boolean ascii = end == chars.length || chars[end] < 128;
            if (!ascii) {
                end = wordEnd(text, i);
            }
            if (end == i) {
                int c = ascii ? 0 : text.codePointAt(i);
                if (Symbols.isSymbol(c)) {
                    end = Symbols.end(text, i);
                    Symbols.parts(text, i, end).forEach(part -> found.symbol(part[0], part[1]));
                    i = end;
                } else {
                    i += Math.max(1, Character.charCount(c));
                }
                continue;
            }
            if (!ascii && isUnspaced(text.codePointAt(i))) {
                pairs(text, i, end, found);
            } else if (!isPossessive(text, i, end)) {
                found.add(i, end);
            }
            i = end;
        }
        return Literals.with(text, found.end());
    }

    /** Where a word ends; where it begins, if there is none. */
    private static int wordEnd(String text, int start) {
        boolean unspaced = isUnspaced(text.codePointAt(start));
        int i = start;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (!isWord(c) || i > start && !isPart(c) && isUnspaced(c) != unspaced) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /** The words that were found in a text so far. */
    private static final class Found {
        private final String text;
        private final List<Token> words = new ArrayList<>();
        private Token last;
        /** Where in the list those begin that may be parts of one compound. */
        private int first;
        /** What joins them, or 0. */
        private char link;

        Found(String text) {
            this.text = text;
        }

        void add(int start, int end) {
            String written = text.substring(start, end);
            String key = key(written);
            if (!key.isEmpty()) {
                add(start, end, written, key);
            }
        }

        void symbol(int start, int end) {
            String written = text.substring(start, end);
            add(start, end, written, written);
        }

        private void add(int start, int end, String written, String key) {
            Token word = new Token(start, end, written, key, false);
            char between = last == null ? 0 : link(text, last, word);
            if (between == 0 || link != 0 && between != link) {
                compound();
                first = words.size();
                link = 0;
            } else {
                link = between;
            }
            words.add(word);
            last = word;
        }

        private void compound() {
            if (link == 0) {
                return;
            }
            StringBuilder key = new StringBuilder();
            for (Token part : words.subList(first, words.size())) {
                key.append(part.key());
            }
            int start = words.get(first).start();
            words.add(new Token(start, last.end(), text.substring(start, last.end()), cut(key.toString()), true));
        }

        List<Token> end() {
            compound();
            return words;
        }
    }

    /** What joins two words into one, {@code -} or the point of an abbreviation; 0 if nothing does. */
    private static char link(String text, Token a, Token b) {
        if (b.start() != a.end() + 1) {
            return 0;
        }
        char between = text.charAt(a.end());
        if (between == '-' || between == '\u2010' || between == '\u2011') {
            return '-';
        }
        boolean letters = a.end() - a.start() == 1 && b.end() - b.start() == 1 && !isDigit(a) && !isDigit(b);
        return between == '.' && letters ? '.' : 0;
    }

    private static boolean isDigit(Token token) {
        char c = token.key().charAt(0);
        return c >= '0' && c <= '9';
    }

    /** Is this the s of {@code Meadows's}? */
    private static boolean isPossessive(String text, int start, int end) {
        return end == start + 1
                && start > 0
                && (text.charAt(start) == 's' || text.charAt(start) == 'S')
                && (text.charAt(start - 1) == '\'' || text.charAt(start - 1) == '\u2019');
    }

    /** Overlapping pairs of signs, or the one that there is. */
    private static void pairs(String text, int start, int end, Found found) {
        int from = start;
        int to = afterSign(text, from, end);
        if (to >= end) {
            found.add(start, end);
            return;
        }
        while (to < end) {
            int next = afterSign(text, to, end);
            found.add(from, next);
            from = to;
            to = next;
        }
    }

    private static int afterSign(String text, int from, int end) {
        int to = from + Character.charCount(text.codePointAt(from));
        while (to < end && isPart(text.codePointAt(to))) {
            to += Character.charCount(text.codePointAt(to));
        }
        return to;
    }

    /** Does it belong to the sign before it: the voice of a kana, the later letters of a Hangul syllable, a variant? */
    private static boolean isPart(int c) {
        return c == 0x3099 || c == 0x309a || c == 0xff9e || c == 0xff9f || c >= 0x1160 && c <= 0x11ff || isDropped(c);
    }

    /** How a word is looked up: compatible forms, lower case, without accents. May be empty. */
    public static String key(String word) {
        boolean small = true;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 128) {
                return folded(word);
            }
            small &= c < 'A' || c > 'Z';
        }
        return cut(small ? word : word.toLowerCase(Locale.ROOT));
    }

    private static String folded(String word) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); ) {
            int c = apart.codePointAt(i);
            i += Character.charCount(c);
            if (isWord(c) && !isDropped(c)) {
                fold(c, out);
            }
        }
        return cut(Normalizer.normalize(out, Normalizer.Form.NFC));
    }

    private static String cut(String key) {
        if (key.length() <= LONGEST) {
            return key;
        }
        return key.substring(0, Character.isHighSurrogate(key.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** Accents, the vowel signs of Arabic and Hebrew, variants of a form, joiners and soft hyphens. */
    private static boolean isDropped(int c) {
        return c >= 0x300 && c <= 0x36f
                || c >= 0x591 && c <= 0x5c7
                || c >= 0x610 && c <= 0x61a
                || c >= 0x640 && c <= 0x640
                || c >= 0x64b && c <= 0x65f
                || c == 0x670
                || c >= 0xfe00 && c <= 0xfe0f
                || c >= 0xe0100 && c <= 0xe01ef
                || isJoiner(c);
    }

    private static boolean isJoiner(int c) {
        return c == 0xad || c == 0x200c || c == 0x200d;
    }

    private static void fold(int c, StringBuilder out) {
        switch (c) {
            case 0xdf -> out.append("ss");
            case 0xe6 -> out.append("ae");
            case 0x153 -> out.append("oe");
            case 0xf8 -> out.append('o');
            case 0xf0, 0x111 -> out.append('d');
            case 0x142 -> out.append('l');
            case 0x131 -> out.append('i');
            case 0xfe -> out.append("th");
            case 0x3c2 -> out.append('\u03c3');
            default -> out.appendCodePoint(c);
        }
    }

    /** Letters, digits and the marks upon them; of the planes of Han all, for newer Unicode adds to them. */
    static boolean isWord(int c) {
        if (c < 128) {
            return isAsciiWord(c);
        }
        if (c >= 0x20000 && c < 0x40000) {
            return true;
        }
        if (isJoiner(c)) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static boolean isAsciiWord(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** Is it of a writing that puts no spaces between words? */
    static boolean isUnspaced(int c) {
        return c >= 0xe00 && c <= 0xeff // Thai, Lao
                || c >= 0x1000 && c <= 0x109f // Myanmar
                || c >= 0x1100 && c <= 0x11ff // Hangul
                || c >= 0x1780 && c <= 0x17ff // Khmer
                || c >= 0x3005 && c <= 0x3007
                || c >= 0x3040 && c <= 0x30ff // Kana
                || c >= 0x3130 && c <= 0x318f
                || c >= 0x31f0 && c <= 0x31ff
                || c >= 0x3400 && c <= 0x4dbf // Han
                || c >= 0x4e00 && c <= 0x9fff
                || c >= 0xac00 && c <= 0xd7af // Hangul
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xff66 && c <= 0xffdc
                || c >= 0x20000 && c < 0x40000;
    }
}
