package org.practiceplaybook.check;

import java.util.Map;
import java.util.function.Consumer;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;

/** Attempts that follow one that does not exist, or themselves. */
final class UnknownAttempts implements Rule {
    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        Names known = names(subject.library().attempts());
        for (Attempt attempt : subject.content().attempts()) {
            if (attempt.follows().isEmpty()) {
                continue;
            }
            Located<String> earlier = attempt.follows().get();
            if (!known.contains(earlier.value())) {
                report.accept(known.unknown(attempt, earlier, "the attempt by itself, outside its thread"));
            } else if (earlier.value().equals(attempt.slug())) {
                report.accept(Diagnostic.of(
                                RuleCode.FOLLOWS_ITSELF, attempt.at(earlier.span()), "this attempt follows itself")
                        .effect("the attempt by itself")
                        .remedy("name the attempt that came before it, or take the line out"));
            }
        }
    }

    private static Names names(Map<String, Attempt> attempts) {
        Names names = new Names(RuleCode.UNKNOWN_ATTEMPT, attempts.keySet());
        attempts.values().forEach(attempt -> names.also(attempt.title().value(), attempt.slug()));
        return names;
    }
}
