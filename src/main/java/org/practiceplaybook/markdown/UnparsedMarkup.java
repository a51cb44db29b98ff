package org.practiceplaybook.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.DelimitedNode;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.source.Characters;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/**
 * Finds what a writer meant as Markdown and the parser took for plain text: readers would see the signs as they were
 * typed.
 */
final class UnparsedMarkup {
    private static final String FILE_END = "(?:md|html?|png|jpe?g|gif|svg|webp|pdf)";
    private static final Pattern BLANK_IN_ADDRESS = Pattern.compile(
            "!?\\[[^\\]\\n]{0,200}\\]\\(((?!https?:)[^()\\s\"'<>]{1,100}(?: [^()\\s\"'<>]{1,60}){1,12}\\." + FILE_END
                    + ")\\)");
    private static final Pattern GAP =
            Pattern.compile("\\[[^\\]\\n]{1,200}\\]([ \\t]+)\\((?:https?:[^()\\s]{1,500}|[^()\\s]{1,300}\\." + FILE_END
                    + "(?:#[^()\\s]{0,200})?)\\)");
    private static final Pattern REVERSED =
            Pattern.compile("\\(([^()\\n]{1,200})\\)\\[((?:https?:[^\\]\\s]{1,500}|[^\\]\\s]{1,300}\\." + FILE_END
                    + "(?:#[^\\]\\s]{0,200})?))\\]");
    private static final Pattern FOOTNOTE = Pattern.compile("(?<!\\\\)\\[\\^([^\\]\\s]{1,60})\\](?!:)");
    private static final Pattern REFERENCE = Pattern.compile("\\[[^\\[\\]\\n]{1,200}\\]\\[([^\\[\\]\\n]{1,60})\\]");
    private static final Pattern HEADING = lines("^(#{2,6})(?=[\\p{L}\\p{Nd}\\p{Nl}\\p{No}])[^\\n]*");
    private static final Pattern STARS = Pattern.compile("(?:^|[^\\\\*])(\\*\\*)(?!\\*)");
    /** A pair whose words begin or end with signs, as 「 and 」; these before, the words, these after. */
    private static final Pattern STARS_BY_SIGNS =
            Pattern.compile("\\*\\*([^\\p{L}\\p{Nd}*\\s\\x01]{0,8})([\\p{L}\\p{Nd}](?:[^*\\n]{0,300}[\\p{L}\\p{Nd}])?)"
                    + "([^\\p{L}\\p{Nd}*\\s\\x01]{0,8})\\*\\*(?!\\*)");

    private static final Pattern TIGHT_ITEMS = lines("^([-*+])(?=\\p{L})[^\\n]*\\n[-*+](?=\\p{L})[^\\n]*");
    private static final Pattern TIGHT_NUMBERS =
            lines("^(\\d{1,2}[.)])(?=\\p{L})[^\\n]*\\n\\d{1,2}[.)](?=\\p{L})[^\\n]*");
    private static final Pattern TO_DO = Pattern.compile(
            "(?:^|[^\\p{L}\\p{Nd}\\p{Nl}\\p{No}_])(TODO|TBD|FIXME|XXX|[Ll]orem ipsum)(?![\\p{L}\\p{Nd}\\p{Nl}\\p{No}_])"
                    + "|(\\[(?:[Yy]our|[Ii]nsert|[Aa]dd|[Dd]escribe|[Ww]rite|[Ff]ill in)(?![\\p{L}\\p{Nd}\\p{Nl}\\p{No}_])[^\\[\\]\\n]{0,80}\\])(?!\\s?[(\\[:])");

    private static final List<String> TO_DO_SIGNS = List.of("[", "TODO", "TBD", "FIXME", "XXX", "orem ipsum");

    private final SourceFile file;
    private final int shift;
    private final String text;
    private final ForeignMarkup foreign;
    private final List<Diagnostic> found = new ArrayList<>();
    /** Names that were told already: once is enough. */
    private final Set<String> footnotes = new HashSet<>();

    /**
     * Looks through a parsed text.
     *
     * @param shift where the text begins in its file, in UTF-16 code units
     */
    UnparsedMarkup(SourceFile file, int shift, String text, Document document, Finish finish) {
        this.file = file;
        this.shift = shift;
        this.text = text;
        this.foreign = new ForeignMarkup(file, shift, finish);
        blocks(document);
        found.addAll(foreign.diagnostics());
        if (text.contains("]:")) {
            finish.definitions(file, shift, document, found);
        }
        if (text.contains("&#")) {
            numbers(document);
        }
    }

