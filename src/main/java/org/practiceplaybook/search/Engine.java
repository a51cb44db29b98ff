package org.practiceplaybook.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers queries. Every page that has one of the words may be an answer; how many of them it has, and in what title or
 * heading, decides. For one thread.
 */
public final class Engine {
    /** Pages whose text is looked through for phrases. */
    private static final int MOST_READ = 60;

    private final SearchIndex index;
    private final Lookup lookup;
    private final Ranking ranking;

    public Engine(SearchIndex index) {
        this.index = index;
        this.lookup = new Lookup(index);
        this.ranking = new Ranking(index);
    }

    /**
     * The best answers, best first.
     *
     * @param limit how many at most
     */
    public List<Hit> search(String written, int limit) {
        Set<String> names = new HashSet<>(index.facetNames());
        names.addAll(index.rangeNames());
        Query query = Query.of(written, names);
        boolean[] allowed = allowed(query);
        List<Term> terms = terms(query);
        if (query.words().isEmpty() && query.filters().isEmpty()) {
            return List.of();
        }
        boolean whole = !query.filters().isEmpty()
                || !query.phrases().isEmpty()
                || !query.without().isEmpty();
        List<Ranking.Candidate> ranked =
                query.words().isEmpty() ? inOrder(allowed) : ranking.of(terms, allowed, whole, limit);
        boolean reads = !query.phrases().isEmpty() || query.without().stream().anyMatch(words -> words.size() > 1);
        return hits(reads ? withPhrases(ranked, query, limit) : ranked, terms, limit);
    }

    private List<Term> terms(Query query) {
        List<Term> terms = new ArrayList<>();
        List<Query.Word> words = query.words();
        for (int i = 0; i < words.size(); i++) {
            boolean last = i == words.size() - 1;
            String next = last ? "" : words.get(i + 1).key();
            terms.add(lookup.term(words.get(i), next, last && query.open()));
        }
        // words that nearly every text has say little, unless there are no others
        boolean onlyStops =
                terms.stream().allMatch(term -> term.stop() || term.ways().isEmpty());
        return terms.stream()
                .map(term -> term.stop() && !onlyStops ? term.times(index.weight(Weight.STOP)) : term)
                .toList();
    }

    // ---- filters ----

    private boolean[] allowed(Query query) {
        boolean[] allowed = new boolean[index.pages()];
        Arrays.fill(allowed, true);
        for (List<String> without : query.without()) {
            if (without.size() == 1) {
                lookup.word(without.get(0))
                        .ifPresent(form -> ranking.pages(form).forEach(page -> allowed[page] = false));
            }
        }
        query.filters().forEach((name, values) -> {
            boolean[] some = new boolean[index.pages()];
            for (String value : values) {
                pages(name, value).forEach(page -> some[page] = true);
            }
            for (int page = 0; page < allowed.length; page++) {
                allowed[page] &= some[page];
            }
        });
        return allowed;
    }

    private List<Integer> pages(String name, String value) {
        if (index.rangeNames().contains(name)) {
            return value.matches("[0-9]{1,9}") ? index.inRange(name, Integer.parseInt(value)) : List.of();
        }
        String sought = Tokens.key(value);
        return index.facet(name).entrySet().stream()
                .filter(entry -> Tokens.key(entry.getKey()).equals(sought))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(List.of());
    }

    /** Without words the pages come as they are, each from its beginning. */
    private static List<Ranking.Candidate> inOrder(boolean[] allowed) {
        List<Ranking.Candidate> pages = new ArrayList<>();
        for (int page = 0; page < allowed.length; page++) {
            if (allowed[page]) {
                pages.add(new Ranking.Candidate(page, 0, 0, true, false, -1));
            }
        }
        return pages;
    }

    // ---- texts ----

    private List<Hit> hits(List<Ranking.Candidate> ranked, List<Term> terms, int limit) {
        List<Hit> hits = new ArrayList<>();
        for (Ranking.Candidate candidate : ranked) {
            if (hits.size() == limit) {
                break;
            }
            index.brief(candidate.page())
                    .ifPresent(brief -> hits.add(
                            new Hit(brief.path(), Place.of(brief, candidate, terms, index), candidate.score())));
        }
        return hits;
    }

    private List<Ranking.Candidate> withPhrases(List<Ranking.Candidate> ranked, Query query, int limit) {
        List<Ranking.Candidate> kept = new ArrayList<>();
        int most = Math.max(limit, MOST_READ);
        int read = 0;
        for (Ranking.Candidate candidate : ranked) {
            if (kept.size() == limit || read++ == most) {
                break;
            }
            boolean keep = index.brief(candidate.page())
                    .filter(brief -> Phrases.hold(brief, index.passages(brief), query))
                    .isPresent();
            if (keep) {
                kept.add(candidate);
            }
        }
        return kept;
    }
}
