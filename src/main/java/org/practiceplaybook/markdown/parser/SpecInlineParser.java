package org.practiceplaybook.markdown.parser;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.InlineLinkNode;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.core.delimiter.Bracket;
import com.vladsch.flexmark.parser.core.delimiter.Delimiter;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.CommonmarkInlineParser;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * flexmark's inline parser with its regular expressions replaced by plain scans: it follows CommonMark 0.31 instead of
 * 0.28, is faster, and takes linear time where {@code [\\\\\\…} cost exponential and unclosed backticks quadratic.
 */
public final class SpecInlineParser extends CommonmarkInlineParser {
    private static final int LONGEST_LABEL = 999;
    private static final int DEEPEST_PARENTHESES = 32;
    private static final int LONGEST_MAIL = 320;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern MAIL = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]++@"
            + "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*+");

    /** By the length of a run of backticks, the last place where one begins; of the input that is being parsed. */
    private final Map<Integer, Integer> lastTicks = new HashMap<>();

    private HtmlScanner html = new HtmlScanner("");
    private BasedSequence scanned = BasedSequence.NULL;

    /** The last bracket that was begun and not ended. */
    private Bracket lastBracket;

    private final boolean bareAddresses;
    private Map<String, Reference> references;
    private Map<String, FootnoteBlock> notes;

    /** @param bareAddresses are addresses without any signs links? */
    SpecInlineParser(
            boolean bareAddresses,
            DataHolder options,
            BitSet specialCharacters,
            BitSet delimiterCharacters,
            Map<Character, DelimiterProcessor> delimiterProcessors,
            LinkRefProcessorData linkRefProcessors,
            List<InlineParserExtensionFactory> extensions) {
        super(options, specialCharacters, delimiterCharacters, delimiterProcessors, linkRefProcessors, extensions);
        this.bareAddresses = bareAddresses;
    }

    @Override
    public void initializeDocument(Document document) {
        super.initializeDocument(document);
        references = null;
        notes = null;
    }

    @Override
    public void parse(BasedSequence content, Node block) {
        lastBracket = null;
        super.parse(content, block);
        lastTicks.clear();
        html = new HtmlScanner("");
        scanned = BasedSequence.NULL;
    }

    /** Plain text up to the next sign, or to a bare address, whose signs mean nothing. */
    @Override
    protected boolean parseString() {
        int start = index;
        for (; index < input.length(); index++) {
            char c = input.charAt(index);
            if (specialCharacters.get(c)) {
                break;
            }
            // within brackets there may be a link already
            int end = bareAddresses && lastBracket == null && BareAddresses.mayBegin(c)
                    ? BareAddresses.webEnd(input, index)
                    : -1;
            if (end > index) {
                if (index > start) {
                    appendText(input.subSequence(start, index));
                }
                BasedSequence address = input.subSequence(index, end);
                appendNode(new AutoLink(address.subSequence(0, 0), address, address.subSequence(address.length())));
                index = end;
                return true;
            }
        }
        if (index > start) {
            appendText(input.subSequence(start, index));
        }
        return index > start;
    }

    @Override
    protected boolean parseOpenBracket() {
        Text sign = appendSeparateText(input.subSequence(index, index + 1));
        open(Bracket.link(input, sign, index, lastBracket, lastDelimiter));
        return true;
    }

    @Override
    protected boolean parseBang() {
        if (peekAt(index + 1) != '[') {
            appendText(input.subSequence(index, ++index));
            return true;
        }
        Text signs = appendSeparateText(input.subSequence(index, index + 2));
        open(Bracket.image(input, signs, index + 1, lastBracket, lastDelimiter));
        return true;
    }

    private void open(Bracket bracket) {
        if (lastBracket != null) {
            lastBracket.setBracketAfter(true);
        }
        lastBracket = bracket;
        index = input.indexOf('[', index) + 1;
    }

    /** A link, an image or a footnote, or else the bracket itself. */
    @Override
    protected boolean parseCloseBracket() {
        int close = index++;
        Bracket opener = lastBracket;
        if (opener != null
                && opener.isAllowed()
                && (inlineLink(opener) || referenceLink(opener, close) || footnote(opener, close))) {
            return true;
        }
        lastBracket = opener == null ? null : opener.getPrevious();
        index = close + 1;
        appendText(input.subSequence(close, index));
        return true;
    }

    /** {@code (address "title")}. */
    private boolean inlineLink(Bracket opener) {
        int start = index;
        if (peekAt(index) == '(') {
            index++;
            spnl();
            BasedSequence address = parseLinkDestination();
            if (address != null) {
                spnl();
                BasedSequence title = parseLinkTitle();
                spnl();
                if (peekAt(index) == ')') {
                    index++;
                    InlineLinkNode link = opener.isImage() ? new Image() : new Link();
                    link.setUrlChars(address);
                    link.setTitleChars(title);
                    enclose(link, opener);
                    return true;
                }
            }
        }
        index = start;
        return false;
    }

    /** {@code [label]}, {@code []} or nothing. */
    private boolean referenceLink(Bracket opener, int close) {
        int start = index;
        int length = parseLinkLabel();
        BasedSequence label = null;
        if (length > 2) {
            label = input.subSequence(start + 1, start + length - 1);
        } else if (!opener.isBracketAfter() && close - opener.getStartIndex() <= LONGEST_LABEL + 1) {
            label = input.subSequence(opener.getStartIndex() + 1, close);
        }
        Reference reference = label == null ? null : references().get(key(label));
        if (reference == null) {
            index = start;
            return false;
        }
        InlineLinkNode link = opener.isImage() ? new Image() : new Link();
        link.setUrl(reference.getUrl());
        link.setTitle(reference.getTitle());
        enclose(link, opener);
        return true;
    }

    /** {@code [^label]}. */
    private boolean footnote(Bracket opener, int close) {
        int start = opener.getStartIndex();
        if (peekAt(start + 1) != '^' || close - start > LONGEST_LABEL) {
            return false;
        }
        BasedSequence label = input.subSequence(start + 2, close);
        FootnoteBlock block = notes().get(key(label));
        if (block == null) {
            return false;
        }
        flushTextNode();
        processDelimiters(opener.getPreviousDelimiter());
        while (opener.getNode().getNext() != null) {
            opener.getNode().getNext().unlink();
        }
        Footnote note = new Footnote(input.subSequence(start, start + 2), label, input.subSequence(close, close + 1));
        note.setFootnoteBlock(block);
        appendNode(note);
        if (opener.isImage()) {
            opener.getNode().setChars(opener.getNode().getChars().subSequence(0, 1));
        } else {
            opener.getNode().unlink();
        }
        lastBracket = opener.getPrevious();
        return true;
    }

    /** Puts what follows the bracket into a link or an image. */
    private void enclose(InlineLinkNode link, Bracket opener) {
        flushTextNode();
        for (Node node = opener.getNode().getNext(); node != null; ) {
            Node next = node.getNext();
            link.appendChild(node);
            node = next;
        }
        int start = opener.isImage() ? opener.getStartIndex() - 1 : opener.getStartIndex();
        link.setChars(input.subSequence(start, index));
        appendNode(link);
        processDelimiters(opener.getPreviousDelimiter());
        opener.getNode().unlink();
        lastBracket = opener.getPrevious();
        if (!opener.isImage()) {
            noLinkAround();
        }
    }

    /** "Links may not contain other links." */
    private void noLinkAround() {
        int seen = 0;
        for (Bracket around = lastBracket; around != null; around = around.getPrevious()) {
            seen++;
            if (!around.isImage()) {
                if (!around.isAllowed()) {
                    break;
                }
                around.setAllowed(false);
            }
        }
        if (input.getBase() instanceof BudgetedText text) {
            text.spend(seen);
        }
    }

    /** The first definition of each label. */
    private Map<String, Reference> references() {
        if (references == null) {
            references = new HashMap<>();
            for (Reference reference : referenceRepository.values()) {
                references.putIfAbsent(key(reference.getReference()), reference);
            }
        }
        return references;
    }

    private Map<String, FootnoteBlock> notes() {
        if (notes == null) {
            notes = new HashMap<>();
            if (document.contains(FootnoteExtension.FOOTNOTES)) {
                for (FootnoteBlock note :
                        FootnoteExtension.FOOTNOTES.get(document).values()) {
                    notes.putIfAbsent(key(note.getText()), note);
                }
            }
        }
        return notes;
    }

    /** "One label matches another just in case their normalized forms are equal": case folded, blanks made one. */
    public static String key(BasedSequence label) {
        String folded = label.toString().strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return BLANKS.matcher(folded.replace("ß", "ss")).replaceAll(" ");
    }

    /** What the expression matches from here on; the parser's own way copies the whole paragraph for each match. */
    @Override
    public BasedSequence match(Pattern expression) {
        Matcher matcher = matcher(expression);
        return matcher == null ? null : input.subSequence(matcher.start(), matcher.end());
    }

    /** Skips blanks, at most one end of a line, and blanks again. */
    @Override
    public boolean spnl() {
        skipBlanks();
        if (peekAt(index) == '\r' && peekAt(index + 1) == '\n') {
            index += 2;
            skipBlanks();
        } else if (peekAt(index) == '\n' || peekAt(index) == '\r') {
            index++;
            skipBlanks();
        }
        return true;
    }

    private void skipBlanks() {
        while (peekAt(index) == ' ' || peekAt(index) == '\t') {
            index++;
        }
    }

    /** "A link label … at most 999 characters … unescaped square bracket characters are not allowed." */
    @Override
    public int parseLinkLabel() {
        int start = index;
        if (peekAt(start) != '[') {
            return 0;
        }
        int i = start + 1;
        while (i < input.length() && i - start <= LONGEST_LABEL + 1) {
            char c = input.charAt(i);
            if (c == ']') {
                index = i + 1;
                return index - start;
            }
            if (c == '[') {
                return 0;
            }
            i += c == '\\' && isPunctuation(peekAt(i + 1)) ? 2 : 1;
        }
        return 0;
    }

    @Override
    public BasedSequence parseLinkDestination() {
        return peekAt(index) == '<' ? pointyDestination() : plainDestination();
    }

    private BasedSequence pointyDestination() {
        for (int i = index + 1; i < input.length(); i++) {
            char c = input.charAt(i);
            if (c == '>') {
                BasedSequence found = input.subSequence(index, i + 1);
                index = i + 1;
                return found;
            }
            if (c == '\n' || c == '\r' || c == '<') {
                return null;
            }
            if (c == '\\' && isPunctuation(peekAt(i + 1))) {
                i++;
            }
        }
        return null;
    }

    private BasedSequence plainDestination() {
        int depth = 0;
        int i = index;
        while (i < input.length()) {
            char c = input.charAt(i);
            if (c <= ' ' || c == 0x7f) {
                break;
            }
            if (c == '\\' && isPunctuation(peekAt(i + 1))) {
                i++;
            } else if (c == '(') {
                if (++depth > DEEPEST_PARENTHESES) {
                    return null;
                }
            } else if (c == ')' && --depth < 0) {
                break;
            }
            i++;
        }
        if (depth > 0) {
            return null;
        }
        BasedSequence found = input.subSequence(index, i);
        index = i;
        return found;
    }

    /** "The title must be separated from the link destination by spaces, tabs, and up to one line ending." */
    @Override
    public BasedSequence parseLinkTitle() {
        char open = peekAt(index);
        boolean apart = index > 0 && Character.isWhitespace(input.charAt(index - 1));
        if (!apart || open != '"' && open != '\'' && open != '(') {
            return null;
        }
        char close = open == '(' ? ')' : open;
        for (int i = index + 1; i < input.length(); i++) {
            char c = input.charAt(i);
            if (c == close) {
                BasedSequence title = input.subSequence(index, i + 1);
                index = i + 1;
                return title;
            }
            if (open == '(' && c == '(') {
                return null;
            }
            if (c == '\\' && isPunctuation(peekAt(i + 1))) {
                i++;
            }
        }
        return null;
    }

    /**
     * Pairs delimiters as the specification says, in linear time: where no opener was found for a closer, no closer of its
     * kind looks there again. flexmark forgets that where it saw an opener that did not fit.
     */
    @Override
    public void processDelimiters(Delimiter stackBottom) {
        if (lastDelimiter == stackBottom) {
            return; // none between the brackets: looking for the first would lead to the start of the paragraph
        }
        Map<Integer, Integer> noOpenerBefore = new HashMap<>();
        Map<Delimiter, Integer> written = new IdentityHashMap<>();
        Delimiter closer = lastDelimiter;
        while (closer != null && closer.getPrevious() != stackBottom) {
            closer = closer.getPrevious();
        }
        while (closer != null) {
            DelimiterProcessor processor = delimiterProcessors.get(closer.getDelimiterChar());
            if (!closer.canClose() || processor == null) {
                closer = closer.getNext();
                continue;
            }
            int length = written.getOrDefault(closer, closer.getNumDelims());
            int kind = (closer.getDelimiterChar() * 2 + (closer.canOpen() ? 1 : 0)) * 3 + length % 3;
            int bottom = noOpenerBefore.getOrDefault(kind, -1);
            Delimiter opener = closer.getPrevious();
            while (opener != null
                    && opener != stackBottom
                    && opener.getStartIndex() >= bottom
                    && !isPair(processor, opener, closer, length, written)) {
                opener = opener.getPrevious();
            }
            if (opener == null || opener == stackBottom || opener.getStartIndex() < bottom) {
                noOpenerBefore.put(kind, closer.getStartIndex());
                Delimiter next = closer.getNext();
                if (!closer.canOpen()) {
                    removeDelimiterKeepNode(closer);
                }
                closer = next;
                continue;
            }
            written.putIfAbsent(opener, opener.getNumDelims());
            written.put(closer, length);
            closer = pair(processor, opener, closer);
        }
        while (lastDelimiter != null && lastDelimiter != stackBottom) {
            removeDelimiterKeepNode(lastDelimiter);
        }
    }

    private static boolean isPair(
            DelimiterProcessor processor,
            Delimiter opener,
            Delimiter closer,
            int closerLength,
            Map<Delimiter, Integer> written) {
        if (!opener.canOpen() || opener.getDelimiterChar() != processor.getOpeningCharacter()) {
            return false;
        }
        int openerLength = written.getOrDefault(opener, opener.getNumDelims());
        boolean fits = !(processor instanceof SpecEmphasis)
                || SpecEmphasis.mayPair(opener, openerLength, closer, closerLength);
        return fits && processor.getDelimiterUse(opener, closer) > 0;
    }

    /** Makes a node of what stands between two delimiters. Gives the closer to go on with, or null. */
    private Delimiter pair(DelimiterProcessor processor, Delimiter opener, Delimiter closer) {
        int used = processor.getDelimiterUse(opener, closer);
        removeDelimitersBetween(opener, closer);
        processor.process(opener, closer, used);
        opener.setNumDelims(opener.getNumDelims() - used);
        closer.setNumDelims(closer.getNumDelims() - used);
        if (opener.getNumDelims() == 0) {
            removeDelimiterAndNode(opener);
        } else {
            Text signs = opener.getNode();
            signs.setChars(signs.getChars().subSequence(0, opener.getNumDelims()));
        }
        if (closer.getNumDelims() == 0) {
            Delimiter next = closer.getNext();
            removeDelimiterAndNode(closer);
            return next;
        }
        BasedSequence signs = closer.getNode().getChars();
        closer.getNode().setChars(signs.subSequence(signs.length() - closer.getNumDelims(), signs.length()));
        closer.setIndex(closer.getIndex() + used);
        return closer;
    }

    @Override
    protected boolean parseBackticks() {
        rememberInput();
        int start = index;
        int open = runEnd(start);
        int length = open - start;
        if (lastTicks.isEmpty()) {
            for (int i = start; i < input.length(); ) {
                if (input.charAt(i) == '`') {
                    int end = runEnd(i);
                    lastTicks.put(end - i, i);
                    i = end;
                } else {
                    i++;
                }
            }
        }
        if (lastTicks.getOrDefault(length, -1) > start) {
            for (int i = open; i < input.length(); ) {
                if (input.charAt(i) != '`') {
                    i++;
                    continue;
                }
                int end = runEnd(i);
                if (end - i == length) {
                    BasedSequence text = input.subSequence(open, i);
                    Code code = new Code(input.subSequence(start, open), text, input.subSequence(i, end));
                    code.appendChild(new Text(text));
                    appendNode(code);
                    index = end;
                    return true;
                }
                i = end;
            }
        }
        index = open;
        appendText(input.subSequence(start, open));
        return true;
    }

    private int runEnd(int start) {
        int i = start;
        while (i < input.length() && input.charAt(i) == '`') {
            i++;
        }
        return i;
    }

    @Override
    public boolean parseAutolink() {
        int start = index;
        int i = start + 1;
        while (i < input.length() && input.charAt(i) > ' ' && input.charAt(i) != '<' && input.charAt(i) != '>') {
            i++;
        }
        if (peekAt(i) != '>' || i == start + 1) {
            return false;
        }
        BasedSequence open = input.subSequence(start, start + 1);
        BasedSequence inner = input.subSequence(start + 1, i);
        BasedSequence close = input.subSequence(i, i + 1);
        if (isUri(inner)) {
            appendNode(new AutoLink(open, inner, close));
        } else if (inner.length() <= LONGEST_MAIL
                && MAIL.matcher(inner.toString()).matches()) {
            appendNode(new MailLink(open, inner, close));
        } else {
            return false;
        }
        index = i + 1;
        return true;
    }

    /** A scheme of 2 to 32 characters and a colon. */
    private static boolean isUri(BasedSequence text) {
        for (int i = 0; i < text.length() && i <= 32; i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return i >= 2;
            }
            if (!isLetter(c) && (i == 0 || !isDigit(c) && c != '+' && c != '.' && c != '-')) {
                return false;
            }
        }
        return false;
    }

    @Override
    public boolean parseHtmlInline() {
        rememberInput();
        int end = html.end(index);
        if (end < 0) {
            return false;
        }
        BasedSequence tag = input.subSequence(index, end);
        appendNode(tag.startsWith("<!--") ? new HtmlInlineComment(tag) : new HtmlInline(tag));
        index = end;
        return true;
    }

    /** At most 7 decimal or 6 hexadecimal digits; a name is looked up when it is written. */
    @Override
    public boolean parseEntity() {
        int i = index + 1;
        if (peekAt(i) == '#') {
            boolean hex = peekAt(i + 1) == 'x' || peekAt(i + 1) == 'X';
            int digits = hex ? i + 2 : i + 1;
            i = digits;
            while (hex ? Character.digit(peekAt(i), 16) >= 0 && peekAt(i) < 128 : isDigit(peekAt(i))) {
                i++;
            }
            if (i == digits || i - digits > (hex ? 6 : 7)) {
                return false;
            }
        } else {
            int name = i;
            while (isLetter(peekAt(i)) || i > name && isDigit(peekAt(i))) {
                i++;
            }
            if (i - name < 2 || i - name > 32) {
                return false;
            }
        }
        if (peekAt(i) != ';') {
            return false;
        }
        appendNode(new HtmlEntity(input.subSequence(index, i + 1)));
        index = i + 1;
        return true;
    }

    /** What was learnt of one input must not be believed of the next. */
    private void rememberInput() {
        if (scanned != input) {
            lastTicks.clear();
            html = new HtmlScanner(input);
            scanned = input;
        }
    }

    /** A NUL past the end. */
    private char peekAt(int i) {
        return i < input.length() ? input.charAt(i) : '\0';
    }

    /** What a backslash takes the meaning from: the punctuation of ASCII. */
    public static boolean isPunctuation(char c) {
        return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~';
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
