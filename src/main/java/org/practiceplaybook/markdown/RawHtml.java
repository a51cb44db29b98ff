package org.practiceplaybook.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.practiceplaybook.markdown.parser.BudgetedText;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
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
final class RawHtml implements RawMarkup {
    /** Elements inside each other; browsers stop at 512. */
    private static final int DEEPEST = 400;
    /** Elements that a text may have, however short. A parser repeats what was not closed in each paragraph that follows. */
    private static final int BASE_ELEMENTS = 10_000;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Pattern SPAN = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,4}");
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_:-][\\p{L}\\p{N}_:.-]{0,199}");
    private static final Pattern LANGUAGE =
            Pattern.compile("([a-z]{2})(?:-(?:Hans|Hant|Latn|Cyrl|Arab))?(?:-([A-Z]{2}))?");
    private static final Pattern DATE =
            Pattern.compile("[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?)?");

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Written by the playbook itself, for a writer's desk. */
    private static final String LINE = "data-line";

    private final SourceFile file;
    private final int start;
    private final List<RawTags.Tag> tags;
    private final int[] tagStarts;
    private final List<Link> links;
    private final HeadingIds ids;
    private final Map<String, Heading> written;
    private final boolean lines;
    private final Set<String> anchors = new TreeSet<>();
    private final List<Heading> headings = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Set<String> dropped = new TreeSet<>();
    private Span firstDropped = Span.NONE;
    private final Set<Element> withBlocks = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Elements of which something was said. */
    private final Set<Element> told = Collections.newSetFromMap(new IdentityHashMap<>());

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
        this.file = file;
        this.start = start;
        this.tags = writer.raw().tags();
        this.tagStarts = tags.stream().mapToInt(RawTags.Tag::at).toArray();
        this.links = writer.links();
        this.ids = writer.ids();
        this.lines = writer.tellsLines();
        this.written = writer.headings().stream().collect(Collectors.toMap(Heading::id, heading -> heading));
    }

    @Override
    public List<Heading> headings() {
        return headings;
    }

    /** Anchors besides those of headings. */
    @Override
    public Set<String> anchors() {
        return anchors;
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** The parts of a text of HTML with marks: cut at the headings that stand directly in it. */
    @Override
    public List<Part> parts(String marked) {
        Element body = parse(marked);
        findBlocks(body, 0);
        children(body, flat(body), Place.BODY);
        addPart();
        if (!dropped.isEmpty()) {
            diagnostics.add(Diagnostic.of(
                            RuleCode.HTML_ATTRIBUTE,
                            file.at(firstDropped),
                            "these HTML attributes are not kept: " + String.join(", ", dropped))
                    .effect("the text without them"));
        }
        return parts;
    }

    private void addPart() {
        String html = out.toString();
        if (partHeading.isPresent() || !html.isBlank()) {
            parts.add(Part.of(partHeading, html));
        }
        out.setLength(0);
    }

    /** Where the raw HTML begins. */
    private Span firstSpan() {
        return tags.isEmpty() ? new Span(start, start) : tags.get(0).span();
    }

    // ---- the tree

    private Element parse(String marked) {
        Element body = new Element("body");
        try (StreamParser parser = new StreamParser(Parser.htmlParser().setTrackPosition(true))) {
            parser.parseFragment(marked, body, "");
            int budget = BASE_ELEMENTS + marked.length();
            for (Iterator<Element> elements = parser.iterator(); elements.hasNext(); elements.next()) {
                if (--budget < 0) {
                    throw tooMuch();
                }
            }
            Element root = parser.document();
            while (root.childNodeSize() == 1 && root.child(0).nameIs("html")) {
                root = root.child(0);
            }
            return root;
        }
    }

    private RuntimeException tooMuch() {
        return new BudgetedText.BudgetExceeded(firstSpan().start() - start);
    }

    /** Notes which elements have blocks in them. */
    private boolean findBlocks(Element parent, int depth) {
        if (depth > DEEPEST) {
            throw tooMuch();
        }
        boolean found = false;
        for (Node node : parent.childNodes()) {
            if (node instanceof Element element) {
                found |= findBlocks(element, depth + 1) || HtmlElements.isBlock(element.normalName());
            }
        }
        if (found) {
            withBlocks.add(parent);
        }
        return found;
    }

    /** Is only what stands in it written? */
    private boolean isLeftOut(Element element) {
        String name = element.normalName();
        return !HtmlElements.isAllowed(name)
                || HtmlElements.PHRASING.contains(name) && withBlocks.contains(element) && !name.equals("a");
    }

    /** The nodes in an element, with those of elements that are left out in their place. */
    private List<Node> flat(Element parent) {
        List<Node> nodes = new ArrayList<>();
        flat(parent, nodes);
        return nodes;
    }

    private void flat(Element parent, List<Node> nodes) {
        for (Node node : parent.childNodes()) {
            if (!(node instanceof Element element) || !isLeftOut(element)) {
                nodes.add(node);
            } else if (!isGone(element)) {
                if (element.hasAttr("id") && !HtmlElements.STRUCTURES.contains(parent.normalName())) {
                    nodes.add(new Element("span").attr("id", element.id()));
                }
                flat(element, nodes);
            }
        }
    }

    /** Tells of an element that is not kept. Does not even what stands in it stay? */
    private boolean isGone(Element element) {
        String name = element.normalName();
        if (!name.startsWith(RawTags.NOT)) {
            return false;
        }
        boolean closed = element.endSourceRange().isTracked()
                && !element.endSourceRange().isImplicit();
        name = name.substring(RawTags.NOT.length());
        Span span = tag(element).map(RawTags.Tag::span).orElse(firstSpan());
        Span shown = new Span(span.start(), Math.min(span.end(), span.start() + name.length() + 1));
        boolean unsafe = HtmlElements.UNSAFE.contains(name);
        if (told.add(element)) {
            diagnostics.add(unsafe ? unsafe(name, shown) : unknown(name, shown));
        }
        return HtmlElements.WITHOUT_CONTENT.contains(name) && closed;
    }

    private Diagnostic unknown(String name, Span shown) {
        return Diagnostic.of(RuleCode.HTML_ELEMENT, file.at(shown), "the HTML element <" + name + "> is not kept")
                .effect("the text inside it, without the element")
                .remedy("say it in Markdown where that can say it");
    }

    private Diagnostic unsafe(String name, Span shown) {
        return Diagnostic.of(RuleCode.UNSAFE_HTML, file.at(shown), "<" + name + "> is not allowed in the playbook")
                .effect("nothing of it: it could run code, ask another site, or change the page around it")
                .remedy("take it out, and link to it instead if readers need it");
    }

    /** The tag that a contributor wrote, of an element that the playbook did not write itself. */
    private Optional<RawTags.Tag> tag(Element element) {
        int at = Arrays.binarySearch(tagStarts, element.sourceRange().startPos());
        return at < 0 ? Optional.empty() : Optional.of(tags.get(at));
    }

    /** Did the playbook write it? What the parser made of its own accord is not the playbook's. */
    private boolean isOurs(Element element) {
        return element.sourceRange().isTracked()
                && !element.sourceRange().isImplicit()
                && tag(element).isEmpty();
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
        escape(text, "<&>");
    }

    /** Text that may have marks in it. */
    private void escape(String text, String signs) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (signs.indexOf(c) < 0) {
                out.append(c);
            } else {
                Escape.text(text, i, i + 1, out);
            }
        }
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
            keepId(element);
            children(element, flat(element), place);
        } else {
            beginLinkAround(parent);
            wrap(element, name, Place.TEXT);
        }
    }

    /** Some elements say nothing without their attribute, and none in one of their kind. */
    private boolean isMeant(Element element, String name) {
        return switch (name) {
            case "bdo" -> Set.of("ltr", "rtl").contains(element.attr("dir").toLowerCase(Locale.ROOT));
            case "time" -> DATE.matcher(element.attr("datetime")).matches();
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
        children(element, flat(element), inside);
        out.append("</").append(as).append('>');
    }

    private void open(Element element, String name, String as) {
        out.append('<').append(as);
        attributes(element, name, as);
        out.append('>');
    }

    private void block(Element parent, Element element, String name, Place place) {
        if (!place.blocks()) {
            keepId(element);
            space();
            if (!name.equals("hr")) {
                children(element, flat(element), place);
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
            case "thead", "tbody", "tfoot", "tr", "colgroup", "col" -> children(element, flat(element), place);
            default -> wrap(element, name, "div", place); // a part of a list, table or figure outside it
        }
    }

    private void space() {
        if (out.length() > 0 && !Character.isWhitespace(out.charAt(out.length() - 1))) {
            out.append(' ');
        }
    }

    private static boolean isNamed(Node node, String name) {
        return node instanceof Element element && element.nameIs(name);
    }

    private static boolean isBlank(Node node) {
        return !(node instanceof Element) && (!(node instanceof TextNode text) || text.isBlank());
    }

    private void list(Element list, String name, Place place) {
        open(list, name, name);
        List<Node> nodes = flat(list);
        for (int i = 0; i < nodes.size(); ) {
            if (isBlank(nodes.get(i))) {
                children(list, nodes.subList(i, i + 1), place);
                i++;
            } else if (isNamed(nodes.get(i), "li")) {
                item((Element) nodes.get(i), place);
                i++;
            } else {
                int end = i;
                while (end < nodes.size() && !isNamed(nodes.get(end), "li")) {
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
        children(item, flat(item), place);
        out.append(step ? String.valueOf(Mark.ITEM_CLOSE) : "").append("</li>");
    }

    /** Terms and what they mean by turns; else boxes. */
    private void definitions(Element list, Place place) {
        List<Node> nodes = flat(list);
        String before = "";
        boolean whole = true;
        for (Node node : nodes) {
            if (isNamed(node, "dt") || isNamed(node, "dd")) {
                String name = ((Element) node).normalName();
                whole &= !(before.isEmpty() && name.equals("dd"));
                before = name;
            } else {
                whole &= isBlank(node);
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
        List<Node> nodes = flat(details);
        Optional<Node> summary =
                nodes.stream().filter(node -> isNamed(node, "summary")).findFirst();
        if (summary.isEmpty() || linkAround >= 0) {
            wrap(details, "details", "div", place);
            return;
        }
        open(details, "details", "details");
        boolean done = false;
        for (Node node : nodes) {
            if (!done && isBlank(node)) {
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
        List<Node> nodes = flat(figure).stream().filter(node -> !isBlank(node)).toList();
        Node caption = nodes.isEmpty()
                ? null
                : isNamed(nodes.get(0), "figcaption") ? nodes.get(0) : nodes.get(nodes.size() - 1);
        open(figure, "figure", "figure");
        for (Node node : nodes) {
            if (node == caption && isNamed(node, "figcaption")) {
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
        List<Node> nodes = flat(ruby).stream()
                .filter(node -> !isNamed(node, "rp") && !isBlank(node))
                .toList();
        boolean base = false;
        boolean whole = !nodes.isEmpty() && isNamed(nodes.get(nodes.size() - 1), "rt");
        for (Node node : nodes) {
            boolean reading = isNamed(node, "rt");
            whole &= reading ? base : true;
            base |= !reading;
        }
        if (!whole) {
            keepId(ruby);
            children(ruby, flat(ruby), place);
            return;
        }
        beginLinkAround(parent);
        open(ruby, "ruby", "ruby");
        for (Node node : nodes) {
            if (isNamed(node, "rt")) {
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
        for (Node node : flat(table)) {
            if (isNamed(node, "caption") && caption == null) {
                caption = (Element) node;
            } else if (isNamed(node, "thead") || isNamed(node, "tbody") || isNamed(node, "tfoot")) {
                sections.add((Element) node);
            }
        }
        if (sections.stream().allMatch(section -> rows(section).isEmpty())) {
            children(table, caption == null ? List.of() : flat(caption), place);
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
        for (Node node : flat(section)) {
            if (isNamed(node, "tr") && !cells((Element) node).isEmpty()) {
                rows.add((Element) node);
            }
        }
        return rows;
    }

    private List<Element> cells(Element row) {
        List<Element> cells = new ArrayList<>();
        for (Node node : flat(row)) {
            if (isNamed(node, "td") || isNamed(node, "th")) {
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
                attributes(cell, name, name);
                if (spans) {
                    span(cell, "colspan");
                    span(cell, "rowspan");
                }
                out.append('>');
                children(cell, flat(cell), new Place(true, name.equals("td") && place.headings()));
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
        Heading known = isOurs(element) ? written.get(element.id()) : null;
        int number = headings.size();
        headings.add(known);
        String id = known != null ? known.id() : claim(element).orElse("");
        if (id.isEmpty()) {
            id = ids.next(Escape.plain(element.text()));
        }
        anchors.remove(id);
        out.append('<').append(name).append(" id=\"");
        Escape.text(id, out);
        out.append('"');
        attributes(element, name, name);
        out.append('>');
        int start = out.length();
        children(element, flat(element), Place.TEXT);
        if (known == null) {
            String text = Escape.plain(out.substring(start));
            Span span = tag(element).map(RawTags.Tag::span).orElse(firstSpan());
            known = new Heading(name.charAt(1) - '0', text, id, span);
            headings.set(number, known);
        }
        out.append("</").append(name).append('>');
        if (top) {
            partHeading = Optional.of(known);
        }
    }

    private void anchor(Element parent, Element element, Place place) {
        boolean ours = isOurs(element);
        if (ours) {
            footnoteLink(element);
            return;
        }
        keepId(element);
        if (!element.hasAttr("href") || linkIn != null || linkAround >= 0) {
            children(element, flat(element), place);
            return;
        }
        String href = element.attr("href");
        dropOthers(element, "a");
        int number = links.size();
        Link link = new Link(Url.of(href), element.attr("title"), "", place(element, href), false, Map.of());
        links.add(link);
        int start = out.length();
        if (withBlocks.contains(element)) {
            linkAround = number;
            children(element, flat(element), place);
            linkAround = -1;
        } else {
            openLink(element, number);
            children(element, flat(element), place);
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
                attribute(attribute.getKey(), attribute.getValue());
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
                Url.of(source), element.attr("title"), element.attr("alt"), place(element, source), true, size));
        out.append(Mark.IMAGE).append(links.size() - 1).append(Mark.END);
        reportHandlers(element);
    }

    /** Where something that is written in an element's tag stands in the file. */
    private Span place(Element element, String sought) {
        Span span = tag(element).map(RawTags.Tag::span).orElse(firstSpan());
        String tag = file.text().substring(span.start(), span.end());
        int at = tag.toLowerCase(Locale.ROOT).indexOf(sought.toLowerCase(Locale.ROOT));
        return at < 0 || sought.isEmpty()
                ? span
                : new Span(span.start() + at, Math.min(span.end(), span.start() + at + sought.length()));
    }

    // ---- attributes

    private void attributes(Element element, String name, String as) {
        boolean ours = isOurs(element);
        reportHandlers(element);
        String role = element.attr("role");
        boolean hasRole = ours && HtmlElements.ROLES.contains(role);
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            String value = attribute.getValue();
            switch (key) {
                case "class" -> classes(element, value);
                case "align" -> {
                    if (!element.hasAttr("class")) {
                        classes(element, "");
                    }
                }
                case "id", "name" -> {
                    if (!HtmlElements.isHeading(name) || !as.equals(name)) {
                        id(element, key, ours);
                    }
                }
                case "colspan", "rowspan" -> {
                    // written where the whole table bears it
                }
                default -> {
                    if (ours && isOwn(key, value, hasRole, as) || isKept(element, key, value, as)) {
                        attribute(key, value);
                    } else if (!key.startsWith("on") && !ours) {
                        drop(element, key);
                    }
                }
            }
        }
    }

    /** What the playbook's own elements have beyond those of a contributor. */
    private boolean isOwn(String key, String value, boolean hasRole, String as) {
        return switch (key) {
            case "role" -> hasRole;
            case "aria-label" -> hasRole || as.equals("section");
            case "tabindex" -> value.equals("0") && linkIn == null && linkAround < 0;
            case LINE -> lines;
            default -> false;
        };
    }

    private static boolean isKept(Element element, String key, String value, String as) {
        return switch (key) {
            case "title" -> true;
            case "lang" -> isLanguage(value);
            case "dir" -> Set.of("ltr", "rtl", "auto").contains(value);
            case "open" -> as.equals("details");
            case "start" -> as.equals("ol") && INTEGER.matcher(value).matches();
            case "reversed" -> as.equals("ol");
            case "type" -> as.equals("ol") && Set.of("1", "a", "A", "i", "I").contains(value);
            case "value" ->
                as.equals("li")
                        && element.parent() != null
                        && element.parent().nameIs("ol")
                        && INTEGER.matcher(value).matches();
            case "datetime" ->
                as.equals("time") && DATE.matcher(value).matches()
                        || (as.equals("del") || as.equals("ins"))
                                && value.length() == 10
                                && DATE.matcher(value).matches();
            case "scope" -> as.equals("th") && Set.of("row", "col").contains(value);
            default -> false;
        };
    }

    private static boolean isLanguage(String value) {
        Matcher matcher = LANGUAGE.matcher(value);
        return matcher.matches()
                && LANGUAGES.contains(matcher.group(1))
                && (matcher.group(2) == null || COUNTRIES.contains(matcher.group(2)));
    }

    private void attribute(String key, String value) {
        out.append(' ').append(key);
        if (!value.isEmpty()) {
            out.append("=\"");
            escape(value, "<&>\"");
            out.append('"');
        }
    }

    private void classes(Element element, String value) {
        String align = element.attr("align").toLowerCase(Locale.ROOT);
        Set<String> kept = new LinkedHashSet<>();
        for (String name : value.split("\\s+")) {
            if (HtmlElements.isClass(name)) {
                kept.add(name);
            }
        }
        if (Set.of("center", "right").contains(align)) {
            kept.add(align);
        }
        if (!kept.isEmpty()) {
            attribute("class", String.join(" ", kept));
        }
    }

    private void id(Element element, String key, boolean ours) {
        if (key.equals("name") && element.hasAttr("id")) {
            return;
        }
        if (ours) {
            attribute("id", element.attr("id"));
        } else {
            claim(element).ifPresent(id -> attribute("id", id));
        }
    }

    /** The anchor that a contributor gives to an element, if nothing else has it. */
    private Optional<String> claim(Element element) {
        String id = element.hasAttr("id") ? element.attr("id") : element.attr("name");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        boolean reserved = id.startsWith("page.") || id.startsWith("fn.") || id.startsWith("fnref.");
        if (reserved || !ID.matcher(id).matches()) {
            drop(element, element.hasAttr("id") ? "id" : "name");
            return Optional.empty();
        }
        if (!ids.claim(id)) {
            taken(element, id);
            return Optional.empty();
        }
        anchors.add(id);
        return Optional.of(id);
    }

    private void taken(Element element, String id) {
        diagnostics.add(Diagnostic.of(
                        RuleCode.HTML_ATTRIBUTE,
                        file.at(place(element, id)),
                        "a heading or another element of this text is called \"" + id + "\" already")
                .effect("this element without a name of its own; a link to #" + id + " leads to the other one")
                .remedy("give it another name, or take this one out"));
    }

    /** An element is left out, and links to it lead to its place all the same. */
    private void keepId(Element element) {
        if (isOurs(element)) {
            return;
        }
        claim(element).ifPresent(id -> {
            out.append("<span");
            attribute("id", id);
            out.append("></span>");
        });
    }

    private void drop(Element element, String attribute) {
        if (dropped.isEmpty()) {
            firstDropped = place(element, attribute);
        }
        dropped.add(attribute);
    }

    private void dropOthers(Element element, String as) {
        reportHandlers(element);
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            boolean known =
                    Set.of("href", "id", "name", "title", "class", "align").contains(key);
            if (!known && !key.startsWith("on") && !isKept(element, key, attribute.getValue(), as)) {
                drop(element, key);
            }
        }
    }

    private void reportHandlers(Element element) {
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (key.startsWith("on")) {
                diagnostics.add(Diagnostic.of(
                                RuleCode.UNSAFE_HTML,
                                file.at(place(element, key)),
                                "the attribute " + key + " runs code, which is not allowed")
                        .effect("the text without it")
                        .remedy("take the attribute out"));
            }
        }
    }
}
