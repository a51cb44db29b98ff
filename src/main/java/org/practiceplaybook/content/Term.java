package org.practiceplaybook.content;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.practiceplaybook.content.value.Band;
import org.practiceplaybook.source.Place;

/**
 * A term of a vocabulary.
 *
 * @param order where it stands among its fellows; of two alike the first in the file comes first
 * @param question what a group can ask itself about it, or empty
 * @param questions by which a reader can tell whether it is theirs, to be answered with yes or no
 * @param number the label of a leverage point
 * @param example or empty
 */
public record Term(
        Taxonomy taxonomy,
        String slug,
        String name,
        String definition,
        int order,
        String question,
        List<String> questions,
        OptionalInt number,
        Optional<Band> band,
        String example,
        Place place) {
    public Term {
        questions = List.copyOf(questions);
    }

    /** The same in a vocabulary that is called otherwise. */
    Term of(Taxonomy other) {
        return new Term(other, slug, name, definition, order, question, questions, number, band, example, place);
    }

    /** The label of a leverage point, or empty. */
    public String numeral() {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
    }

    /** The key of its band, or empty. */
    public String bandKey() {
        return band.map(Band::key).orElse("");
    }

    /** Its name among the terms of all vocabularies. */
    public String key() {
        return taxonomy.key() + "/" + slug;
    }
}
