package org.practiceplaybook.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Pathway;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;

/** Practices that are named in front matter and do not exist. */
final class UnknownPractices implements Rule {
    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        Set<String> known = new TreeSet<>(subject.library().practices().keySet());
        known.addAll(subject.library().hidden().keySet());
        known.addAll(subject.library().renamed().keySet());
        Names names = new Names(RuleCode.UNKNOWN_PRACTICE, known);
        for (Practice practice : subject.content().practices()) {
            names.also(practice.title().value(), practice.slug());
            practice.aka().forEach(other -> names.also(other.value(), practice.slug()));
        }
        for (Practice practice : subject.content().practices()) {
            practice.related()
                    .forEach(related ->
                            check(practice, related.slug(), names, "the page without this relation", report));
            practice.replacedBy()
                    .ifPresent(slug -> check(practice, slug, names, "a retired practice that leads nowhere", report));
        }
        for (Attempt attempt : subject.content().attempts()) {
            attempt.named()
                    .forEach(slug -> check(attempt, slug, names, "an attempt that belongs to no practice", report));
        }
        for (Pathway pathway : subject.content().pathways()) {
            pathway.steps()
                    .forEach(step -> check(pathway, step.practice(), names, "the pathway without this step", report));
        }
    }

    private static void check(
            Entry entry, Located<String> slug, Names known, String effect, Consumer<Diagnostic> report) {
        if (!known.contains(slug.value())) {
            report.accept(known.unknown(entry, slug, effect));
        }
    }
}
