package org.practiceplaybook.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/**
 * Lets through of raw HTML what a text needs and nothing that could act. Only a text that has raw HTML comes here: it
 * costs as much again as parsing.
 */
final class RawHtml implements RawMarkup {
    /** Of these not even the text inside is kept. */
    private static final Set<String> WITHOUT_CONTENT = Set.of(
            "script",
            "style",
            "template",
            "noscript",
            "svg",
            "math",
            "object",
            "applet",
            "iframe",
            "noembed",
            "noframes");

    /** Written by the playbook itself, for a writer's desk. */
    private static final String LINE = "data-line";

    private static final Set<String> ATTRIBUTES = Set.of(
            "abbr",
            "aria-label",
            "class",
            "colspan",
            "datetime",
            "dir",
            "id",
            "lang",
            "open",
            "role",
            "rowspan",
            "scope",
            "span",
            "start",
            "tabindex",
            "title",
            "value",
            "reversed",
            "type");

    /** Elements inside each other; browsers stop at 512. */
    private static final int DEEPEST = 400;

    private static final Set<String> ROLES = Set.of("img", "group", "note");
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
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_:-][\\p{L}\\p{N}_:.-]{0,199}");

    private final SourceFile file;
    private final int start;
    private final List<RawSnippet> snippets;
    private final List<Link> links;
    private final HeadingIds ids;
    private final Map<String, Heading> written;
    private final boolean lines;
    private final Set<String> anchors = new TreeSet<>();
    private final List<Heading> headings = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Set<String> dropped = new TreeSet<>();

    /**
     * The raw HTML of a text.
     *
     * @param start where the text begins in its file, in UTF-16 code units
     */
    RawHtml(SourceFile file, int start, BodyWriter writer) {
        this.file = file;
        this.start = start;
        this.snippets = writer.raw();
        this.links = writer.links();
        this.ids = writer.ids();
        this.lines = writer.tellsLines();
        this.written = writer.headings().stream().collect(Collectors.toMap(Heading::id, heading -> heading));
    }

    @Override
    public List<Heading> headings() {
        return headings;
    }

    @Override
    public Set<String> anchors() {
        return anchors;
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    @Override
    public List<Part> parts(String marked) {
        Document document = Jsoup.parseBodyFragment(marked);
        document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        refuseDeep(document);
        for (Element element : new ArrayList<>(document.body().getAllElements())) {
            if (element != document.body() && element.hasParent()) {
                clean(element);
            }
        }
        dataAsText(document);
        if (!dropped.isEmpty()) {
            diagnostics.add(Diagnostic.of(RuleCode.HTML_ATTRIBUTE,
                            file.at(place("")),
                            "these HTML attributes are not kept: " + String.join(", ", dropped))
                    .effect("the text without them"));
        }
        return cut(cleaner().clean(document));
    }

    /** Cleaning takes quadratic time over elements inside each other. */
    private void refuseDeep(Document document) {
        document.body().traverse((node, depth) -> {
            if (depth > DEEPEST) {
                throw new BudgetedText.BudgetExceeded(snippets.get(0).span().start() - start);
            }
        });
    }

    /** What stood inside {@code <xmp>} and its like was never parsed, and would be written as it stands. */
    private static void dataAsText(Document document) {
        for (Element element : document.body().getAllElements()) {
            for (DataNode data : element.dataNodes()) {
                data.replaceWith(new TextNode(data.getWholeData()));
            }
        }
    }

    private static Cleaner cleaner() {
        Safelist safelist = Safelist.none().addTags(RawSnippet.TEXT_TAGS);
        safelist.addAttributes(":all", ATTRIBUTES.toArray(String[]::new));
        safelist.addAttributes("a", "href");
        safelist.addAttributes(":all", LINE);
        safelist.preserveRelativeLinks(true);
        return new Cleaner(safelist);
    }

    private void clean(Element element) {
        String tag = element.normalName();
        if (RawSnippet.UNSAFE.contains(tag)) {
            unsafeElement(element, tag);
            return;
        }
        if (tag.equals("img")) {
            image(element);
            return;
        }
        if (!RawSnippet.ALLOWED.contains(tag)) {
            diagnostics.add(Diagnostic.of(RuleCode.HTML_ELEMENT, file.at(place("<" + tag)), "the HTML element <" + tag + "> is not kept")
                    .effect("the text inside it, without the element")
                    .remedy("say it in Markdown where that can say it"));
            element.unwrap();
            return;
        }
        String href = element.attr("href");
        boolean ours = tag.equals("a") && href.startsWith("#fn");
        attributes(element, ours);
        if (tag.matches("h[1-6]")) {
            heading(element);
        }
        if (tag.equals("a") && !ours) {
            link(element, href);
        }
    }

    private void unsafeElement(Element element, String tag) {
        diagnostics.add(Diagnostic.of(RuleCode.UNSAFE_HTML, file.at(place("<" + tag)), "<" + tag + "> is not allowed in the playbook")
                .effect("nothing of it: it could run code, ask another site, or change the page around it")
                .remedy("take it out, and link to it instead if readers need it"));
        if (WITHOUT_CONTENT.contains(tag)) {
            element.remove();
        } else {
            element.unwrap();
        }
    }

    private void attributes(Element element, boolean ours) {
        for (Attribute attribute : element.attributes().asList()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("on")) {
                diagnostics.add(Diagnostic.of(RuleCode.UNSAFE_HTML,
                                file.at(place(name)),
                                "the attribute " + name + " runs code, which is not allowed")
                        .effect("the text without it")
                        .remedy("take the attribute out"));
                element.removeAttr(attribute.getKey());
            } else if (name.equals("align")) {
                element.removeAttr(attribute.getKey());
                if (Set.of("center", "right").contains(attribute.getValue().toLowerCase(Locale.ROOT))) {
                    element.addClass(attribute.getValue().toLowerCase(Locale.ROOT));
                }
            } else if (!ATTRIBUTES.contains(name) && !(ours && name.equals("href")) && !(name.equals(LINE) && lines)) {
                if (!name.equals("href") && !name.equals("name")) {
                    dropped.add(name);
                }
                if (!name.equals("name")) {
                    element.removeAttr(attribute.getKey());
                }
            }
        }
        String classes = element.classNames().stream()
                .filter(name ->
                        CLASSES.contains(name) || CLASS_FAMILY.matcher(name).matches())
                .collect(Collectors.joining(" "));
        setOrRemove(element, "class", classes);
        setOrRemove(element, "role", ROLES.contains(element.attr("role")) ? element.attr("role") : "");
        setOrRemove(element, "tabindex", element.attr("tabindex").equals("0") ? "0" : "");
        id(element, ours);
    }

    private void id(Element element, boolean ours) {
        String id = element.hasAttr("id") ? element.attr("id") : element.attr("name");
        element.removeAttr("name");
        boolean note = id.startsWith("fn.") && element.normalName().equals("li") || ours;
        if (id.isEmpty()
                || note
                || written.containsKey(id) && element.normalName().matches("h[1-6]")) {
            return;
        }
        boolean reserved = id.startsWith("page.") || id.startsWith("fn.") || id.startsWith("fnref.");
        boolean kept = !reserved && ID.matcher(id).matches() && ids.claim(id);
        setOrRemove(element, "id", kept ? id : "");
        if (kept) {
            anchors.add(id);
        }
    }

    private static void setOrRemove(Element element, String name, String value) {
        if (!value.isEmpty()) {
            element.attr(name, value);
        } else if (element.hasAttr(name)) {
            element.removeAttr(name);
        }
    }

    /** A heading in HTML gets an anchor as one in Markdown has. */
    private void heading(Element element) {
        String id = element.id();
        Heading known = written.get(id);
        if (known != null) {
            headings.add(known);
            return;
        }
        String text = Escape.plain(element.html());
        if (id.isEmpty()) {
            id = ids.next(text);
            element.id(id);
        }
        int level = element.normalName().charAt(1) - '0';
        headings.add(new Heading(level, text, id, place("<h" + level)));
    }

    private void link(Element element, String href) {
        if (!element.hasAttr("href") && href.isEmpty()) {
            element.tagName("span");
            return;
        }
        String text = Escape.plain(element.html());
        links.add(new Link(Url.of(href), element.attr("title"), text, place(href), false, Map.of()));
        if (!element.id().isEmpty()) {
            element.before(new Element("span").id(element.id()));
        }
        element.before(new TextNode(Mark.LINK + Integer.toString(links.size() - 1) + Mark.END));
        element.after(new TextNode(String.valueOf(Mark.LINK_CLOSE)));
        element.unwrap();
    }

    private void image(Element element) {
        String source = element.attr("src");
        Map<String, String> size = element.attributes().asList().stream()
                .filter(a -> a.getKey().equals("width") || a.getKey().equals("height"))
                .filter(a -> NUMBER.matcher(a.getValue()).matches())
                .collect(Collectors.toMap(Attribute::getKey, Attribute::getValue));
        links.add(new Link(Url.of(source), element.attr("title"), element.attr("alt"), place(source), true, size));
        element.replaceWith(new TextNode(Mark.IMAGE + Integer.toString(links.size() - 1) + Mark.END));
    }

    /** Where something of the raw HTML stands in the file: the first snippet that has it. */
    private Span place(String sought) {
        String needle = sought.toLowerCase(Locale.ROOT);
        for (RawSnippet snippet : snippets) {
            int at = snippet.html().toLowerCase(Locale.ROOT).indexOf(needle);
            if (at >= 0) {
                int start = snippet.span().start() + at;
                int end = Math.min(snippet.span().end(), start + Math.max(1, sought.length()));
                return new Span(Math.min(start, end), end);
            }
        }
        return snippets.isEmpty() ? Span.NONE : snippets.get(0).span();
    }

    /** Cuts at the headings that stand directly in the body: one inside a box belongs to the box. */
    private List<Part> cut(Document clean) {
        clean.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        List<Part> parts = new ArrayList<>();
        Optional<Heading> heading = Optional.empty();
        StringBuilder html = new StringBuilder();
        for (Node node : clean.body().childNodes()) {
            if (node instanceof Element element && element.normalName().matches("h[1-6]")) {
                addPart(parts, heading, html);
                heading = headings.stream()
                        .filter(candidate -> candidate.id().equals(element.id()))
                        .findFirst();
                html.setLength(0);
            }
            html.append(node.outerHtml());
        }
        addPart(parts, heading, html);
        return parts;
    }

    private static void addPart(List<Part> parts, Optional<Heading> heading, StringBuilder html) {
        if (heading.isPresent() || !html.toString().isBlank()) {
            parts.add(Part.of(heading, html.toString()));
        }
    }
}
