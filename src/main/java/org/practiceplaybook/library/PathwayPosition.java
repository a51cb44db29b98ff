package org.practiceplaybook.library;

import java.util.Optional;
import org.practiceplaybook.content.Pathway;
import org.practiceplaybook.content.Practice;

/**
 * Where a practice stands in a pathway.
 *
 * @param step from 1
 */
public record PathwayPosition(
        Pathway pathway, int step, int steps, Optional<Practice> previous, Optional<Practice> next) {}
