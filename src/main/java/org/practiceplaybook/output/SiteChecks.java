package org.practiceplaybook.output;

import java.util.ArrayList;
import java.util.List;
import org.practiceplaybook.card.CardAdvice;
import org.practiceplaybook.check.Checks;
import org.practiceplaybook.check.EditionWords;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.Workers;

/** Everything that is to be said of a playbook in its theme. */
public final class SiteChecks {
    private SiteChecks() {}

    /** @return in the order of files and places */
    public static List<Diagnostic> of(Content content, Library library, Theme theme, Workers workers) {
        List<Diagnostic> found = new ArrayList<>(Checks.run(content, library, theme.sections(), workers));
        found.addAll(EditionWords.missing(content.settings(), theme.languages()));
        theme.sheet(content.settings().look()).ifPresent(sheet -> found.addAll(sheet.advice()));
        found.addAll(CardAdvice.of(content, library, theme, workers));
        found.sort(Diagnostic.ORDER);
        return List.copyOf(found);
    }
}
