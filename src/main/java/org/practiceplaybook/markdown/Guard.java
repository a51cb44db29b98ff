package org.practiceplaybook.markdown;

import java.util.Optional;
import org.practiceplaybook.markdown.parser.BudgetedText;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Place;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/**
 * Refuses texts that no person writes, in one pass and before they are parsed. It makes good messages; safety does not
 * rest on it but on {@link BudgetedText} and deep stacks.
 */
final class Guard {
    /** In UTF-16 code units: some 150,000 words. */
    static final int LONGEST_TEXT = 1 << 20;
    /** Quotations and lists inside each other. */
    static final int DEEPEST_CONTAINERS = 64;
    /** The parser takes quadratic time over long tables. */
    static final int MOST_TABLE_ROWS = 3_000;
    /** With those that a short row lacks, which are written too: the widest row as often as there are rows. */
    static final int MOST_TABLE_CELLS = 200_000;
    /** Of one paragraph, which no blank line ends: they take quadratic time too. */
    static final int MOST_LINES = 10_000;

    /** Definitions of footnotes: they take quadratic time too. */
    static final int MOST_NOTES = 1_000;

    private Guard() {}

    private static Optional<Diagnostic> refused(RuleCode rule, Place place, String message, String remedy) {
        return Optional.of(Diagnostic.of(rule, place, message)
                .effect("the text as it was typed, without headings or links")
                .remedy(remedy));
    }

    static Optional<Diagnostic> refuse(SourceFile file, int start) {
        String text = file.text();
        if (text.length() - start > LONGEST_TEXT) {
            return refused(
                    RuleCode.TOO_LONG,
                    file.whole(),
                    "this text is longer than " + LONGEST_TEXT + " characters",
                    "cut it into several pages");
        }
        int rows = 0;
        int columns = 0;
        int lines = 0;
        int notes = 0;
        int bar = text.indexOf('|', start);
        for (int lineStart = start; lineStart < text.length(); ) {
            int lineEnd = text.indexOf('\n', lineStart);
            if (lineEnd < 0) {
                lineEnd = text.length();
            }
            if (containers(text, lineStart, lineEnd) > DEEPEST_CONTAINERS) {
                return refused(
                        RuleCode.TOO_DEEP,
                        file.at(new Span(lineStart, Math.min(lineEnd, lineStart + 40))),
                        "quotations or lists inside each other, more than " + DEEPEST_CONTAINERS + " deep",
                        "take away some of the signs at the start of this line");
            }
            if (bar >= 0 && bar < lineStart) {
                bar = text.indexOf('|', lineStart);
            }
            boolean row = bar >= 0 && bar < lineEnd;
            rows = row ? rows + 1 : 0;
            columns = row ? Math.max(columns, bars(text, bar, lineEnd) + 1) : 0;
            if (rows > MOST_TABLE_ROWS || (long) rows * columns > MOST_TABLE_CELLS) {
                return refused(
                        RuleCode.TABLE_TOO_LONG,
                        file.at(new Span(lineStart, Math.min(lineEnd, lineStart + 40))),
                        rows > MOST_TABLE_ROWS
                                ? "a table of more than " + MOST_TABLE_ROWS + " rows"
                                : "a table of more than " + MOST_TABLE_CELLS + " cells",
                        "put the table in a file of its own, for example .csv, and link to that");
            }
            lines = isBlank(text, lineStart, lineEnd) ? 0 : lines + 1;
            if (lines > MOST_LINES) {
                return refused(
                        RuleCode.TOO_MANY_LINES,
                        file.at(new Span(lineStart, Math.min(lineEnd, lineStart + 40))),
                        "more than " + MOST_LINES + " lines without a blank line between them",
                        "put blank lines between paragraphs, or put long listings in a file of their own");
            }
            notes += text.startsWith("[^", lineStart) ? 1 : 0;
            if (notes > MOST_NOTES) {
                return refused(
                        RuleCode.TOO_MANY_NOTES,
                        file.at(new Span(lineStart, Math.min(lineEnd, lineStart + 40))),
                        "more than " + MOST_NOTES + " footnotes",
                        "cut it into several pages");
            }
            lineStart = lineEnd + 1;
        }
        return Optional.empty();
    }

    private static int bars(String text, int start, int end) {
        int bars = 0;
        for (int i = start; i < end; i++) {
            bars += text.charAt(i) == '|' ? 1 : 0;
        }
        return bars;
    }

    private static boolean isBlank(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The end of {@code 12.} or {@code 12)} before a blank, or the start itself where there is none. */
    private static int numberEnd(String text, int start, int end) {
        int i = start;
        while (i < end && i - start < 9 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        boolean ends = i > start && i + 1 < end && (text.charAt(i) == '.' || text.charAt(i) == ')');
        return ends && text.charAt(i + 1) == ' ' ? i + 1 : start;
    }

    private static int containers(String text, int start, int end) {
        int count = 0;
        int columns = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '>') {
                count++;
            } else if ((c == '-' || c == '*' || c == '+') && i + 1 < end && text.charAt(i + 1) == ' ') {
                count++;
            } else if (numberEnd(text, i, end) > i) {
                count++;
                i = numberEnd(text, i, end) - 1;
            } else if (c == ' ') {
                columns++;
            } else if (c == '\t') {
                columns += 4;
            } else {
                break;
            }
        }
        // a list in a list is indented by two columns at least
        return count == 0 ? 0 : count + columns / 4;
    }
}
