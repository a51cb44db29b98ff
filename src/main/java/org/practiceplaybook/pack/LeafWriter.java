package org.practiceplaybook.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.publish.PageScanner;

/** Writes the own part of a page anew for a place where its addresses are others. */
final class LeafWriter {
    /** What a book has no use for: what needs a server, a script or the site around it. */
    private static final Set<String> LEFT_OUT =
            Set.of("form", "template", "script", "style", "noscript", "button", "dialog", "input");

    private static final Set<String> LEFT_OUT_CLASSES =
            Set.of("crumbs", "tree", "cite", "no-print", "letters", "contents", "suggestion");

    /** Attributes that name elements of the same page. */
    private static final Set<String> NAMES =
            Set.of("id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers");

    /** On one page that holds them all the places that only its own frame names would weigh more than they help. */
    private static final String OF_FRAME = "page.";

    /** Kinds of pages that list what has a part of its own, with what that part says first. */
    private static final Set<String> BARE = Set.of("term", "list");

    /** What names the section of pages that lead here. */
    private static final String WAYS_BACK = "page.mentions";

    private static final Set<String> NO_ATTRIBUTES = Set.of(
            "srcset", "sizes", "loading", "decoding", "target", "download", "tabindex", "aria-current", "popover");

    /** Where a page's names, links and pictures are in the book. */
    interface Ways {
        /** The name of an element of the page. */
        String id(String id);

        /** An address of a link, or nothing where the book has no such place. */
        Optional<String> link(String address);

        /** The address of a picture, or nothing where the book cannot show it. */
        Optional<String> picture(String address);
    }

    /** Elements whose end says nothing that what comes next does not say. */
    private static final Set<String> OPEN_ENDED = Set.of("li", "dt", "dd", "tr", "td", "th");

    /** Elements after whose tags a space is never seen. */
    private static final Set<String> BLOCKS = Set.of(
            "article",
            "section",
            "header",
            "div",
            "nav",
            "p",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "h1",
            "h2",
            "h3",
            "h4",
            "table",
            "thead",
            "tbody",
            "tr",
            "td",
            "th",
            "blockquote",
            "figure",
            "figcaption");

    private final boolean xml;

    private LeafWriter(boolean xml) {
        this.xml = xml;
    }

    /** As XHTML. */
    static LeafWriter xhtml() {
        return new LeafWriter(true);
    }

    /**
     * As HTML for one page that holds them all, where every byte is carried along: without drawings that only adorn, in lists
     * with the names of practices alone, and without the way back of each link.
     */
    static LeafWriter html() {
        return new LeafWriter(false);
    }

    void write(Leaf leaf, Ways ways, StringBuilder out) {
        String main = leaf.main();
        boolean bare = !xml && BARE.contains(leaf.kind());
        PageScanner page = new PageScanner(main);
        int pre = 0;
        boolean card = false;
        boolean afterBlock = true;
        while (page.next()) {
            boolean unseen = afterBlock
                    && page.kind() == PageScanner.Kind.TEXT
                    && pre == 0
                    && page.source().isBlank();
            if (unseen) {
                continue;
            }
            afterBlock = page.kind() != PageScanner.Kind.TEXT && BLOCKS.contains(page.name());
            switch (page.kind()) {
                case OPEN -> {
                    card |= bare
                            && page.name().equals("article")
                            && page.attribute("class").startsWith("card");
                    boolean adorns = !xml && page.name().equals("svg") && page.has("aria-hidden");
                    if (isLeftOut(page) || adorns || card && page.name().equals("p")) {
                        skip(page);
                    } else {
                        open(page, main, ways, out);
                        pre += page.name().equals("pre") ? 1 : 0;
                    }
                }
                case CLOSE -> {
                    pre -= page.name().equals("pre") ? 1 : 0;
                    card &= !page.name().equals("article");
                    if (xml || !OPEN_ENDED.contains(page.name())) {
                        out.append("</").append(page.writtenName()).append('>');
                    }
                }
                case TEXT -> text(page.source(), pre > 0, out);
                case NOTE -> {
                    // says nothing to a reader
                }
            }
        }
    }

