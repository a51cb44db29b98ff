package org.practiceplaybook.content.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many people a practice is for.
 *
 * @param low at least 1
 * @param high not below low; {@link #NO_LIMIT} where there is none
 */
public record GroupRange(int low, int high) {
    public static final int NO_LIMIT = Integer.MAX_VALUE;
    /** However many. */
    public static final GroupRange ANY = new GroupRange(1, NO_LIMIT);

    private static final Pattern LENIENT = Pattern.compile(
            "(\\d{1,6})(?:\\s*(?:(\\+|or more|and more|and up)|(?:-|–|—|to)\\s*(\\d{1,6})))?\\s*(?:people|persons|participants)?");

    public GroupRange {
        if (low < 1 || high < low) {
            throw new IllegalArgumentException("not a group: " + low + " to " + high);
        }
    }

    /** What {@link #parse} understands of a text in small letters, besides {@code any}: a regular expression that JavaScript reads alike. */
    public static String pattern() {
        return LENIENT.pattern();
    }

    public boolean isAny() {
        return low == 1 && high == NO_LIMIT;
    }

    /** As the content model writes it: {@code 4-12}, {@code 8+}, {@code any}. */
    public String canonical() {
        if (isAny()) {
            return "any";
        }
        if (high == NO_LIMIT) {
            return low + "+";
        }
        return low == high ? String.valueOf(low) : low + "-" + high;
    }

    /** Understands what people write. Empty where it is no number of people. */
    public static Optional<GroupRange> parse(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
        if (text.equals("any")) {
            return Optional.of(ANY);
        }
        Matcher matcher = LENIENT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int low = Integer.parseInt(matcher.group(1));
        int high = matcher.group(2) != null
                ? NO_LIMIT
                : matcher.group(3) != null ? Integer.parseInt(matcher.group(3)) : low;
        if (Math.min(low, high) < 1) {
            return Optional.empty();
        }
        return Optional.of(new GroupRange(Math.min(low, high), Math.max(low, high)));
    }
}
