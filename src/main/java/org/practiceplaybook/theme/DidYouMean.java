package org.practiceplaybook.theme;

import java.util.Collection;
import org.practiceplaybook.source.Closest;

/** The question that helps most where a name is not known. */
final class DidYouMean {
    private DidYouMean() {}

    /** {@code ; did you mean "title"?}, or nothing where no known name is near. */
    static String of(String written, Collection<String> known) {
        return Closest.to(written, known)
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse("");
    }
}
