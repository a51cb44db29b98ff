package org.practiceplaybook.review;

import java.util.List;
import java.util.function.Function;
import org.practiceplaybook.check.Checks;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.work.Workers;

/**
 * A state of a playbook.
 *
 * @param library with drafts in it: they are looked at as everything else is
 * @param diagnostics what a check says
 */
public record Side(Content content, Library library, List<Diagnostic> diagnostics) {
    public Side {
        diagnostics = List.copyOf(diagnostics);
    }

    public static Side of(Content content, History history, Function<String, SectionNames> names) {
        List<Diagnostic> found = Checks.run(content, Linker.link(content, history, false), names, new Workers(1));
        return new Side(content, Linker.link(content, history, true), found);
    }
}
