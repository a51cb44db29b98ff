package org.practiceplaybook.content;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.practiceplaybook.content.value.Outcome;
import org.practiceplaybook.content.value.PartialDate;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;

/**
 * A first attempt in learning: somebody tried something and says how it went.
 *
 * @param practices slugs of what was tried: these alone are evidence
 * @param ledTo slugs of practices that the story taught
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
        List<Located<String>> ledTo,
        Optional<Outcome> outcome,
        Located<String> lesson,
        String setting,
        Optional<PartialDate> when,
        String sharedBy,
        TermRefs terms,
        Optional<Located<String>> follows,
        Optional<Citation> source,
        List<Located<String>> aka,
        Body body)
        implements Entry {

    public Attempt {
        practices = List.copyOf(practices);
        ledTo = List.copyOf(ledTo);
        aka = List.copyOf(aka);
    }

    @Override
    public Located<String> summary() {
        return lesson;
    }

    /** All practices that it names. */
    public Stream<Located<String>> named() {
        return Stream.concat(practices.stream(), ledTo.stream());
    }

    public boolean isAnonymous() {
        return sharedBy.isEmpty() || sharedBy.equalsIgnoreCase("anonymous");
    }
}
