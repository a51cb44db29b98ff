package org.practiceplaybook.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts pages in order. A page has the sum of its words' impacts, less for the words that it lacks, more for a title or
 * heading that has them. For one thread.
 */
final class Ranking {
    /** Tiers that are read at most where not every page must be known. */
    private static final int MOST_TIERS = 4;
    /** Ordinals above it are as one. */
    private static final int ORDINALS = 1024;

    private static final double NEARLY = 1e-9;

    private final SearchIndex index;
    private final double[] sums;
    private final double[] matched;
    private final double[] best;
    private final double[] bestWeight;
    private final int[] words;

    Ranking(SearchIndex index) {
        this.index = index;
        this.sums = new double[index.pages()];
        this.matched = new double[index.pages()];
        this.best = new double[index.pages()];
        this.bestWeight = new double[index.pages()];
        this.words = new int[index.pages()];
    }

    /**
     * A page with its score.
     *
     * @param words of the query that it has
     * @param inHeading does a heading say more exactly than the title what was looked for?
     * @param ordinal of the best heading, or -1
     */
    record Candidate(int page, double score, int words, boolean inTitle, boolean inHeading, int ordinal) {}

    /** The words of a query that stand in one title or heading. */
    private static final class Label {
        final int page;
        final int ordinal;
        final boolean title;
        final int length;
        double sum;
        int count;
        private int lastTerm = -1;
        private double last;

        Label(int page, int ordinal, boolean title, int length) {
            this.page = page;
            this.ordinal = ordinal;
            this.title = title;
            this.length = length;
        }

        void add(int term, double value) {
            if (term != lastTerm) {
                lastTerm = term;
                last = 0;
                count++;
            }
            if (value > last) {
                sum += value - last;
                last = value;
            }
        }
    }

    /** All pages of a form. */
    List<Integer> pages(SearchIndex.Form form) {
        List<Integer> pages = new ArrayList<>();
        for (SearchIndex.TierPlace tier : form.tiers()) {
            index.postings(tier, new SearchIndex.PostingReader() {
                @Override
                public void page(int page, int impact) {
                    pages.add(page);
                }

                @Override
                public void label(int page, int ordinal, boolean title, int length) {
                    // pages alone are asked for
                }
            });
        }
        return pages;
    }

    /**
     * The pages that have a word, best first.
     *
     * @param allowed pages that may be among them
     * @param whole must every page be known, not only the first?
     * @param limit how many are sure to be in the right order
     */
    List<Candidate> of(List<Term> terms, boolean[] allowed, boolean whole, int limit) {
        int deepest = terms.stream()
                .flatMap(term -> term.ways().stream())
                .mapToInt(way -> way.form().tiers().size())
                .max()
                .orElse(1);
        int depth = whole ? deepest : 1;
        while (true) {
            List<Candidate> ranked = pass(terms, allowed, depth);
            if (depth >= Math.min(deepest, whole ? deepest : MOST_TIERS) || isSettled(ranked, terms, depth, limit)) {
                return ranked;
            }
            depth++;
        }
    }

    /** Can what was not read put another page among the first? */
    private static boolean isSettled(List<Candidate> ranked, List<Term> terms, int depth, int limit) {
        if (ranked.size() < limit) {
            return false;
        }
        double unread = 0;
        for (Term term : terms) {
            double most = 0;
            for (Term.Way way : term.ways()) {
                if (way.form().tiers().size() > depth) {
                    most = Math.max(
                            most, way.weight() * way.form().tiers().get(depth).strongest() / Indexer.STRONGEST);
                }
            }
            unread += most;
        }
        double last = ranked.get(limit - 1).score();
        if (unread > last) {
            return false;
        }
        for (int i = limit; i < ranked.size() && ranked.get(i).score() + unread > last; i++) {
            if (ranked.get(i).words() < terms.size()) {
                return false;
            }
        }
        return true;
    }

