package org.practiceplaybook.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.definition.DefinitionItem;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.typographic.TypographicQuotes;
import com.vladsch.flexmark.ext.typographic.TypographicSmarts;
import com.vladsch.flexmark.parser.ListOptions;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.practiceplaybook.markdown.parser.BareAddresses;
import org.practiceplaybook.markdown.parser.Dialect;
import org.practiceplaybook.markdown.parser.SpecInlineParser;
import org.practiceplaybook.source.Characters;
import org.practiceplaybook.source.Span;

/**
 * Writes a syntax tree as HTML with marks, and notes headings and links on the way. One object for one text.
 *
 * <p>flexmark's own renderer is not used: it knows no marks, leaves URLs to a filter that can be fooled, and takes longer
 * than the parser.
 */
final class BodyWriter {
    private static final String MAILTO = BareAddresses.MAILTO;
    private static final List<String> ALERTS = List.of("note", "tip", "important", "warning", "caution");

    private final String source;
    private final boolean mayHoldMail;
    private final boolean mayTurn;
    private final boolean rightToLeft;
    private final Dialect dialect;
    private final int shift;
    private final StringBuilder out;
    private final ListOptions listOptions;
    private final FootnoteSection footnotes;
    private final HeadingIds ids = new HeadingIds();
    private final List<Heading> headings = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final RawTags raw;
    private final int raiseHeadings;
    private final Finish finish;
    private final LineNumbers lines;
    private Optional<Heading> titleHeading = Optional.empty();
    private int linkDepth;
    private int depth;

    /**
     * A writer for a parsed text.
     *
     * @param source the text that was parsed
     * @param rightToLeft is the page read from right to left?
     * @param shift where the text begins in its file, in UTF-16 code units
     * @param title the heading that is the page's title and not part of the body, or null
     * @param raiseHeadings how many levels headings are moved down: 1 where the body itself uses the first level
     * @param finish for raw HTML and code
     * @param lines for blocks that say on which line they begin
     */
    BodyWriter(
            Document document,
            String source,
            Dialect dialect,
            boolean rightToLeft,
            int shift,
            Node title,
            int raiseHeadings,
            Finish finish,
            LineNumbers lines) {
        this.source = source;
        this.mayHoldMail = dialect == Dialect.PLAYBOOK && source.indexOf('@') >= 0;
        this.rightToLeft = rightToLeft;
        this.mayTurn = dialect == Dialect.PLAYBOOK && (rightToLeft || Scripts.hasRightToLeft(source));
        this.dialect = dialect;
        this.shift = shift;
        this.out = new StringBuilder(source.length() * 5 / 4);
        this.listOptions = ListOptions.get(document);
        this.footnotes = new FootnoteSection(document);
        this.raiseHeadings = raiseHeadings;
        this.finish = finish;
        this.lines = lines;
        this.raw = new RawTags(source, shift);
        if (title instanceof com.vladsch.flexmark.ast.Heading heading) {
            titleHeading = Optional.of(heading(heading));
        }
        for (Node child = document.getFirstChild(); child != null; child = child.getNext()) {
            if (child != title) {
                block(child);
            }
        }
        footnotes();
    }

    Optional<Heading> title() {
        return titleHeading;
    }

    /** HTML with marks. */
    String html() {
        return out.toString();
    }

    List<Heading> headings() {
        return headings;
    }

    List<Link> links() {
        return links;
    }

    HeadingIds ids() {
        return ids;
    }

    /** Do the blocks say on which line they begin? */
    boolean tellsLines() {
        return lines != LineNumbers.NONE;
    }

    /** The raw HTML in it, which has not been looked at yet. */
    RawTags raw() {
        return raw;
    }

    // ---- blocks

    /** Which way a block is read, where it is not the page's; and where it begins, for those who want to know. */
    private String at(Node node) {
        return direction(node) + line(node);
    }

    private String line(Node node) {
        return lines.attribute(shift + node.getStartOffset());
    }

    /** {@code dir="auto"} where a block is read the other way than what is around it. */
    private String direction(Node node) {
        if (!mayTurn) {
            return "";
        }
        Node around = node.getParent();
        while (around != null && !turnsAsOne(around)) {
            around = around.getParent();
        }
        boolean outer = around == null ? rightToLeft : isRightToLeft(around, rightToLeft);
        return isRightToLeft(node, outer) == outer ? "" : " dir=\"auto\"";
    }

