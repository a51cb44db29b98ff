package org.practiceplaybook.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what a writer probably meant among names that are known. Looking up takes a pass over the names; most of them are
 * ruled out by their length and their letters, so that thousands of lookups among thousands of names stay quick.
 */
public final class Closest {
    private final List<Name> names;

    private Closest(List<Name> names) {
        this.names = names;
    }

    /** A name, in small letters too, and its letters as a set of bits. */
    private record Name(String name, String small, long letters) {
        static Name of(String name) {
            String small = name.toLowerCase(Locale.ROOT);
            return new Name(name, small, Closest.lettersOf(small));
        }
    }

    /** To be asked more than once. */
    public static Closest among(Collection<String> known) {
        List<Name> names = new ArrayList<>(known.size());
        known.forEach(name -> names.add(Name.of(name)));
        names.sort(Comparator.comparing(Name::name));
        return new Closest(names);
    }

    /** The same as {@code among(known).to(written)}. */
    public static Optional<String> to(String written, Collection<String> known) {
        return among(known).to(written);
    }

    /**
     * The known name nearest to a written one: at most a third of its letters away, or one that contains it.
     *
     * @return empty where none is near; of equals the first in code point order
     */
    public Optional<String> to(String written) {
        String word = written.strip().toLowerCase(Locale.ROOT);
        return within(word, Math.max(1, word.length() / 3)).or(() -> containing(word));
    }

    /**
     * The known name nearest to a written one, whatever their case.
     *
     * @param reach how many edits away it may be at most
     */
    public Optional<String> within(String written, int reach) {
        String word = written.strip().toLowerCase(Locale.ROOT);
        long letters = lettersOf(word);
        String best = null;
        int limit = reach;
        for (int i = 0; i < names.size() && limit >= 0; i++) {
            Name candidate = names.get(i);
            // an edit brings in one letter and takes out one at most
            if (Math.abs(candidate.small.length() - word.length()) > limit
                    || Long.bitCount(candidate.letters ^ letters) > 2 * limit) {
                continue;
            }
            int distance = EditDistance.between(word, candidate.small, limit);
            if (distance <= limit) {
                best = candidate.name;
                limit = distance - 1; // of equals the first stays
            }
        }
        return Optional.ofNullable(best);
    }

    private Optional<String> containing(String word) {
        if (word.length() < 4) {
            return Optional.empty();
        }
        long letters = lettersOf(word);
        return names.stream()
                .filter(name -> (letters & ~name.letters) == 0 && name.small.contains(word)
                        || (name.letters & ~letters) == 0 && name.name.length() >= 4 && word.contains(name.small))
                .map(Name::name)
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    private static long lettersOf(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1L << bit(word.charAt(i));
        }
        return letters;
    }

    /** Letters and figures of ASCII have bits of their own; all others share the rest. */
    private static int bit(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        return c >= '0' && c <= '9' ? 26 + c - '0' : 36 + c % 28;
    }
}
