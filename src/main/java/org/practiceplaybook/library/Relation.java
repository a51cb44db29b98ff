package org.practiceplaybook.library;

import java.util.List;
import java.util.Optional;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Term;

/**
 * Another practice that a reader may want, and why.
 *
 * @param reason the writer's, or empty
 * @param shared the term that both have, where the relation was found and not written
 * @param words that both speak of, where it was found by their texts alone
 */
public record Relation(Practice practice, String reason, Optional<Term> shared, List<String> words) {
    public Relation {
        words = List.copyOf(words);
    }
}
