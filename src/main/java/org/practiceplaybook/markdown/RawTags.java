package org.practiceplaybook.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practiceplaybook.markdown.parser.HtmlScanner;
import org.practiceplaybook.source.Characters;
import org.practiceplaybook.source.Matches;
import org.practiceplaybook.source.Span;

/**
 * Raw HTML on its way into a text: whole tags only, so that none of it reaches beyond the lines in which it was written.
 * What is no HTML is shown as it was typed. An element that is not allowed gets a name that means nothing to a parser of
 * HTML ({@code not-script}), so that it neither switches it to another language nor builds anything.
 */
final class RawTags {
    /** Before the name of an element that is not allowed. */
    static final String NOT = "not-";

    static final Pattern NUMERIC_ENTITY = Pattern.compile("&#(?:([0-9]{1,10})|[xX]([0-9a-fA-F]{1,10}));?");

    private final String source;
    private final int shift;
    private final List<Tag> tags = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Span> openComments = new ArrayList<>();
    /** By name, where elements begin that have not ended yet. */
    private final Map<String, Deque<Span>> open = new HashMap<>();

    private int toldFrom;
    private int toldUntil;

    /**
     * A tag that a contributor wrote.
     *
     * @param at where it stands in what was written
     * @param span where it stands in the file
     */
    record Tag(int at, Span span) {}

    /**
     * The raw HTML of a text.
     *
     * @param shift where the text begins in its file, in UTF-16 code units
     */
    RawTags(String source, int shift) {
        this.source = source;
        this.shift = shift;
    }

    /**
     * A run of raw HTML.
     *
     * @param start where it begins in the text
     */
    record Piece(String html, int start) {}

    /** Is there none at all, not even the end of an element? */
    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** All of it, in its order. */
    List<Piece> pieces() {
        return pieces;
    }

    /** Those with which elements begin, in their order. */
    List<Tag> tags() {
        return tags;
    }

    /** Where comments begin that nothing ends. */
    List<Span> openComments() {
        return openComments;
    }

    /** Elements that nothing ends, in their order: the name of each, with the sign before it, once in a line. */
    List<Span> openElements() {
        return open.values().stream()
                .flatMap(this::firstOfLines)
                .sorted(Comparator.comparingInt(Span::start))
                .toList();
    }

    private Stream<Span> firstOfLines(Deque<Span> elements) {
        List<Span> first = new ArrayList<>();
        int told = 0;
        for (Span element : elements) {
            if (element.start() >= told) {
                first.add(element);
                int end = source.indexOf('\n', Math.max(0, element.start() - shift));
                told = end < 0 ? Integer.MAX_VALUE : shift + end;
            }
        }
        return first.stream();
    }

    /** Is this HTML at all? */
    static boolean isHtml(String html) {
        return html.startsWith("<!--") || HtmlElements.isHtml(HtmlElements.name(html, 0));
    }

    /** Keeps in mind that a comment begins here and does not end. Once is enough for lines without a blank one. */
    void openComment(int offset) {
        if (offset >= toldFrom && offset < toldUntil) {
            return;
        }
        int blank = source.indexOf("\n\n", offset);
        toldFrom = offset;
        toldUntil = blank < 0 ? source.length() : blank;
        openComments.add(new Span(shift + offset, shift + offset + "<!--".length()));
    }

    /**
     * Writes raw HTML.
     *
     * @param start where it begins in the text
     * @param end where it ends there
     */
    void write(String html, int start, int end, StringBuilder out) {
        pieces.add(new Piece(html, start));
        new Scan(html, start, end, out).write();
    }

    private final class Scan {
        private final String html;
        private final HtmlScanner scanner;
        private final String written;
        private final int start;
        private final StringBuilder out;
        private final Map<String, Integer> noEndFrom = new HashMap<>();
        /** How far the text was searched for tags; -1 where one was not found, as in a quotation of several lines. */
        private int searched;

        Scan(String html, int start, int end, StringBuilder out) {
            this.html = html;
            this.scanner = new HtmlScanner(html);
            this.written = source.substring(start, Math.min(end, source.length()));
            this.start = start;
            this.out = out;
        }

