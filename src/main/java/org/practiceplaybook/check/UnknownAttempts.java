package org.practiceplaybook.check;

import java.util.Set;
import java.util.function.Consumer;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;

/** Attempts that follow one that does not exist, or themselves. */
final class UnknownAttempts implements Rule {
    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        Set<String> known = subject.library().attempts().keySet();
        for (Attempt attempt : subject.content().attempts()) {
            if (attempt.follows().isEmpty()) {
                continue;
            }
            Located<String> earlier = attempt.follows().get();
            if (!known.contains(earlier.value())) {
                report.accept(
                        Unknown.name("attempt", attempt, earlier, known, "the attempt by itself, outside its thread"));
            } else if (earlier.value().equals(attempt.slug())) {
                report.accept(
                        Diagnostic.advice("follows-itself", attempt.at(earlier.span()), "this attempt follows itself")
                                .effect("the attempt by itself")
                                .remedy("name the attempt that came before it, or take the line out"));
            }
        }
    }
}
