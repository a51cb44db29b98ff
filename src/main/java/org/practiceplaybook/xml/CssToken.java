package org.practiceplaybook.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A token of a style sheet, as CSS Syntax 3 cuts it.
 *
 * @param value a name, a string or an address, its escapes decoded; else the very letters
 * @param unit of a number, its escapes decoded, or empty
 * @param start in UTF-16 code units
 */
record CssToken(Type type, String value, String unit, int start, int end) {

    private static final Pattern PLAIN_ADDRESS = Pattern.compile("[\\w#:;,./+=-]*");

    /** The kinds of tokens that make a difference here. */
    enum Type {
        NAME,
        FUNCTION,
        AT,
        HASH,
        STRING,
        ADDRESS,
        NUMBER,
        BLANK,
        COMMENT,
        /** A bracket, a comma, any other single sign. */
        SIGN,
        /** A string or an address that does not end as it should. */
        BROKEN
    }

    boolean is(char sign) {
        return type == Type.SIGN && value.charAt(0) == sign;
    }

    boolean isSpace() {
        return type == Type.BLANK || type == Type.COMMENT;
    }

    String lower() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** The token as a style sheet writes it, each name in one way. Nothing in it can be read as more than this token. */
    String written() {
        return switch (type) {
            case NAME -> name(value, true);
            case FUNCTION -> name(value, true) + "(";
            case AT -> "@" + name(value, true);
            case HASH -> "#" + name(value, false);
            case STRING -> string(value);
            case ADDRESS -> "url(" + (PLAIN_ADDRESS.matcher(value).matches() ? value : string(value)) + ")";
            case NUMBER -> value + (unit.isEmpty() || unit.equals("%") ? unit : name(unit, true));
            case BLANK -> " ";
            case COMMENT -> "/**/"; // keeps two names apart, as the comment did
            case SIGN -> value;
            case BROKEN -> "";
        };
    }

