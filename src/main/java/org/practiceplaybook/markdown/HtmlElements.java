package org.practiceplaybook.markdown;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The closed lists of raw HTML: which elements a text may hold, and what stands in which of them. */
final class HtmlElements {
    /** Elements in a line of text, which hold such elements only. {@code a} becomes a link that is looked at like any. */
    static final Set<String> PHRASING = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark",
            "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr");

    /** Blocks that hold text and elements in it, and no blocks. */
    static final Set<String> TEXT_BLOCKS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "summary");

    /** Blocks that hold blocks. */
    static final Set<String> BOXES = Set.of(
            "blockquote", "caption", "dd", "details", "div", "dt", "figcaption", "figure", "li", "section", "td", "th");

    /** Blocks that hold certain blocks only. */
    static final Set<String> STRUCTURES =
            Set.of("col", "colgroup", "dl", "hr", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul");

    static final Set<String> VOID = Set.of("br", "hr", "wbr");

    /** An end may be left out: what follows ends them. */
    private static final Set<String> END_BY_THEMSELVES = Set.of(
            "caption", "col", "colgroup", "dd", "dt", "img", "li", "p", "tbody", "td", "tfoot", "th", "thead", "tr");

    /** What could act, ask elsewhere, or change the page around it. */
    static final Set<String> UNSAFE = Set.of(
            "applet",
            "audio",
            "base",
            "button",
            "dialog",
            "embed",
            "form",
            "frame",
            "frameset",
            "iframe",
            "input",
            "link",
            "marquee",
            "math",
            "meta",
            "noembed",
            "noframes",
            "noscript",
            "object",
            "option",
            "param",
            "plaintext",
            "portal",
            "script",
            "select",
            "slot",
            "style",
            "svg",
            "template",
            "textarea",
            "track",
            "video",
            "xmp");

    /** Elements of HTML, now or once, that are neither allowed nor unsafe: the text in them is kept. */
    private static final Set<String> OTHERS = Set.of(
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

    /** Of these not even the text inside is kept. */
    static final Set<String> WITHOUT_CONTENT = Set.of(
            "applet",
            "iframe",
            "math",
            "noembed",
            "noframes",
            "noscript",
            "object",
            "script",
            "style",
            "svg",
            "template");

    /** What stands in these is no HTML. */
    static final Set<String> RAW_TEXT =
            Set.of("iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp");

    static final Set<String> ROLES = Set.of("img", "group", "note");

    private static final Set<String> CLASSES = Set.of(
            "table",
            "tasks",
            "task",
            "done",
            "alert",
            "note",
            "tip",
            "important",
            "warning",
            "caution",
            "alert-title",
            "footnotes",
            "footnote",
            "back",
            "center",
            "right",
            "left",
            "wide",
            "small");
    private static final Pattern CLASS_FAMILY = Pattern.compile("(?:hl|language)-[a-zA-Z0-9+#-]{1,30}");

    private HtmlElements() {}

    static boolean isAllowed(String name) {
        return PHRASING.contains(name) || isBlock(name);
    }

    static boolean isBlock(String name) {
        return TEXT_BLOCKS.contains(name) || BOXES.contains(name) || STRUCTURES.contains(name);
    }

    /** Does it go on to the end of the text where nothing ends it? */
    static boolean needsEnd(String name) {
        return isAllowed(name) && !VOID.contains(name) && !END_BY_THEMSELVES.contains(name);
    }

    static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }

    /** Is it an element of HTML at all? A writer who writes {@code Promise<string>} wants to see it. */
    static boolean isHtml(String name) {
        return isAllowed(name) || UNSAFE.contains(name) || OTHERS.contains(name);
    }

    static boolean isClass(String name) {
        return CLASSES.contains(name) || CLASS_FAMILY.matcher(name).matches();
    }

    /** The name of the element whose tag begins here with {@code <}, in lower case. */
    static String name(String html, int at) {
        int start = html.startsWith("</", at) ? at + 2 : at + 1;
        int end = start;
        while (end < html.length() && (Character.isLetterOrDigit(html.charAt(end)) || html.charAt(end) == '-')) {
            end++;
        }
        return html.substring(Math.min(start, end), end).toLowerCase(Locale.ROOT);
    }
}
