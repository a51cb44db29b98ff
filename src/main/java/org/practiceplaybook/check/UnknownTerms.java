package org.practiceplaybook.check;

import java.util.LinkedHashMap;
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
    private static final Map<Taxonomy, RuleCode> RULES = Map.of(
            Taxonomy.CHALLENGES, RuleCode.UNKNOWN_CHALLENGE,
            Taxonomy.ROLES, RuleCode.UNKNOWN_ROLE,
            Taxonomy.PHASES, RuleCode.UNKNOWN_PHASE,
            Taxonomy.LEVERAGE, RuleCode.UNKNOWN_LEVERAGE_POINT);
    private static final String EFFECT = "the entry without this term, and nobody finds it by the term";

    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        Map<Taxonomy, Names> names = new LinkedHashMap<>();
        Set<String> slugs = new LinkedHashSet<>();
        subject.library().terms().forEach((taxonomy, terms) -> {
            names.put(taxonomy, named(taxonomy, terms));
            slugs.addAll(terms.keySet());
        });
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

    private static Names named(Taxonomy taxonomy, Map<String, Term> terms) {
        RuleCode rule = RULES.getOrDefault(taxonomy, RuleCode.UNKNOWN_TERM);
        Names names = RULES.containsKey(taxonomy)
                ? new Names(rule, terms.keySet())
                : new Names(rule, "term of " + taxonomy.key(), terms.keySet());
        terms.forEach((slug, term) -> {
            names.also(term.name(), slug);
            term.number().ifPresent(number -> names.also(String.valueOf(number), slug));
        });
        return names;
    }

    private static void check(Map<Taxonomy, Names> names, Entry entry, TermRefs refs, Consumer<Diagnostic> report) {
        names.forEach((taxonomy, known) -> check(known, entry, refs.of(taxonomy), report));
    }

    private static void check(Names names, Entry entry, List<Located<String>> refs, Consumer<Diagnostic> report) {
        for (Located<String> term : refs) {
            if (!names.contains(term.value())) {
                report.accept(names.unknown(entry, term, EFFECT));
            }
        }
    }
}
