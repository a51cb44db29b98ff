package org.practiceplaybook.markdown.parser;

import java.util.HashMap;
import java.util.Map;

/** Finds where raw HTML ends by CommonMark's grammar, in linear time. One object for one text. */
public final class HtmlScanner {
    private final CharSequence text;
    /** From here on no end of this kind follows. */
    private final Map<String, Integer> noEndFrom = new HashMap<>();

    public HtmlScanner(CharSequence text) {
        this.text = text;
    }

    /**
     * Where the tag, comment, declaration or the like ends that begins here with {@code <}, or -1 where none does.
     */
    public int end(int start) {
        char next = peekAt(start + 1);
        if (next == '!') {
            if (startsWith("<!-->", start)) {
                return start + 5;
            }
            if (startsWith("<!--->", start)) {
                return start + 6;
            }
            if (startsWith("<!--", start)) {
                return endOf("-->", start + 4);
            }
            if (startsWith("<![CDATA[", start)) {
                return endOf("]]>", start + 9);
            }
            return SpecInlineParser.isLetter(peekAt(start + 2)) ? endOf(">", start + 2) : -1;
        }
        if (next == '?') {
            return endOf("?>", start + 2);
        }
        return next == '/' ? closingTagEnd(start + 2) : openTagEnd(start + 1);
    }

    private int endOf(String close, int from) {
        if (from >= noEndFrom.getOrDefault(close, Integer.MAX_VALUE)) {
            return -1;
        }
        for (int i = from; i + close.length() <= text.length(); i++) {
            if (startsWith(close, i)) {
                return i + close.length();
            }
        }
        noEndFrom.put(close, from);
        return -1;
    }

    private int closingTagEnd(int nameStart) {
        int i = tagNameEnd(nameStart);
        if (i < 0) {
            return -1;
        }
        i = skipSpace(i);
        return peekAt(i) == '>' ? i + 1 : -1;
    }

    private int openTagEnd(int nameStart) {
        int i = tagNameEnd(nameStart);
        if (i < 0) {
            return -1;
        }
        while (true) {
            int afterSpace = skipSpace(i);
            char c = peekAt(afterSpace);
            if (c == '>') {
                return afterSpace + 1;
            }
            if (c == '/') {
                return peekAt(afterSpace + 1) == '>' ? afterSpace + 2 : -1;
            }
            if (afterSpace == i || !SpecInlineParser.isLetter(c) && c != '_' && c != ':') {
                return -1;
            }
            i = attributeEnd(afterSpace);
            if (i < 0) {
                return -1;
            }
        }
    }

    private int attributeEnd(int start) {
        int i = start + 1;
        while (SpecInlineParser.isLetter(peekAt(i))
                || SpecInlineParser.isDigit(peekAt(i))
                || "_.:-".indexOf(peekAt(i)) >= 0) {
            i++;
        }
        int equals = skipSpace(i);
        if (peekAt(equals) != '=') {
            return i;
        }
        int value = skipSpace(equals + 1);
        char quote = peekAt(value);
        if (quote == '"' || quote == '\'') {
            return endOf(String.valueOf(quote), value + 1);
        }
        i = value;
        while (i < text.length() && text.charAt(i) > ' ' && "\"'=<>`".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i > value ? i : -1;
    }

    private int tagNameEnd(int start) {
        if (!SpecInlineParser.isLetter(peekAt(start))) {
            return -1;
        }
        int i = start + 1;
        while (SpecInlineParser.isLetter(peekAt(i)) || SpecInlineParser.isDigit(peekAt(i)) || peekAt(i) == '-') {
            i++;
        }
        return i;
    }

    private int skipSpace(int start) {
        int i = start;
        while (peekAt(i) == ' ' || peekAt(i) == '\t' || peekAt(i) == '\n' || peekAt(i) == '\r') {
            i++;
        }
        return i;
    }

    private boolean startsWith(String sought, int at) {
        if (at + sought.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < sought.length(); i++) {
            if (text.charAt(at + i) != sought.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A NUL past the end. */
    private char peekAt(int i) {
        return i < text.length() ? text.charAt(i) : '\0';
    }
}
