package org.practiceplaybook.check;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.value.OldAddress;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;

/** Other names of a practice that are the address of another one, or its other name too; old addresses likewise. */
final class NamesTaken implements Rule {
    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        Map<String, Entry> owner = new HashMap<>();
        subject.content().practices().forEach(practice -> owner.put(practice.slug(), practice));
        subject.entries().forEach(entry -> names(entry, owner, report));
    }

    private static void names(Entry entry, Map<String, Entry> owner, Consumer<Diagnostic> report) {
        for (Located<String> other : entry.aka()) {
            boolean address = OldAddress.isOne(other.value());
            if (!address && !(entry instanceof Practice)) {
                continue; // no links lead by it
            }
            if (address && OldAddress.files(other.value()).isEmpty()) {
                report.accept(Diagnostic.of(
                                RuleCode.AKA_ADDRESS,
                                entry.at(other.span()),
                                "\"" + other.value() + "\" cannot be the address of a page")
                        .effect("nothing at that address")
                        .remedy("write it from the old site's root, like /guide/first-steps/, or take it out"));
                continue;
            }
            Entry taken = owner.putIfAbsent(other.value(), entry);
            if (taken != null && taken != entry) {
                report.accept(Diagnostic.of(
                                RuleCode.AKA_TAKEN,
                                entry.at(other.span()),
                                "\"" + other.value() + "\" leads to \""
                                        + taken.title().value() + "\" already")
                        .effect(address ? "that text at the old address" : "that practice when they look for this name")
                        .remedy("take it out of one of the two: " + taken.file().path() + " is the other"));
            }
        }
    }
}
