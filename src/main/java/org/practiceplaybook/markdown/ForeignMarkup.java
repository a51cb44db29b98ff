package org.practiceplaybook.markdown;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ext.definition.DefinitionItem;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/**
 * Finds what other tools, or GitHub alone, show otherwise than the playbook, which has no such signs: attributes and blocks
 * of colons, links of wikis, roles, templates, formulas and diagrams. And rows of a table that is none, and what the
 * playbook has beyond GitHub. {@link ForeignSigns} has more of them.
 */
final class ForeignMarkup {
    /** Stands for what the parser understood. */
    static final char UNDERSTOOD = '\u0001';

    private static final Pattern ATTRIBUTES = Pattern.compile("\\{ ?(?::|[#.](?=[A-Za-z]))[^{}\\n]{0,200}\\}" + "|(?<="
            + UNDERSTOOD + ")\\{[A-Za-z][\\w-]*=[^{}\\n]{0,200}\\}");
    private static final Pattern COLONS = lines("^[ \\t]{0,3}:{3,}[ \\t]*(\\{?[^\\n]*)$");
    private static final Pattern ADMONITION = lines("^[ \\t]{0,3}(?:!!!|\\?\\?\\?\\+?)[ \\t]+[\\w\"][^\\n]*$");
    private static final Pattern WIKI = Pattern.compile("(!?)\\[\\[([^\\[\\]\\n]{1,200})\\]\\]");
    private static final Pattern ROLE = Pattern.compile(
            "(?:\\{[A-Za-z][\\w:+-]{0,40}\\}|(?<![\\w:]):[A-Za-z][\\w:+-]{0,40}:)(?=" + UNDERSTOOD + ")");
    private static final Pattern TEMPLATE =
            Pattern.compile("\\{%[^\\n]{0,200}?%\\}|\\{\\{[^\\n]{0,200}?\\}\\}|\\{\\{<[^\\n]{0,200}?>\\}\\}");
    private static final Pattern FORMULA = Pattern.compile("(?<![\\w\\\\$" + UNDERSTOOD
            + "])(?:\\$\\$[^$]{1,500}\\$\\$|\\$(?![\\s$])[^$\\n]{0,200}(?<![\\s\\\\])\\$)(?![\\w$])");
    private static final Pattern ROW = lines("^[ \\t]{0,3}\\|[^\\n]*\\|[ \\t]*$");
    private static final Pattern DASHES =
            lines("^[ \\t]{0,3}(?:\\|[ \\t]*)?:?-+:?[ \\t]*(?:\\|[ \\t]*:?-+:?[ \\t]*)+\\|?[ \\t]*$"
                    + "|^[ \\t]{0,3}\\|[ \\t]*:?-+:?[ \\t]*\\|[ \\t]*$");
    private static final Pattern TAG = Pattern.compile("<!--.*?(?:-->|$)|<(?!/)[^<>\\s]{1,40}>?", Pattern.DOTALL);
    /** What GitHub draws. */
    private static final Set<String> DRAWN = Set.of("mermaid", "geojson", "topojson", "stl", "math");

    private final SourceFile file;
    private final int shift;
    private final Finish finish;
    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<String> tags = new HashSet<>();
    private int open;

    /**
     * A search in a text.
     *
     * @param shift where the text begins in its file, in UTF-16 code units
     */
    ForeignMarkup(SourceFile file, int shift, Finish finish) {
        this.file = file;
        this.shift = shift;
        this.finish = finish;
    }

    List<Diagnostic> diagnostics() {
        return found;
    }

    private static Pattern lines(String expression) {
        return Pattern.compile(expression, Pattern.MULTILINE);
    }

    /** May a line of plain text hold such signs? */
    static boolean isSign(char c, boolean first) {
        return "{[$|:=%^<+".indexOf(c) >= 0 || first && "!?.ie".indexOf(c) >= 0;
    }

    /** A block of code: is it a diagram or a block of another tool? */
    void fence(FencedCodeBlock code) {
        String info = code.getInfo().isBlank() ? "" : code.getInfo().toString().strip();
        if (info.isEmpty()) {
            return;
        }
        Span place = span(code.getInfo().getStartOffset(), code.getInfo().getEndOffset());
        String name = info.split("[\\s{]", 2)[0];
        if (info.startsWith("{")) {
            report(foreign(place, "a block of code cannot have a role here: " + info, "its lines as code")
                    .remedy("for a note, take the two lines with " + code.getOpeningMarker()
                            + " out, put > [!NOTE] above and > before each line; for code, write its language"
                            + " without braces"));
        } else if (DRAWN.contains(name)) {
            report(foreign(
                            place,
                            "GitHub draws a block of " + name + ", and this playbook does not",
                            "its lines as code")
                    .remedy("save the drawing as an .svg beside this file and show that instead: ![what it"
                            + " shows](drawing.svg)"));
        }
    }

