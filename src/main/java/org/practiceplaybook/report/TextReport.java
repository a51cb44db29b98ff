package org.practiceplaybook.report;

import java.util.List;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Place;
import org.practiceplaybook.source.Position;
import org.practiceplaybook.source.Severity;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/**
 * Findings for a person at a terminal: where, the line itself with a caret, what a reader would see, how to mend it.
 *
 * @param root put before every path: the content folder as the user named it, ending in a slash, or empty
 * @param colour may control codes be used?
 */
public record TextReport(String root, boolean colour) {
    private static final int WIDEST_LINE = 110;
    private static final String RED = "\u001b[1;31m";
    private static final String BLUE = "\u001b[1;34m";
    private static final String DIM = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    /** All findings, an empty line after each. */
    public String of(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            write(diagnostic, out);
            out.append('\n');
        }
        return out.toString();
    }

    private void write(Diagnostic diagnostic, StringBuilder out) {
        boolean error = diagnostic.severity() == Severity.ERROR;
        out.append(paint(error ? RED : BLUE, error ? "error" : "advice"))
                .append(": ")
                .append(visible(diagnostic.message()))
                .append('\n');
        Place place = diagnostic.place();
        String path = root + visible(place.file().path());
        if (place.isWhole()) {
            out.append("  --> ").append(path).append('\n');
            if (!diagnostic.label().isEmpty()) {
                note(diagnostic.label(), out);
            }
        } else {
            Position start = place.start();
            out.append("  --> ")
                    .append(path)
                    .append(':')
                    .append(start.line())
                    .append(':')
                    .append(start.column())
                    .append('\n');
            snippet(diagnostic, out);
        }
        if (!diagnostic.effect().isEmpty()) {
            note("a reader would see " + diagnostic.effect(), out);
        }
        if (!diagnostic.remedy().isEmpty()) {
            note(diagnostic.remedy(), out);
        }
        diagnostic.edit().ifPresent(edit -> correction(edit.corrected(place.file()), out));
    }

    /** The line, cut at the sides where it is long, and a caret below what is meant. */
    private void snippet(Diagnostic diagnostic, StringBuilder out) {
        Place place = diagnostic.place();
        SourceFile file = place.file();
        Span line = file.lineAt(place.span().start());
        int cut = Math.max(line.start(), place.span().start() - WIDEST_LINE / 2);
        if (line.length() <= WIDEST_LINE) {
            cut = line.start();
        }
        int end = Math.min(line.end(), cut + WIDEST_LINE);
        String text = (cut > line.start() ? "…" : "")
                + file.text().substring(cut, Math.max(cut, end))
                + (end < line.end() ? "…" : "");
        String number = String.valueOf(place.start().line());
        String margin = " ".repeat(Math.max(0, 4 - number.length()));
        out.append(paint(DIM, margin + number + " | ")).append(visible(text)).append('\n');
        int before = place.span().start() - cut + (cut > line.start() ? 1 : 0);
        String lead = file.text().substring(cut, place.span().start());
        int marked =
                Math.max(1, Math.min(place.span().end(), end) - place.span().start());
        String under = file.text()
                .substring(place.span().start(), Math.min(end, place.span().start() + marked));
        out.append(paint(DIM, " ".repeat(Math.max(4, number.length())) + " | "))
                .append(" ".repeat(before - lead.length() + width(lead)))
                .append(paint(diagnostic.isError() ? RED : BLUE, "^".repeat(Math.max(1, width(under)))));
        if (!diagnostic.label().isEmpty()) {
            out.append(' ').append(visible(diagnostic.label()));
        }
        out.append('\n');
    }

    private void correction(String corrected, StringBuilder out) {
        String[] lines = corrected.split("\r?\n", -1);
        if (lines.length == 1) {
            note("write: " + lines[0].strip(), out);
            return;
        }
        note("write:", out);
        for (String line : lines) {
            if (!line.isBlank()) {
                out.append("         ").append(visible(line)).append('\n');
            }
        }
    }

    private void note(String text, StringBuilder out) {
        out.append(paint(DIM, "     = ")).append(visible(text)).append('\n');
    }

    private String paint(String code, String text) {
        return colour ? code + text + PLAIN : text;
    }

    /** Contributed text must not steer the terminal. Tabs are shown as one blank, which is how they are counted. */
    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\t') {
                out.append(' ');
            } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                out.append('\uFFFD');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** How many cells of a terminal a text takes: signs of East Asia two, accents none. */
    private static int width(String text) {
        return text.codePoints()
                .map(c -> {
                    int type = Character.getType(c);
                    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
                        return 0;
                    }
                    return c >= 0x1100
                                    && (Character.isIdeographic(c)
                                            || c <= 0x115f
                                            || c >= 0x3041 && c <= 0x33ff
                                            || c >= 0xac00 && c <= 0xd7a3
                                            || c >= 0xff00 && c <= 0xff60
                                            || c >= 0x1f300 && c <= 0x1faff)
                            ? 2
                            : 1;
                })
                .sum();
    }
}