    private static String name(String value, boolean identifier) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean digitFirst = identifier && c >= '0' && c <= '9' && (i == 0 || i == 1 && value.charAt(0) == '-');
            if (isName(c) && !digitFirst && !(identifier && value.equals("-"))) {
                out.append(c);
            } else {
                out.append('\\').append(Integer.toHexString(c)).append(' ');
            }
        }
        return out.toString();
    }

    private static String string(String value) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\' || c < ' ') {
                out.append('\\').append(Integer.toHexString(c)).append(' ');
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    static List<CssToken> of(String css) {
        return new Cutter(css).all();
    }

    private static boolean isStart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
    }

    private static boolean isName(int c) {
        return isStart(c) || c >= '0' && c <= '9' || c == '-';
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private static boolean isBreak(int c) {
        return c == '\n' || c == '\r' || c == '\f';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Cuts a text, a token at a time. */
    private static final class Cutter {
        private final String css;
        private int at;

        Cutter(String css) {
            this.css = css;
        }

        List<CssToken> all() {
            List<CssToken> tokens = new ArrayList<>();
            while (at < css.length()) {
                int start = at;
                CssToken token = next();
                tokens.add(new CssToken(token.type, token.value, token.unit, start, at));
            }
            return tokens;
        }

        private int peek(int ahead) {
            return at + ahead < css.length() ? css.charAt(at + ahead) : -1;
        }

        private static CssToken token(Type type, String value) {
            return new CssToken(type, value, "", 0, 0);
        }

        private CssToken next() {
            int c = peek(0);
            if (c == '/' && peek(1) == '*') {
                int end = css.indexOf("*/", at + 2);
                at = end < 0 ? css.length() : end + 2;
                return token(Type.COMMENT, "");
            }
            if (isSpace(c)) {
                while (isSpace(peek(0))) {
                    at++;
                }
                return token(Type.BLANK, " ");
            }
            if (c == '"' || c == '\'') {
                return string();
            }
            if (c == '#' && (isName(peek(1)) || isEscape(1))) {
                at++;
                return token(Type.HASH, name());
            }
            if (isNumber()) {
                return number();
            }
            if (c == '@' && startsName(1)) {
                at++;
                return token(Type.AT, name());
            }
            if (startsName(0)) {
                return named();
            }
            at++;
            // a backslash before the end of a line is no escape, and no sign that anything begins with
            return token(c == '\\' ? Type.BROKEN : Type.SIGN, String.valueOf((char) c));
        }

        private boolean isEscape(int ahead) {
            return peek(ahead) == '\\' && !isBreak(peek(ahead + 1));
        }

        private boolean startsName(int ahead) {
            int c = peek(ahead);
            if (c == '-') {
                return isStart(peek(ahead + 1)) || peek(ahead + 1) == '-' || isEscape(ahead + 1);
            }
            return isStart(c) || isEscape(ahead);
        }

        private boolean isNumber() {
            int sign = peek(0) == '+' || peek(0) == '-' ? 1 : 0;
            return isDigit(peek(sign)) || peek(sign) == '.' && isDigit(peek(sign + 1));
        }

        private CssToken number() {
            int start = at;
            at++;
            digits();
            if (peek(0) == '.' && isDigit(peek(1)) && css.substring(start, at).indexOf('.') < 0) {
                at++;
                digits();
            }
            int sign = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
            if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(sign))) {
                at += sign;
                digits();
            }
            String value = css.substring(start, at);
            if (peek(0) == '%') {
                at++;
                return new CssToken(Type.NUMBER, value, "%", 0, 0);
            }
            return new CssToken(Type.NUMBER, value, startsName(0) ? name() : "", 0, 0);
        }

        private void digits() {
            while (isDigit(peek(0))) {
                at++;
            }
        }

        private String name() {
            StringBuilder name = new StringBuilder();
            while (true) {
                if (isName(peek(0))) {
                    name.append(css.charAt(at++));
                } else if (isEscape(0)) {
                    at++;
                    name.appendCodePoint(escaped());
                } else {
                    return name.toString();
                }
            }
        }

        /** Behind a backslash: up to six hexadecimal digits and a blank, or any sign. */
        private int escaped() {
            if (at >= css.length()) {
                return 0xfffd;
            }
            int digits = 0;
            while (digits < 6 && Character.digit(peek(digits), 16) >= 0 && peek(digits) < 0x80) {
                digits++;
            }
            if (digits == 0) {
                int c = css.codePointAt(at);
                at += Character.charCount(c);
                return c;
            }
            int c = Integer.parseInt(css.substring(at, at + digits), 16);
            at += digits;
            if (peek(0) == '\r' && peek(1) == '\n') {
                at += 2;
            } else if (isSpace(peek(0))) {
                at++;
            }
            return c == 0 || c > Character.MAX_CODE_POINT || c >= 0xd800 && c <= 0xdfff ? 0xfffd : c;
        }

        private CssToken string() {
            char quote = css.charAt(at++);
            StringBuilder value = new StringBuilder();
            while (at < css.length()) {
                char c = css.charAt(at);
                if (c == quote) {
                    at++;
                    return token(Type.STRING, value.toString());
                }
                if (isBreak(c)) {
                    return token(Type.BROKEN, "");
                }
                at++;
                if (c != '\\') {
                    value.append(c);
                } else if (peek(0) == '\r' && peek(1) == '\n') {
                    at += 2;
                } else if (isBreak(peek(0))) {
                    at++;
                } else if (at < css.length()) {
                    value.appendCodePoint(escaped());
                }
            }
            return token(Type.BROKEN, "");
        }

        private CssToken named() {
            String name = name();
            if (peek(0) != '(') {
                return token(Type.NAME, name);
            }
            at++;
            if (!name.equalsIgnoreCase("url")) {
                return token(Type.FUNCTION, name);
            }
            int blanks = 0;
            while (isSpace(peek(blanks))) {
                blanks++;
            }
            at += blanks;
            if (peek(0) == '"' || peek(0) == '\'') {
                CssToken string = string();
                while (isSpace(peek(0))) {
                    at++;
                }
                boolean closed = peek(0) == ')' && string.type == Type.STRING;
                at += closed ? 1 : 0;
                return token(closed ? Type.ADDRESS : Type.BROKEN, string.value);
            }
            return address();
        }

        private CssToken address() {
            StringBuilder value = new StringBuilder();
            boolean broken = false;
            boolean blank = false;
            while (at < css.length() && peek(0) != ')') {
                if (isEscape(0)) {
                    at++;
                    value.appendCodePoint(escaped());
                    continue;
                }
                char c = css.charAt(at++);
                if (isSpace(c)) {
                    blank = true;
                    continue;
                }
                broken |= blank || c == '"' || c == '\'' || c == '(' || c == '\\' || c < ' ';
                value.append(c);
            }
            broken |= at >= css.length();
            at = Math.min(css.length(), at + 1);
            return token(broken ? Type.BROKEN : Type.ADDRESS, value.toString());
        }
    }
}