    private boolean isLeftOut(PageScanner page) {
        if (LEFT_OUT.contains(page.name())
                || page.has("hidden")
                || !xml && page.attribute("aria-labelledby").equals(WAYS_BACK)) {
            return true;
        }
        StringTokenizer classes = new StringTokenizer(page.attribute("class"));
        while (classes.hasMoreTokens()) {
            if (LEFT_OUT_CLASSES.contains(classes.nextToken())) {
                return true;
            }
        }
        return false;
    }

    /** Goes on behind the end of an element. */
    private static void skip(PageScanner page) {
        if (page.isEmptyElement()) {
            return;
        }
        String name = page.name();
        int depth = 1;
        while (page.next()) {
            if (page.kind() == PageScanner.Kind.OPEN && page.name().equals(name) && !page.isEmptyElement()) {
                depth++;
            } else if (page.kind() == PageScanner.Kind.CLOSE && page.name().equals(name) && --depth == 0) {
                return;
            }
        }
    }

    private void open(PageScanner page, String main, Ways ways, StringBuilder out) {
        List<PageScanner.Attribute> kept = new ArrayList<>();
        Optional<String> picture = Optional.empty();
        for (PageScanner.Attribute attribute : page.attributes()) {
            String name = attribute.name();
            if (name.equals("href") && (page.name().equals("a") || page.name().equals("area"))) {
                ways.link(attribute.value()).ifPresent(to -> kept.add(new PageScanner.Attribute(name, to, name)));
            } else if (name.equals("src")) {
                picture = ways.picture(attribute.value());
                picture.ifPresent(to -> kept.add(new PageScanner.Attribute(name, to, name)));
            } else if (!xml && isSpared(page, attribute, main)) {
                continue;
            } else if (NAMES.contains(name)) {
                StringJoiner value = new StringJoiner(" ");
                StringTokenizer ids = new StringTokenizer(attribute.value());
                while (ids.hasMoreTokens()) {
                    value.add(ways.id(ids.nextToken()));
                }
                kept.add(new PageScanner.Attribute(name, value.toString(), name));
            } else if (!NO_ATTRIBUTES.contains(name) && !name.startsWith("data-")) {
                kept.add(attribute);
            }
        }
        if (page.name().equals("img") && picture.isEmpty()) {
            out.append("<span class=\"picture\">")
                    .append(Html.text(page.attribute("alt")))
                    .append("</span>");
            return;
        }
        out.append('<').append(page.writtenName());
        if (xml && page.name().equals("svg") && !page.has("xmlns")) {
            out.append(" xmlns=\"http://www.w3.org/2000/svg\"");
        }
        for (PageScanner.Attribute attribute : kept) {
            out.append(' ').append(attribute.written());
            if (xml || !attribute.value().isEmpty() || attribute.name().equals("alt")) {
                out.append("=\"").append(Html.text(attribute.value())).append('"');
            }
        }
        out.append(xml && page.isEmptyElement() ? "/>" : page.source().endsWith("/>") && !xml ? "/>" : ">");
    }

    /** Can it be spared where every byte is carried along? */
    private static boolean isSpared(PageScanner page, PageScanner.Attribute attribute, String main) {
        return switch (attribute.name()) {
            case "aria-labelledby" ->
                page.name().equals("section") || page.name().equals("nav");
            case "title" -> page.attribute("class").equals("term");
            case "id" -> attribute.value().startsWith(OF_FRAME) && !main.contains("\"#" + attribute.value() + "\"");
            default -> false;
        };
    }

    /** A text with its spaces drawn together, but where they are meant. */
    private void text(String source, boolean asItIs, StringBuilder out) {
        String text = source.replace("&nbsp;", "&#160;");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!asItIs && (c == ' ' || c == '\n' || c == '\t' || c == '\r')) {
                int last = out.length() - 1;
                if (last < 0 || out.charAt(last) != ' ' && out.charAt(last) != '\n') {
                    out.append(c == ' ' ? ' ' : '\n');
                }
            } else if (c == '<') {
                out.append("&lt;");
            } else if (c == '&' && xml && !isReference(text, i)) {
                out.append("&amp;");
            } else {
                out.append(c);
            }
        }
    }

    /** One that XML knows. */
    private static boolean isReference(String text, int at) {
        int end = text.indexOf(';', at);
        return end > 0
                && end - at < 12
                && text.substring(at + 1, end).matches("amp|lt|gt|quot|apos|#\\d+|#x[0-9A-Fa-f]+");
    }
}
