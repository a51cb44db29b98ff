package org.practiceplaybook.markdown.parser;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.core.delimiter.Delimiter;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.CommonmarkInlineParser;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
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
    private static final Pattern MAIL = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]++@"
            + "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*+");

    /** By the length of a run of backticks, the last place where one begins; of the input that is being parsed. */
    private final Map<Integer, Integer> lastTicks = new HashMap<>();

    private HtmlScanner html = new HtmlScanner("");
    private BasedSequence scanned = BasedSequence.NULL;

    /** How many brackets were begun and not ended. */
    private int openBrackets;

    SpecInlineParser(
            DataHolder options,
            BitSet specialCharacters,
            BitSet delimiterCharacters,
            Map<Character, DelimiterProcessor> delimiterProcessors,
            LinkRefProcessorData linkRefProcessors,
            List<InlineParserExtensionFactory> extensions) {
        super(options, specialCharacters, delimiterCharacters, delimiterProcessors, linkRefProcessors, extensions);
    }

    @Override
    public void parse(BasedSequence content, Node block) {
        openBrackets = 0;
        super.parse(content, block);
        lastTicks.clear();
        html = new HtmlScanner("");
        scanned = BasedSequence.NULL;
    }

    @Override
    protected boolean parseOpenBracket() {
        openBrackets++;
        return super.parseOpenBracket();
    }

    @Override
    protected boolean parseBang() {
        openBrackets += peekAt(index + 1) == '[' ? 1 : 0;
        return super.parseBang();
    }

    /** "Links may not contain other links": at the end of one the parser goes through all brackets that are still open. */
    @Override
    protected boolean parseCloseBracket() {
        Node before = block.getLastChild();
        boolean parsed = super.parseCloseBracket();
        openBrackets = Math.max(0, openBrackets - 1);
        if (block.getLastChild() != before && input.getBase() instanceof BudgetedText text) {
            text.spend(openBrackets);
        }
        return parsed;
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
