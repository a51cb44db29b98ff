package org.practiceplaybook.importer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.content.value.PartialDate;

/** Reads the dates of other tools: {@code 2019-03-21 10:00:00 +0100}, {@code 20190321143000000}, {@code 21 March 2019}. */
final class ForeignDates {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?(?:[T ].*)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:\\d{6}(?:\\d{3})?)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?:(\\d{1,2})(?:st|nd|rd|th)?[. ]+)?([A-Za-z]{3})[a-z]*\\.?,? +(\\d{4})(?: .*)?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([A-Za-z]{3})[a-z]*\\.? +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})(?: .*)?");

    private ForeignDates() {}

    /** A month or day, or nothing. Days in numbers whose order nobody can know are not guessed. */
    static Optional<PartialDate> read(String written) {
        String text = written.strip();
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return date(compact.group(1), compact.group(2), compact.group(3));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (monthFirst.matches()) {
            return named(monthFirst.group(3), monthFirst.group(1), monthFirst.group(2));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        return dayFirst.matches() ? named(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1)) : Optional.empty();
    }

    private static Optional<PartialDate> named(String year, String month, String day) {
        int number = 1 + MONTHS.indexOf(month.toLowerCase(Locale.ROOT));
        return number == 0 ? Optional.empty() : date(year, String.valueOf(number), day);
    }

    private static Optional<PartialDate> date(String year, String month, String day) {
        return PartialDate.parse(year + "-" + month + (day == null ? "" : "-" + day));
    }
}
