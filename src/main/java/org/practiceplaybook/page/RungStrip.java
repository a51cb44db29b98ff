package org.practiceplaybook.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;

/**
 * How deep a practice reaches, as a row of the ladder's rungs, the weakest first.
 *
 * @param text the same in words
 */
public record RungStrip(List<Rung> rungs, String text) {
    /**
     * A rung.
     *
     * @param band key of its band, or empty
     * @param reached does the practice reach it?
     */
    public record Rung(String number, String band, boolean reached) {}

    /** The strip of a practice, empty where it names no rung. */
    public static Optional<RungStrip> of(Edition edition, Practice practice) {
        List<Term> reached = edition.library().terms(Taxonomy.LEVERAGE, practice);
        return reached.isEmpty() ? Optional.empty() : Optional.of(of(edition, reached));
    }

    /** The strip on which these rungs are reached. */
    public static RungStrip of(Edition edition, List<Term> reached) {
        List<Term> ladder = edition.library().terms(Taxonomy.LEVERAGE);
        String names = reached.stream()
                .map(Term::name)
                .collect(Collectors.joining(edition.words().get("list.separator")));
        return new RungStrip(
                ladder.stream()
                        .map(term -> new Rung(term.numeral(), term.bandKey(), reached.contains(term)))
                        .toList(),
                edition.words().get("practice.strip", reached.size(), ladder.size(), names));
    }
}
