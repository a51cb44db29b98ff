package org.practiceplaybook.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.source.Diagnostic;

/** All rules. */
public final class Checks {
    private static final List<Rule> RULES = List.of(
            new NothingToRead(),
            new UnknownTerms(),
            new UnknownPractices(),
            new UnknownAttempts(),
            new UnknownGlossaryWords(),
            new BrokenLinks(),
            new Successors(),
            new ImageDescriptions(),
            new OutsideImages(),
            new Settings(),
            new OwnSite(),
            new UnreadFiles(),
            new LineEnds(),
            new Companions(),
            new NamesTaken(),
            new FollowCircles());

    /** What an entry could be better at. Not said of a file that could not be read as it is meant: first things first. */
    private static final List<Rule> BAR = List.of(
            new Placeholders(),
            new AdvisedFields(),
            new Sections(),
            new Headings(),
            new Learning(),
            new NearDuplicates());

    private Checks() {}

    /** Everything there is to say, reading included: by file and place, the same on every run. */
    public static List<Diagnostic> run(Content content, Library library) {
        Subject subject = new Subject(content, library);
        List<Diagnostic> all = new ArrayList<>(content.diagnostics());
        RULES.forEach(rule -> rule.check(subject, all::add));
        Set<String> misread = new HashSet<>();
        content.diagnostics().stream()
                .filter(Diagnostic::isError)
                .forEach(error -> misread.add(error.place().file().path()));
        BAR.forEach(rule -> rule.check(subject, diagnostic -> {
            if (diagnostic.isError()
                    || !misread.contains(diagnostic.place().file().path())) {
                all.add(diagnostic);
            }
        }));
        all.sort(Diagnostic.ORDER);
        return List.copyOf(all);
    }
}
