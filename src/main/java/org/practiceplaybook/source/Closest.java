package org.practiceplaybook.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a writer probably meant. */
public final class Closest {
    private Closest() {}

    /**
     * The known name nearest to a written one: at most a third of its letters away, or one that contains it.
     *
     * @return empty where none is near; of equals the first in code point order
     */
    public static Optional<String> to(String written, Collection<String> known) {
        String word = written.strip().toLowerCase(Locale.ROOT);
        int reach = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(name -> Math.abs(name.length() - word.length()) <= reach)
                .map(name -> new Candidate(name, EditDistance.between(word, name.toLowerCase(Locale.ROOT), reach)))
                .filter(candidate -> candidate.distance <= reach)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name)
                .or(() -> containing(word, known));
    }

    private static Optional<String> containing(String word, Collection<String> known) {
        if (word.length() < 4) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(word)
                        || (name.length() >= 4 && word.contains(name.toLowerCase(Locale.ROOT))))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    private record Candidate(String name, int distance) {}
}
