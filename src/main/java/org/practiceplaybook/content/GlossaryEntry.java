package org.practiceplaybook.content;

import java.util.List;
import java.util.Optional;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;

/**
 * A word that readers may not know.
 *
 * @param see another word of the glossary
 * @param aka other words for it
 */
public record GlossaryEntry(
        SourceFile file, Located<String> term, String means, Optional<Located<String>> see, List<Located<String>> aka) {
    public GlossaryEntry {
        aka = List.copyOf(aka);
    }
}
