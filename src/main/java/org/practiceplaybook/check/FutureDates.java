package org.practiceplaybook.check;

import java.util.Optional;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.FrontMatter;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.value.PartialDate;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;

/** Dates of what has not happened yet. Whoever has a clock hands the day in, for a rule has none. */
public final class FutureDates {
    private FutureDates() {}

    /** What there is to say of one entry's date; a day's grace, for elsewhere it is tomorrow already. */
    public static Optional<Diagnostic> of(Entry entry, PartialDate today) {
        if (entry instanceof Attempt attempt) {
            return of(entry, Fields.WHEN, attempt.when(), today);
        }
        return entry instanceof Practice practice
                ? of(entry, Fields.REVIEWED, practice.reviewed(), today)
                : Optional.empty();
    }

    private static Optional<Diagnostic> of(Entry entry, Field<?> field, Optional<PartialDate> date, PartialDate today) {
        return date.filter(day -> day.dayNumber() > today.dayNumber() + 1)
                .flatMap(day -> FrontMatter.read(entry.file())
                        .mapping()
                        .entry(field.key())
                        .map(key -> Diagnostic.of(
                                        RuleCode.DATE_FUTURE,
                                        entry.at(key.value().span()),
                                        day.iso() + " is still to come")
                                .effect("a date that nobody has seen yet")
                                .remedy("look at the year and the month; they should not be after today's")));
    }
}
