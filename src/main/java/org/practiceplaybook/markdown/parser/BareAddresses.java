package org.practiceplaybook.markdown.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.practiceplaybook.source.Span;

/**
 * Addresses that stand in a text without any signs, found as GitHub finds them: {@code http://}, {@code https://},
 * {@code www.} and e-mail. Each takes time that grows with its length.
 */
public final class BareAddresses {
    /** After so many dots a name is taken whatever signs it has, so that it need not be read again. */
    private static final int MANY_DOTS = 10;

    /** GitHub takes them along, into addresses that no browser takes. */
    private static final String NOT_OF_HOST = "[]\\^|`{}\"%";

    public static final String MAILTO = "mailto:";

    private BareAddresses() {}

    /** All addresses of e-mail in a text, with {@code mailto:} where that stands before one. */
    public static List<Span> mails(String text) {
        List<Span> found = new ArrayList<>();
        for (int sign = text.indexOf('@'); sign >= 0; sign = text.indexOf('@', sign + 1)) {
            int from = found.isEmpty() ? 0 : found.get(found.size() - 1).end();
            mail(text, sign, from).ifPresent(found::add);
        }
        return found;
    }

    /** Can an address of the web begin with this letter? */
    static boolean mayBegin(char c) {
        return c == 'w' || c == 'h' || c == 'H';
    }

    /**
     * Where an address of the web ends.
     *
     * @param at where it would begin
     * @return its end, or -1 where none begins
     */
    static int webEnd(CharSequence text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        int name;
        boolean www = startsWith(text, at, "www.");
        if (www) {
            name = at;
            if (!isBlank(before) && "*_~(".indexOf(before) < 0) {
                return -1;
            }
        } else {
            name = startsWith(text, at, "http://") ? at + 7 : startsWith(text, at, "https://") ? at + 8 : -1;
            if (name < 0 || SpecInlineParser.isLetter(before) || !isOfHost(charAt(text, name))) {
                return -1;
            }
        }
        int end = hostEnd(text, name, www);
        if (end < 0) {
            return -1;
        }
        boolean host = true;
        while (end < text.length() && !isBlank(text.charAt(end)) && text.charAt(end) != '<') {
            char c = text.charAt(end);
            host &= c != '/' && c != '?' && c != '#';
            if (host && NOT_OF_HOST.indexOf(c) >= 0) {
                break;
            }
            end++;
        }
        return withoutSigns(text, at, end);
    }

    /** An address round its {@code @}. */
    private static Optional<Span> mail(CharSequence text, int sign, int from) {
        int start = sign;
        while (start > from
                && (isAlphanumeric(text.charAt(start - 1)) || ".+-_".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        // a sign after a backslash belongs to that
        start += start > from && start < sign && text.charAt(start - 1) == '\\' ? 1 : 0;
        int end = sign + 1;
        int dots = 0;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean dot = c == '.' && isAlphanumeric(charAt(text, end + 1));
            if (!dot && !isAlphanumeric(c) && c != '-' && c != '_') {
                break;
            }
            dots += dot ? 1 : 0;
            end++;
        }
        if (start == sign
                || dots == 0
                || charAt(text, end) == '@'
                || !SpecInlineParser.isLetter(text.charAt(end - 1))) {
            return Optional.empty();
        }
        int scheme = start - MAILTO.length();
        while (scheme >= from
                && startsWith(text, scheme, MAILTO)
                && (scheme == from || !isAlphanumeric(text.charAt(scheme - 1)))) {
            start = scheme;
            scheme -= MAILTO.length();
        }
        return Optional.of(new Span(start, end));
    }

    /**
     * Where the name of a host ends, or -1 where it is none: the last two parts have no low line. The last sign of a text is
     * not looked at.
     */
    private static int hostEnd(CharSequence text, int start, boolean needsDot) {
        int dots = 0;
        int linesBefore = 0;
        int lines = 0;
        int last = text.length() - 1;
        while (last > start && isBlank(text.charAt(last))) {
            last--;
        }
        int i = start + 1;
        for (; i < last; i++) {
            char c = text.charAt(i);
            if (c == '_') {
                lines++;
            } else if (c == '.') {
                linesBefore = lines;
                lines = 0;
                dots++;
            } else if (c != '-' && !isOfHost(c)) {
                break;
            }
        }
        boolean named = linesBefore + lines == 0 || dots > MANY_DOTS;
        return named && (dots > 0 || !needsDot) ? i : -1;
    }

    /** Signs at the end belong to the sentence, and a parenthesis that nothing in the address opens. */
    private static int withoutSigns(CharSequence text, int start, int from) {
        int unopened = 0;
        for (int i = start; i < from; i++) {
            unopened += text.charAt(i) == ')' ? 1 : text.charAt(i) == '(' ? -1 : 0;
        }
        int end = from;
        while (end > start) {
            char last = text.charAt(end - 1);
            if (last == ';') {
                int name = end - 2;
                while (name > start && SpecInlineParser.isLetter(text.charAt(name))) {
                    name--;
                }
                end = name < end - 2 && text.charAt(name) == '&' ? name : end - 1;
            } else if (last == ')' && unopened > 0) {
                unopened--;
                end--;
            } else if ("?!.,:*_~'\"".indexOf(last) >= 0) {
                end--;
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean startsWith(CharSequence text, int at, String lowerCase) {
        boolean anyCase = lowerCase.startsWith("http");
        for (int i = 0; i < lowerCase.length(); i++) {
            char c = charAt(text, at + i);
            if (c != lowerCase.charAt(i)
                    && !(anyCase && SpecInlineParser.isLetter(c) && (c | 0x20) == lowerCase.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** A NUL past the end. */
    private static char charAt(CharSequence text, int i) {
        return i < text.length() ? text.charAt(i) : '\0';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean isOfHost(char c) {
        if (c < 128) {
            return isAlphanumeric(c);
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isAlphanumeric(char c) {
        return SpecInlineParser.isLetter(c) || SpecInlineParser.isDigit(c);
    }
}
