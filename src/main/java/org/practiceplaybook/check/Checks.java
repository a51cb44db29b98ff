package org.practiceplaybook.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.work.Workers;

/** All rules. */
public final class Checks {
    private static final List<Rule> RULES = List.of(
            new NothingToRead(),
            new UnknownTerms(),
            new UnknownPractices(),
            new RenamedPractices(),
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
            new NearDuplicates(),
            new Placeholders(),
            new AdvisedFields(),
            new Sections(),
            new Headings(),
            new Learning());

    private Checks() {}

    /** Everything there is to say, reading included: by file and place, the same on every run. */
    public static List<Diagnostic> run(Content content, Library library) {
        return run(content, library, new Workers(1));
    }

    /** The same, with several rules at a time. */
    public static List<Diagnostic> run(Content content, Library library, Workers workers) {
        Subject subject = new Subject(content, library);
        Set<String> misread = new HashSet<>();
        content.diagnostics().stream()
                .filter(Diagnostic::isError)
                .forEach(error -> misread.add(error.place().file().path()));
        List<Diagnostic> all = new ArrayList<>(content.diagnostics());
        // the bar first: its rules take longest
        found(subject, BAR, workers)
                .filter(diagnostic -> diagnostic.isError()
                        || !misread.contains(diagnostic.place().file().path()))
                .forEach(all::add);
        found(subject, RULES, workers).forEach(all::add);
        all.sort(Diagnostic.ORDER);
        // a definition that several links go by is told of once
        return all.stream().distinct().toList();
    }

    private static Stream<Diagnostic> found(Subject subject, List<Rule> rules, Workers workers) {
        return workers
                .map(rules, rule -> {
                    List<Diagnostic> found = new ArrayList<>();
                    rule.check(subject, found::add);
                    return found;
                })
                .stream()
                .flatMap(List::stream);
    }
}