    /** What the playbook alone understands: on GitHub, where a change is looked at, its signs stand as typed. */
    void definitions(DefinitionList list) {
        Node item = list.getFirstChild();
        while (item != null && !(item instanceof DefinitionItem)) {
            item = item.getNext();
        }
        if (item != null) {
            ours(
                    span(item.getStartOffset(), item.getStartOffset() + 1),
                    "GitHub shows this colon as it was typed, and no list of words with their meanings",
                    "the list; who looks at the change on GitHub, lines that begin with a colon",
                    "write a list instead, an item for each word: - **Word**: what it means");
        }
    }

    /** {@code [^two words]: …}. */
    void footnote(FootnoteBlock note) {
        BasedSequence label = note.getText();
        String blanks = label.toString().strip();
        if (blanks.chars().anyMatch(Character::isWhitespace)) {
            ours(
                    span(label.getStartOffset(), label.getEndOffset()),
                    "GitHub takes no footnote whose name has a blank in it",
                    "the footnote; who looks at the change on GitHub, the brackets as they were typed",
                    "write a hyphen for each blank in the name, here and where the footnote is named: [^"
                            + blanks.replaceAll("\\s+", "-") + "]");
        }
    }

    /** Attributes in braces right after an image. */
    void attributes(Image image, int end) {
        ours(
                span(image.getEndOffset(), end),
                "GitHub shows these braces behind the image as they were typed",
                "the image as you meant it; who looks at the change on GitHub, the braces too",
                "take the braces out; for a size, write the image as <img src=\"…\" alt=\"…\" width=\"300\">");
    }

    private void ours(Span signs, String message, String effect, String remedy) {
        report(foreign(signs, message, effect).remedy(remedy));
    }

    /** Raw HTML: of what is none, GitHub leaves the tags out. */
    void tags(Node html) {
        Matcher matcher = TAG.matcher(html.getChars());
        while (matcher.find()) {
            String tag = matcher.group();
            if (!RawTags.isHtml(tag) && tags.add(tag)) {
                int at = html.getStartOffset() + matcher.start();
                ours(
                        span(at, at + tag.length()),
                        "GitHub leaves this out as a tag that it does not know: " + tag,
                        "it as it was typed; who looks at the change on GitHub, nothing of it",
                        "take it out, or put it between backticks if readers are to see it");
            }
        }
    }

    /** The plain text of a heading, in which what was understood is blanked out. */
    void heading(Heading heading, String plain, int start) {
        Matcher matcher = ATTRIBUTES.matcher(plain);
        while (matcher.find()) {
            int blank = matcher.start() > 0 && plain.charAt(matcher.start() - 1) == ' ' ? 1 : 0;
            Span whole = span(start + matcher.start() - blank, start + matcher.end());
            String words = heading.getText().toString().replace(matcher.group(), "");
            report(foreign(
                            span(start + matcher.start(), start + matcher.end()),
                            "a heading takes no attributes in braces",
                            "the braces as they were typed")
                    .remedy("take them out; the anchor of this heading is made of its words: #"
                            + HeadingIds.slug(words))
                    .edit(new Edit(whole, "")));
        }
        line(matcher.replaceAll(""), start);
    }

    /** The plain text of a paragraph, in which what was understood is blanked out. */
    void paragraph(String plain, int start) {
        if (plain.contains(":::")) {
            each(COLONS, plain, start, this::colons);
        }
        if (plain.contains("!!!") || plain.contains("???")) {
            each(ADMONITION, plain, start, this::admonition);
        }
        line(plain, start);
        if (plain.indexOf('|') >= 0) {
            rows(plain, start);
        }
    }

    /** The plain text of a heading, a cell or the lines of a paragraph. */
    void line(String plain, int start) {
        if (plain.indexOf('{') >= 0 || plain.indexOf(':') >= 0) {
            braces(plain, start);
        }
        if (plain.contains("[[")) {
            each(WIKI, plain, start, this::wiki);
        }
        if (plain.indexOf('$') >= 0) {
            each(FORMULA, plain, start, this::formula);
        }
        words(plain, start);
    }

    /** The plain text of a link, too. */
    void words(String plain, int start) {
        finish.signs(file, plain, shift + start, found);
    }

    private boolean isRole(Span place) {
        return file.text().startsWith("`", place.end());
    }

