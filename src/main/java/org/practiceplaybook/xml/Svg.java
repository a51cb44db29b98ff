package org.practiceplaybook.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.source.Characters;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * A vector image, which is a page of its own when somebody opens it by itself. It is written anew, of nothing but what is
 * on closed lists ({@link SvgNames}): what programs noted for themselves is dropped, all else is told.
 */
public final class Svg extends DefaultHandler2 {
    /** What stands in the place of a picture that could not be read. */
    private static final byte[] EMPTY = ("<svg xmlns=\"" + SvgNames.SVG + "\"/>\n").getBytes(StandardCharsets.UTF_8);

    private static final int DEEPEST = 200;
    private static final int MOST_ELEMENTS = 100_000;
    private static final int MOST_FINDINGS = 100;
    private static final Pattern DATA_IMAGE =
            Pattern.compile("data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\\s]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN_PART = Pattern.compile("url\\(\\s*[\"']?#([^\"')]+)");
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

    private static final String SAVE_AGAIN = "take it out, or save the picture again as plain SVG";
    private static final String UNREADABLE = "an empty place instead of the picture";

    private static final Closest ELEMENTS = Closest.among(SvgNames.ELEMENTS);
    private static final Closest PROPERTIES = Closest.among(SvgNames.PROPERTIES);
    private static final Closest ATTRIBUTES = Closest.among(SvgNames.ANIMATED);

    private final SourceFile file;
    private final XmlPlaces places;
    private final List<Diagnostic> found = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private final SvgUses uses = new SvgUses();
    private final StringBuilder css = new StringBuilder();
    private Locator locator;
    /** Where the declaration of a prefix can be put in, and whether it is needed. */
    private int declarations;

    private boolean linked;
    private int elements;
    private int inEntity;
    private boolean inDeclarations;
    /** Is the tag that was written last still without its {@code >}? */
    private boolean tagOpen;
    /** How many elements deep in something that is left out. */
    private int skipped;
    /** What is left out, where it is a label. */
    private Label label;

    private final List<Label> labels = new ArrayList<>();

    private Svg(SourceFile file) {
        this.file = file;
        this.places = new XmlPlaces(file);
    }

    /**
     * A picture as readers get it.
     *
     * @param bytes well-formed, in UTF-8, the same for the same file; an empty picture where it could not be read
     * @param found what is told of it
     */
    public record Cleaned(byte[] bytes, List<Diagnostic> found) {
        public Cleaned {
            found = List.copyOf(found);
        }
    }

    /** An element that is written. */
    private static final class Open {
        private final String name;
        private boolean shown;
        private Label label;

        Open(String name) {
            this.name = name;
        }
    }

    /** Text that a program laid out in its own way. */
    private static final class Label {
        private final Span place;
        private boolean saysSomething;

        Label(Span place) {
            this.place = place;
        }
    }

    /** Thrown where nothing can be made of the rest. */
    private static final class Stop extends SAXException {
        private static final long serialVersionUID = 1L;
    }

    /** Reads a picture and writes it anew. */
    public static Cleaned clean(SourceFile file) {
        List<Diagnostic> signs = new ArrayList<>();
        String text = file.text().replace("\r\n", "\n").replace('\r', '\n'); // line ends as XML reads them
        Svg svg = new Svg(Characters.legible(new SourceFile(file.path(), text), signs));
        svg.found.addAll(signs);
        boolean whole = svg.read();
        return new Cleaned(whole ? svg.out.append('\n').toString().getBytes(StandardCharsets.UTF_8) : EMPTY, svg.found);
    }

    /** What becomes of a file that is no picture. */
    public static Cleaned unreadable(SourceFile file, String message, String remedy) {
        return new Cleaned(EMPTY, List.of(unreadable(file, Span.NONE, message, remedy)));
    }

    private static Diagnostic unreadable(SourceFile file, Span span, String message, String remedy) {
        return Diagnostic.of(RuleCode.SVG_UNREADABLE, file.at(span), message)
                .effect(UNREADABLE)
                .remedy(remedy);
    }

    private boolean read() {
        try {
            Xml.read(file.text(), this);
        } catch (Stop e) {
            return false;
        } catch (SAXParseException e) {
            found.add(notWellFormed(e));
            return false;
        } catch (SAXException e) {
            found.add(unreadable(file, Span.NONE, "this file cannot be read as SVG", SAVE_AGAIN));
            return false;
        }
        if (!labels.isEmpty()) {
            String many = labels.size() == 1 ? "a label is" : labels.size() + " labels are";
            tell(Diagnostic.of(
                            RuleCode.SVG_LABEL,
                            file.at(labels.get(0).place),
                            many + " HTML in the picture, not text of it")
                    .effect("the picture without these words")
                    .remedy(
                            "save it again with plain text: in Mermaid by htmlLabels: false, in draw.io with \"Formatted"
                                    + " Text\" off, in Inkscape by Text > Convert to Text"));
        }
        if (linked) {
            out.insert(declarations, " xmlns:xlink=\"" + SvgNames.XLINK + '"');
        }
        if (uses.isTooMuch()) {
            found.add(unreadable(
                    file,
                    Span.NONE,
                    "this picture repeats its parts so often that a browser would stand still",
                    "take out elements <use> that show each other"));
            return false;
        }
        return true;
    }

    private Diagnostic notWellFormed(SAXParseException e) {
        if (file.text().isBlank()) {
            return unreadable(file, Span.NONE, "this file is empty", "save the picture again, or delete the file");
        }
        Span at = places.before(e.getLineNumber(), e.getColumnNumber());
        if (String.valueOf(e.getMessage()).contains("JAXP")) {
            return unreadable(file, at, "this file says far more by short names than is written in it", SAVE_AGAIN);
        }
        return unreadable(
                file,
                at,
                "this is not well-formed XML, so no browser shows the picture",
                "close each element and quotation mark, write & as &amp; and declare each prefix, or save the picture again"
                        + " as plain SVG");
    }

    private void tell(Diagnostic diagnostic) {
        if (!isToldEnough()) {
            found.add(diagnostic);
        }
    }

    private boolean isToldEnough() {
        return found.size() >= MOST_FINDINGS;
    }

    @Override
    public void setDocumentLocator(Locator given) {
        locator = given;
    }

    @Override
    public void startDTD(String name, String publicId, String systemId) {
        inDeclarations = true;
    }

    @Override
    public void endDTD() {
        inDeclarations = false;
    }

    @Override
    public void startEntity(String name) {
        inEntity++;
    }

    @Override
    public void endEntity(String name) {
        inEntity--;
    }

    @Override
    public void skippedEntity(String name) throws SAXException {
        if (!name.startsWith("[") && !name.startsWith("%")) {
            Span at = places.before(locator.getLineNumber(), locator.getColumnNumber());
            found.add(unreadable(
                    file, at, "what &" + name + "; stands for is not in this file", "write the sign itself instead"));
            throw new Stop();
        }
    }

    @Override
    public void startElement(String namespace, String name, String qName, Attributes attributes) throws SAXException {
        if (inEntity == 0) {
            places.atTag(locator);
        }
        if (++elements > MOST_ELEMENTS || open.size() + skipped > DEEPEST) {
            found.add(unreadable(
                    file,
                    places.tag(),
                    "this picture has more parts than a browser draws quickly",
                    "make it simpler, or save it as PNG"));
            throw new Stop();
        }
        boolean svg = namespace.equals(SvgNames.SVG);
        if (skipped > 0) {
            skipped++;
            if (label != null) {
                label.saysSomething |= namespace.equals(SvgNames.XHTML);
            }
        } else if (open.isEmpty() && !(svg && name.equals("svg"))) {
            throw notTheRoot(namespace, name, qName);
        } else if (svg && SvgNames.LABELS.contains(name)) {
            skipped = 1;
            label = new Label(places.tag());
        } else if (svg && SvgNames.UNSEEN.contains(name) || SvgNames.isOfAProgram(namespace)) {
            skipped = 1;
        } else if (!svg || !SvgNames.ELEMENTS.contains(name) || isOpen("style")) {
            skipped = 1;
            notOnTheList(svg, name, qName);
        } else if (!movesWhatMayMove(attributes)) {
            skipped = 1;
        } else {
            write(name, attributes);
        }
    }

    private boolean movesWhatMayMove(Attributes attributes) {
        String moved = attributes.getValue("", "attributeName");
        if (moved == null || SvgNames.ANIMATED.contains(moved)) {
            return true;
        }
        tell(Diagnostic.of(
                        RuleCode.SVG_ATTRIBUTE,
                        file.at(places.attribute("attributeName")),
                        "\"" + moved.strip() + "\" is nothing that moves in a picture")
                .effect("the picture without this movement")
                .remedy(SAVE_AGAIN));
        return false;
    }

    private Stop notTheRoot(String namespace, String name, String qName) {
        boolean bare = namespace.isEmpty() && name.equals("svg");
        found.add(
                bare
                        ? unreadable(file, places.tag(), "the picture does not say that it is SVG", "")
                                .replaceBy("<svg xmlns=\"" + SvgNames.SVG + '"')
                        : unreadable(
                                file,
                                places.tag(),
                                "this is no SVG: it begins with <" + qName + ">",
                                "save it again as SVG, or link to a page of the playbook instead"));
        return new Stop();
    }

    private void notOnTheList(boolean svg, String name, String qName) {
        if (isToldEnough()) {
            return;
        }
        tell(Diagnostic.of(
                        RuleCode.SVG_ELEMENT,
                        file.at(places.tag()),
                        svg
                                ? "<" + qName + "> is no element of a picture that is shown"
                                : "<" + qName + "> is no element of SVG")
                .label(svg ? meant(name, ELEMENTS) : "")
                .effect("the picture without it")
                .remedy(SAVE_AGAIN));
    }

    private static String meant(String written, Closest known) {
        return known.within(written, 2)
                .map(near -> "did you mean " + near + "?")
                .orElse("");
    }

    private void write(String name, Attributes attributes) {
        closeTag();
        if (!open.isEmpty()) {
            open.peek().shown = true;
        }
        out.append('<').append(name);
        if (open.isEmpty()) {
            out.append(" xmlns=\"").append(SvgNames.SVG).append('"');
            declarations = out.length();
        }
        String id = attributes.getValue("", "id");
        uses.begin(id == null ? "" : id);
        Set<String> written = new HashSet<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute(name, attributes, i, written);
        }
        tagOpen = true;
        open.push(new Open(name));
        css.setLength(0);
    }

    private void attribute(String element, Attributes attributes, int i, Set<String> written) {
        String namespace = attributes.getURI(i);
        String name = attributes.getLocalName(i);
        String qName = attributes.getQName(i);
        String value = legible(qName, attributes.getValue(i));
        String kept = switch (namespace) {
            case "" -> own(element, name, value);
            case SvgNames.XLINK -> linked(element, name, qName, value);
            case SvgNames.XML -> xml(name, qName, value);
            default -> {
                if (!SvgNames.isOfAProgram(namespace)) {
                    unknown(qName, "");
                }
                yield null;
            }
        };
        String as = namespace.isEmpty() ? name : (namespace.equals(SvgNames.XML) ? "xml:" : "xlink:") + name;
        if (kept != null && written.add(as)) {
            linked |= namespace.equals(SvgNames.XLINK);
            out.append(' ').append(as).append("=\"");
            escape(kept, true);
            out.append('"');
        }
    }

    /** What is written of an attribute without a prefix, or null. */
    private String own(String element, String name, String value) {
        if (name.equals("href")) {
            return address(element, name, value);
        }
        if (name.equals("style")) {
            String style = Style.declarations(value, faults(name));
            return style.isEmpty() ? null : style;
        }
        if (SvgNames.LEFT_BEHIND.contains(name)) {
            return null;
        }
        if (SvgNames.WORDS.contains(name)
                || (name.startsWith("data-") || name.startsWith("aria-"))
                        && PLAIN_NAME.matcher(name).matches()) {
            return value;
        }
        if (SvgNames.PROPERTIES.contains(name) || SvgNames.OTHERS.contains(name)) {
            String style = Style.value(value, faults(name));
            Matcher part = OWN_PART.matcher(style);
            while (part.find()) {
                uses.use(part.group(1));
            }
            return style.isEmpty() && !value.isEmpty() ? null : style;
        }
        unknown(name, value);
        return null;
    }

    private String linked(String element, String name, String qName, String value) {
        return switch (name) {
            case "href" -> address(element, qName, value);
            case "title" -> value;
            case "type", "show", "actuate", "role", "arcrole" -> null; // browsers go by the element
            default -> {
                unknown(qName, "");
                yield null;
            }
        };
    }

    private String xml(String name, String qName, String value) {
        return switch (name) {
            case "space", "lang" -> value;
            case "id" -> null; // browsers go by the other one
            default -> {
                unknown(qName, "");
                yield null;
            }
        };
    }

    private void unknown(String qName, String value) {
        if (isToldEnough()) {
            return;
        }
        boolean runs = qName.toLowerCase(Locale.ROOT).startsWith("on");
        tell(Diagnostic.of(
                        RuleCode.SVG_ATTRIBUTE,
                        file.at(places.attribute(qName)),
                        runs ? qName + " runs a program" : qName + " is no attribute of a picture that is shown")
                .label(runs || value.isEmpty() ? "" : meant(qName, ATTRIBUTES))
                .effect("the picture without it")
                .remedy(SAVE_AGAIN));
    }

    /** An address within the file, a picture that lies in it, a page of the web that a reader can go to; or null. */
    private String address(String element, String name, String written) {
        String value = written.strip();
        if (value.isEmpty()) {
            return null;
        }
        if (value.startsWith("#")) {
            if (!element.equals("a")) {
                uses.use(value.substring(1));
            }
            return value;
        }
        if (SvgNames.PICTURES.contains(element) && DATA_IMAGE.matcher(value).matches()) {
            return value;
        }
        Url url = Url.of(value);
        if (element.equals("a") && url.kind() == Url.Kind.OUTSIDE) {
            return url.value();
        }
        boolean picture = SvgNames.PICTURES.contains(element);
        tell(Diagnostic.of(
                        RuleCode.SVG_ADDRESS,
                        file.at(places.attribute(name)),
                        switch (element) {
                            case "a" -> "this link is no complete address of the web";
                            case "image" -> "the image is not in this file as PNG, JPEG, GIF or WebP";
                            default -> "this asks for another file";
                        })
                .effect(element.equals("a") ? "the picture without this link" : "the picture without it")
                .remedy(
                        element.equals("a")
                                ? "write it like this: https://example.org/, or link beside the picture"
                                : picture
                                        ? "put the image into the file when you save it (\"embed\"), as PNG, or place it beside"
                                                + " the picture"
                                        : "put what it asks for into this file, or take it out"));
        return null;
    }

    private Consumer<Style.Fault> faults(String attribute) {
        return fault -> {
            if (!isToldEnough()) {
                told(fault, places.attribute(attribute));
            }
        };
    }

    private void told(Style.Fault fault, Span place) {
        Diagnostic diagnostic = fault.outside()
                ? Diagnostic.of(RuleCode.SVG_ADDRESS, file.at(place), fault.message())
                : Diagnostic.of(RuleCode.SVG_STYLE, file.at(place), fault.message());
        tell(diagnostic
                .label(fault.slip().isEmpty() ? "" : meant(fault.slip(), PROPERTIES))
                .effect("the picture as if this style were not there")
                .remedy("take it out, or save the picture again with what it needs in the file"));
    }

    private String legible(String qName, String value) {
        int at = Characters.firstUnfit(value, 0);
        if (at < 0) {
            return value;
        }
        tell(Characters.unfit(file.at(places.attribute(qName)), value.codePointAt(at)));
        return Characters.legible(value);
    }

    @Override
    public void endElement(String namespace, String name, String qName) {
        if (skipped > 0) {
            if (--skipped == 0 && label != null) {
                leave(label);
                label = null;
            }
            return;
        }
        Open closed = open.pop();
        uses.end();
        if (closed.name.equals("style")) {
            String sheet = Style.sheet(css.toString(), fault -> {
                if (!isToldEnough()) {
                    told(
                            fault,
                            places.within(css.substring(
                                    fault.span().start(), fault.span().end())));
                }
            });
            closeTag();
            escape(sheet, false);
        }
        if (closed.label != null && !closed.shown) {
            labels.add(closed.label);
        }
        if (tagOpen) {
            out.append("/>");
            tagOpen = false;
        } else {
            out.append("</").append(name).append('>');
        }
    }

    /** A label may have a twin that browsers without HTML would show. */
    private void leave(Label left) {
        if (!left.saysSomething) {
            return;
        }
        if (!isOpen("switch")) {
            labels.add(left);
        } else if (open.peek().label == null) {
            open.peek().label = left;
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        String words = new String(text, start, length);
        if (skipped > 0) {
            if (label != null) {
                label.saysSomething |= !words.isBlank();
            }
            return;
        }
        int at = Characters.firstUnfit(words, 0);
        if (at >= 0) {
            tell(Characters.unfit(file.at(places.tag()), words.codePointAt(at)));
        }
        if (isOpen("style")) {
            css.append(words);
        } else {
            closeTag();
            escape(Characters.legible(words), false);
        }
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) {
        characters(text, start, length);
    }

    /** Who made a picture, and under which licence, often stands in a comment. */
    @Override
    public void comment(char[] text, int start, int length) {
        if (skipped == 0 && !inDeclarations && !isOpen("style")) {
            closeTag();
            out.append("<!--")
                    .append(Characters.legible(new String(text, start, length)))
                    .append("-->");
            out.append(open.isEmpty() ? "\n" : "");
        }
    }

    @Override
    public void processingInstruction(String target, String data) {
        if (target.equals("xml-stylesheet")) {
            tell(Diagnostic.of(
                            RuleCode.SVG_ADDRESS,
                            file.at(places.before(locator.getLineNumber(), locator.getColumnNumber())),
                            "this asks for a style sheet in another file")
                    .effect("the picture without that style")
                    .remedy("put the style into an element <style> of this file, or take the line out"));
        }
    }

    private boolean isOpen(String name) {
        return !open.isEmpty() && open.peek().name.equals(name);
    }

    private void closeTag() {
        if (tagOpen) {
            out.append('>');
            tagOpen = false;
        }
    }

    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\r' -> out.append("&#13;");
                case '\n', '\t' -> {
                    if (attribute) {
                        out.append("&#").append((int) c).append(';');
                    } else {
                        out.append(c);
                    }
                }
                default -> out.append(c);
            }
        }
    }
}
