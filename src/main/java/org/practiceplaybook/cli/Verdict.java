package org.practiceplaybook.cli;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.practiceplaybook.report.Findings;
import org.practiceplaybook.report.TextReport;
import org.practiceplaybook.source.Diagnostic;

/**
 * What was found, and whether that is an error.
 *
 * @param found in the content
 * @param theme what was found in the files of the theme, by paths that begin with {@code theme/}
 * @param strict does advice count as error?
 */
record Verdict(List<Diagnostic> found, List<Diagnostic> theme, boolean strict) {

    Verdict(List<Diagnostic> found, boolean strict) {
        this(found, List.of(), strict);
    }

    private List<Diagnostic> all() {
        return Stream.concat(found.stream(), theme.stream()).toList();
    }

    long errors() {
        return all().stream().filter(Diagnostic::isError).count();
    }

    boolean hasErrors() {
        return strict ? !all().isEmpty() : errors() > 0;
    }

    /** Tells it: where it is quiet, only what counts as an error. */
    void tell(Console console, PlaybookFolders source, boolean quiet) {
        tell(console, source, quiet, Integer.MAX_VALUE);
    }

    /**
     * Tells all errors, and of the rest what matters most.
     *
     * @param most how many are told in all, where there are not more errors
     */
    void tell(Console console, PlaybookFolders source, boolean quiet, int most) {
        List<Diagnostic> shown =
                Findings.weightiest(all(), strict ? Integer.MAX_VALUE : (int) Math.max(most, errors()));
        Set<Diagnostic> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(shown);
        String told = told(found.stream().filter(known::contains).toList(), source.prefix(), console, quiet)
                + told(theme.stream().filter(known::contains).toList(), "", console, quiet);
        if (!told.isEmpty()) {
            console.err().print(told);
            console.warn(count());
        }
        int rest = all().size() - shown.size();
        if (rest > 0 && !quiet) {
            console.warn("Told here is what matters most. The other " + (rest == 1 ? "one" : rest)
                    + ": playbook check; as lists to share out: playbook check --by author, rule or field.");
        }
    }

    private String told(List<Diagnostic> some, String root, Console console, boolean quiet) {
        List<Diagnostic> shown =
                quiet && !strict ? some.stream().filter(Diagnostic::isError).toList() : some;
        return shown.isEmpty()
                ? ""
                : new TextReport(root, console.colour()).of(console.called().in(shown));
    }

    String count() {
        return Findings.count(all());
    }
}
