package org.practiceplaybook.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.IntStream;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Sketch;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.markdown.Part;

/**
 * How alike the texts of practices are: the cosine of their words and pairs of neighbouring words, weighed by tf-idf. Words
 * that many practices have count for nothing, so a practice is compared with few others, however large the playbook.
 *
 * <p>Words and pairs are numbers of 64 bits, weights of 32, and lie in arrays: of a hundred thousand texts this takes some
 * hundred megabytes.
 */
final class SimilarTexts {
    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST_WORD = 40;
    /** How often a title and a summary count beside the once of the text, which they are a part of. */
    private static final int OF_TITLE = 4;

    private static final int OF_SUMMARY = 2;
    /** Of a text the weightiest words and pairs are kept. */
    private static final int KEPT = 160;
    /** What more practices than this share, or than this part of all, tells none from the other. */
    private static final int MOST = 60;

    private static final double PART = 0.4;
    private static final int WORDS_SAID = 3;
    /** Texts whose words are kept at once: those of a long one take 20 KB. */
    private static final int MOST_AT_ONCE = 10_000;

    /** FNV-1a of 64 bits (Fowler, Noll, Vo). */
    private static final long FNV_BASIS = 0xcbf29ce484222325L;

    private static final long FNV_PRIME = 0x100000001b3L;

    private final List<Practice> practices;
    private final Map<String, Integer> numbers = new HashMap<>();
    /** How many practices have a term, of the terms that tell some from others. */
    private final TermCounts spread;

    private final Vector[] vectors;
    /** Where in {@link #having} the practices of a term begin, by its place in {@link #spread}. */
    private final int[] starts;

    private final int[] having;
    /** What the term weighs in each of them. */
    private final float[] weighing;

    /**
     * What a text is about.
     *
     * @param terms places of its terms, ascending
     * @param weights of each, of length 1 together
     */
    private record Vector(int[] terms, float[] weights) {
        static final Vector EMPTY = new Vector(new int[0], new float[0]);

        float weight(int term) {
            return weights[Arrays.binarySearch(terms, term)];
        }
    }

    private SimilarTexts(Collection<Practice> all) {
        practices = all.stream()
                .filter(practice -> practice.state() != State.RETIRED)
                .toList();
        // the words of all texts at once may be more than memory holds: some are cut again
        Map<Practice, long[]> cut = new IdentityHashMap<>();
        TermCounts counts = new TermCounts();
        practices.parallelStream().forEach(practice -> {
            long[] terms = terms(practice);
            synchronized (counts) {
                distinct(terms, (term, times) -> counts.add(term));
                if (cut.size() < MOST_AT_ONCE) {
                    cut.put(practice, terms);
                }
            }
        });
        double most = Math.min(MOST, practices.size() * PART);
        spread = counts.only(count -> count > 1 && count <= most);
        vectors = practices.parallelStream()
                .map(practice -> vector(cut.containsKey(practice) ? cut.get(practice) : terms(practice)))
                .toArray(Vector[]::new);
        for (int i = 0; i < vectors.length; i++) {
            numbers.put(practices.get(i).slug(), i);
        }
        starts = new int[spread.places() + 1];
        having = new int
                [Arrays.stream(vectors).mapToInt(vector -> vector.terms.length).sum()];
        weighing = new float[having.length];
        fill();
    }

    static SimilarTexts of(Collection<Practice> practices) {
        return new SimilarTexts(practices);
    }

