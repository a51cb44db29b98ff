package org.practiceplaybook.markdown;

import java.nio.charset.StandardCharsets;

/** Text on its way into HTML. What could be taken for a {@link Mark} becomes U+FFFD. */
final class Escape {
    private static final String HEX = "0123456789ABCDEF";
    /** What may stand in an address as it is (CommonMark's reference implementation keeps the same). */
    private static final String URL_SAFE = "-_.+!*'(),%#@?=;:/&$~";

    /** ASCII that goes into a text as it is: all but blanks, tags and entities. */
    private static final boolean[] RUNNING = new boolean[0x80];

    static {
        for (char c = '!'; c < RUNNING.length; c++) {
            RUNNING[c] = c != '<' && c != '&';
        }
    }

    private Escape() {}

    static String text(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text(text, out);
        return out.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (instead(text.charAt(i)) != null) {
                return false;
            }
        }
        return true;
    }

    static void text(CharSequence text, StringBuilder out) {
        text(text, 0, text.length(), out);
    }

    static void text(CharSequence text, int start, int end, StringBuilder out) {
        int done = start;
        for (int i = start; i < end; i++) {
            String instead = instead(text.charAt(i));
            if (instead != null) {
                out.append(text, done, i).append(instead);
                done = i + 1;
            }
        }
        out.append(text, done, end);
    }

    /** Text that may have marks in it, of which only these signs are escaped. */
    static void only(String signs, String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (signs.indexOf(c) < 0) {
                out.append(c);
            } else {
                text(text, i, i + 1, out);
            }
        }
    }

    private static String instead(char c) {
        if (c > '>') {
            return Mark.isMark(c) ? "\uFFFD" : null;
        }
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\0' -> "\uFFFD";
            default -> null;
        };
    }

    /** The text again, of HTML that this package wrote. */
    static String plain(String html) {
        char[] chars = html.toCharArray();
        StringBuilder out = new StringBuilder(chars.length);
        int i = 0;
        while (i < chars.length) {
            int run = i;
            while (i < chars.length && (chars[i] < RUNNING.length && RUNNING[chars[i]] || isRunning(chars, i))) {
                i++;
            }
            out.append(chars, run, i - run);
            if (i == chars.length) {
                break;
            }
            char c = chars[i];
            if (c == '<') {
                int end = indexOf(html, '>', i);
                if (html.startsWith("<sup class=\"footnote\"", i)) {
                    end = indexOf(html, '>', html.indexOf("</sup", i));
                } else if (html.startsWith("<a class=\"back\"", i)) {
                    end = indexOf(html, '>', html.indexOf("</a", i));
                }
                if (isBlockTag(html, i)) {
                    space(out);
                }
                i = end + 1;
            } else if (c == '&') {
                int end = indexOf(html, ';', i);
                out.append(entity(html.substring(i, Math.min(end + 1, chars.length))));
                i = end + 1;
            } else if (Mark.isMark(c)) {
                i = Mark.end(html, i);
            } else {
                space(out);
                i++;
            }
        }
        return out.toString().strip();
    }

    /** Does it go into the text as it is? A single space between two words does. */
    private static boolean isRunning(char[] chars, int i) {
        char c = chars[i];
        if (c == ' ') {
            char before = i > 0 ? chars[i - 1] : ' ';
            return before > ' ' && before != '>' && !Mark.isMark(before) && !Character.isWhitespace(before);
        }
        return c >= RUNNING.length && !Mark.isMark(c) && !Character.isWhitespace(c);
    }

    private static void space(StringBuilder out) {
        if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    private static boolean isBlockTag(CharSequence html, int at) {
        int start = at + 1 < html.length() && html.charAt(at + 1) == '/' ? at + 2 : at + 1;
        int end = start;
        while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        return switch (html.subSequence(start, end).toString()) {
            case "a", "em", "strong", "code", "del", "span", "sup", "sub", "kbd", "b", "i", "abbr", "q", "s", "u" ->
                false;
            default -> true;
        };
    }

    private static String entity(CharSequence entity) {
        return switch (entity.toString()) {
            case "&amp;" -> "&";
            case "&lt;" -> "<";
            case "&gt;" -> ">";
            case "&quot;" -> "\"";
            case "&nbsp;" -> "\u00a0";
            default -> entity.toString();
        };
    }

    private static int indexOf(String text, char sought, int from) {
        int at = text.indexOf(sought, Math.max(from, 0));
        return at < 0 ? text.length() : at;
    }

    /** An address as it stands in an attribute, before {@link #text}: all but ASCII and a few signs percent-encoded. */
    static String url(String url) {
        StringBuilder out = new StringBuilder(url.length() + 16);
        for (int i = 0; i < url.length(); ) {
            int c = url.codePointAt(i);
            int length = Character.charCount(c);
            if (c < 128 && (Character.isLetterOrDigit(c) || URL_SAFE.indexOf(c) >= 0)) {
                out.append((char) c);
            } else {
                String character = Character.isBmpCodePoint(c) && Character.isSurrogate((char) c)
                        ? "\uFFFD"
                        : url.substring(i, i + length);
                for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
                }
            }
            i += length;
        }
        return out.toString();
    }
}
