package org.practiceplaybook.content.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a number of people in free text: {@code 5 to 12 people}, {@code 8+}, {@code at least 4}, {@code up to 20}. */
public final class GroupText {
    private static final String N = "(\\d{1,6})(?![\\d.]*[a-z%])";
    private static final String LEAST = "(?:\\b(?:at least|minimum(?: of)?|min\\.?|more than|over|from)|>=?)\\s*";
    private static final String MOST =
            "(?:\\b(?:up to|at most|maximum(?: of)?|max\\.?|no more than|fewer than|less than)|<=?)\\s*";

    private static final Pattern ANY = Pattern.compile(
            "(?:any|unlimited|no limit|everyone|everybody|all|all sizes|however many)(?: (?:number|size|group size|group|size of group|amount))?(?: of)?(?: people| persons| participants| players)?\\.?");
    private static final Pattern BOTH = Pattern.compile(LEAST + N + "[^\\d]{0,20}?" + MOST + N);
    private static final Pattern RANGE =
            Pattern.compile("(?<![\\d.])(\\d{1,6})(?:\\s*(?:-|to|or)\\s*|\\s+and\\s+)" + N + "(\\s*\\+)?");
    private static final Pattern OPEN = Pattern.compile(
            "(?<![\\d.])(\\d{1,6})\\s*(?:\\+|(?:-|to)\\s*(?:∞|infinity\\b|unlimited\\b|any number\\b)|(?:people |participants |players )?(?:or more|and more|and up|plus)\\b)");
    private static final Pattern AT_LEAST = Pattern.compile(LEAST + N);
    private static final Pattern AT_MOST = Pattern.compile(MOST + N);
    private static final Pattern ONE = Pattern.compile("(?<![\\d.])" + N);
    private static final Pattern FILLER = Pattern.compile(
            "^(?:about|approx(?:imately)?\\.?|around|roughly|ca\\.?|~|between|people|persons?|participants?|players?|attendees|number of|[-:.,;()\\s])+|(?:people|persons?|participants?|players?|attendees|[-:.,;()\\s])+$");

    private GroupText() {}

    /** Finds the first number of people in a text, and what the text says beyond it. */
    public static Optional<FoundRange<GroupRange>> find(String written) {
        String text = NumberWords.digits(written)
                .replaceAll("^(?:in )?pairs$", "2")
                .replaceAll("^(?:individual|individuals|individually|solo|alone)$", "1");
        if (ANY.matcher(text).matches()) {
            return Optional.of(new FoundRange<>(GroupRange.ANY, ""));
        }
        return first(text, BOTH, match -> range(match.group(1), match.group(2)))
                .or(() -> first(
                        text,
                        RANGE,
                        match -> match.group(3) == null ? range(match.group(1), match.group(2)) : open(match.group(1))))
                .or(() -> first(text, OPEN, match -> open(match.group(1))))
                .or(() -> first(text, AT_LEAST, match -> open(match.group(1))))
                .or(() -> first(text, AT_MOST, match -> range("1", match.group(1))))
                .or(() -> first(text, ONE, match -> range(match.group(1), match.group(1))));
    }

    private interface Meaning {
        Optional<GroupRange> of(Matcher match);
    }

    private static Optional<FoundRange<GroupRange>> first(String text, Pattern pattern, Meaning meaning) {
        Matcher match = pattern.matcher(text);
        return match.find()
                ? meaning.of(match)
                        .map(range -> new FoundRange<>(
                                range, rest(text.substring(0, match.start()), text.substring(match.end()))))
                : Optional.empty();
    }

    private static Optional<GroupRange> range(String low, String high) {
        return GroupRange.parse(low + "-" + high);
    }

    private static Optional<GroupRange> open(String low) {
        return GroupRange.parse(low + "+");
    }

    private static String rest(String before, String after) {
        return (FILLER.matcher(before).replaceAll("") + " "
                        + FILLER.matcher(after).replaceAll(""))
                .strip();
    }
}