    /** Code is read from left to right, whatever is around it. */
    private String ofCode() {
        return mayTurn ? " dir=\"ltr\"" : "";
    }

    private boolean isRightToLeft(Node node, boolean withoutLetters) {
        return Scripts.isRightToLeft(source, node.getStartOffset(), node.getEndOffset(), withoutLetters);
    }

    /** The title of an alert is in the page's language. */
    private static boolean turnsAsOne(Node node) {
        return node instanceof ListItem
                || node instanceof ListBlock
                || node instanceof TableBlock
                || node instanceof BlockQuote quote && alert(quote).isEmpty();
    }

    private void blocks(Node parent) {
        depth++;
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            block(child);
        }
        depth--;
    }

    private void block(Node node) {
        if (node instanceof Paragraph paragraph) {
            paragraph(paragraph);
        } else if (node instanceof com.vladsch.flexmark.ast.Heading heading) {
            writeHeading(heading);
        } else if (node instanceof BulletList || node instanceof OrderedList) {
            list(node);
        } else if (node instanceof BlockQuote quote) {
            blockQuote(quote);
        } else if (node instanceof FencedCodeBlock code) {
            String info = code.getInfo().isBlank()
                    ? ""
                    : unescape(code.getInfo()).strip().split("\\s", 2)[0];
            codeBlock(code.getContentChars().normalizeEOL(), info, line(node));
        } else if (node instanceof IndentedCodeBlock code) {
            codeBlock(code.getContentChars().trimTailBlankLines().normalizeEndWithEOL(), "", line(node));
        } else if (node instanceof ThematicBreak) {
            line();
            out.append("<hr>\n");
        } else if (node instanceof HtmlBlockBase html) {
            htmlBlock(html);
        } else if (node instanceof TableBlock table) {
            table(table);
        } else if (node instanceof DefinitionList definitions) {
            definitions(definitions);
        } else if (node instanceof FootnoteBlock || node instanceof Reference) {
            return; // written where they are used
        } else {
            inline(node);
        }
    }

    private void paragraph(Paragraph node) {
        if (isTight(node)) {
            lines(node);
            return;
        }
        if (figure(node)) {
            return;
        }
        line();
        out.append("<p").append(at(node)).append('>');
        lines(node);
        out.append("</p>\n");
    }

    /** What a paragraph says, without the box of a task. */
    private void lines(Paragraph node) {
        int task = node.getParent() instanceof ListItem item && node.getPrevious() == null ? taskEnd(item) : 0;
        inlinesFrom(task > 0 ? skipTo(node.getFirstChild(), task) : node.getFirstChild());
    }

    /** An image with a title that stands alone is a figure with a caption. */
    private boolean figure(Paragraph node) {
        if (dialect == Dialect.COMMONMARK
                || !(node.getFirstChild() instanceof Image image)
                || !image.getTitle().isNotNull()
                || image.getTitle().isBlank()
                || !isOnlyAttributes(image)) {
            return false;
        }
        line();
        out.append("<figure").append(at(node)).append('>');
        addImage(image.getUrl(), BasedSequence.NULL, plain(image, source), ImageAttributes.parse(textAfter(image)));
        out.append("<figcaption>");
        Escape.text(unescape(image.getTitle()), out);
        out.append("</figcaption></figure>\n");
        return true;
    }

    private boolean isOnlyAttributes(Image image) {
        int end = image.getEndOffset() + ImageAttributes.length(textAfter(image));
        return image.getParent().getLastChild().getEndOffset() <= end;
    }

    /** Paragraphs in a list without blank lines are no paragraphs. */
    private boolean isTight(Paragraph node) {
        return node.getParent() instanceof ListItem item && listOptions.isTightListItem(item);
    }

    private void writeHeading(com.vladsch.flexmark.ast.Heading node) {
        line();
        // the first level is the page's own
        int level = dialect == Dialect.COMMONMARK
                ? node.getLevel()
                : Math.max(2, Math.min(6, node.getLevel() + raiseHeadings));
        if (dialect == Dialect.COMMONMARK) {
            out.append("<h").append(level).append('>');
            inlines(node);
            out.append("</h").append(level).append(">\n");
            return;
        }
        Heading heading = heading(node);
        if (depth == 0) {
            out.append(Mark.HEADING).append(headings.size() - 1).append(Mark.END);
        }
        out.append("<h").append(level).append(" id=\"");
        Escape.text(heading.id(), out);
        out.append('"').append(at(node)).append('>');
        inlines(node);
        out.append("</h").append(level).append(">\n");
    }

    private Heading heading(com.vladsch.flexmark.ast.Heading node) {
        String text = plain(node, source);
        Heading heading = new Heading(node.getLevel(), text, ids.next(source(node)), span(node.getText()));
        headings.add(heading);
        return heading;
    }

    private void list(Node list) {
        line();
        if (list instanceof OrderedList ordered) {
            int start = ordered.getStartNumber();
            out.append("<ol").append(start == 1 ? "" : " start=\"" + start + '"');
        } else {
            out.append(isTaskList(list) ? "<ul class=\"tasks\"" : "<ul");
        }
        out.append(direction(list)).append(">\n");
        boolean outermost = depth == 0 && dialect == Dialect.PLAYBOOK;
        for (Node child = list.getFirstChild(); child != null; child = child.getNext()) {
            out.append("<li").append(at(child)).append('>');
            if (outermost) {
                out.append(Mark.ITEM);
            }
            if (taskEnd(child) > 0) {
                taskBox(source.charAt(child.getFirstChild().getStartOffset() + 1) != ' ');
            }
            blocks(child);
            if (outermost) {
                out.append(Mark.ITEM_CLOSE);
            }
            out.append("</li>\n");
        }
        out.append(list instanceof OrderedList ? "</ol>\n" : "</ul>\n");
    }

    private boolean isTaskList(Node list) {
        return taskEnd(list.getFirstChild()) > 0;
    }

    /** Where the box of a task ends: {@code [ ] } or {@code [x] } right after the sign of an item; or 0. */
    private int taskEnd(Node item) {
        if (dialect == Dialect.COMMONMARK || !(item.getFirstChild() instanceof Paragraph paragraph)) {
            return 0;
        }
        int start = paragraph.getStartOffset();
        boolean box = start + 3 < source.length()
                && source.charAt(start) == '['
                && " xX".indexOf(source.charAt(start + 1)) >= 0
                && source.charAt(start + 2) == ']'
                && " \t".indexOf(source.charAt(start + 3)) >= 0
                && source.substring(item.getStartOffset(), start).indexOf('\n') < 0;
        int end = start + 3;
        while (box && end < source.length() && " \t".indexOf(source.charAt(end)) >= 0) {
            end++;
        }
        return box ? end : 0;
    }

    private void taskBox(boolean done) {
        out.append("<span class=\"task").append(done ? " done" : "").append("\" role=\"img\" aria-label=\"");
        word(done ? "taskDone" : "taskOpen");
        out.append("\"></span> ");
    }

    private void blockQuote(BlockQuote quote) {
        line();
        Optional<String> alert = dialect == Dialect.PLAYBOOK ? alert(quote) : Optional.empty();
        if (alert.isEmpty()) {
            out.append("<blockquote").append(at(quote)).append(">\n");
            blocks(quote);
            out.append("</blockquote>\n");
            return;
        }
        out.append("<div class=\"alert ")
                .append(alert.get())
                .append("\" role=\"note\"")
                .append(line(quote));
        out.append("><p class=\"alert-title\">");
        word("alert." + alert.get());
        out.append("</p>\n");
        depth++;
        Paragraph first = (Paragraph) quote.getFirstChild();
        Node afterMarker = afterFirstLine(first);
        if (afterMarker != null) {
            boolean turned = mayTurn
                    && Scripts.isRightToLeft(source, afterMarker.getStartOffset(), first.getEndOffset(), rightToLeft)
                            != rightToLeft;
            out.append(turned ? "<p dir=\"auto\">" : "<p>");
            inlinesFrom(afterMarker);
            out.append("</p>\n");
        }
        for (Node child = first.getNext(); child != null; child = child.getNext()) {
            block(child);
        }
        depth--;
        out.append("</div>\n");
    }

    /** {@code [!NOTE]} alone on the first line. */
    private static Optional<String> alert(BlockQuote quote) {
        if (!(quote.getFirstChild() instanceof Paragraph paragraph)) {
            return Optional.empty();
        }
        String text = paragraph.getChars().toString();
        int end = text.indexOf('\n');
        String first = (end < 0 ? text : text.substring(0, end)).strip();
        if (!first.startsWith("[!") || !first.endsWith("]")) {
            return Optional.empty();
        }
        String name = first.substring(2, first.length() - 1).toLowerCase(Locale.ROOT);
        return ALERTS.contains(name) ? Optional.of(name) : Optional.empty();
    }

    private static Node afterFirstLine(Paragraph paragraph) {
        Node node = paragraph.getFirstChild();
        while (node != null && !(node instanceof SoftLineBreak) && !(node instanceof HardLineBreak)) {
            node = node.getNext();
        }
        return node == null ? null : node.getNext();
    }

    private void codeBlock(String code, String language, String at) {
        line();
        if (dialect == Dialect.COMMONMARK) {
            out.append(
                    language.isEmpty()
                            ? "<pre><code>"
                            : "<pre><code class=\"language-" + Escape.text(language) + "\">");
            Escape.text(code, out);
        } else {
            // it scrolls sideways on a phone, so a keyboard has to reach it
            out.append("<pre tabindex=\"0\"").append(ofCode()).append(at).append("><code");
            if (!language.isEmpty()) {
                out.append(" class=\"language-").append(Escape.text(language)).append('"');
            }
            out.append('>').append(finish.code(code, language));
        }
        out.append("</code></pre>\n");
    }

    private void htmlBlock(HtmlBlockBase node) {
        line();
        String html = node.getContentChars().normalizeEOL();
        if (dialect == Dialect.COMMONMARK) {
            out.append(html);
        } else if (RawTags.isHtml(html.strip())) {
            int start = node.getContentChars().getStartOffset();
            finish.raw(raw, html, start, node.getEndOffset(), out);
        } else {
            out.append("<p>");
            Escape.text(html.strip(), out);
            out.append("</p>");
        }
        line();
    }

    private void table(TableBlock table) {
        line();
        out.append("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"");
        word("table");
        out.append("\"><table").append(direction(table)).append(">\n");
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            if (part.getFirstChild() == null) {
                continue;
            }
            String tag = part instanceof TableHead ? "thead" : "tbody";
            out.append('<').append(tag).append(">\n");
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                row(row);
            }
            out.append("</").append(tag).append(">\n");
        }
        out.append("</table></div>\n");
    }

    private void row(Node row) {
        out.append("<tr").append(line(row)).append('>');
        for (Node child = row.getFirstChild(); child != null; child = child.getNext()) {
            if (!(child instanceof TableCell cell)) {
                continue;
            }
            boolean header = cell.isHeader() && !cell.getText().isBlank();
            out.append(header ? "<th scope=\"col\"" : "<td").append(direction(cell));
            if (cell.getAlignment() != null && cell.getAlignment() != TableCell.Alignment.LEFT) {
                out.append(" class=\"")
                        .append(cell.getAlignment().name().toLowerCase(Locale.ROOT))
                        .append('"');
            }
            out.append('>');
            inlines(cell);
            out.append(header ? "</th>" : "</td>");
        }
        out.append("</tr>\n");
    }

    private void definitions(DefinitionList list) {
        line();
        out.append("<dl>\n");
        for (Node child = list.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof DefinitionTerm) {
                out.append("<dt").append(at(child)).append('>');
                blocks(child);
                out.append("</dt>\n");
            } else if (child instanceof DefinitionItem) {
                out.append("<dd").append(at(child)).append('>');
                blocks(child);
                out.append("</dd>\n");
            }
        }
        out.append("</dl>\n");
    }

    private void footnotes() {
        if (footnotes.note(1).isEmpty()) {
            return;
        }
        line();
        out.append("<section class=\"footnotes\" aria-label=\"");
        word("footnotes");
        out.append("\"><ol>\n");
        depth++;
        // a note may be the first to refer to another one, so the order is not known before the end
        for (int i = 1; footnotes.note(i).isPresent(); i++) {
            FootnoteBlock note = footnotes.note(i).get();
            out.append("<li id=\"fn.").append(i).append("\">\n");
            blocks(note);
            int references = footnotes.references(note);
            for (int j = 0; j < references; j++) {
                // at the end of the note's last paragraph
                int at = out.length() - "</p>\n".length();
                boolean inParagraph = at > 0 && out.indexOf("</p>\n", at) == at;
                String back = "<a class=\"back\" href=\"#fnref." + i + (j == 0 ? "" : "." + j) + "\" aria-label=\""
                        + Mark.WORD + "footnoteBack" + Mark.END + "\">↩</a>";
                out.insert(inParagraph ? at : out.length(), " " + back);
            }
            out.append("</li>\n");
        }
        depth--;
        out.append("</ol></section>\n");
    }

    // ---- inlines

    private void inlines(Node parent) {
        inlinesFrom(parent.getFirstChild());
    }

    private void inlinesFrom(Node first) {
        for (Node node = first; node != null; ) {
            node = isPlain(node) ? run(node, node.getStartOffset()) : inline(node);
        }
    }

    private static boolean isPlain(Node node) {
        return node instanceof Text || node instanceof TypographicSmarts;
    }

    /** Writes a run of plain text from an offset on, with addresses of e-mail made links. Gives the node after it. */
    private Node run(Node first, int from) {
        Node last = first;
        while (last.getNext() != null && isPlain(last.getNext())) {
            last = last.getNext();
        }
        if (mayHoldMail && linkDepth == 0) {
            String text = source.substring(from, Math.max(from, last.getEndOffset()));
            if (text.indexOf('@') >= 0) {
                bareMails(first, last, from, text);
                return last.getNext();
            }
        }
        plainText(first, from, first.getEndOffset());
        for (Node node = first.getNext(); node != last.getNext(); node = node.getNext()) {
            plainText(node, node.getStartOffset(), node.getEndOffset());
        }
        return last.getNext();
    }

    private void bareMails(Node first, Node last, int start, String run) {
        int done = start;
        for (Span found : BareAddresses.mails(run)) {
            String text = run.substring(found.start(), found.end());
            plainBetween(first, last, done, start + found.start());
            done = start + found.end();
            bareAddress(text, text.startsWith(MAILTO) ? "" : MAILTO, start + found.start());
        }
        plainBetween(first, last, done, last.getEndOffset());
    }

    private void bareAddress(String text, String scheme, int start) {
        if (Url.of(scheme + text).kind() != Url.Kind.OUTSIDE) {
            Escape.text(text, out);
            return;
        }
        openLink(scheme + text, "", text, new Span(shift + start, shift + start + text.length()));
        Escape.text(text, out);
        closeLink();
    }

    private void plainBetween(Node first, Node last, int from, int to) {
        for (Node node = first; node != last.getNext(); node = node.getNext()) {
            int start = Math.max(from, node.getStartOffset());
            int end = Math.min(to, node.getEndOffset());
            if (start < end) {
                plainText(node, start, end);
            }
        }
    }

    private void plainText(Node node, int from, int to) {
        if (node instanceof TypographicSmarts smarts) {
            Escape.text(Escaping.unescapeHtml(smarts.getTypographicText()), out);
            return;
        }
        if (dialect == Dialect.PLAYBOOK) {
            openComments(from, to);
        }
        BasedSequence chars = node.getChars();
        if (chars.length() == node.getEndOffset() - node.getStartOffset()) {
            text(withoutBackslashes(source, from, to));
        } else {
            // put together of pieces: quotation signs at the line starts are left out
            text(withoutBackslashes(chars));
        }
    }

    /** A comment that nothing ends is plain text. */
    private void openComments(int from, int to) {
        for (int i = from; i < to; i++) {
            if (source.charAt(i) == '<' && source.startsWith("<!--", i) && (i == 0 || source.charAt(i - 1) != '\\')) {
                raw.openComment(i);
            }
        }
    }

    /** "Spaces at the end of the line and beginning of the next line are removed." */
    private void text(String text) {
        String lines = text.indexOf('\n') < 0 ? text : text.replaceAll("\n[ \t]+", "\n");
        if (out.length() > 0 && out.charAt(out.length() - 1) == '\n') {
            lines = lines.stripLeading();
        }
        Escape.text(dialect == Dialect.PLAYBOOK ? Typography.dashesAndDots(lines) : lines, out);
    }

    /** Writes a node. Gives the node to go on with, which is not always the next: an image takes its attributes along. */
    private Node inline(Node node) {
        if (node instanceof SoftLineBreak) {
            out.append(Scripts.needsBlank(source, node.getStartOffset(), node.getEndOffset()) ? "\n" : "");
        } else if (node instanceof HardLineBreak) {
            out.append("<br>\n");
        } else if (node instanceof StrongEmphasis) {
            wrap("strong", node);
        } else if (node instanceof Emphasis) {
            wrap("em", node);
        } else if (node instanceof Strikethrough) {
            wrap("del", node);
        } else if (node instanceof Code code) {
            out.append("<code").append(ofCode()).append('>');
            Escape.text(codeSpan(code.getText().toString()), out);
            out.append("</code>");
        } else if (node instanceof TypographicQuotes quotes) {
            Escape.text(Escaping.unescapeHtml(quotes.getTypographicOpening()), out);
            inlines(quotes);
            Escape.text(Escaping.unescapeHtml(quotes.getTypographicClosing()), out);
        } else if (node instanceof com.vladsch.flexmark.ast.Link link) {
            link(link);
        } else if (node instanceof Image image) {
            String after = textAfter(image);
            addImage(image.getUrl(), image.getTitle(), plain(image, source), ImageAttributes.parse(after));
            return skipTo(image.getNext(), image.getEndOffset() + ImageAttributes.length(after));
        } else if (node instanceof MailLink mail) {
            String text = mail.getText().toString();
            openLink(MAILTO + text, "", text, span(mail.getText()));
            Escape.text(text, out);
            closeLink();
        } else if (node instanceof AutoLink address
                && address.getOpeningMarker().isEmpty()) {
            String text = address.getText().toString();
            bareAddress(text, text.startsWith("www") ? "http://" : "", address.getStartOffset());
        } else if (node instanceof AutoLink address) {
            String text = address.getText().toString();
            openLink(text, "", text, span(address.getText()));
            Escape.text(text, out);
            closeLink();
        } else if (node instanceof HtmlInlineBase html) {
            htmlInline(html);
        } else if (node instanceof HtmlEntity entity) {
            Escape.text(decode(entity.getChars().toString()), out);
        } else if (node instanceof Footnote footnote) {
            footnote(footnote);
        } else if (isPlain(node)) {
            plainText(node, node.getStartOffset(), node.getEndOffset());
        } else if (node.hasChildren()) {
            inlines(node);
        } else {
            Escape.text(node.getChars(), out);
        }
        return node.getNext();
    }

    /** The source right after an image, where attributes in braces may stand. */
    private String textAfter(Node image) {
        if (dialect == Dialect.COMMONMARK || !(image.getNext() instanceof Text)) {
            return "";
        }
        int from = image.getEndOffset();
        int to = Math.min(source.length(), from + ImageAttributes.LONGEST);
        return source.substring(from, to);
    }

    /** The first node that ends after an offset; what of it lies behind the offset is written if it began before. */
    private Node skipTo(Node node, int offset) {
        Node next = node;
        while (next != null && next.getEndOffset() <= offset) {
            next = next.getNext();
        }
        return next != null && next.getStartOffset() < offset ? run(next, offset) : next;
    }

    private void wrap(String tag, Node node) {
        out.append('<').append(tag).append('>');
        inlines(node);
        out.append("</").append(tag).append('>');
    }

    /** "Line endings are converted to spaces"; one blank at each end goes, unless it is all blanks. */
    private static String codeSpan(String text) {
        String line = text.indexOf('\n') < 0 ? text : text.replaceAll("\r?\n[ \t]*", " ");
        boolean padded = line.length() > 2 && line.startsWith(" ") && line.endsWith(" ") && !line.isBlank();
        return padded ? line.substring(1, line.length() - 1) : line;
    }

    private void link(com.vladsch.flexmark.ast.Link node) {
        if (linkDepth > 0) {
            inlines(node);
            return;
        }
        openLink(unescape(node.getUrl()), titleOf(node.getTitle()), plain(node, source), span(node.getUrl()));
        inlines(node);
        closeLink();
    }

    private void openLink(String target, String title, String text, Span span) {
        links.add(new Link(Url.of(target), title, text, span, false, Map.of()));
        out.append(Mark.LINK).append(links.size() - 1).append(Mark.END);
        linkDepth++;
    }

    private void closeLink() {
        out.append(Mark.LINK_CLOSE);
        linkDepth--;
    }

    private void addImage(BasedSequence url, BasedSequence title, String alt, Map<String, String> attributes) {
        links.add(new Link(Url.of(unescape(url)), titleOf(title), alt, span(url), true, attributes));
        out.append(Mark.IMAGE).append(links.size() - 1).append(Mark.END);
    }

    private static String titleOf(BasedSequence title) {
        return title.isNotNull() ? unescape(title) : "";
    }

    private void htmlInline(HtmlInlineBase node) {
        String html = node.getChars().normalizeEOL();
        if (dialect == Dialect.COMMONMARK) {
            out.append(html);
        } else if (html.startsWith("<!--") && html.indexOf("<!--", 4) >= 0) {
            raw.openComment(node.getStartOffset());
            Escape.text(html, out);
        } else if (RawTags.isHtml(html)) {
            finish.raw(raw, html, node.getStartOffset(), node.getEndOffset(), out);
        } else {
            Escape.text(html, out);
        }
    }

    private void footnote(Footnote node) {
        int number = footnotes.number(node);
        int use = footnotes.use(node);
        out.append("<sup class=\"footnote\"><a href=\"#fn.")
                .append(number)
                .append("\" id=\"fnref.")
                .append(number)
                .append(use == 0 ? "" : "." + use)
                .append("\">")
                .append(number)
                .append("</a></sup>");
    }

    // ---- text

    private void word(String key) {
        out.append(Mark.WORD).append(key).append(Mark.END);
    }

    /** Begins a line, unless one has just begun. */
    private void line() {
        int length = out.length();
        if (length > 0 && out.charAt(length - 1) != '\n') {
            out.append('\n');
        }
    }

    private Span span(BasedSequence chars) {
        return new Span(shift + chars.getStartOffset(), shift + chars.getEndOffset());
    }

    /** Text of which entities are nodes of their own. */
    private static String withoutBackslashes(BasedSequence chars) {
        return withoutBackslashes(chars.toString(), 0, chars.length());
    }

    private static String withoutBackslashes(String source, int start, int end) {
        String text = source.substring(start, end);
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escape = c == '\\' && i + 1 < text.length() && SpecInlineParser.isPunctuation(text.charAt(i + 1));
            plain.append(escape ? text.charAt(++i) : c);
        }
        return plain.toString();
    }

    /** Text of an address, a title or a language, with escapes and entities in it. */
    private static String unescape(BasedSequence chars) {
        String text = chars.toString();
        return text.indexOf('\\') < 0 && text.indexOf('&') < 0
                ? text
                : Characters.legible(Escaping.unescapeString(text));
    }

    private static String decode(String entity) {
        return Characters.legible(Escaping.unescapeHtml(entity));
    }

    /** What a reader reads of a node. */
    static String plain(Node node, String source) {
        StringBuilder text = new StringBuilder();
        collect(node, source, text, false);
        return text.toString().strip();
    }

    /** What a writer wrote in a node: dashes and quotation marks as typed. */
    private String source(Node node) {
        StringBuilder text = new StringBuilder();
        collect(node, source, text, true);
        return text.toString().strip();
    }

    private static void collect(Node parent, String source, StringBuilder text, boolean asTyped) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                text.append(Scripts.needsBlank(source, node.getStartOffset(), node.getEndOffset()) ? " " : "");
            } else if (node instanceof HtmlEntity entity) {
                text.append(decode(entity.getChars().toString()));
            } else if (node instanceof TypographicSmarts smarts) {
                text.append(asTyped ? smarts.getChars() : Escaping.unescapeHtml(smarts.getTypographicText()));
            } else if (node instanceof TypographicQuotes quotes) {
                text.append(asTyped ? "\"" : Escaping.unescapeHtml(quotes.getTypographicOpening()));
                collect(quotes, source, text, asTyped);
                text.append(asTyped ? "\"" : Escaping.unescapeHtml(quotes.getTypographicClosing()));
            } else if (node instanceof HtmlInlineBase || node instanceof Footnote) {
                continue;
            } else if (node instanceof Text) {
                String plain = withoutBackslashes(node.getChars());
                text.append(asTyped ? plain : Typography.dashesAndDots(plain));
            } else if (node instanceof AutoLink address) {
                text.append(address.getText());
            } else if (node instanceof MailLink address) {
                text.append(address.getText());
            } else if (node instanceof Code code) {
                text.append(codeSpan(code.getText().toString()));
            } else {
                collect(node, source, text, asTyped);
            }
        }
    }
}
