package org.practiceplaybook.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.work.Workers;

/** All rules: those of one text, and those that need all of them. */
public final class Checks {
    private static final List<Rule> RULES = Stream.concat(
                    TextRules.RULES.stream(),
                    Stream.of(
                            new NothingToRead(),
                            new UnknownGlossaryWords(),
                            new Settings(),
                            new UnreadFiles(),
                            new LineEnds(),
                            new FollowCircles()))
            .toList();

    /** What an entry could be better at. */
    private static final List<Rule> BAR = Stream.concat(Stream.of(new NearDuplicates()), TextRules.BAR.stream())
            .toList();

    private Checks() {}

    /** Everything there is to say, reading included: by file and place, the same on every run. */
    public static List<Diagnostic> run(Content content, Library library, SectionNames names) {
        return run(content, library, language -> names, new Workers(1));
    }

    /**
     * The same, with several rules at a time.
     *
     * @param names of sections, by language
     */
    public static List<Diagnostic> run(
            Content content, Library library, Function<String, SectionNames> names, Workers workers) {
        CheckContext subject = new CheckContext(
                content, library, names.apply(content.settings().language()));
        // the bar first: its rules take longest
        List<List<Diagnostic>> bar = workers.map(BAR, rule -> TextRules.found(rule, subject));
        List<List<Diagnostic>> others = workers.map(RULES, rule -> TextRules.found(rule, subject));
        List<Diagnostic> beside = new ArrayList<>();
        new Translations(content, names).check(beside::add);
        return TextRules.all(
                content.diagnostics(),
                joined(bar, Translations.texts(TextRules.BAR_OF_WORDS, content, library, names, workers)),
                joined(
                        joined(others, List.of(beside)),
                        Translations.texts(TextRules.OF_WORDS, content, library, names, workers)));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
