package org.practiceplaybook.theme;

import java.util.Collection;
import java.util.Map;

/** JSON that may stand inside a page: no sign in it can end a script element. */
public final class Json {
    private final String text;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Writes maps (in their order), collections, texts, numbers and truth values.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Json of(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return new Json(out.toString());
    }

    private static void write(Object value, StringBuilder out) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof CharSequence text) {
            text(text, out);
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Map<?, ?> map) {
            String between = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(between);
                text(String.valueOf(entry.getKey()), out);
                out.append(':');
                write(entry.getValue(), out);
                between = ",";
            }
            out.append(between.equals("{") ? "{}" : "}");
        } else if (value instanceof Collection<?> collection) {
            String between = "[";
            for (Object item : collection) {
                out.append(between);
                write(item, out);
                between = ",";
            }
            out.append(between.equals("[") ? "[]" : "]");
        } else {
            throw new IllegalArgumentException("not for JSON: " + value.getClass());
        }
    }

    private static void text(CharSequence text, StringBuilder out) {
        out.append('"');
        int done = 0;
        char[] chars = text.toString().toCharArray();
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if (isPlain(c) || Character.isSurrogate(c) && !loneSurrogate(text, i)) {
                continue;
            }
            out.append(chars, done, i - done);
            done = i + 1;
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> unicode(c, out);
            }
        }
        out.append(chars, done, chars.length - done).append('"');
    }

    private static boolean isPlain(char c) {
        if (c < 0x80) {
            return c >= 0x20 && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&';
        }
        return c != '\u2028' && c != '\u2029' && !Character.isSurrogate(c);
    }

    private static boolean loneSurrogate(CharSequence text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static void unicode(char c, StringBuilder out) {
        out.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
    }

    @Override
    public String toString() {
        return text;
    }
}
