package org.practiceplaybook.check;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Pathway;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.TermRefs;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;

/** Terms that no vocabulary has. */
final class UnknownTerms implements Rule {
    private static final String EFFECT = "the entry without this term, and nobody finds it by the term";

    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        Map<Taxonomy, Names> names = new EnumMap<>(Taxonomy.class);
        Set<String> slugs = new LinkedHashSet<>();
        for (Taxonomy taxonomy : Taxonomy.values()) {
            Map<String, Term> terms = subject.library().terms().get(taxonomy);
            names.put(taxonomy, named(rule(taxonomy), terms.keySet(), terms));
            slugs.addAll(terms.keySet());
        }
        for (Practice practice : subject.content().practices()) {
            check(names, practice, practice.terms(), report);
        }
        for (Attempt attempt : subject.content().attempts()) {
            check(names, attempt, attempt.terms(), report);
        }
        Names all = new Names(RuleCode.UNKNOWN_TERM, slugs);
        subject.library().terms().values().forEach(terms -> terms.forEach((slug, term) -> all.also(term.name(), slug)));
        for (Pathway pathway : subject.content().pathways()) {
            check(all, pathway, pathway.audience(), report);
        }
    }

    private static Names named(RuleCode unknown, Set<String> slugs, Map<String, Term> terms) {
        Names names = new Names(unknown, slugs);
        terms.forEach((slug, term) -> {
            names.also(term.name(), slug);
            term.number().ifPresent(number -> names.also(String.valueOf(number), slug));
        });
        return names;
    }

    private static void check(Map<Taxonomy, Names> names, Entry entry, TermRefs refs, Consumer<Diagnostic> report) {
        for (Taxonomy taxonomy : Taxonomy.values()) {
            check(names.get(taxonomy), entry, refs.of(taxonomy), report);
        }
    }

    private static void check(Names names, Entry entry, List<Located<String>> refs, Consumer<Diagnostic> report) {
        for (Located<String> term : refs) {
            if (!names.contains(term.value())) {
                report.accept(names.unknown(entry, term, EFFECT));
            }
        }
    }

    private static RuleCode rule(Taxonomy taxonomy) {
        return switch (taxonomy) {
            case CHALLENGES -> RuleCode.UNKNOWN_CHALLENGE;
            case ROLES -> RuleCode.UNKNOWN_ROLE;
            case PHASES -> RuleCode.UNKNOWN_PHASE;
            case LEVERAGE -> RuleCode.UNKNOWN_LEVERAGE_POINT;
        };
    }
}
