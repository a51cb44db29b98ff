package org.practiceplaybook.check;

import java.util.function.Consumer;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;

/** A retired practice should say what came after it, and only a retired one. */
final class Successors implements Rule {
    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        for (Practice practice : subject.content().practices()) {
            if (practice.state() == State.RETIRED && practice.replacedBy().isEmpty()) {
                report.accept(Diagnostic.of(
                                RuleCode.RETIRED_ALONE,
                                practice.at(practice.title().span()),
                                "a retired practice with no successor")
                        .effect("that it is no longer used, and nothing to go to")
                        .remedy("name the practice that took its place: " + Fields.REPLACED_BY.line("…")));
            }
            if (practice.state() != State.RETIRED && practice.replacedBy().isPresent()) {
                report.accept(Diagnostic.of(
                                RuleCode.REPLACED_LIVE,
                                practice.at(practice.replacedBy().get().span()),
                                Fields.REPLACED_BY.key() + " is only for a retired practice")
                        .effect("the practice as if nothing had replaced it")
                        .remedy("if it is, let its state say so: " + Fields.STATE.line(State.RETIRED.key())));
            }
        }
    }
}
