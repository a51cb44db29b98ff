package org.practiceplaybook.source;

import java.util.List;

/** Findings as one line each, so that a test can say all of what it expects at once. */
public final class Findings {
    private Findings() {}

    /** {@code error title-missing practices/a.md:1:1 the title is missing}. */
    public static String line(Diagnostic d) {
        return d.severity().name().toLowerCase(java.util.Locale.ROOT) + " " + d.code() + " " + place(d) + " "
                + d.message();
    }

    public static List<String> lines(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(Findings::line).toList();
    }

    /** {@code practices/a.md:3:8}. */
    public static String place(Diagnostic d) {
        Position start = d.place().start();
        return d.place().file().path() + ":" + start.line() + ":" + start.column();
    }

    /** The line or lines of the file as they would read with the correction, or empty where none is offered. */
    public static String corrected(Diagnostic d) {
        return d.edit().map(edit -> edit.corrected(d.place().file())).orElse("");
    }
}
