package org.practiceplaybook.check;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Page;
import org.practiceplaybook.source.Diagnostic;

/** Titles that the template put there. */
public final class Placeholders implements Rule {
    /** What does not count in a title: a regular expression that JavaScript reads alike. */
    public static final String IGNORED = "[\\[\\]<>….]";

    /** Titles that nobody means, in small letters. */
    public static final Set<String> TITLES = Set.of(
            "title here",
            "your title",
            "your title here",
            "title",
            "name of the practice",
            "what was tried",
            "untitled");

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        for (Entry entry : subject.entries()) {
            String title = entry.title()
                    .value()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll(IGNORED, "")
                    .strip();
            if (!(entry instanceof Page) && TITLES.contains(title)) {
                report.accept(Diagnostic.error(
                                "title-placeholder",
                                entry.at(entry.title().span()),
                                "this title is still the template's")
                        .effect("\"" + entry.title().value() + "\" in every list")
                        .remedy("write what it is called"));
            }
        }
    }
}
