package org.practiceplaybook.markdown;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An address as a writer gave it, decoded.
 *
 * @param kind what may be done with it
 * @param value the address; of an outside one it is complete
 */
public record Url(Kind kind, String value) {
    private static final Set<String> ALLOWED = Set.of("http", "https", "mailto", "tel");

    /** What is said of an address that begins as one of the web and is none. */
    public static final String NOT_OF_WEB = "no browser takes this for an address of the web";

    /** How to come to one that is. */
    public static final String COPY_IT =
            "open the page that you mean and copy its address, such as https://example.org/page";

    /** What is said of an address that is unsafe. */
    public static final String NOT_ALLOWED = "this kind of address is not allowed";

    /** Which kinds are. */
    public static final String ALLOWED_KINDS = "only https, http, mailto and tel";

    /** As far as its host and port go; a percent sign may stand for letters beyond ASCII only. */
    private static final Pattern WEB = Pattern.compile("[A-Za-z]+:[/\\\\]{2,}(?:[^/\\\\?#]*@)?"
            + "(?:\\[[0-9A-Fa-f:.]+\\]|(?:[^\\x00-\\x7f]|[A-Za-z0-9._~!$&'()*+,;=-]|%[89A-Fa-f][0-9A-Fa-f])++)"
            + "(?::[0-9]{0,5})?(?=[/\\\\?#]|$)");

    /** What an address is. */
    public enum Kind {
        /** A path or anchor within the playbook. */
        INSIDE,
        /** A page of the web, a mail address, a telephone number. */
        OUTSIDE,
        /** A scheme that is not on the list: it could run code. Or what no browser takes for an address of the web. */
        UNSAFE
    }

    /**
     * Tells inside from outside from unsafe, as a browser would read it: control characters and blanks do not hide a
     * scheme, nor does its case.
     */
    public static Url of(String written) {
        String seen = written.codePoints()
                .filter(c -> c > 0x20 && c != 0x7f && !(c >= 0x80 && c <= 0xa0) && c != 0xfeff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String slashed = seen.replace('\\', '/');
        if (slashed.startsWith("//")) {
            return of("https:" + slashed);
        }
        int colon = seen.indexOf(':');
        if (colon < 0 || !isScheme(seen, colon)) {
            return new Url(Kind.INSIDE, written);
        }
        String scheme = seen.substring(0, colon).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        boolean allowed = ALLOWED.contains(scheme) && (!web || WEB.matcher(seen).lookingAt());
        return new Url(allowed ? Kind.OUTSIDE : Kind.UNSAFE, seen);
    }

    /** An address without percent signs; those that stand for nothing stay. */
    public static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Does it begin as an address of the web, whatever comes then? */
    public boolean isMeantForWeb() {
        return value.regionMatches(true, 0, "http:", 0, 5) || value.regionMatches(true, 0, "https:", 0, 6);
    }

    private static boolean isScheme(String text, int colon) {
        if (colon == 0 || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < colon; i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
