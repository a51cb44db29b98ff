package org.practiceplaybook.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.source.Diagnostic;

/**
 * The rules that judge a text by itself and by what is known of the others: their names, and where a link can lead. They
 * run in a form as they do in the build.
 */
public final class TextRules {
    static final List<Rule> RULES = List.of(
            new NothingToRead(),
            new UnknownTerms(),
            new UnknownPractices(),
            new RenamedPractices(),
            new UnknownAttempts(),
            new BrokenLinks(),
            new Successors(),
            new ImageDescriptions(),
            new OutsideImages(),
            new ImageKinds(),
            new OwnSite(),
            new DoubtfulReferences(),
            new NamesTaken(),
            new PortableNames());

    /** What an entry could be better at. */
    static final List<Rule> BAR =
            List.of(new Placeholders(), new AdvisedFields(), new Sections(), new Headings(), new AttemptLessons());

    private TextRules() {}

    /**
     * Everything there is to say of one text, reading included.
     *
     * @param path of its file; what is found in others is left out
     */
    public static List<Diagnostic> run(Content content, Library library, SectionNames names, String path) {
        CheckContext subject = new CheckContext(content, library, names);
        return all(content.diagnostics(), found(BAR, subject), found(RULES, subject)).stream()
                .filter(diagnostic -> diagnostic.place().file().path().equals(path))
                .toList();
    }

    private static List<List<Diagnostic>> found(List<Rule> rules, CheckContext subject) {
        return rules.stream().map(rule -> found(rule, subject)).toList();
    }

    static List<Diagnostic> found(Rule rule, CheckContext subject) {
        List<Diagnostic> found = new ArrayList<>();
        rule.check(subject, found::add);
        return found;
    }

    /**
     * What was found, by file and place.
     *
     * @param bar not said of a file that could not be read as it is meant: first things first
     */
    static List<Diagnostic> all(List<Diagnostic> reading, List<List<Diagnostic>> bar, List<List<Diagnostic>> others) {
        Set<String> misread = new HashSet<>();
        reading.stream()
                .filter(Diagnostic::isError)
                .forEach(error -> misread.add(error.place().file().path()));
        List<Diagnostic> all = new ArrayList<>(reading);
        bar.stream()
                .flatMap(List::stream)
                .filter(diagnostic -> diagnostic.isError()
                        || !misread.contains(diagnostic.place().file().path()))
                .forEach(all::add);
        others.forEach(all::addAll);
        all.sort(Diagnostic.ORDER);
        // a definition that several links go by is told of once
        return all.stream().distinct().toList();
    }
}
