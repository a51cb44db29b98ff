package org.practiceplaybook.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.value.State;

/**
 * Which practices belong together: what writers say, shown on both sides, and where they say little, practices for the
 * same situation and of the same words. These are looked for when somebody asks: who writes one practice waits for no other's.
 */
public final class Relations {
    /** Up to this many practices stand beside a practice before others are looked for. */
    private static final int ENOUGH = 3;
    /** So many are looked for where nobody wrote any. */
    private static final int FOUND = 5;
    /** Texts that are less alike have nothing to do with each other. */
    private static final double ALIKE = 0.03;
    /** What a challenge in common counts beside the similar of texts, which is 1 for the same text. */
    private static final double OF_CHALLENGE = 0.15;

    private static final double OF_TERM = 0.03;
    /** So many fellows of a term are looked at: in a large library all would be too many. */
    private static final int WINDOW = 12;

    private final Map<String, Practice> practices;
    private final Map<String, Practice> renamed;
    private final Map<Taxonomy, Map<String, Term>> terms;
    private final Map<String, List<Practice>> practicesOf;
    private final Map<String, Map<String, Relation>> written = new HashMap<>();
    private Map<String, List<Relation>> found;

    /**
     * Relations of a playbook.
     *
     * @param practicesOf practices of a term in the order of their slugs, by its key
     */
    Relations(
            Map<String, Practice> practices,
            Map<String, Practice> renamed,
            Map<Taxonomy, Map<String, Term>> terms,
            Map<String, List<Practice>> practicesOf) {
        this.practices = practices;
        this.renamed = renamed;
        this.terms = terms;
        this.practicesOf = practicesOf;
        write();
    }

    /** The relations of a practice: own ones in the writer's order, those in which another names it, those found. */
    List<Relation> of(Practice practice) {
        List<Relation> relations = new ArrayList<>(written(practice).values());
        if (relations.size() < ENOUGH && practice.state() != State.RETIRED) {
            relations.addAll(found().getOrDefault(practice.slug(), List.of()));
        }
        return List.copyOf(relations);
    }

    private void write() {
        for (Practice from : practices.values()) {
            from.related().forEach(related -> put(from, related.slug().value(), related.reason()));
        }
        for (Practice from : practices.values()) {
            for (Practice.Related related : from.related()) {
                Practice to = practice(related.slug().value());
                if (to != null) {
                    put(to, from.slug(), related.reason());
                }
            }
        }
    }

    private void put(Practice from, String slug, String reason) {
        Practice to = practice(slug);
        if (to != null && to != from) {
            written.computeIfAbsent(from.slug(), unused -> new LinkedHashMap<>())
                    .putIfAbsent(to.slug(), new Relation(to, reason, Optional.empty(), List.of()));
        }
    }

    private Map<String, Relation> written(Practice practice) {
        return written.getOrDefault(practice.slug(), Map.of());
    }

    private Practice practice(String slug) {
        return practices.getOrDefault(slug, renamed.get(slug));
    }

    /** Looked for when it is first asked for, and for all at once: what the texts have in common is then needed no more. */
    private synchronized Map<String, List<Relation>> found() {
        if (found == null) {
            SimilarTexts similar = SimilarTexts.of(practices.values());
            found = practices.values().parallelStream()
                    .filter(practice -> practice.state() != State.RETIRED
                            && written(practice).size() < ENOUGH)
                    .collect(Collectors.toConcurrentMap(
                            Practice::slug,
                            practice -> found(practice, written(practice).keySet(), similar)));
        }
        return found;
    }

    /** Those alike in what they are for and in what they say. */
    private List<Relation> found(Practice practice, Set<String> written, SimilarTexts similar) {
        Map<String, Double> scores = new HashMap<>();
        similar.fellows(practice, (fellow, alike) -> {
            if (alike >= ALIKE) {
                scores.put(fellow.slug(), alike);
            }
        });
        Map<String, Term> first = new HashMap<>();
        for (Taxonomy taxonomy : List.of(Taxonomy.CHALLENGES, Taxonomy.LEVERAGE, Taxonomy.PHASES)) {
            boolean challenge = taxonomy.equals(Taxonomy.CHALLENGES);
            for (var ref : practice.terms().of(taxonomy)) {
                Term term = terms.getOrDefault(taxonomy, Map.of()).get(ref.value());
                if (term == null || !challenge && scores.isEmpty()) {
                    continue;
                }
                for (Practice fellow : neighbours(term, practice)) {
                    if (challenge || scores.containsKey(fellow.slug())) {
                        scores.merge(fellow.slug(), challenge ? OF_CHALLENGE : OF_TERM, Double::sum);
                        first.putIfAbsent(fellow.slug(), term);
                    }
                }
            }
        }
        scores.keySet().removeIf(slug -> practices.get(slug).state() == State.RETIRED || written.contains(slug));
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(written.isEmpty() ? FOUND : ENOUGH - written.size())
                .map(entry -> found(practice, practices.get(entry.getKey()), first.get(entry.getKey()), similar))
                .toList();
    }

    private static Relation found(Practice practice, Practice fellow, Term shared, SimilarTexts similar) {
        List<String> words = shared == null ? similar.words(practice, fellow) : List.of();
        return new Relation(fellow, "", Optional.ofNullable(shared), words);
    }

    /** The next practices of a term after this one, round about. */
    private List<Practice> neighbours(Term term, Practice practice) {
        List<Practice> members = practicesOf.getOrDefault(term.key(), List.of());
        int start = Math.max(0, Collections.binarySearch(members, practice, Comparator.comparing(Practice::slug)));
        List<Practice> neighbours = new ArrayList<>();
        for (int i = 1; i <= Math.min(WINDOW, members.size() - 1); i++) {
            neighbours.add(members.get((start + i) % members.size()));
        }
        return neighbours;
    }
}