    private List<Candidate> pass(List<Term> terms, boolean[] allowed, int depth) {
        Map<Long, Label> labels = new LinkedHashMap<>();
        List<Integer> touched = new ArrayList<>();
        double total = 0;
        for (int t = 0; t < terms.size(); t++) {
            total += terms.get(t).weight();
            add(t, terms.get(t), allowed, depth, labels, touched);
        }
        Map<Integer, Cover> covers = covers(labels, total);
        List<Candidate> candidates = new ArrayList<>(touched.size());
        double lost = index.weight(Weight.COVER);
        for (int page : touched) {
            double score = sums[page] * (1 - lost * (1 - matched[page] / total));
            Cover cover = covers.getOrDefault(page, NO_COVER);
            candidates.add(new Candidate(
                    page,
                    score + cover.title + cover.heading,
                    words[page],
                    cover.bestTitle != null,
                    cover.isInHeading(),
                    cover.bestHeading == null ? -1 : cover.bestHeading.ordinal));
            sums[page] = 0;
            matched[page] = 0;
            words[page] = 0;
        }
        candidates.sort(Comparator.comparingDouble((Candidate candidate) -> -candidate.score())
                .thenComparingInt(Candidate::page));
        return candidates;
    }

    /** Adds what a term is worth on each page: the most that one of its ways is. */
    private void add(
            int number, Term term, boolean[] allowed, int depth, Map<Long, Label> labels, List<Integer> touched) {
        List<Integer> pages = new ArrayList<>();
        for (Term.Way way : term.ways()) {
            SearchIndex.PostingReader reader = new SearchIndex.PostingReader() {
                @Override
                public void page(int page, int impact) {
                    if (!allowed[page]) {
                        return;
                    }
                    if (bestWeight[page] == 0) {
                        pages.add(page);
                    }
                    best[page] = Math.max(best[page], way.weight() * impact / Indexer.STRONGEST);
                    bestWeight[page] = Math.max(bestWeight[page], way.weight());
                }

                @Override
                public void label(int page, int ordinal, boolean title, int length) {
                    if (allowed[page]) {
                        int capped = Math.min(ordinal, ORDINALS - 1);
                        labels.computeIfAbsent(
                                        (long) page * ORDINALS + capped,
                                        unused -> new Label(page, capped, title, length))
                                .add(number, way.weight());
                    }
                }
            };
            for (int tier = 0; tier < Math.min(depth, way.form().tiers().size()); tier++) {
                index.postings(way.form().tiers().get(tier), reader);
            }
        }
        for (int page : pages) {
            if (words[page] == 0) {
                touched.add(page);
            }
            words[page]++;
            sums[page] += best[page];
            matched[page] += bestWeight[page];
            best[page] = 0;
            bestWeight[page] = 0;
        }
    }

    /** What the titles and headings of a page count. */
    private static final class Cover {
        double title;
        double heading;
        Label bestTitle;
        Label bestHeading;

        /** Has the heading more of the query's words, or as many with less beside them? */
        boolean isInHeading() {
            return bestHeading != null
                    && (bestTitle == null
                            || bestHeading.count > bestTitle.count
                            || bestHeading.count == bestTitle.count && bestHeading.length < bestTitle.length);
        }
    }

    private static final Cover NO_COVER = new Cover();

    private Map<Integer, Cover> covers(Map<Long, Label> labels, double total) {
        Map<Integer, Cover> covers = new HashMap<>();
        for (Label label : labels.values()) {
            Cover of = covers.computeIfAbsent(label.page, unused -> new Cover());
            double cover = label.sum / total;
            double full = 0.5 + 0.5 * Math.min(1, (double) label.count / label.length);
            double value = label.sum * cover * cover * full;
            boolean exact = label.count >= label.length && label.sum > total - NEARLY;
            if (label.title) {
                value = value * index.weight(Weight.TITLE_COVER) + (exact ? total * index.weight(Weight.EXACT) : 0);
                if (of.bestTitle == null || value > of.title) {
                    of.title = value;
                    of.bestTitle = label;
                }
            } else {
                value = value * index.weight(Weight.HEADING_COVER)
                        + (exact ? total * index.weight(Weight.EXACT_HEADING) : 0);
                if (of.bestHeading == null
                        || value > of.heading
                        || value == of.heading && label.ordinal < of.bestHeading.ordinal) {
                    of.heading = value;
                    of.bestHeading = label;
                }
            }
        }
        return covers;
    }
}
