package org.practiceplaybook.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Sketch;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.markdown.Part;

/**
 * How alike the texts of practices are: the cosine of their words and pairs of neighbouring words, weighed by tf-idf. Words
 * that many practices have count for nothing, so a practice is compared with few others, however large the playbook.
 */
final class SimilarTexts {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]{3,40}");
    /** How often a title and a summary count beside the once of the text, which they are a part of. */
    private static final int OF_TITLE = 4;

    private static final int OF_SUMMARY = 2;
    /** Of a text the weightiest words and pairs are kept. */
    private static final int KEPT = 160;
    /** What more practices than this share, or than this part of all, tells none from the other. */
    private static final int MOST = 60;

    private static final double PART = 0.4;
    private static final int WORDS_SAID = 3;

    private final Map<String, Map<String, Double>> vectors = new HashMap<>();
    private final Map<String, List<String>> slugsOf = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();
    /** Each term once, however many have it. */
    private final Map<String, String> names = new HashMap<>();

    private SimilarTexts() {}

    static SimilarTexts of(Collection<Practice> practices) {
        List<Practice> live = practices.stream()
                .filter(practice -> practice.state() != State.RETIRED)
                .toList();
        SimilarTexts likeness = new SimilarTexts();
        // counted twice: the words of all texts at once are more than memory holds
        Map<String, Integer> spread = new HashMap<>();
        live.forEach(
                practice -> likeness.count(practice).keySet().forEach(term -> spread.merge(term, 1, Integer::sum)));
        double most = Math.min(MOST, live.size() * PART);
        spread.values().removeIf(having -> having == 1 || having > most);
        live.forEach(practice -> likeness.add(practice, likeness.count(practice), spread, live.size()));
        likeness.spellings.keySet().retainAll(likeness.slugsOf.keySet());
        return likeness;
    }

    private Map<String, Integer> count(Practice practice) {
        Map<String, Integer> terms = new HashMap<>();
        count(practice.title().value(), OF_TITLE, terms);
        count(practice.summary().value(), OF_SUMMARY, terms);
        for (Part part : practice.body().parts()) {
            count(part.text(), 1, terms);
        }
        return terms;
    }

    private void count(String text, int times, Map<String, Integer> terms) {
        Matcher word = WORD.matcher(text);
        String last = "";
        while (word.find()) {
            String written = word.group().toLowerCase(Locale.ROOT);
            if (Sketch.SMALL.contains(written)) {
                continue;
            }
            String stem = stem(written);
            spellings.merge(stem, written, (one, other) -> one.length() <= other.length() ? one : other);
            terms.merge(stem, times, Integer::sum);
            if (!last.isEmpty()) {
                terms.merge(last + " " + stem, times, Integer::sum);
            }
            last = stem;
        }
    }

    private static String stem(String word) {
        for (String ending : Sketch.ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    /**
     * Adds a practice.
     *
     * @param spread how many practices have a term, of the terms that tell some from others
     */
    private void add(Practice practice, Map<String, Integer> terms, Map<String, Integer> spread, int all) {
        Map<String, Double> weights = new HashMap<>();
        terms.forEach((term, times) -> {
            Integer having = spread.get(term);
            if (having != null) {
                weights.put(term, Math.pow(times, 0.7) * Math.pow(Math.log((double) all / having), 1.5));
            }
        });
        List<Map.Entry<String, Double>> heaviest = weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(KEPT)
                .toList();
        double length = Math.sqrt(heaviest.stream()
                .mapToDouble(entry -> entry.getValue() * entry.getValue())
                .sum());
        Map<String, Double> vector = new LinkedHashMap<>();
        heaviest.forEach(entry -> {
            String term = names.computeIfAbsent(entry.getKey(), name -> name);
            vector.put(term, entry.getValue() / length);
            slugsOf.computeIfAbsent(term, unused -> new ArrayList<>()).add(practice.slug());
        });
        vectors.put(practice.slug(), vector);
    }

    /** Slugs of practices that have words in common with a practice, and how alike they are: above 0, at most 1. */
    Map<String, Double> fellows(Practice practice) {
        Map<String, Double> fellows = new HashMap<>();
        vectors.getOrDefault(practice.slug(), Map.of())
                .forEach((term, weight) -> slugsOf.get(term)
                        .forEach(fellow -> fellows.merge(
                                fellow, weight * vectors.get(fellow).get(term), Double::sum)));
        fellows.remove(practice.slug());
        return fellows;
    }

    /** The words that two practices share and that weigh most. */
    List<String> words(Practice one, Practice other) {
        Map<String, Double> there = vectors.getOrDefault(other.slug(), Map.of());
        Stream<Map.Entry<String, Double>> shared = vectors.getOrDefault(one.slug(), Map.of()).entrySet().stream()
                .filter(entry -> there.containsKey(entry.getKey()) && spellings.containsKey(entry.getKey()));
        return shared.sorted(Comparator.<Map.Entry<String, Double>>comparingDouble(
                                entry -> -entry.getValue() * there.get(entry.getKey()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(WORDS_SAID)
                .map(entry -> spellings.get(entry.getKey()))
                .toList();
    }
}
