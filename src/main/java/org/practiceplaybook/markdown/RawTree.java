package org.practiceplaybook.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

/** Raw HTML as the tree that a browser makes of it: what of it is kept, who wrote it, and where. */
final class RawTree {
    /** Elements inside each other; browsers stop at 512. */
    private static final int DEEPEST = 400;
    /** Elements that a text may have, however short. A parser repeats what was not closed in each paragraph that follows. */
    private static final int BASE_ELEMENTS = 10_000;

    private final SourceFile file;
    private final int start;
    private final List<RawTags.Tag> tags;
    private final int[] tagStarts;
    private final List<Diagnostic> diagnostics;
    private final Set<Element> withBlocks = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Elements of which something was said. */
    private final Set<Element> told = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * The tree of a text.
     *
     * @param start where the text begins in its file, in UTF-16 code units
     * @param tags that its contributor wrote, in their order
     * @param diagnostics gets what is said of elements that are not kept
     */
    RawTree(SourceFile file, int start, List<RawTags.Tag> tags, List<Diagnostic> diagnostics) {
        this.file = file;
        this.start = start;
        this.tags = tags;
        this.tagStarts = tags.stream().mapToInt(RawTags.Tag::at).toArray();
        this.diagnostics = diagnostics;
    }

    boolean hasBlocks(Element element) {
        return withBlocks.contains(element);
    }

    /** The tag of an element in the file; of one that the parser made, where the raw HTML begins. */
    Span span(Element element) {
        return tag(element).map(RawTags.Tag::span).orElseGet(this::firstSpan);
    }

    /** Where the raw HTML begins. */
    private Span firstSpan() {
        return tags.isEmpty() ? new Span(start, start) : tags.get(0).span();
    }

    /**
     * Reads a text of HTML with marks, which may be done once.
     *
     * @throws BudgetedText.BudgetExceeded if it has more elements, or deeper ones, than any text needs
     */
    Element parse(String marked) {
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
            findBlocks(root, 0);
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
    List<Node> flat(Element parent) {
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
        Span span = span(element);
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
    boolean isOurs(Element element) {
        return element.sourceRange().isTracked()
                && !element.sourceRange().isImplicit()
                && tag(element).isEmpty();
    }

    /** Where something that is written in an element's tag stands in the file. */
    Span place(Element element, String sought) {
        Span span = span(element);
        String tag = file.text().substring(span.start(), span.end());
        int at = tag.toLowerCase(Locale.ROOT).indexOf(sought.toLowerCase(Locale.ROOT));
        return at < 0 || sought.isEmpty()
                ? span
                : new Span(span.start() + at, Math.min(span.end(), span.start() + at + sought.length()));
    }

    static boolean isNamed(Node node, String name) {
        return node instanceof Element element && element.nameIs(name);
    }

    static boolean isBlank(Node node) {
        return !(node instanceof Element) && (!(node instanceof TextNode text) || text.isBlank());
    }
}
