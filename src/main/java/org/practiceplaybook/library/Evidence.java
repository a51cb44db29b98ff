package org.practiceplaybook.library;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.value.Outcome;

/**
 * What attempts say about a practice. Told in a sentence, never as a score.
 *
 * @param sharers how many people logged them; all who are anonymous count as one
 */
public record Evidence(int attempts, int wentWell, int mixed, int fellShort, int sharers) {

    public static Evidence of(List<Attempt> attempts) {
        Set<String> sharers = new HashSet<>();
        attempts.forEach(attempt ->
                sharers.add(attempt.isAnonymous() ? "" : attempt.sharedBy().toLowerCase(Locale.ROOT)));
        return new Evidence(
                attempts.size(),
                count(attempts, Outcome.WENT_WELL),
                count(attempts, Outcome.MIXED),
                count(attempts, Outcome.FELL_SHORT),
                sharers.size());
    }

    private static int count(List<Attempt> attempts, Outcome outcome) {
        return (int) attempts.stream()
                .filter(attempt -> attempt.outcome().filter(outcome::equals).isPresent())
                .count();
    }

    /** How often it was tried, as readers filter by it. */
    public Tried tried() {
        return attempts == 0 ? Tried.NOT_YET : attempts < 3 ? Tried.ONCE_OR_TWICE : Tried.THREE_OR_MORE;
    }

    /** The steps of the facet "tried". */
    public enum Tried {
        NOT_YET,
        ONCE_OR_TWICE,
        THREE_OR_MORE;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
