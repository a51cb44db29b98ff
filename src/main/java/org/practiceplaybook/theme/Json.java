package org.practiceplaybook.theme;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/** JSON that may stand inside a page: no sign in it can end a script element. */
public final class Json {
    /** The signs of ASCII that stand for themselves. */
    private static final boolean[] PLAIN = new boolean[128];

    static {
        Arrays.fill(PLAIN, 0x20, 0x80, true);
        for (char c : "\"\\<>&".toCharArray()) {
            PLAIN[c] = false;
        }
    }

    private final Utf8 text;

    private Json(Utf8 text) {
        this.text = text;
    }

    /**
     * Writes maps (in their order), collections, texts, numbers and truth values.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Json of(Object value) {
        Utf8 out = new Utf8();
        write(value, out);
        return new Json(out);
    }

    private static void write(Object value, Utf8 out) {
        if (value == null) {
            out.write("null");
        } else if (value instanceof CharSequence text) {
            text(text, out);
        } else if (value instanceof Number || value instanceof Boolean) {
            out.write(value.toString());
        } else if (value instanceof Map<?, ?> map) {
            char between = '{';
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.write(between);
                text(String.valueOf(entry.getKey()), out);
                out.write(':');
                write(entry.getValue(), out);
                between = ',';
            }
            out.write(between == '{' ? "{}" : "}");
        } else if (value instanceof Collection<?> collection) {
            char between = '[';
            for (Object item : collection) {
                out.write(between);
                write(item, out);
                between = ',';
            }
            out.write(between == '[' ? "[]" : "]");
        } else {
            throw new IllegalArgumentException("not for JSON: " + value.getClass());
        }
    }

    private static void text(CharSequence text, Utf8 out) {
        out.write('"');
        int done = 0;
        char[] chars = text.toString().toCharArray();
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if (c < 128 ? PLAIN[c] : isPlain(c) || Character.isSurrogate(c) && !loneSurrogate(text, i)) {
                continue;
            }
            out.write(chars, done, i - done);
            done = i + 1;
            out.write(
                    switch (c) {
                        case '"' -> "\\\"";
                        case '\\' -> "\\\\";
                        case '\n' -> "\\n";
                        case '\r' -> "\\r";
                        case '\t' -> "\\t";
                        default -> "\\u" + Integer.toHexString(0x10000 | c).substring(1);
                    });
        }
        out.write(chars, done, chars.length - done);
        out.write('"');
    }

    /** Of the signs beyond ASCII. Two that are ends of lines to some scripts are not. */
    private static boolean isPlain(char c) {
        return c != '\u2028' && c != '\u2029' && !Character.isSurrogate(c);
    }

    private static boolean loneSurrogate(CharSequence text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    /** As the bytes of a script, between its beginning and its end. */
    public byte[] between(String beginning, String end) {
        Utf8 script = new Utf8();
        script.write(beginning);
        script.write(text);
        script.write(end);
        return script.toBytes();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
