package org.practiceplaybook.search;

import java.util.List;

/**
 * What counts how much. Those of the query travel with the index, so that there is one place for them.
 *
 * <p>A posting's impact is {@code t / (k + t)}, where {@code t} is the sum over the fields of {@code weight * count / (1 -
 * b + b * length / average)}: BM25F (Robertson, Zaragoza and Taylor 2004).
 *
 * @param k how soon a word's repetition stops to count
 * @param title weight of a word in the title or another name
 * @param summary in the summary
 * @param heading in a heading
 * @param body in the text
 * @param hidden in another name for a word of the text
 * @param titleLength how much a field's length counts, 0 to 1
 * @param headingLength the same of the headings
 * @param bodyLength the same of summary and text
 * @param titleCover for a title that has the words of the query
 * @param headingCover for a heading that has them
 * @param exact for a title that is the query
 * @param exactHeading for a heading that is the query
 * @param cover how much of the score is lost with the words that a page does not have
 * @param stop share of its weight that a word keeps which nearly every text has
 * @param prefix of a word that only begins as the query's last does
 * @param onlyPrefix the same, where the site has no such word
 * @param typo for each edit
 * @param joint of a compound, for its parts
 * @param family of a word that begins like one that the site does not have, and ends differently
 */
public record Weights(
        double k,
        double title,
        double summary,
        double heading,
        double body,
        double hidden,
        double titleLength,
        double headingLength,
        double bodyLength,
        double titleCover,
        double headingCover,
        double exact,
        double exactHeading,
        double cover,
        double stop,
        double prefix,
        double onlyPrefix,
        double typo,
        double joint,
        double family) {
    public static final Weights DEFAULT =
            new Weights(2, 3, 1.5, 2, 1, 0.5, 0.5, 0.5, 0.75, 4, 2.5, 2, 1.2, 0.1, 0.1, 0.4, 0.9, 0.8, 0.9, 0.6);

    /** Those that a query needs, in the order in which the index has them. */
    List<Double> ofQuery() {
        return List.of(
                titleCover, headingCover, exact, exactHeading, cover, stop, prefix, onlyPrefix, typo, joint, family);
    }
}
