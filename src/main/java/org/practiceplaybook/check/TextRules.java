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
    /** Those of words, which hold in every language. */
    static final List<Rule> OF_WORDS = List.of(
            new BrokenLinks(),
            new ImageDescriptions(),
            new OutsideImages(),
            new ImageKinds(),
            new OwnSite(),
            new DoubtfulReferences());

    /** And those of facts, which a translation has from its original. */
    static final List<Rule> RULES = joined(
            OF_WORDS,
            List.of(
                    new UnknownTerms(),
                    new UnknownPractices(),
                    new RenamedPractices(),
                    new UnknownAttempts(),
                    new Successors(),
                    new NamesTaken(),
                    new PortableNames()));

    /** What the words of an entry could be better at. */
    static final List<Rule> BAR_OF_WORDS = List.of(new Placeholders(), new Sections(), new Headings());

    /** What an entry could be better at. */
    static final List<Rule> BAR = joined(BAR_OF_WORDS, List.of(new AdvisedFields(), new AttemptLessons()));

    private TextRules() {}

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    /**
     * Everything there is to say of one text, reading included.
     *
     * @param path of its file; what is found in others is left out
     * @param translation has it words alone, and the facts from its original?
     * @param beside what is to be said of it beside its original
     */
    public static List<Diagnostic> run(
            Content content,
            Library library,
            SectionNames names,
            String path,
            boolean translation,
            List<Diagnostic> beside) {
        CheckContext subject = new CheckContext(content, library, names);
        return all(
                        content.diagnostics(),
                        found(translation ? BAR_OF_WORDS : BAR, subject),
                        joined(found(translation ? OF_WORDS : RULES, subject), List.of(beside)))
                .stream()
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
