package org.practiceplaybook.content.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as exact as somebody knew it: a year, a month or a day.
 *
 * @param month 1 to 12
 * @param day of the month; absent where the month is
 */
public record PartialDate(int year, OptionalInt month, OptionalInt day) {
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");

    /** The form of a date: a regular expression that JavaScript reads alike. */
    public static String pattern() {
        return FORM.pattern();
    }

    /** Reads {@code 2026}, {@code 2026-05} or {@code 2026-05-17}. Empty where it is no date of the calendar. */
    public static Optional<PartialDate> parse(String written) {
        Matcher matcher = FORM.matcher(written.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        OptionalInt month = number(matcher.group(2));
        OptionalInt day = number(matcher.group(3));
        try {
            LocalDate.of(year, month.orElse(1), day.orElse(1));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.of(new PartialDate(year, month, day));
    }

    private static OptionalInt number(String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    /** The first day that it can mean. */
    public LocalDate firstDay() {
        return LocalDate.of(year, month.orElse(1), day.orElse(1));
    }

    /** The last day that it can mean. */
    public LocalDate lastDay() {
        if (day.isPresent()) {
            return firstDay();
        }
        return month.isPresent() ? YearMonth.of(year, month.getAsInt()).atEndOfMonth() : LocalDate.of(year, 12, 31);
    }

    /** As it is written: only the parts that are known. */
    public String iso() {
        StringBuilder iso = new StringBuilder(String.valueOf(10_000 + year).substring(1));
        month.ifPresent(value -> iso.append(value < 10 ? "-0" : "-").append(value));
        day.ifPresent(value -> iso.append(value < 10 ? "-0" : "-").append(value));
        return iso.toString();
    }
}
