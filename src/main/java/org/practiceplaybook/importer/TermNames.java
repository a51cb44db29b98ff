package org.practiceplaybook.importer;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;

/** The playbook's own terms, found by their names as well as by their short names. */
final class TermNames {
    private final Map<String, Term> bySlug = new LinkedHashMap<>();
    private final Map<String, Term> byName = new HashMap<>();
    private final List<Taxonomy> taxonomies;

    TermNames(List<Term> terms) {
        taxonomies = terms.stream().map(Term::taxonomy).distinct().toList();
        for (Term term : terms) {
            bySlug.put(term.taxonomy().key() + "/" + term.slug(), term);
            for (String name : Set.of(term.slug(), term.name())) {
                byName.putIfAbsent(term.taxonomy().key() + "/" + Ours.normal(name), term);
            }
        }
    }

    /** All of them, as a mapping names them, in the order of the vocabularies. */
    Set<String> all() {
        return Collections.unmodifiableSet(bySlug.keySet());
    }

    /** A term as a mapping names it: {@code phases/prepare}. */
    Optional<Term> named(String name) {
        return Optional.ofNullable(bySlug.get(name));
    }

    /**
     * The term that a word stands for.
     *
     * @param where the vocabulary, or none where it may be any of them
     */
    Optional<Term> meant(String word, Optional<Taxonomy> where) {
        String normal = Ours.normal(word);
        for (Taxonomy taxonomy : where.map(List::of).orElse(taxonomies)) {
            for (String form : List.of(normal, normal.replaceAll("s$", ""), normal + "s")) {
                Term term = byName.get(taxonomy.key() + "/" + form);
                if (term != null) {
                    return Optional.of(term);
                }
            }
        }
        return Optional.empty();
    }
}
