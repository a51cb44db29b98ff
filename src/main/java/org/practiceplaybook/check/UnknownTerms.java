package org.practiceplaybook.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Pathway;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.TermRefs;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;

/** Terms that no vocabulary has. */
final class UnknownTerms implements Rule {
    private static final String EFFECT = "the entry without this term, and nobody finds it by the term";

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        for (Practice practice : subject.content().practices()) {
            check(subject, practice, practice.terms(), report);
        }
        for (Attempt attempt : subject.content().attempts()) {
            check(subject, attempt, attempt.terms(), report);
        }
        for (Pathway pathway : subject.content().pathways()) {
            Set<String> all = new LinkedHashSet<>();
            List.of(Taxonomy.values()).forEach(taxonomy -> all.addAll(known(subject, taxonomy)));
            for (Located<String> term : pathway.audience()) {
                if (!all.contains(term.value())) {
                    report.accept(Unknown.name("term", pathway, term, all, EFFECT));
                }
            }
        }
    }

    private static void check(Subject subject, Entry entry, TermRefs refs, Consumer<Diagnostic> report) {
        for (Taxonomy taxonomy : Taxonomy.values()) {
            Set<String> known = known(subject, taxonomy);
            for (Located<String> term : refs.of(taxonomy)) {
                if (!known.contains(term.value())) {
                    report.accept(Unknown.name(kind(taxonomy), entry, term, known, EFFECT));
                }
            }
        }
    }

    private static Set<String> known(Subject subject, Taxonomy taxonomy) {
        return subject.library().terms().get(taxonomy).keySet();
    }

    private static String kind(Taxonomy taxonomy) {
        return switch (taxonomy) {
            case CHALLENGES -> "challenge";
            case ROLES -> "role";
            case PHASES -> "phase";
            case LEVERAGE -> "leverage point";
        };
    }
}
