package org.practiceplaybook.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a page from its first tag to its last, in linear time. It builds no tree: what templates and this program write closes
 * what it opens. One object for one page.
 */
public final class PageScanner {
    /** Elements in which nothing is a tag but their own end. */
    private static final Set<String> TEXT_ONLY = Set.of("script", "style", "textarea", "title");

    private static final Set<String> EMPTY = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");

    /** What a page is made of. */
    public enum Kind {
        TEXT,
        OPEN,
        CLOSE,
        /** A comment or the document's type. */
        NOTE
    }

    /**
     * An attribute.
     *
     * @param name in small letters
     * @param value with its character references read; empty where it has none
     * @param written the name as it stands: drawings have some with capital letters
     */
    public record Attribute(String name, String value, String written) {}

    private final String page;
    private Kind kind = Kind.NOTE;
    private int start;
    private int end;
    private String name = "";
    private String written = "";
    private List<Attribute> attributes = List.of();
    private boolean closed;
    private String within = "";
    private boolean raw;

    public PageScanner(String page) {
        this.page = page;
    }

    /** Goes on to what comes next; false at the end. */
    public boolean next() {
        start = end;
        if (start >= page.length()) {
            return false;
        }
        attributes = List.of();
        closed = false;
        raw = !within.isEmpty();
        if (raw) {
            String element = within;
            within = "";
            int close = closeOf(element, start);
            if (close > start) {
                return found(Kind.TEXT, close);
            }
        }
        if (page.charAt(start) != '<' || start + 1 == page.length()) {
            return text(start + 1);
        }
        char next = page.charAt(start + 1);
        if (next == '!' || next == '?') {
            boolean comment = page.startsWith("<!--", start);
            int close = page.indexOf(comment ? "-->" : ">", start + (comment ? 4 : 2));
            return found(Kind.NOTE, close < 0 ? page.length() : close + (comment ? 3 : 1));
        }
        if (next == '/' && start + 2 < page.length() && isLetter(page.charAt(start + 2))) {
            int to = nameEnd(start + 2);
            written = page.substring(start + 2, to);
            name = written.toLowerCase(Locale.ROOT);
            int close = page.indexOf('>', to);
            return found(Kind.CLOSE, close < 0 ? page.length() : close + 1);
        }
        return isLetter(next) ? open() : text(start + 1);
    }

    private boolean text(int from) {
        int next = page.indexOf('<', from);
        return found(Kind.TEXT, next < 0 ? page.length() : next);
    }

    private boolean found(Kind what, int to) {
        kind = what;
        end = to;
        return true;
    }

    private boolean open() {
        int at = nameEnd(start + 1);
        written = page.substring(start + 1, at);
        name = written.toLowerCase(Locale.ROOT);
        List<Attribute> list = null;
        while (true) {
            at = spaceEnd(at);
            if (at >= page.length()) {
                break;
            }
            char c = page.charAt(at);
            if (c == '>') {
                at++;
                break;
            }
            if (c == '/') {
                closed = at + 1 < page.length() && page.charAt(at + 1) == '>';
                at++;
                continue;
            }
            list = list == null ? new ArrayList<>(4) : list;
            at = attribute(at, list);
        }
        attributes = list == null ? List.of() : list;
        within = !closed && TEXT_ONLY.contains(name) ? name : "";
        return found(Kind.OPEN, at);
    }

    private int attribute(int from, List<Attribute> list) {
        int to = from + 1;
        while (to < page.length() && " \t\r\n=>/".indexOf(page.charAt(to)) < 0) {
            to++;
        }
        String written = page.substring(from, to);
        String key = written.toLowerCase(Locale.ROOT);
        int equals = spaceEnd(to);
        if (equals >= page.length() || page.charAt(equals) != '=') {
            list.add(new Attribute(key, "", written));
            return to;
        }
        int value = spaceEnd(equals + 1);
        if (value < page.length() && (page.charAt(value) == '"' || page.charAt(value) == '\'')) {
            int close = page.indexOf(page.charAt(value), value + 1);
            close = close < 0 ? page.length() : close;
            list.add(new Attribute(key, read(page.substring(value + 1, close)), written));
            return Math.min(close + 1, page.length());
        }
        int stop = value;
        while (stop < page.length() && " \t\r\n>".indexOf(page.charAt(stop)) < 0) {
            stop++;
        }
        list.add(new Attribute(key, read(page.substring(value, stop)), written));
        return stop;
    }

    private int closeOf(String element, int from) {
        for (int at = page.indexOf("</", from); at >= 0; at = page.indexOf("</", at + 2)) {
            if (page.regionMatches(true, at + 2, element, 0, element.length())) {
                return at;
            }
        }
        return page.length();
    }

    private int nameEnd(int from) {
        int at = from;
        while (at < page.length() && " \t\r\n/>".indexOf(page.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private int spaceEnd(int from) {
        int at = from;
        while (at < page.length() && " \t\r\n".indexOf(page.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** A text with those character references read that this program and templates write. */
    public static String read(String text) {
        int at = text.indexOf('&');
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            int semicolon = text.indexOf(';', at);
            Optional<String> sign =
                    semicolon < 0 || semicolon - at > 10 ? Optional.empty() : sign(text.substring(at + 1, semicolon));
            out.append(text, from, at);
            out.append(sign.orElse("&"));
            from = sign.isPresent() ? semicolon + 1 : at + 1;
            at = text.indexOf('&', from);
        }
        return out.append(text, from, text.length()).toString();
    }

    private static Optional<String> sign(String reference) {
        switch (reference) {
            case "amp":
                return Optional.of("&");
            case "lt":
                return Optional.of("<");
            case "gt":
                return Optional.of(">");
            case "quot":
                return Optional.of("\"");
            case "apos":
                return Optional.of("'");
            default:
                boolean hex = reference.startsWith("#x") || reference.startsWith("#X");
                if (!reference.startsWith("#")
                        || !reference.substring(hex ? 2 : 1).matches(hex ? "[0-9A-Fa-f]{1,6}" : "\\d{1,7}")) {
                    return Optional.empty();
                }
                int code = Integer.parseInt(reference.substring(hex ? 2 : 1), hex ? 16 : 10);
                return Character.isValidCodePoint(code) ? Optional.of(Character.toString(code)) : Optional.empty();
        }
    }

    public Kind kind() {
        return kind;
    }

    /** Where what was found begins, in UTF-16 code units. */
    public int start() {
        return start;
    }

    /** Where it ends, exclusive. */
    public int end() {
        return end;
    }

    /** What was found, as it stands. */
    public String source() {
        return page.substring(start, end);
    }

    /** Of a tag, in small letters. */
    public String name() {
        return name;
    }

    /** Of a tag, as it stands: drawings have some with capital letters. */
    public String writtenName() {
        return written;
    }

    /** Of an opening tag, in their order. */
    public List<Attribute> attributes() {
        return attributes;
    }

    /** The value of an attribute, or empty. */
    public String attribute(String key) {
        for (Attribute attribute : attributes) {
            if (attribute.name().equals(key)) {
                return attribute.value();
            }
        }
        return "";
    }

    public boolean has(String key) {
        return attributes.stream().anyMatch(attribute -> attribute.name().equals(key));
    }

    /** Is no closing tag to be expected? */
    public boolean isEmptyElement() {
        return closed || EMPTY.contains(name);
    }

    /** Of text: does it stand right after the tag that is named, as a script and a style do? */
    public boolean isWithin(String element) {
        return kind == Kind.TEXT && raw && name.equals(element);
    }
}
