package org.practiceplaybook.browser;

/** Stands in for {@code java.time.LocalDate}: a day of the calendar. */
public final class LocalDate implements Comparable<LocalDate> {
    public static final LocalDate MIN = new LocalDate(Integer.MIN_VALUE, 1, 1);

    private final int year;
    private final int month;
    private final int day;

    private LocalDate(int year, int month, int day) {
        this.year = year;
        this.month = month;
        this.day = day;
    }

    /**
     * A day.
     *
     * @throws DateTimeException where the calendar has none such
     */
    public static LocalDate of(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > length(year, month)) {
            throw new DateTimeException("no such day");
        }
        return new LocalDate(year, month, day);
    }

    private static int length(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return switch (month) {
            case 2 -> leap ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    @Override
    public int compareTo(LocalDate other) {
        return year != other.year
                ? Integer.compare(year, other.year)
                : month != other.month ? month - other.month : day - other.day;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LocalDate date && compareTo(date) == 0;
    }

    @Override
    public int hashCode() {
        return (year * 13 + month) * 32 + day;
    }

    /** As ISO 8601 writes it, of years with four figures. */
    @Override
    public String toString() {
        return String.valueOf(10_000 + year).substring(1)
                + (month < 10 ? "-0" : "-")
                + month
                + (day < 10 ? "-0" : "-")
                + day;
    }
}
