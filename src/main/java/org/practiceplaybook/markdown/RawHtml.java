package org.practiceplaybook.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/**
 * Lets through of raw HTML what a text needs and nothing that could act. Only a text that has raw HTML comes here: it
 * costs as much again as parsing.
 *
 * <p>A parser of HTML makes a tree of it, as a browser would; the tree is written anew, and nothing but elements and
 * attributes of closed lists is ever written. An element that may not stand where it stands is left out, and what is in it
 * stays: so any text gives valid HTML, and a browser makes the same tree of it.
 */
final class RawHtml implements Finish.RawMarkup {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Pattern SPAN = Pattern.compile("[1-9][0-9]{0,2}");

    private final RawTree tree;
    private final RawAttributes attributes;
    private final List<Link> links;
    private final HeadingIds ids;
    private final Map<String, Heading> written;
    private final List<Heading> headings = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private final StringBuilder out = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();
    private Optional<Heading> partHeading = Optional.empty();

    /** The element in which a link was begun, while it is open. */
    private Element linkIn;
    /** A link has ended deeper than it began: it ends with the element in which it did. */
    private boolean linkEnds;
    /** The number of a link around blocks, which is written around the text in them; or -1. */
    private int linkAround = -1;

    /**
     * What may be written at a place.
     *
     * @param blocks are blocks allowed?
     * @param headings are headings and sections?
     */
    private record Place(boolean blocks, boolean headings) {
        static final Place BODY = new Place(true, true);
        static final Place TEXT = new Place(false, false);
    }

    /**
     * The raw HTML of a text.
     *
     * @param start where the text begins in its file, in UTF-16 code units
     */
    RawHtml(SourceFile file, int start, BodyWriter writer) {
        this.links = writer.links();
        this.ids = writer.ids();
        this.written = writer.headings().stream().collect(Collectors.toMap(Heading::id, heading -> heading));
        this.tree = new RawTree(file, start, writer.raw().tags(), diagnostics);
        this.attributes = new RawAttributes(file, tree, ids, writer.tellsLines(), out, diagnostics);
    }

    @Override
    public List<Heading> headings() {
        return headings;
    }