    private void braces(String plain, int start) {
        each(
                TEMPLATE,
                plain,
                start,
                (match, place) -> Optional.of(
                        foreign(
                                        place,
                                        "this playbook fills in no templates: " + match.group(),
                                        "the braces as they were typed")
                                .remedy(
                                        "write what stands for it, or put it between backticks if readers are to see the braces")));
        each(
                ROLE,
                plain,
                start,
                (match, place) -> Optional.of(foreign(
                                        place,
                                        "code cannot have a role here: " + match.group(),
                                        "it as it was typed, and code after it")
                                .remedy("take it out")
                                .replaceBy(""))
                        .filter(told -> isRole(place)));
        each(
                ATTRIBUTES,
                plain,
                start,
                (match, place) -> Optional.of(foreign(
                                place,
                                "words take no attributes in braces: " + match.group(),
                                "the braces as they were typed")
                        .remedy("take the braces out")
                        .replaceBy("")));
    }

    /** Told where a block begins, and where one ends that nothing began. */
    private Optional<Diagnostic> colons(Matcher match, Span place) {
        String name = match.group(1).strip();
        if (name.isEmpty() && open > 0) {
            open--;
            return Optional.empty();
        }
        open += name.isEmpty() ? 0 : 1;
        return Optional.of(foreign(
                        place, "a block of another tool: " + match.group().strip(), "the colons as they were typed")
                .remedy("take the lines with ::: out, put > [!NOTE] above and > before each line of the block"));
    }

    private Optional<Diagnostic> admonition(Matcher match, Span place) {
        return Optional.of(foreign(
                        place,
                        "a block of another tool begins here: " + asTyped(place).strip(),
                        "the signs as they were typed")
                .remedy("write > [!NOTE] instead of this line, and > before each line of the block instead of the"
                        + " blanks"));
    }

    private Optional<Diagnostic> formula(Matcher match, Span place) {
        return Optional.of(foreign(
                        place,
                        "GitHub shows a formula here, and this playbook does not",
                        "the signs as they were typed")
                .remedy("say it in words, or put it between backticks; where $ means money, write \\$"));
    }

    private Optional<Diagnostic> wiki(Matcher match, Span place) {
        String name = asTyped(place).replaceAll("^!?\\[\\[|[|#\\]].*", "").strip();
        if (name.replace("_", "").equalsIgnoreCase("toc")) {
            return Optional.empty();
        }
        boolean image = !match.group(1).isEmpty();
        return Optional.of(foreign(
                        place,
                        (image ? "an image as wikis write it: " : "a link as wikis write it: ") + match.group(),
                        "the brackets as they were typed, and no " + (image ? "image" : "link"))
                .remedy(
                        image
                                ? "put the image beside this file and write ![what it shows]("
                                        + name.replace(" ", "%20") + ")"
                                : "take the brackets away, or link by the way to the file from here: [" + name
                                        + "](folder/file.md)"));
    }

    /** Told once of a paragraph. */
    private void rows(String plain, int start) {
        Matcher dashes = DASHES.matcher(plain);
        if (dashes.find()) {
            boolean head = dashes.start() > 0;
            report(Diagnostic.of(
                            RuleCode.TABLE_ROWS,
                            file.at(span(start + dashes.start(), start + dashes.end())),
                            head
                                    ? "this line of dashes has not as many columns as the line above it"
                                    : "no row with the names of the columns stands above this line of dashes")
                    .effect("the bars and dashes as they were typed, and no table")
                    .remedy(
                            head
                                    ? "give both lines the same number of columns"
                                    : "put a row above it that names each column"));
            return;
        }
        Matcher row = ROW.matcher(plain);
        if (row.find() && row.group().strip().length() > 2) {
            report(Diagnostic.of(
                            RuleCode.TABLE_ROWS,
                            file.at(span(start + row.start(), start + row.end())),
                            "a table has no line of dashes below its first row")
                    .effect("the bars as they were typed, and no table")
                    .remedy("put this line below the row with the names of the columns: "
                            + "| --- ".repeat(bars(row.group().strip()) - 1) + "|"));
        }
    }

    private static int bars(String row) {
        int bars = 0;
        for (int i = 0; i < row.length(); i++) {
            bars += row.charAt(i) == '|' && (i == 0 || row.charAt(i - 1) != '\\') ? 1 : 0;
        }
        return bars;
    }

    /** What is said of a match, by its place in the file. */
    private interface Tell {
        Optional<Diagnostic> of(Matcher match, Span place);
    }

    private void each(Pattern pattern, String plain, int start, Tell tell) {
        Matcher matcher = pattern.matcher(plain);
        while (matcher.find()) {
            tell.of(matcher, span(start + matcher.start(), start + matcher.end()))
                    .ifPresent(this::report);
        }
    }

    private Diagnostic foreign(Span place, String message, String effect) {
        return Diagnostic.of(RuleCode.FOREIGN_MARKUP, file.at(place), message).effect(effect);
    }

    private void report(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    private String asTyped(Span place) {
        return file.text().substring(place.start(), place.end());
    }

    private Span span(int from, int to) {
        return new Span(shift + from, shift + to);
    }
}
