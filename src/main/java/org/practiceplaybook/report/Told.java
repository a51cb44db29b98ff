package org.practiceplaybook.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.practiceplaybook.source.Diagnostic;

/**
 * A finding as it is told. Of one kind in one file only the first twenty are: one line that was pasted wrong can bring
 * thousands, and whoever mends twenty of them has seen how.
 *
 * @param more how many of this kind in this file are not told; 0 but with the last that is
 */
record Told<T>(T finding, int more) {
    static final int MOST_OF_A_KIND = 20;

    private record Kind(String file, String code, Object state) {}

    /**
     * The findings that are told, in their order.
     *
     * @param diagnostic of a finding
     * @param state findings of another state are counted apart
     */
    static <T> List<Told<T>> of(List<T> all, Function<T, Diagnostic> diagnostic, Function<T, Object> state) {
        Map<Kind, Integer> counts = new HashMap<>();
        all.forEach(one -> counts.merge(kind(one, diagnostic, state), 1, Integer::sum));
        Map<Kind, Integer> told = new HashMap<>();
        List<Told<T>> first = new ArrayList<>();
        for (T one : all) {
            Kind kind = kind(one, diagnostic, state);
            int number = told.merge(kind, 1, Integer::sum);
            if (number <= MOST_OF_A_KIND) {
                first.add(new Told<>(one, number < MOST_OF_A_KIND ? 0 : counts.get(kind) - number));
            }
        }
        return first;
    }

    /** Plain findings, errors apart from advice. */
    static List<Told<Diagnostic>> of(List<Diagnostic> all) {
        return of(all, Function.identity(), Diagnostic::isError);
    }

    /** Findings of a change, the new apart from those that were there before. */
    static List<Told<Findings.Finding>> ofChange(List<Findings.Finding> all) {
        return of(
                all,
                Findings.Finding::diagnostic,
                one -> List.of(one.known(), one.diagnostic().isError()));
    }

    private static <T> Kind kind(T one, Function<T, Diagnostic> diagnostic, Function<T, Object> state) {
        Diagnostic about = diagnostic.apply(one);
        return new Kind(about.place().file().path(), about.code(), state.apply(one));
    }

    /** "and 231 more of this kind in this file", or empty. */
    String rest() {
        return more == 0 ? "" : "and " + more + " more of this kind in this file";
    }

    /** All that is said of a finding, a line each, the message itself first, last how many more there are. */
    List<String> lines(Diagnostic diagnostic) {
        List<String> lines = new ArrayList<>(ControlCodes.lines(diagnostic));
        if (more > 0) {
            lines.add("A" + rest().substring(1) + ".");
        }
        return lines;
    }
}
