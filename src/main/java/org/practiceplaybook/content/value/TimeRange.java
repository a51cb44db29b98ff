package org.practiceplaybook.content.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a practice takes.
 *
 * @param low in the unit, at least 1; 0 of one that never ends
 * @param high in the unit, not below low
 * @param unit in which the writer counts
 * @param perPerson is it the time of each person, one after the other?
 */
public record TimeRange(int low, int high, Unit unit, boolean perPerson) {
    /** It never ends: a habit rather than a session. */
    public static final TimeRange ONGOING = new TimeRange(0, 0, Unit.ONGOING, false);

    private static final String NUMBER = "(\\d{1,4})(?:[.,](5|25|75))?";
    private static final String UNIT =
            "(?:(m|min|mins|minute|minutes|h|hr|hrs|hour|hours|d|day|days|w|wk|wks|week|weeks)\\.?)?";
    /** In small letters, where a time is each person's: a regular expression. */
    static final String PER_PERSON = "(?:[\\s,]*(?:per|for each|for every|/)\\s*(?:person|head|participant)\\b)";

    private static final Pattern LENIENT = Pattern.compile("(?:about |ca\\.? |~ ?)?" + NUMBER + "\\s*" + UNIT
            + "(?:\\s*(?:-|–|—|to|until)\\s*" + NUMBER + "\\s*" + UNIT + ")?(" + PER_PERSON + ")?");

    /** The unit of a time. A day is a working day of eight hours, a week five of them. */
    public enum Unit {
        MINUTES(1, "min"),
        HOURS(60, "h"),
        DAYS(480, "days"),
        WEEKS(2400, "weeks"),
        ONGOING(0, "ongoing");

        private final int minutes;
        private final String written;

        Unit(int minutes, String written) {
            this.minutes = minutes;
            this.written = written;
        }

        public int minutes() {
            return minutes;
        }

        /** As the content model writes it, of more than one. */
        public String written() {
            return written;
        }
    }

    public TimeRange {
        if (low < 0 || high < low) {
            throw new IllegalArgumentException("not a time: " + low + " to " + high);
        }
    }

    /** What {@link #parse} understands of a text in small letters, besides {@code ongoing}: a regular expression that JavaScript reads alike. */
    public static String pattern() {
        return LENIENT.pattern();
    }

    public boolean isOngoing() {
        return unit == Unit.ONGOING;
    }

    /** The least it takes, in minutes; of one person where it is the time of each. */
    public int lowMinutes() {
        return low * unit.minutes;
    }

    /** The most it takes, in minutes; of one person where it is the time of each. */
    public int highMinutes() {
        return high * unit.minutes;
    }

    /** Does it fit into a session, with a beginning and an end? */
    public boolean isSession() {
        return unit == Unit.MINUTES || unit == Unit.HOURS;
    }

    /** As the content model writes it: {@code 30-45 min}. */
    public String canonical() {
        if (isOngoing()) {
            return "ongoing";
        }
        String word = high == 1 && (unit == Unit.DAYS || unit == Unit.WEEKS)
                ? unit.written.substring(0, unit.written.length() - 1)
                : unit.written;
        return (low == high ? "" + low : low + "-" + high) + " " + word + (perPerson ? " per person" : "");
    }

    /**
     * Understands what people write: {@code 30 min}, also {@code 15min}, {@code 1.5 hours}, {@code 45 minutes to 2 h},
     * and {@code 20 min per person}.
     *
     * @return empty where it is no time
     */
    public static Optional<TimeRange> parse(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
        if (text.equals("ongoing")) {
            return Optional.of(ONGOING);
        }
        Matcher matcher = LENIENT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Unit> second = unit(matcher.group(6));
        Optional<Unit> first = unit(matcher.group(3)).or(() -> second);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        double low = number(matcher.group(1), matcher.group(2));
        boolean range = matcher.group(4) != null;
        double high = range ? number(matcher.group(4), matcher.group(5)) : low;
        Unit highUnit = range ? second.orElse(first.get()) : first.get();
        return of(low, first.get(), high, highUnit, matcher.group(7) != null);
    }

    private static Optional<TimeRange> of(double low, Unit lowUnit, double high, Unit highUnit, boolean perPerson) {
        boolean whole = low == Math.rint(low) && high == Math.rint(high);
        Unit unit = whole && lowUnit == highUnit ? lowUnit : Unit.MINUTES;
        long a = Math.round(low * (unit == lowUnit ? 1 : lowUnit.minutes));
        long b = Math.round(high * (unit == highUnit ? 1 : highUnit.minutes));
        if (Math.min(a, b) < 1 || Math.max(a, b) > 1_000_000) {
            return Optional.empty();
        }
        return Optional.of(new TimeRange((int) Math.min(a, b), (int) Math.max(a, b), unit, perPerson));
    }

    private static double number(String whole, String fraction) {
        // without Double.parseDouble, whose tables would be a twentieth of the forms' judge
        double parts = fraction == null ? 0 : Integer.parseInt(fraction) / Math.pow(10, fraction.length());
        return Integer.parseInt(whole) + parts;
    }

    private static Optional<Unit> unit(String word) {
        if (word == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (word.charAt(0)) {
                    case 'm' -> Unit.MINUTES;
                    case 'h' -> Unit.HOURS;
                    case 'd' -> Unit.DAYS;
                    default -> Unit.WEEKS;
                });
    }
}