        void write() {
            int done = 0;
            for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', done)) {
                text(done, at);
                done = html.startsWith("<!--", at) ? comment(at) : tag(at);
            }
            text(done, html.length());
        }

        /** Gives the index after what was written. */
        private int comment(int at) {
            int end = scanner.end(at);
            int next = html.indexOf("<!--", at + 4);
            if (end >= 0 && (next < 0 || next >= end)) {
                return end;
            }
            openComment(start + Math.max(0, place("<!--", at)));
            int shown = end >= 0 ? next : at == 0 ? html.length() : at + "<!--".length();
            if (at == 0) {
                out.append("<pre class=\"as-typed\" tabindex=\"0\">");
                Escape.text(html.substring(0, shown).strip(), out);
                out.append("</pre>\n");
            } else {
                Escape.text(html.substring(at, shown), out);
            }
            return shown;
        }

        private int tag(int at) {
            int end = scanner.end(at);
            String name = HtmlElements.name(html, at);
            if (end < 0 || !HtmlElements.isHtml(name)) {
                int shown = end < 0 ? at + 1 : end;
                Escape.text(html.substring(at, shown), out);
                return shown;
            }
            boolean closing = html.charAt(at + 1) == '/';
            String tag = html.substring(at, end);
            if (!closing) {
                int place = place(tag, at);
                Span span = place < 0
                        ? new Span(shift + start, shift + start + written.length())
                        : new Span(shift + start + place, shift + start + place + tag.length());
                tags.add(new Tag(out.length(), span));
                if (HtmlElements.needsEnd(name)) {
                    int shown = Math.min(span.end(), span.start() + 1 + name.length());
                    open.computeIfAbsent(name, first -> new ArrayDeque<>()).addLast(new Span(span.start(), shown));
                }
            } else if (open.containsKey(name)) {
                open.get(name).pollLast();
            }
            if (HtmlElements.isAllowed(name)) {
                out.append(withoutMarks(tag));
                return end;
            }
            out.append(closing ? "</" : "<").append(NOT).append(name).append('>');
            return closing || !HtmlElements.RAW_TEXT.contains(name) ? end : rawText(name, end);
        }

        /** What stands in an element that holds no HTML, if it ends in this piece. */
        private int rawText(String name, int from) {
            if (from >= noEndFrom.getOrDefault(name, Integer.MAX_VALUE)) {
                return from;
            }
            for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
                int end = HtmlElements.name(html, at).equals(name) ? scanner.end(at) : -1;
                if (end >= 0) {
                    Escape.text(html.substring(from, at), out);
                    out.append("</").append(NOT).append(name).append('>');
                    return end;
                }
            }
            noEndFrom.put(name, from);
            return from;
        }

        private void text(int from, int to) {
            out.append(withoutMarks(html.substring(from, to)));
        }

        /** Where something stands in what was written, from its start, or -1 where that cannot be told. */
        private int place(String sought, int at) {
            if (searched < 0) {
                return -1;
            }
            int found = written.startsWith(sought, at) ? at : written.indexOf(sought, searched);
            searched = found < 0 ? -1 : found + sought.length();
            return found;
        }
    }

    /** Keeps contributed HTML from forging marks, as signs or as numeric entities. */
    private static String withoutMarks(String html) {
        if (html.indexOf('&') < 0 && html.chars().noneMatch(c -> Mark.isMark((char) c) || c == 0)) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length());
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            out.append(Mark.isMark(c) || c == '\0' ? '\uFFFD' : c);
        }
        return Matches.replace(NUMERIC_ENTITY, out, found -> {
            int number = numbered(found);
            boolean mark = number <= Character.MAX_VALUE && Mark.isMark((char) number);
            return mark || !Characters.isAllowed(number) ? "\uFFFD" : found.group();
        });
    }

    /** The code point that a {@link #NUMERIC_ENTITY} stands for, or U+FFFF where there is none of this number. */
    static int numbered(MatchResult entity) {
        long number = entity.group(1) != null ? Long.parseLong(entity.group(1)) : Long.parseLong(entity.group(2), 16);
        return number > Character.MAX_CODE_POINT ? Character.MAX_VALUE : (int) number;
    }
}
