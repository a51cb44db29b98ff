package org.practiceplaybook.markdown;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.source.Span;

/**
 * A piece of raw HTML as it stands in a file, and which elements there are.
 *
 * @param span where it stands in the file
 */
record RawSnippet(String html, Span span) {
    static final String[] TEXT_TAGS = {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
        "wbr"
    };

    static final Set<String> ALLOWED = Set.of(TEXT_TAGS);

    /** What could act, ask elsewhere, or change the page around it. */
    static final Set<String> UNSAFE = Set.of(
            "script",
            "style",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "form",
            "input",
            "button",
            "textarea",
            "select",
            "option",
            "link",
            "meta",
            "base",
            "svg",
            "math",
            "template",
            "noscript",
            "audio",
            "video",
            "track",
            "portal",
            "dialog",
            "slot",
            "param",
            "marquee",
            "plaintext",
            "xmp",
            "noembed",
            "noframes");

    /** Elements of HTML, now or once, that are neither allowed nor unsafe: the text in them is kept. */
    static final Set<String> OTHERS = Set.of(
            "acronym",
            "address",
            "area",
            "article",
            "aside",
            "basefont",
            "big",
            "body",
            "canvas",
            "center",
            "data",
            "datalist",
            "dir",
            "fieldset",
            "font",
            "footer",
            "head",
            "header",
            "hgroup",
            "html",
            "img",
            "label",
            "legend",
            "main",
            "map",
            "menu",
            "meter",
            "nav",
            "nobr",
            "optgroup",
            "output",
            "picture",
            "progress",
            "search",
            "source",
            "strike",
            "title",
            "tt");

    private static final Pattern NUMERIC_ENTITY = Pattern.compile("&#(?:([0-9]{1,10})|[xX]([0-9a-fA-F]{1,10}));?");

    /**
     * Is this HTML at all? A writer who writes {@code Promise<string>} or the element of another tool wants to see it.
     *
     * @param html begins with {@code <}
     */
    static boolean isHtml(String html) {
        if (html.startsWith("<!--")) {
            return true;
        }
        int start = html.startsWith("</") ? 2 : 1;
        int end = start;
        while (end < html.length() && (Character.isLetterOrDigit(html.charAt(end)) || html.charAt(end) == '-')) {
            end++;
        }
        String name = html.substring(Math.min(start, end), end).toLowerCase(Locale.ROOT);
        return ALLOWED.contains(name) || UNSAFE.contains(name) || OTHERS.contains(name);
    }

    /** Keeps contributed HTML from forging marks, as signs or as numeric entities. */
    static String withoutMarks(String html) {
        StringBuilder out = new StringBuilder(html.length());
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            out.append(Mark.isMark(c) || c == '\0' ? '\uFFFD' : c);
        }
        Matcher matcher = NUMERIC_ENTITY.matcher(out);
        return matcher.replaceAll(found -> {
            long number = found.group(1) != null ? Long.parseLong(found.group(1)) : Long.parseLong(found.group(2), 16);
            boolean mark = number <= Character.MAX_VALUE && Mark.isMark((char) number);
            return mark ? "\uFFFD" : Matcher.quoteReplacement(found.group());
        });
    }
}