    /** Numbers of practices by term, as the prefix sums of a counting sort give them. */
    private void fill() {
        for (Vector vector : vectors) {
            for (int term : vector.terms) {
                starts[term + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        for (int i = 0; i < vectors.length; i++) {
            Vector vector = vectors[i];
            for (int at = 0; at < vector.terms.length; at++) {
                int place = next[vector.terms[at]]++;
                having[place] = i;
                weighing[place] = vector.weights[at];
            }
        }
    }

    /** The words of a practice and their pairs, each as often as it counts, in order of their hashes. */
    private static long[] terms(Practice practice) {
        return terms(practice, (stem, word) -> {});
    }

    private static long[] terms(Practice practice, BiConsumer<Long, String> spelled) {
        Terms terms = new Terms(spelled);
        terms.add(practice.title().value(), OF_TITLE);
        terms.add(practice.summary().value(), OF_SUMMARY);
        for (Part part : practice.body().parts()) {
            terms.add(part.text(), 1);
        }
        return terms.sorted();
    }

    /** Tells each of some sorted hashes once, and how often it is there. */
    private static void distinct(long[] sorted, TermTimes each) {
        int from = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[from]) {
                each.tell(sorted[from], i - from);
                from = i;
            }
        }
    }

    private interface TermTimes {
        void tell(long term, int times);
    }

    private Vector vector(long[] sorted) {
        record Weighed(int term, double weight) {}
        List<Weighed> weighed = new ArrayList<>();
        distinct(sorted, (term, times) -> {
            int place = spread.find(term);
            if (place >= 0) {
                double rarity = Math.log((double) practices.size() / spread.count(place));
                weighed.add(new Weighed(place, Math.pow(times, 0.7) * Math.pow(rarity, 1.5)));
            }
        });
        List<Weighed> heaviest = weighed.stream()
                .sorted(Comparator.comparingDouble((Weighed one) -> -one.weight).thenComparingInt(Weighed::term))
                .limit(KEPT)
                .sorted(Comparator.comparingInt(Weighed::term))
                .toList();
        double length = Math.sqrt(
                heaviest.stream().mapToDouble(one -> one.weight * one.weight).sum());
        float[] weights = new float[heaviest.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (heaviest.get(i).weight / length);
        }
        return new Vector(heaviest.stream().mapToInt(Weighed::term).toArray(), weights);
    }

    private Vector vector(Practice practice) {
        Integer number = numbers.get(practice.slug());
        return number == null ? Vector.EMPTY : vectors[number];
    }

    /** Tells practices that have words in common with a practice, and how alike they are: above 0, at most 1. */
    void fellows(Practice practice, ObjDoubleConsumer<Practice> each) {
        Vector here = vector(practice);
        double[] alike = new double[practices.size()];
        for (int i = 0; i < here.terms.length; i++) {
            int term = here.terms[i];
            for (int at = starts[term]; at < starts[term + 1]; at++) {
                alike[having[at]] += (double) here.weights[i] * weighing[at];
            }
        }
        if (here.terms.length > 0) {
            alike[numbers.get(practice.slug())] = 0;
        }
        for (int term : here.terms) {
            for (int at = starts[term]; at < starts[term + 1]; at++) {
                int fellow = having[at];
                if (alike[fellow] > 0) {
                    each.accept(practices.get(fellow), alike[fellow]);
                    alike[fellow] = 0;
                }
            }
        }
    }

    /** The words that two practices share and that weigh most, each as the shorter one of them is spelled. */
    List<String> words(Practice one, Practice other) {
        Vector here = vector(one);
        Vector there = vector(other);
        Map<Integer, String> spellings = new HashMap<>();
        for (Practice practice : List.of(one, other)) {
            terms(practice, (stem, word) -> {
                int place = spread.find(stem);
                if (place >= 0) {
                    spellings.merge(place, word, (first, next) -> first.length() <= next.length() ? first : next);
                }
            });
        }
        return IntStream.of(here.terms)
                .filter(term -> Arrays.binarySearch(there.terms, term) >= 0)
                .filter(spellings::containsKey)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer term) -> -here.weight(term) * there.weight(term))
                        .thenComparing(spellings::get))
                .limit(WORDS_SAID)
                .map(spellings::get)
                .toList();
    }

    /** Cuts texts into hashes of words and of pairs of them. */
    private static final class Terms {
        private final BiConsumer<Long, String> spelled;
        private long[] terms = new long[256];
        private int size;

        Terms(BiConsumer<Long, String> spelled) {
            this.spelled = spelled;
        }

        void add(String text, int times) {
            long last = 0;
            int from = 0;
            int letters = 0;
            for (int at = 0; at <= text.length(); ) {
                int c = at < text.length() ? text.codePointAt(at) : ' ';
                boolean within = Character.isLetter(c) || Character.isDigit(c);
                if (!within || letters == LONGEST_WORD) {
                    if (letters >= SHORTEST_WORD) {
                        last = add(text.substring(from, at).toLowerCase(Locale.ROOT), last, times);
                    }
                    letters = 0;
                }
                if (within && letters++ == 0) {
                    from = at;
                }
                at += Character.charCount(c);
            }
        }

        /** Adds a word behind another and gives its own hash, or that of the other where it says nothing. */
        private long add(String word, long last, int times) {
            if (Sketch.SMALL.contains(word)) {
                return last;
            }
            long stem = hash(word, stemmed(word));
            spelled.accept(stem, word);
            for (int i = 0; i < times; i++) {
                add(stem);
                if (last != 0) {
                    add(mixed(last * FNV_PRIME + stem));
                }
            }
            return stem;
        }

        private void add(long term) {
            if (size == terms.length) {
                terms = Arrays.copyOf(terms, size * 2);
            }
            terms[size++] = term;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(terms, size);
            Arrays.sort(sorted);
            return sorted;
        }

        private static int stemmed(String word) {
            for (String ending : Sketch.ENDINGS) {
                int length = word.length() - ending.length();
                if (length >= SHORTEST_WORD && word.endsWith(ending)) {
                    return length;
                }
            }
            return word.length();
        }

        private static long hash(String word, int length) {
            long hash = FNV_BASIS;
            for (int i = 0; i < length; i++) {
                hash = (hash ^ word.charAt(i)) * FNV_PRIME;
            }
            return mixed(hash);
        }

        /** The last step of SplitMix64 (Steele, Lea and Flood 2014); never 0. */
        private static long mixed(long hash) {
            long mixed = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
            mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
            mixed ^= mixed >>> 31;
            return mixed == 0 ? 1 : mixed;
        }
    }
}
