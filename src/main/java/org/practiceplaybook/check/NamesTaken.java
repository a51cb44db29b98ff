package org.practiceplaybook.check;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;

/** Other names of a practice that are the address of another one, or its other name too. */
final class NamesTaken implements Rule {
    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        Map<String, Practice> owner = new HashMap<>();
        subject.content().practices().forEach(practice -> owner.put(practice.slug(), practice));
        for (Practice practice : subject.content().practices()) {
            for (Located<String> other : practice.aka()) {
                Practice taken = owner.putIfAbsent(other.value(), practice);
                if (taken != null && taken != practice) {
                    report.accept(Diagnostic.of(
                                    RuleCode.AKA_TAKEN,
                                    practice.at(other.span()),
                                    "\"" + other.value() + "\" leads to \""
                                            + taken.title().value() + "\" already")
                            .effect("that practice when they look for this name")
                            .remedy("take it out of one of the two: "
                                    + taken.file().path() + " is the other"));
                }
            }
        }
    }
}