    /** Anchors besides those of headings. */
    @Override
    public Set<String> anchors() {
        return attributes.anchors();
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** The parts of a text of HTML with marks: cut at the headings that stand directly in it. */
    @Override
    public List<Part> parts(String marked) {
        Element body = tree.parse(marked);
        children(body, tree.flat(body), Place.BODY);
        addPart();
        attributes.reportDropped();
        return parts;
    }

    private void addPart() {
        String html = out.toString();
        if (partHeading.isPresent() || !html.isBlank()) {
            parts.add(Part.of(partHeading, html));
        }
        out.setLength(0);
    }

    // ---- writing

    private void children(Element parent, List<Node> nodes, Place place) {
        for (Node node : nodes) {
            if (node instanceof TextNode text) {
                text(parent, text.getWholeText());
            } else if (node instanceof Element element) {
                element(parent, element, place);
            }
            if (linkEnds && linkIn == parent) {
                closeLink();
            }
        }
        if (linkIn == parent) {
            closeLink();
        }
    }

    private void text(Element parent, String text) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!Mark.isMark(text.charAt(i))) {
                continue;
            }
            run(parent, text.substring(done, i));
            done = Mark.end(text, i);
            mark(parent, text, i);
            i = done - 1;
        }
        run(parent, text.substring(done));
    }

    private void run(Element parent, String text) {
        if (!text.isBlank()) {
            beginLinkAround(parent);
        }
        Escape.only("<&>", text, out);
    }

    private void mark(Element parent, String text, int at) {
        switch (text.charAt(at)) {
            case Mark.LINK -> {
                if (linkIn == null) {
                    openLink(parent, Mark.number(text, at));
                }
            }
            case Mark.LINK_CLOSE -> linkEnds = linkIn != null;
            case Mark.IMAGE, Mark.WORD -> {
                beginLinkAround(parent);
                out.append(text, at, Mark.end(text, at));
            }
            default -> {
                // parts and items are found by their elements
            }
        }
        if (linkEnds && linkIn == parent) {
            closeLink();
        }
    }

    private void openLink(Element parent, int number) {
        out.append(Mark.LINK).append(number).append(Mark.END);
        linkIn = parent;
        linkEnds = false;
    }

    private void closeLink() {
        out.append(Mark.LINK_CLOSE);
        linkIn = null;
        linkEnds = false;
    }

    private boolean isInLink() {
        return linkIn != null || linkAround >= 0;
    }

    private void beginLinkAround(Element parent) {
        if (linkAround >= 0 && linkIn == null) {
            openLink(parent, linkAround);
        }
    }

    private void element(Element parent, Element element, Place place) {
        String name = element.normalName();
        if (HtmlElements.isBlock(name)) {
            if (linkIn != null && place.blocks()) {
                closeLink(); // a link stands in a line of text
            }
            block(parent, element, name, place);
        } else {
            phrasing(parent, element, name, place);
        }
    }

    private void phrasing(Element parent, Element element, String name, Place place) {
        if (name.equals("img")) {
            beginLinkAround(parent);
            image(element);
        } else if (name.equals("a")) {
            anchor(parent, element, place);
        } else if (name.equals("ruby")) {
            ruby(parent, element, place);
        } else if (HtmlElements.VOID.contains(name)) {
            out.append('<').append(name).append('>');
        } else if (name.equals("rt") || name.equals("rp") || !isMeant(element, name)) {
            attributes.keepId(element);
            children(element, tree.flat(element), place);
        } else {
            beginLinkAround(parent);
            wrap(element, name, Place.TEXT);
        }
    }

    /** Some elements say nothing without their attribute, and none in one of their kind. */
    private boolean isMeant(Element element, String name) {
        return switch (name) {
            case "bdo" -> Set.of("ltr", "rtl").contains(element.attr("dir").toLowerCase(Locale.ROOT));
            case "time" -> RawAttributes.isDate(element.attr("datetime"));
            case "dfn" -> element.parents().stream().noneMatch(above -> above.nameIs("dfn"));
            default -> true;
        };
    }

    private void wrap(Element element, String name, Place inside) {
        wrap(element, name, name, inside);
    }

    /** Writes an element, under another name where its own is not allowed at its place. */
    private void wrap(Element element, String name, String as, Place inside) {
        open(element, name, as);
        children(element, tree.flat(element), inside);
        out.append("</").append(as).append('>');
    }

    private void open(Element element, String name, String as) {
        out.append('<').append(as);
        attributes.write(element, name, as, isInLink());
        out.append('>');
    }

    private void block(Element parent, Element element, String name, Place place) {
        if (!place.blocks()) {
            attributes.keepId(element);
            space();
            if (!name.equals("hr")) {
                children(element, tree.flat(element), place);
                space();
            }
            return;
        }
        if (HtmlElements.isHeading(name)) {
            if (place.headings()) {
                heading(parent, element, name);
            } else {
                wrap(element, name, "p", Place.TEXT);
            }
            return;
        }
        switch (name) {
            case "hr" -> out.append("<hr>");
            case "p", "pre" -> wrap(element, name, Place.TEXT);
            case "summary" -> wrap(element, name, "p", Place.TEXT);
            case "ol", "ul" -> list(element, name, place);
            case "dl" -> definitions(element, place);
            case "table" -> table(element, place);
            case "details" -> details(element, place);
            case "figure" -> figure(element, place);
            case "section" -> wrap(element, name, place.headings() ? name : "div", place);
            case "div", "blockquote" -> wrap(element, name, place);
            case "thead", "tbody", "tfoot", "tr", "colgroup", "col" -> children(element, tree.flat(element), place);
            default -> wrap(element, name, "div", place); // a part of a list, table or figure outside it
        }
    }

    private void space() {
        if (out.length() > 0 && !Character.isWhitespace(out.charAt(out.length() - 1))) {
            out.append(' ');
        }
    }

    private void list(Element list, String name, Place place) {
        open(list, name, name);
        List<Node> nodes = tree.flat(list);
        for (int i = 0; i < nodes.size(); ) {
            if (RawTree.isBlank(nodes.get(i))) {
                children(list, nodes.subList(i, i + 1), place);
                i++;
            } else if (RawTree.isNamed(nodes.get(i), "li")) {
                item((Element) nodes.get(i), place);
                i++;
            } else {
                int end = i;
                while (end < nodes.size() && !RawTree.isNamed(nodes.get(end), "li")) {
                    end++;
                }
                out.append("<li>");
                children(list, nodes.subList(i, end), place);
                out.append("</li>");
                i = end;
            }
        }
        out.append("</").append(name).append('>');
    }

    private void item(Element item, Place place) {
        boolean step = item.childNodeSize() > 0
                && item.childNode(0) instanceof TextNode text
                && text.getWholeText().indexOf(Mark.ITEM) == 0;
        open(item, "li", "li");
        out.append(step ? String.valueOf(Mark.ITEM) : "");
        children(item, tree.flat(item), place);
        out.append(step ? String.valueOf(Mark.ITEM_CLOSE) : "").append("</li>");
    }

    /** Terms and what they mean by turns; else boxes. */
    private void definitions(Element list, Place place) {
        List<Node> nodes = tree.flat(list);
        String before = "";
        boolean whole = true;
        for (Node node : nodes) {
            if (RawTree.isNamed(node, "dt") || RawTree.isNamed(node, "dd")) {
                String name = ((Element) node).normalName();
                whole &= !(before.isEmpty() && name.equals("dd"));
                before = name;
            } else {
                whole &= RawTree.isBlank(node);
            }
        }
        if (!whole || !before.equals("dd")) {
            wrap(list, "dl", "div", place);
            return;
        }
        open(list, "dl", "dl");
        for (Node node : nodes) {
            if (node instanceof Element element) {
                boolean term = element.nameIs("dt");
                wrap(element, element.normalName(), new Place(true, !term && place.headings()));
            } else {
                children(list, List.of(node), place);
            }
        }
        out.append("</dl>");
    }

    private void details(Element details, Place place) {
        List<Node> nodes = tree.flat(details);
        Optional<Node> summary =
                nodes.stream().filter(node -> RawTree.isNamed(node, "summary")).findFirst();
        if (summary.isEmpty() || linkAround >= 0) {
            wrap(details, "details", "div", place);
            return;
        }
        open(details, "details", "details");
        boolean done = false;
        for (Node node : nodes) {
            if (!done && RawTree.isBlank(node)) {
                children(details, List.of(node), place);
            } else if (!done) {
                wrap((Element) summary.get(), "summary", new Place(false, false));
                done = true;
            }
            if (done && node != summary.get()) {
                children(details, List.of(node), place);
            }
        }
        out.append("</details>");
    }

    /** With its caption at one end; a caption elsewhere, or a second one, is a box. */
    private void figure(Element figure, Place place) {
        List<Node> nodes = tree.flat(figure).stream()
                .filter(node -> !RawTree.isBlank(node))
                .toList();
        Node caption = nodes.isEmpty()
                ? null
                : RawTree.isNamed(nodes.get(0), "figcaption") ? nodes.get(0) : nodes.get(nodes.size() - 1);
        open(figure, "figure", "figure");
        for (Node node : nodes) {
            if (node == caption && RawTree.isNamed(node, "figcaption")) {
                if (linkIn == figure) {
                    closeLink();
                }
                wrap((Element) node, "figcaption", place);
            } else {
                childOf(figure, node, place);
            }
        }
        if (linkIn == figure) {
            closeLink();
        }
        out.append("</figure>");
    }

    /** One of several nodes, between which a link may go on. */
    private void childOf(Element parent, Node node, Place place) {
        if (node instanceof TextNode text) {
            text(parent, text.getWholeText());
        } else if (node instanceof Element element) {
            element(parent, element, place);
        }
    }

    /** Words, and how they are read, by turns; else the text alone. */
    private void ruby(Element parent, Element ruby, Place place) {
        List<Node> nodes = tree.flat(ruby).stream()
                .filter(node -> !RawTree.isNamed(node, "rp") && !RawTree.isBlank(node))
                .toList();
        boolean base = false;
        boolean whole = !nodes.isEmpty() && RawTree.isNamed(nodes.get(nodes.size() - 1), "rt");
        for (Node node : nodes) {
            boolean reading = RawTree.isNamed(node, "rt");
            whole &= reading ? base : true;
            base |= !reading;
        }
        if (!whole) {
            attributes.keepId(ruby);
            children(ruby, tree.flat(ruby), place);
            return;
        }
        beginLinkAround(parent);
        open(ruby, "ruby", "ruby");
        for (Node node : nodes) {
            if (RawTree.isNamed(node, "rt")) {
                if (linkIn == ruby) {
                    closeLink();
                }
                wrap((Element) node, "rt", Place.TEXT);
            } else {
                childOf(ruby, node, Place.TEXT);
            }
        }
        if (linkIn == ruby) {
            closeLink();
        }
        out.append("</ruby>");
    }

    private void table(Element table, Place place) {
        List<Element> sections = new ArrayList<>();
        Element caption = null;
        for (Node node : tree.flat(table)) {
            if (RawTree.isNamed(node, "caption") && caption == null) {
                caption = (Element) node;
            } else if (RawTree.isNamed(node, "thead")
                    || RawTree.isNamed(node, "tbody")
                    || RawTree.isNamed(node, "tfoot")) {
                sections.add((Element) node);
            }
        }
        if (sections.stream().allMatch(section -> rows(section).isEmpty())) {
            children(table, caption == null ? List.of() : tree.flat(caption), place);
            return;
        }
        Element head = sections.stream()
                .filter(section -> section.nameIs("thead") && !rows(section).isEmpty())
                .findFirst()
                .orElse(null);
        Element foot = sections.stream()
                .filter(section -> section.nameIs("tfoot") && !rows(section).isEmpty())
                .findFirst()
                .orElse(null);
        boolean spans = TableGrid.isWhole(sections.stream()
                .sorted((a, b) -> Boolean.compare(b == head, a == head) * 2 + Boolean.compare(a == foot, b == foot))
                .map(section -> rows(section).stream().map(this::cells).toList())
                .toList());
        open(table, "table", "table");
        if (caption != null) {
            wrap(caption, "caption", new Place(true, place.headings()));
        }
        out.append('\n');
        section(head, "thead", spans, place);
        for (Element section : sections) {
            if (section != head && section != foot) {
                section(section, "tbody", spans, place);
            }
        }
        section(foot, "tfoot", spans, place);
        out.append("</table>");
    }

    private List<Element> rows(Element section) {
        List<Element> rows = new ArrayList<>();
        for (Node node : tree.flat(section)) {
            if (RawTree.isNamed(node, "tr") && !cells((Element) node).isEmpty()) {
                rows.add((Element) node);
            }
        }
        return rows;
    }

    private List<Element> cells(Element row) {
        List<Element> cells = new ArrayList<>();
        for (Node node : tree.flat(row)) {
            if (RawTree.isNamed(node, "td") || RawTree.isNamed(node, "th")) {
                cells.add((Element) node);
            }
        }
        return cells;
    }

    private void section(Element section, String as, boolean spans, Place place) {
        if (section == null || rows(section).isEmpty()) {
            return;
        }
        open(section, section.normalName(), as);
        out.append('\n');
        for (Element row : rows(section)) {
            open(row, "tr", "tr");
            for (Element cell : cells(row)) {
                String name = cell.normalName();
                out.append('<').append(name);
                attributes.write(cell, name, name, isInLink());
                if (spans) {
                    span(cell, "colspan");
                    span(cell, "rowspan");
                }
                out.append('>');
                children(cell, tree.flat(cell), new Place(true, name.equals("td") && place.headings()));
                out.append("</").append(name).append('>');
            }
            out.append("</tr>\n");
        }
        out.append("</").append(as).append(">\n");
    }

    private void span(Element cell, String name) {
        String value = cell.attr(name);
        if (SPAN.matcher(value).matches() && !value.equals("1")) {
            out.append(' ').append(name).append("=\"").append(value).append('"');
        }
    }

    // ---- headings, links and images

    /** A heading in HTML gets an anchor as one in Markdown has. */
    private void heading(Element parent, Element element, String name) {
        boolean top = parent.nameIs("body") || parent.nameIs("#root");
        if (top) {
            addPart();
        }
        Heading known = tree.isOurs(element) ? written.get(element.id()) : null;
        int number = headings.size();
        headings.add(known);
        String id = known != null ? known.id() : attributes.claim(element).orElse("");
        if (id.isEmpty()) {
            id = ids.next(Escape.plain(element.text()));
        }
        attributes.anchors().remove(id);
        out.append('<').append(name).append(" id=\"");
        Escape.text(id, out);
        out.append('"');
        attributes.write(element, name, name, isInLink());
        out.append('>');
        int start = out.length();
        children(element, tree.flat(element), Place.TEXT);
        if (known == null) {
            String text = Escape.plain(out.substring(start));
            Span span = tree.span(element);
            known = new Heading(name.charAt(1) - '0', text, id, span);
            headings.set(number, known);
        }
        out.append("</").append(name).append('>');
        if (top) {
            partHeading = Optional.of(known);
        }
    }

    private void anchor(Element parent, Element element, Place place) {
        boolean ours = tree.isOurs(element);
        if (ours) {
            footnoteLink(element);
            return;
        }
        attributes.keepId(element);
        if (!element.hasAttr("href") || isInLink()) {
            children(element, tree.flat(element), place);
            return;
        }
        String href = element.attr("href");
        attributes.dropOthers(element, "a");
        int number = links.size();
        Link link = new Link(Url.of(href), element.attr("title"), "", tree.place(element, href), false, Map.of());
        links.add(link);
        int start = out.length();
        if (tree.hasBlocks(element)) {
            linkAround = number;
            children(element, tree.flat(element), place);
            linkAround = -1;
        } else {
            openLink(element, number);
            children(element, tree.flat(element), place);
        }
        String text = start > out.length() ? element.text() : Escape.plain(out.substring(start));
        links.set(number, new Link(link.url(), link.title(), text, link.span(), false, Map.of()));
    }

    /** Between a footnote and its number in the text; within a link it is no link. */
    private void footnoteLink(Element element) {
        String as = linkIn == null ? "a" : "span";
        out.append('<').append(as);
        for (Attribute attribute : element.attributes()) {
            if (as.equals("a") || attribute.getKey().equals("id")) {
                attributes.write(attribute.getKey(), attribute.getValue());
            }
        }
        out.append('>');
        children(element, element.childNodes(), Place.TEXT);
        out.append("</").append(as).append('>');
    }

    private void image(Element element) {
        String source = element.attr("src");
        Map<String, String> size = element.attributes().asList().stream()
                .filter(a -> a.getKey().equals("width") || a.getKey().equals("height"))
                .filter(a -> NUMBER.matcher(a.getValue()).matches())
                .collect(Collectors.toMap(Attribute::getKey, Attribute::getValue));
        links.add(new Link(
                Url.of(source), element.attr("title"), element.attr("alt"), tree.place(element, source), true, size));
        out.append(Mark.IMAGE).append(links.size() - 1).append(Mark.END);
        attributes.reportHandlers(element);
    }
}
