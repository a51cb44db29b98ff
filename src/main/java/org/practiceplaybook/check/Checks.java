package org.practiceplaybook.check;

import java.util.ArrayList;
import java.util.List;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.source.Diagnostic;

/** All rules. */
public final class Checks {
    private static final List<Rule> RULES = List.of(
            new NothingToRead(),
            new UnknownTerms(),
            new UnknownPractices(),
            new GonePractices(),
            new RenamedPractices(),
            new UnknownAttempts(),
            new UnknownGlossaryWords(),
            new BrokenLinks(),
            new Placeholders(),
            new Successors(),
            new ImageDescriptions(),
            new OutsideImages(),
            new Settings());

    private Checks() {}

    /** Everything there is to say, reading included: by file and place, the same on every run. */
    public static List<Diagnostic> run(Content content, Library library) {
        Subject subject = new Subject(content, library);
        List<Diagnostic> all = new ArrayList<>(content.diagnostics());
        RULES.forEach(rule -> rule.check(subject, all::add));
        all.sort(Diagnostic.ORDER);
        return List.copyOf(all);
    }
}
