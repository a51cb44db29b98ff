package org.practiceplaybook.cli;

import java.util.List;
import org.practiceplaybook.report.Findings;
import org.practiceplaybook.report.TextReport;
import org.practiceplaybook.source.Diagnostic;

/**
 * What was found, and whether that is an error.
 *
 * @param strict does advice count as error?
 */
record Verdict(List<Diagnostic> found, boolean strict) {

    long errors() {
        return found.stream().filter(Diagnostic::isError).count();
    }

    boolean hasErrors() {
        return strict ? !found.isEmpty() : errors() > 0;
    }

    /** Tells it: where it is quiet, only what counts as an error. */
    void tell(Console console, Source source, boolean quiet) {
        List<Diagnostic> shown =
                quiet && !strict ? found.stream().filter(Diagnostic::isError).toList() : found;
        if (shown.isEmpty()) {
            return;
        }
        console.err().print(new TextReport(source.prefix(), console.colour()).of(shown));
        console.warn(count());
    }

    String count() {
        return Findings.count(found);
    }
}
