package org.practiceplaybook.markdown;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.util.ast.BlankLine;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.practiceplaybook.markdown.parser.BudgetedText;
import org.practiceplaybook.markdown.parser.Dialect;
import org.practiceplaybook.markdown.parser.Flexmark;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/**
 * Reads Markdown. Never fails: a text that cannot be parsed is shown as it was typed, and a diagnostic says so.
 *
 * <p>An object may be shared between threads. They need deep stacks, as those of {@link
 * org.practiceplaybook.work.Workers} are.
 */
public final class Markdown {
    /** In UTF-16 code units: a longer text is not read. */
    public static final int LONGEST_TEXT = Guard.LONGEST_TEXT;

    /** How the address of a file on a disk begins, in any case, as a regular expression. */
    private static final String DISK = "^(?:file:|[A-Za-z]:[\\\\/])";

    private static final Pattern ON_DISK = Pattern.compile(DISK, Pattern.CASE_INSENSITIVE);

    /** Elements inside each other that are made text one by one. */
    private static final int MOST_HTML = 20;

    private final Dialect dialect;
    private final boolean lines;
    private final Finish finish;
    private final boolean rightToLeft;
    private final Flexmark parser;

    Markdown(Dialect dialect, QuotationMarks marks, boolean lines, Finish finish) {
        this.dialect = dialect;
        this.lines = lines;
        this.finish = finish;
        this.rightToLeft = marks.rightToLeft();
        this.parser = new Flexmark(dialect, marks);
    }

    /**
     * A reader for a form, where neither HTML is parsed nor code coloured: raw HTML is shown as text.
     *
     * @param marks what straight quotation marks become
     */
    public static Markdown plain(QuotationMarks marks) {
        return new Markdown(Dialect.PLAYBOOK, marks, false, new PlainFinish());
    }

    /**
     * Parses the text of a file.
     *
     * @param start where the text begins, in UTF-16 code units: after the front matter
     */
    public Body read(SourceFile file, int start) {
        return read(file, start, heading -> true);
    }

    /**
     * The same of a text whose title may be known.
     *
     * @param isTitle whether a heading of the first level, with which the text begins, is its title and not part of the text
     */
    public Body read(SourceFile file, int start, Predicate<String> isTitle) {
        Optional<Diagnostic> refusal = Guard.refuse(file, start);
        if (refusal.isPresent()) {
            return asTyped(file, start, refusal.get());
        }
        try {
            return parse(file, start, isTitle);
        } catch (BudgetedText.BudgetExceeded exceeded) {
            int at = Math.min(start + exceeded.offset(), file.text().length());
            return asTyped(file, start, tooMuchWork(file, at));
        } catch (StackOverflowError overflow) {
            return asTyped(file, start, tooMuchWork(file, start));
        }
    }

    /** A text in which raw HTML is only text, as a writer in a field means it. */
    public String withoutHtml(String text) {
        String safe = text;
        // what one element opened may hold others
        for (int i = 0; i < MOST_HTML; i++) {
            StringBuilder escaped = new StringBuilder(safe);
            RawTags raw;
            try {
                raw = new BodyWriter(
                                parser.parse(safe), safe, dialect, rightToLeft, 0, null, 0, finish, LineNumbers.NONE)
                        .raw();
            } catch (BudgetedText.BudgetExceeded | StackOverflowError refused) {
                break;
            }
            if (raw.isEmpty()) {
                return safe;
            }
            raw.pieces().stream()
                    .map(RawTags.Piece::start)
                    .distinct()
                    .sorted(java.util.Comparator.reverseOrder())
                    .forEach(at -> escaped.insert(at + blanks(escaped, at), '\\'));
            safe = escaped.toString();
        }
        return safe.replaceAll("<(?=[A-Za-z/!?])", "\\\\<");
    }

    /** A block of HTML begins with the blanks before it. */
    private static int blanks(CharSequence text, int at) {
        int blanks = 0;
        while (text.charAt(at + blanks) != '<') {
            blanks++;
        }
        return blanks;
    }

    private Body parse(SourceFile file, int start, Predicate<String> isTitle) {
        String text = file.text().substring(start);
        Document document = parser.parse(text);
        Node title = dialect == Dialect.PLAYBOOK ? title(document, text, isTitle) : null;
        boolean raise = dialect == Dialect.PLAYBOOK && Body.isRaised(levels(document, title));
        BodyWriter writer = new BodyWriter(
                document,
                text,
                dialect,
                rightToLeft,
                start,
                title,
                raise ? 1 : 0,
                finish,
                lines ? LineNumbers.of(file.text()) : LineNumbers.NONE);
        Set<String> anchors = new HashSet<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<org.practiceplaybook.markdown.Heading> headings = writer.headings();
        List<Part> parts;
        if (writer.raw().isEmpty()) {
            parts = cut(writer.html(), headings);
        } else {
            Finish.RawMarkup raw = finish.read(file, start, writer);
            parts = raw.parts(writer.html());
            headings = raw.headings();
            writer.title().ifPresent(heading -> anchors.add(heading.id()));
            anchors.addAll(raw.anchors());
            diagnostics.addAll(raw.diagnostics());
        }
        headings.forEach(heading -> anchors.add(heading.id()));
        for (Span comment : writer.raw().openComments()) {
            diagnostics.add(openComment(file, comment));
        }
        for (Span element : writer.raw().openElements()) {
            diagnostics.add(openElement(file, element));
        }
        for (Link link : writer.links()) {
            if (link.url().kind() == Url.Kind.UNSAFE) {
                diagnostics.add(unsafeLink(file, link));
            }
        }
        if (dialect == Dialect.PLAYBOOK) {
            diagnostics.addAll(new UnparsedMarkup(file, start, text, document, finish).diagnostics());
        }
        return new Body(start, writer.title(), parts, headings, writer.links(), anchors, diagnostics);
    }

