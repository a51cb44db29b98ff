package org.practiceplaybook.content.value;

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
        PartialDate date = new PartialDate(year, month, day);
        return isInCalendar(year, month.orElse(1), day.orElse(1)) ? Optional.of(date) : Optional.empty();
    }

    /** Not by the JDK's calendars, which a form would load for it. */
    private static boolean isInCalendar(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1) {
            return false;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int days = month == 2 ? leap ? 29 : 28 : 30 + (month + month / 8) % 2;
        return day <= days;
    }

    private static OptionalInt number(String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    /** The number of the first day that it can mean, by which days are compared: the next day has the next number. */
    public int dayNumber() {
        // a year that begins in March ends with the day that is not always there
        int months = (month.orElse(1) + 9) % 12;
        int years = year - months / 10;
        return 365 * years
                + Math.floorDiv(years, 4)
                - Math.floorDiv(years, 100)
                + Math.floorDiv(years, 400)
                + (months * 306 + 5) / 10
                + day.orElse(1);
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
