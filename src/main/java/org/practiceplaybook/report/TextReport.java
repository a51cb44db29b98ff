package org.practiceplaybook.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Lines;
import org.practiceplaybook.source.Place;
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
    private static final int WIDEST_LINE = Lines.SHOWN - 10;
    private static final int MOST_IN_FULL = 100;
    private static final String RED = "\u001b[1;31m";
    private static final String BLUE = "\u001b[1;34m";
    private static final String DIM = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    /**
     * All findings: the first hundred in full, errors before advice, more of them a line each and counted by rule; of a kind
     * in a file the first twenty.
     */
    public String of(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        Positions positions = new Positions();
        List<Told<Diagnostic>> told = Told.of(diagnostics);
        List<Told<Diagnostic>> first = told;
        List<Told<Diagnostic>> rest = List.of();
        if (told.size() > MOST_IN_FULL) {
            List<Told<Diagnostic>> weighed = told.stream()
                    .sorted(Comparator.comparing(one -> !one.finding().isError()))
                    .toList();
            first = weighed.subList(0, MOST_IN_FULL);
            rest = weighed.subList(MOST_IN_FULL, weighed.size());
        }
        for (Told<Diagnostic> one : first) {
            write(one.finding(), positions, out);
            if (one.more() > 0) {
                note(one.rest(), out);
            }
            out.append('\n');
        }
        if (!rest.isEmpty()) {
            out.append("And ").append(rest.size()).append(" more, a line each:\n");
            brief(rest, positions, out);
            out.append('\n');
        }
        if (told.size() < diagnostics.size() || !rest.isEmpty()) {
            out.append("How often each rule was found:\n");
            for (Map.Entry<String, Long> rule : Findings.byRule(diagnostics)) {
                out.append(String.format(Locale.ROOT, "%7d  %s\n", rule.getValue(), rule.getKey()));
            }
            out.append('\n');
        }
        return out.toString();
    }

    /** A list for each group, to be shared out: how many, then a line each with a box to tick. */
    public String grouped(List<Grouping.Group> groups) {
        StringBuilder out = new StringBuilder();
        Positions positions = new Positions();
        for (Grouping.Group group : groups) {
            out.append(ControlCodes.said(group.name()))
                    .append(": ")
                    .append(Findings.count(group.found()))
                    .append('\n');
            for (Diagnostic diagnostic : group.found()) {
                out.append("- [ ] ").append(where(diagnostic, positions)).append(": ");
                out.append(diagnostic.isError() ? paint(RED, "error") : paint(BLUE, "advice"));
                out.append(": ").append(ControlCodes.said(diagnostic.message())).append('\n');
            }
            out.append('\n');
        }
        return out.toString();
    }

    /** What was there before a change: a line each. */
    public String known(List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("Known before, and not counted:\n");
        brief(Told.of(diagnostics), new Positions(), out);
        return out.append('\n').toString();
    }

    private void brief(List<Told<Diagnostic>> told, Positions positions, StringBuilder out) {
        for (Told<Diagnostic> one : told) {
            Diagnostic diagnostic = one.finding();
            out.append("  ").append(where(diagnostic, positions)).append(": ");
            out.append(diagnostic.isError() ? paint(RED, "error") : paint(BLUE, "advice"));
            out.append(": ").append(ControlCodes.said(diagnostic.message()));
            out.append(one.more() > 0 ? "; " + one.rest() : "").append('\n');
        }
    }

    private String where(Diagnostic diagnostic, Positions positions) {
        String written = ControlCodes.line(root + diagnostic.place().file().path());
        String path = written.isEmpty() ? "." : written;
        return positions
                .of(diagnostic.place())
                .map(region -> path + ":" + region.start().line() + ":"
                        + region.start().column())
                .orElse(path);
    }

    private void write(Diagnostic diagnostic, Positions positions, StringBuilder out) {
        boolean error = diagnostic.severity() == Severity.ERROR;
        out.append(paint(error ? RED : BLUE, error ? "error" : "advice"))
                .append(": ")
                .append(ControlCodes.said(diagnostic.message()))
                .append('\n');
        Place place = diagnostic.place();
        out.append("  --> ").append(where(diagnostic, positions)).append('\n');
        if (!place.isWhole()) {
            snippet(diagnostic, positions, out);
        } else if (!diagnostic.label().isEmpty()) {
            note(diagnostic.label(), out);
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
    private void snippet(Diagnostic diagnostic, Positions positions, StringBuilder out) {
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
        String number = String.valueOf(positions.at(file, place.span().start()).line());
        String margin = " ".repeat(Math.max(0, 4 - number.length()));
        out.append(paint(DIM, margin + number + " | "))
                .append(ControlCodes.line(text.replace('\t', '→')))
                .append('\n');
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
            out.append(' ').append(ControlCodes.said(diagnostic.label()));
        }
        out.append('\n');
    }

    private void correction(String corrected, StringBuilder out) {
        String[] lines = corrected.split("\r?\n", -1);
        if (lines.length == 1 && !lines[0].startsWith(" ")) {
            note("write: " + ControlCodes.line(lines[0].stripTrailing()), out);
            return;
        }
        note("write:", out);
        for (String line : lines) {
            if (!line.isBlank()) {
                out.append("         ").append(ControlCodes.line(line)).append('\n');
            }
        }
    }

    private void note(String text, StringBuilder out) {
        out.append(paint(DIM, "     = ")).append(ControlCodes.said(text)).append('\n');
    }

    private String paint(String code, String text) {
        return colour ? code + text + PLAIN : text;
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
