package org.practiceplaybook.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.content.value.GroupText;
import org.practiceplaybook.content.value.PartialDate;
import org.practiceplaybook.content.value.TimeText;
import org.practiceplaybook.source.RuleCode;

/**
 * What is known of a value that is not understood.
 *
 * @param rule of the diagnostic
 * @param message what is wrong with it
 * @param remedy how to mend it; empty where {@code instead} says it
 * @param instead what the writer meant, where that is certain; else empty
 */
record Misreading(RuleCode rule, String message, String remedy, String instead) {
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4}|\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[./ ](\\d{1,2})(?:[./ ](\\d{1,2}))?");
    private static final Pattern WITH_TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[Tt ]\\d{1,2}:.*");
    private static final Pattern ISO_LIKE = Pattern.compile("\\d{4}-\\d{1,2}(?:-\\d{1,2})?");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})\\s*[./-]\\s*(\\d{4})");
    private static final Pattern NAMED_MONTH = Pattern.compile(
            "(?:(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+(?:of\\s+)?)?([A-Za-z]{3,9})\\.?\\s+(?:(\\d{1,2})(?:st|nd|rd|th)?,?\\s+)?(\\d{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern CLOCK_TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?:\\s*h)?");
    private static final Pattern BARE_NUMBER =
            Pattern.compile("(?:about |around |ca\\.? ?|roughly |~ ?)?\\d{1,4}(?:\\s*[-–]\\s*\\d{1,4})?");
    /** Of a date that is none of the forms of the playbook. */
    static Optional<Misreading> date(String written) {
        Matcher zoned = WITH_TIME.matcher(written);
        if (zoned.matches()) {
            return Optional.of(new Misreading(
                    RuleCode.DATE_TIME, "a date has no time of the day and no time zone", "", zoned.group(1)));
        }
        Matcher dayFirst = DAY_FIRST.matcher(written);
        if (dayFirst.matches()) {
            return Optional.of(dayFirst(dayFirst));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(written);
        if (monthFirst.matches()) {
            return iso(monthFirst.group(2), monthFirst.group(1), null)
                    .map(iso -> new Misreading(RuleCode.DATE_ORDER, "a date begins with the year", "", iso));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(written);
        if (yearFirst.matches()) {
            return iso(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3))
                    .map(iso ->
                            new Misreading(RuleCode.DATE_ORDER, "the parts of a date are joined by hyphens", "", iso));
        }
        Matcher named = NAMED_MONTH.matcher(written);
        if (named.matches()) {
            int month = MONTHS.indexOf(named.group(2).toLowerCase(Locale.ROOT).substring(0, 3)) + 1;
            String day = named.group(1) == null ? named.group(3) : named.group(1);
            return (month == 0 ? Optional.<String>empty() : iso(named.group(4), String.valueOf(month), day))
                    .map(iso -> new Misreading(RuleCode.DATE_WORDS, "a date is written in figures", "", iso));
        }
        if (ISO_LIKE.matcher(written).matches()) {
            return Optional.of(new Misreading(
                    RuleCode.DATE_CALENDAR, "the calendar has no day " + written, "look at the month and the day", ""));
        }
        return Optional.empty();
    }

    private static Misreading dayFirst(Matcher date) {
        String message = "a date begins with the year";
        String year = date.group(3).length() == 2 ? "20" + date.group(3) : date.group(3);
        Optional<String> european = iso(year, date.group(2), date.group(1));
        Optional<String> american = iso(year, date.group(1), date.group(2));
        boolean certain = european.isPresent() != american.isPresent() || european.equals(american);
        String instead = certain ? european.or(() -> american).orElse("") : "";
        String remedy = instead.isEmpty()
                ? european.isPresent()
                        ? "write " + european.get() + " or " + american.orElseThrow()
                        : "write it like this: 2026-05-17"
                : "";
        return new Misreading(RuleCode.DATE_ORDER, message, remedy, instead);
    }

    private static Optional<String> iso(String year, String month, String day) {
        return PartialDate.parse(year + "-" + month + (day == null ? "" : "-" + day))
                .map(PartialDate::iso);
    }

    /** Of a time in words. */
    static Optional<Misreading> time(String written) {
        Matcher clock = CLOCK_TIME.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (clock.matches()) {
            int minutes = Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2));
            return Optional.of(timeWords(minutes + " min"));
        }
        if (BARE_NUMBER.matcher(written).matches()) {
            return Optional.of(new Misreading(
                    RuleCode.TIME_UNIT,
                    "\"" + written + "\" does not say whether it means minutes, hours or days",
                    "write a unit behind it: " + written + " min, or h, days, weeks",
                    ""));
        }
        return TimeText.find(written)
                .filter(found -> found.rest().isEmpty())
                .map(found -> timeWords(found.range().canonical()));
    }

    private static Misreading timeWords(String instead) {
        return new Misreading(RuleCode.TIME_WORDS, "a time is a number and a unit", "", instead);
    }

    /** Of a number of people in words. */
    static Optional<Misreading> group(String written) {
        return GroupText.find(written)
                .filter(found -> found.rest().isEmpty())
                .map(found -> new Misreading(
                        RuleCode.GROUP_WORDS,
                        "a group is a number or a range",
                        "",
                        found.range().canonical()));
    }
}
