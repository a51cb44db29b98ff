package org.practiceplaybook.content;

import java.util.List;
import java.util.Optional;
import org.practiceplaybook.content.value.Outcome;
import org.practiceplaybook.content.value.PartialDate;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;

/**
 * A first attempt in learning: somebody tried a practice and says how it went.
 *
 * @param practices slugs of what was tried
 * @param outcome absent where it could not be understood
 * @param setting or empty
 * @param sharedBy a name, {@code anonymous}, or empty
 * @param follows slug of an earlier attempt
 */
public record Attempt(
        SourceFile file,
        String slug,
        Located<String> title,
        List<Located<String>> practices,
        Optional<Outcome> outcome,
        Located<String> lesson,
        String setting,
        Optional<PartialDate> when,
        String sharedBy,
        TermRefs terms,
        Optional<Located<String>> follows,
        Optional<Citation> source,
        Body body)
        implements Entry {

    public Attempt {
        practices = List.copyOf(practices);
    }

    @Override
    public Located<String> summary() {
        return lesson;
    }

    public boolean isAnonymous() {
        return sharedBy.isEmpty() || sharedBy.equalsIgnoreCase("anonymous");
    }
}