    /** What no text may hold can be written by its number. */
    private void numbers(Document document) {
        Matcher matcher = RawTags.NUMERIC_ENTITY.matcher(text);
        TreeMap<Integer, Integer> codes = null;
        while (matcher.find()) {
            int number = RawTags.numbered(matcher.toMatchResult());
            if (Characters.isAllowed(number)) {
                continue;
            }
            if (codes == null) {
                codes = new TreeMap<>();
                codes(document, codes);
            }
            Map.Entry<Integer, Integer> code = codes.floorEntry(matcher.start());
            if (code == null || code.getValue() <= matcher.start()) {
                report(Characters.unfit(file.at(span(matcher.start(), matcher.end())), number)
                        .replaceBy(""));
            }
        }
    }

    /** Where code begins and ends. */
    private static void codes(Node parent, Map<Integer, Integer> found) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FencedCodeBlock fence) {
                found.put(fence.getInfo().getEndOffset(), node.getEndOffset());
            } else if (node instanceof Code || node instanceof IndentedCodeBlock) {
                found.put(node.getStartOffset(), node.getEndOffset());
            } else {
                codes(node, found);
            }
        }
    }

    List<Diagnostic> diagnostics() {
        return found;
    }

    private static Pattern lines(String expression) {
        return Pattern.compile(expression, Pattern.MULTILINE);
    }

    private void blocks(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FencedCodeBlock code) {
                fence(code);
                foreign.fence(code);
            } else if (node instanceof Paragraph) {
                paragraph(node);
            } else if (node instanceof Heading heading) {
                if (mayHoldSigns(heading.getStartOffset(), heading.getEndOffset())) {
                    foreign.heading(heading, plain(heading), heading.getStartOffset());
                }
            } else if (node instanceof TableCell) {
                if (mayHoldSigns(node.getStartOffset(), node.getEndOffset())) {
                    foreign.line(plain(node), node.getStartOffset());
                }
            } else if (node instanceof HtmlBlockBase) {
                foreign.tags(node);
            } else {
                if (node instanceof DefinitionList list) {
                    foreign.definitions(list);
                } else if (node instanceof FootnoteBlock note) {
                    foreign.footnote(note);
                }
                blocks(node);
            }
        }
    }

    /** A block of code that nothing closes takes in all that follows. */
    private void fence(FencedCodeBlock code) {
        BasedSequence opening = code.getOpeningMarker();
        if (code.getClosingMarker().isNotNull() && !code.getClosingMarker().isEmpty() || opening.isEmpty()) {
            return;
        }
        report(Diagnostic.of(
                        RuleCode.CODE_OPEN,
                        file.at(span(opening.getStartOffset(), opening.getEndOffset())),
                        "a block of code begins here and nothing ends it")
                .effect("all that follows as code")
                .remedy("put a line with " + opening + " where the code ends"));
    }

    private void paragraph(Node paragraph) {
        int start = paragraph.getStartOffset();
        int end = Math.min(paragraph.getEndOffset(), text.length());
        Pasted.runs(text.substring(start, end)).forEach(run -> pasted(run, start));
        if (!mayHoldSigns(start, end)) {
            return;
        }
        String plain = plain(paragraph);
        signs(plain, start);
        foreign.paragraph(plain, start);
    }

    /** What a link says, between round brackets, as if nothing but the words stood there. */
    private void words(Link link) {
        if (link.hasChildren()) {
            int start = link.getFirstChild().getStartOffset();
            String words = text.substring(start, link.getLastChild().getEndOffset());
            StringBuilder plain = new StringBuilder("(").append(words).append(')');
            mask(link, plain, start - 1);
            foreign.words(plain.toString(), start - 1);
        }
    }

    private String plain(Node node) {
        int start = node.getStartOffset();
        StringBuilder plain = new StringBuilder(text.substring(start, Math.min(node.getEndOffset(), text.length())));
        mask(node, plain, start);
        return plain.toString();
    }

    /** Each search is begun only where its signs are: most paragraphs have none of them. */
    private void signs(String plain, int start) {
        if (plain.indexOf('[') >= 0) {
            find("](", BLANK_IN_ADDRESS, plain, start, this::blankInAddress);
            find("(", GAP, plain, start, this::gap);
            find(")[", REVERSED, plain, start, this::reversed);
            find("[^", FOOTNOTE, plain, start, this::footnote);
            find("][", REFERENCE, plain, start, this::reference);
        }
        find("#", HEADING, plain, start, this::heading);
        // most paragraphs are one line, whose end belongs to them
        if (plain.indexOf('\n') < plain.length() - 1) {
            find("\n", TIGHT_ITEMS, plain, start, this::items);
            find("\n", TIGHT_NUMBERS, plain, start, this::items);
        }
        for (String sign : TO_DO_SIGNS) {
            if (plain.contains(sign)) {
                find(sign, TO_DO, plain, start, this::toDo);
                break;
            }
        }
        if (plain.contains("**")) {
            Matcher stars = STARS.matcher(plain);
            if (stars.find()) {
                stars(plain, stars.start(1), start);
            }
        }
    }

    private boolean mayHoldSigns(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean first = i == start || text.charAt(i - 1) == '\n';
            boolean sign = c == '*' || first && (c == '#' || c == '-' || c == '+' || c >= '0' && c <= '9');
            if (sign || ForeignMarkup.isSign(c, first)) {
                return true;
            }
            if ((c == 'T' || c == 'F' || c == 'X' || c == 'L' || c == 'l')
                    && TO_DO.matcher(text).region(i, end).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** Blanks out what the parser understood, so that only plain text is left. */
    private void mask(Node parent, StringBuilder plain, int start) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            boolean whole = node instanceof Code
                    || node instanceof HtmlInlineBase
                    || node instanceof AutoLink
                    || node instanceof Image
                    || node instanceof Link
                    || node instanceof Footnote;
            if (node instanceof HtmlInlineBase) {
                foreign.tags(node);
            }
            if (whole) {
                if (node instanceof Link link) {
                    words(link);
                }
                int end = node instanceof Image ? attributesEnd(node.getEndOffset()) : node.getEndOffset();
                if (end > node.getEndOffset()) {
                    foreign.attributes((Image) node, end);
                }
                blank(plain, node.getStartOffset() - start, end - start);
                continue;
            }
            if (node instanceof DelimitedNode delimited) {
                blank(
                        plain,
                        node.getStartOffset() - start,
                        delimited.getOpeningMarker().getEndOffset() - start);
                blank(plain, delimited.getClosingMarker().getStartOffset() - start, node.getEndOffset() - start);
            }
            mask(node, plain, start);
        }
    }

    private int attributesEnd(int start) {
        return start
                + ImageAttributes.length(
                        text.substring(start, Math.min(text.length(), start + ImageAttributes.LONGEST)));
    }

    private static void blank(StringBuilder plain, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, plain.length()); i++) {
            if (plain.charAt(i) != '\n') {
                plain.setCharAt(i, ForeignMarkup.UNDERSTOOD);
            }
        }
    }

    /** Tells of a match; its groups count from the start of the text. */
    private interface Tell {
        void of(Matcher match, int start);
    }

    private static void find(String sign, Pattern pattern, String plain, int start, Tell tell) {
        if (!plain.contains(sign)) {
            return;
        }
        Matcher matcher = pattern.matcher(plain);
        while (matcher.find()) {
            tell.of(matcher, start);
        }
    }

    private void blankInAddress(Matcher match, int start) {
        Span address = span(start + match.start(1), start + match.end(1));
        report(Diagnostic.of(RuleCode.LINK_BLANK, file.at(address), "the address of this link has a blank in it")
                .effect("the brackets as they were typed, and no link")
                .remedy("rename the file with hyphens, or write %20 for each blank")
                .edit(new Edit(address, match.group(1).replace(" ", "%20"))));
    }

    private void gap(Matcher match, int start) {
        Span gap = span(start + match.start(1), start + match.end(1));
        report(Diagnostic.of(RuleCode.LINK_GAP, file.at(gap), "a blank stands between the two parts of this link")
                .effect("the brackets as they were typed, and no link")
                .remedy("take the blank away")
                .edit(new Edit(gap, "")));
    }

    private void reversed(Matcher match, int start) {
        Span whole = span(start + match.start(), start + match.end());
        report(Diagnostic.of(
                        RuleCode.LINK_REVERSED, file.at(whole), "the two brackets of this link are the wrong way round")
                .effect("the brackets as they were typed, and no link")
                .remedy("the words stand in [ ], the address in ( )")
                .edit(new Edit(whole, "[" + match.group(1) + "](" + match.group(2) + ")")));
    }

    private void footnote(Matcher match, int start) {
        if (!footnotes.add(match.group(1))) {
            return;
        }
        report(Diagnostic.of(
                        RuleCode.FOOTNOTE_MISSING,
                        file.at(span(start + match.start(), start + match.end())),
                        "there is no footnote \"" + match.group(1) + "\"")
                .effect("the brackets as they were typed")
                .remedy("write it on a line of its own at the end: " + match.group() + ": …"));
    }

    private void reference(Matcher match, int start) {
        if (match.group(1).startsWith("^")) {
            return;
        }
        report(Diagnostic.of(
                        RuleCode.REFERENCE_MISSING,
                        file.at(span(start + match.start(), start + match.end())),
                        "the address of \"" + match.group(1) + "\" is missing")
                .effect("the brackets as they were typed, and no link")
                .remedy("write it on a line of its own at the end: [" + match.group(1) + "]: https://…"));
    }

    private void heading(Matcher match, int start) {
        Span signs = span(start + match.start(1), start + match.end(1));
        report(Diagnostic.of(RuleCode.HEADING_SPACE, file.at(signs), "a space is missing after the #")
                .effect("the signs and the words in the running text, and no heading")
                .remedy("put a space after the last #")
                .edit(new Edit(new Span(signs.end(), signs.end()), " ")));
    }

    private void items(Matcher match, int start) {
        Span sign = span(start + match.start(1), start + match.end(1));
        report(Diagnostic.of(RuleCode.ITEM_SPACE, file.at(sign), "a space is missing after the sign of each item")
                .effect("the lines run together, and no list")
                .remedy("put a space after each "
                        + match.group(1).substring(match.group(1).length() - 1)));
    }

    private void pasted(Pasted.Run run, int start) {
        int from = start + run.start();
        int to = Math.min(start + run.end(), text.indexOf('\n', from) < 0 ? text.length() : text.indexOf('\n', from));
        boolean table = run.rule() == RuleCode.TABLE_TABS;
        Span whole = span(from, start + run.end());
        boolean inText = table && run.start() > 0;
        report(Diagnostic.of(
                        run.rule(),
                        file.at(span(from, to)),
                        table
                                ? "tabs make no table, as they do in a spreadsheet"
                                : "this sign makes no list, as it does in a word processor")
                .effect(table ? "the cells run together, and no table" : "the lines run together, and no list")
                .remedy(
                        table
                                ? "put | between the cells and a line with --- below the first row, or run: playbook check --fix"
                                : "begin each item with a hyphen or a number with a dot, or run: playbook check --fix")
                .edit(new Edit(whole, (inText ? "\n" : "") + run.markdown())));
    }

    private void toDo(Matcher match, int start) {
        int words = match.group(1) == null ? 2 : 1;
        report(Diagnostic.of(
                        RuleCode.PLACEHOLDER,
                        file.at(span(start + match.start(words), start + match.end(words))),
                        "\"" + match.group(words) + "\" still waits for words")
                .effect("it as it stands")
                .remedy("fill it in, or take it out: a shorter text is welcome"));
    }

    private void stars(String plain, int at, int start) {
        Span signs = span(start + at, start + at + 2);
        Matcher pair = STARS_BY_SIGNS.matcher(plain).region(at, plain.length());
        if (pair.lookingAt()) {
            String inside = pair.group(1) + "**" + pair.group(2) + "**" + pair.group(3);
            report(Diagnostic.of(
                            RuleCode.STARS,
                            file.at(signs),
                            "these stars stand between a letter and a sign, where they make nothing bold")
                    .effect("the stars themselves, and no bold words")
                    .remedy("put the stars inside the signs: " + inside)
                    .edit(new Edit(span(start + pair.start(), start + pair.end()), inside)));
            return;
        }
        report(Diagnostic.of(RuleCode.STARS, file.at(signs), "these two stars have no partner")
                .effect("the stars themselves, and no bold words")
                .remedy("put two stars at the end of the bold words too, with no blank before them"));
    }

    private Span span(int from, int to) {
        return new Span(shift + from, shift + Math.max(from, to));
    }

    private void report(Diagnostic diagnostic) {
        found.add(diagnostic);
    }
}
