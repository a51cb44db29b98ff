package org.practiceplaybook.content;

import java.util.List;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;

/**
 * Practices in an order that makes sense: a workshop, a journey.
 *
 * @param audience terms of any vocabulary that say whom it is for
 */
public record Pathway(
        SourceFile file,
        String slug,
        Located<String> title,
        Located<String> summary,
        List<Located<String>> audience,
        List<Step> steps,
        List<Located<String>> aka,
        Body body)
        implements Entry {

    /** One practice on the way. */
    public record Step(Located<String> practice, String why) {}

    public Pathway {
        audience = List.copyOf(audience);
        steps = List.copyOf(steps);
        aka = List.copyOf(aka);
    }
}