    /** The heading of the first level with which a text begins. */
    private static Node title(Document document, String source, Predicate<String> isTitle) {
        Node node = document.getFirstChild();
        while (node instanceof Reference || node instanceof HtmlCommentBlock || node instanceof BlankLine) {
            node = node.getNext();
        }
        boolean first = node instanceof Heading heading && heading.getLevel() == 1 && heading.hasChildren();
        return first && isTitle.test(BodyWriter.plain(node, source)) ? node : null;
    }

    private static List<Integer> levels(Document document, Node title) {
        List<Integer> levels = new ArrayList<>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node != title && node instanceof Heading heading) {
                levels.add(heading.getLevel());
            }
        }
        return levels;
    }

    static List<Part> cut(String html, List<org.practiceplaybook.markdown.Heading> headings) {
        List<Part> parts = new ArrayList<>();
        Optional<org.practiceplaybook.markdown.Heading> heading = Optional.empty();
        int start = 0;
        int mark = html.indexOf(Mark.HEADING);
        while (true) {
            int end = mark < 0 ? html.length() : mark;
            if (heading.isPresent() || end > start) {
                parts.add(Part.of(heading, html.substring(start, end)));
            }
            if (mark < 0) {
                return parts;
            }
            heading = Optional.of(headings.get(Mark.number(html, mark)));
            start = Mark.end(html, mark);
            mark = html.indexOf(Mark.HEADING, start);
        }
    }

    private static Body asTyped(SourceFile file, int start, Diagnostic reason) {
        String html = "<pre class=\"as-typed\" tabindex=\"0\">"
                + Escape.text(file.text().substring(start)) + "</pre>\n";
        return new Body(
                start,
                Optional.empty(),
                List.of(Part.of(Optional.empty(), html)),
                List.of(),
                List.of(),
                Set.of(),
                List.of(reason));
    }

    private static Diagnostic tooMuchWork(SourceFile file, int at) {
        Span line = file.lineAt(at);
        Span shown = new Span(line.start(), Math.min(line.end(), line.start() + 60));
        return Diagnostic.of(
                        RuleCode.TOO_MUCH_WORK, file.at(shown), "this text takes too much work to read, near this line")
                .effect("the text as it was typed, without headings or links")
                .remedy("look for a long run of the same sign or element, for example [ or \\ or <b>, and take it out");
    }

    private static Diagnostic openComment(SourceFile file, Span span) {
        return Diagnostic.of(RuleCode.COMMENT_OPEN, file.at(span), "a comment begins here and nothing ends it")
                .effect("the comment itself, as it was typed")
                .remedy("put --> where the comment ends, or write \\<!-- if readers are to see these signs");
    }

    private static Diagnostic openElement(SourceFile file, Span span) {
        String name = file.text().substring(span.start() + 1, span.end());
        boolean inText = HtmlElements.PHRASING.contains(name.toLowerCase(Locale.ROOT));
        return Diagnostic.of(RuleCode.HTML_OPEN, file.at(span), "an element of HTML begins here and nothing ends it")
                .effect(
                        inText
                                ? "the words up to the end of the paragraph as part of it"
                                : "all that follows inside it, headings too, which begin no section there")
                .remedy("put </" + name + "> where it ends, or take it out");
    }

    private static Diagnostic unsafeLink(SourceFile file, Link link) {
        if (ON_DISK.matcher(link.url().value()).find()) {
            return Diagnostic.of(
                            RuleCode.DISK_LINK, file.at(link.span()), "this address is a file on your own computer")
                    .effect("the text of the link, which leads nowhere: readers do not have that file")
                    .remedy("put the file into the content folder and write the way to it from here");
        }
        if (link.url().isMeantForWeb()) {
            return Diagnostic.of(RuleCode.LINK_WEB, file.at(link.span()), Url.NOT_OF_WEB)
                    .effect("the text of the link, which leads nowhere")
                    .remedy(Url.COPY_IT);
        }
        return Diagnostic.of(RuleCode.UNSAFE_LINK, file.at(link.span()), Url.NOT_ALLOWED)
                .label(Url.ALLOWED_KINDS)
                .effect("the text of the link, which leads nowhere")
                .remedy("link to a page of the web or to a file of the playbook");
    }
}
