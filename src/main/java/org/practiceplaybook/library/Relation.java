package org.practiceplaybook.library;

import java.util.Optional;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Term;

/**
 * Another practice that a reader may want, and why.
 *
 * @param reason the writer's, or empty
 * @param shared the term that both have, where the relation was found and not written
 */
public record Relation(Practice practice, String reason, Optional<Term> shared) {}
