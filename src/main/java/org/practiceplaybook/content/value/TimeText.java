package org.practiceplaybook.content.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.practiceplaybook.source.Matches;

/** Finds a time in free text: {@code 15 - 30 minutes}, {@code half a day}, {@code 1-2 hours per session}. */
public final class TimeText {
    /** What is said of a bare number in place of a rest. */
    public static final String AS_MINUTES = "taken as minutes";

    private static final String NUMBER = "\\d{1,4}(?:[.,](?:5|25|75))?";
    private static final String UNIT = "(?:minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|m|h|d|w)\\b\\.?";
    private static final Pattern RANGE = Pattern.compile("(?<![\\d.,])(" + NUMBER + ")\\s*(" + UNIT
            + ")?(?:\\s*(?:-|to|until|or|and|/)\\s*(" + NUMBER + ")\\s*(" + UNIT + ")?)?(?!\\w)");
    private static final Pattern BARE = Pattern.compile("(\\d{1,3})(?:\\s*-\\s*(\\d{1,3}))?");
    private static final Pattern HOURS_AND_MINUTES = Pattern.compile(
            "(?<![.,\\d])\\b(\\d{1,2})\\s*(?:h|hrs?|hours?)\\.?(?:(?:,|\\s+and|\\s*&)?\\s*(\\d{1,2})\\s*(?:minutes|minute|mins|min|m)\\b|(\\d{2})\\b|\\s+(\\d{2})$)"
                    + "|\\b(\\d{1,2}):(\\d{2})\\s*(?:h|hrs?|hours?)\\b");
    private static final Pattern NEVER_ENDS = Pattern.compile(
            "(?:it is |this is )?(?:ongoing|on-going|continuous(?:ly)?|continual(?:ly)?|permanent)\\.?");
    private static final Pattern FILLER = Pattern.compile(
            "^(?:about|approx(?:imately)?\\.?|around|roughly|circa|ca\\.?|~|between|from|takes|it takes|usually|typically|time|duration|[-:.,;()\\s])+|[-:.,;()\\s]+$");
    private static final Pattern PER_PERSON = Pattern.compile(TimeRange.PER_PERSON);
    private static final Map<Pattern, String> PHRASES = new LinkedHashMap<>();

    static {
        PHRASES.put(Pattern.compile("\\b(?:an|1) hour and (?:a|1) half\\b"), "90 min");
        PHRASES.put(Pattern.compile("\\b(\\d) and (?:a|1) half hours\\b"), "$1.5 h");
        PHRASES.put(Pattern.compile("\\b(?:3|three) quarters of an hour\\b"), "45 min");
        PHRASES.put(Pattern.compile("\\b(?:a |1 )?quarter(?: of an)?[- ]hour\\b"), "15 min");
        PHRASES.put(Pattern.compile("\\b(?:a |1 )?half[- ](?:an )?hour\\b"), "30 min");
        PHRASES.put(Pattern.compile("\\b(?:a |1 )?half[- ](?:a )?day\\b"), "4 h");
        PHRASES.put(Pattern.compile("\\b(?:(?:a |1 )?(?:full|whole)|all) day\\b"), "1 day");
        PHRASES.put(Pattern.compile("(?<![\\d-])(\\d{1,4})\\+ ?(?=[mhdw])"), "at least $1 ");
        PHRASES.put(Pattern.compile("\\ban? (minute|hour|day|week)\\b"), "1 $1");
        PHRASES.put(Pattern.compile("(\\d)\\s*(?:'|’|′)(?!\\w)"), "$1 min");
        PHRASES.put(Pattern.compile("(\\d)-(minute|min|hour|day|week)s?\\b"), "$1 $2");
    }

    /** Most texts have none of them. */
    private static final Pattern ANY_PHRASE =
            Pattern.compile(PHRASES.keySet().stream().map(Pattern::pattern).collect(Collectors.joining("|")));

    private TimeText() {}

    /**
     * Finds the first time in a text. Where the text says more than the content model can hold ({@code at least 1 hour},
     * {@code per session}) the rest is given too; a bare number is taken as minutes, and the rest says so.
     */
    public static Optional<FoundRange<TimeRange>> find(String written) {
        String text = NumberWords.digits(written);
        if (ANY_PHRASE.matcher(text).find()) {
            for (Map.Entry<Pattern, String> phrase : PHRASES.entrySet()) {
                text = phrase.getKey().matcher(text).replaceAll(phrase.getValue());
            }
        }
        text = Matches.replace(HOURS_AND_MINUTES, text, TimeText::inMinutes);
        Matcher range = RANGE.matcher(text);
        while (range.find()) {
            if (range.group(2) == null && range.group(4) == null) {
                continue;
            }
            boolean second = range.group(3) != null;
            String found = range.group(1) + " " + or(range.group(2), range.group(4))
                    + (second ? " - " + range.group(3) + " " + or(range.group(4), range.group(2)) : "");
            Optional<TimeRange> time = TimeRange.parse(found.replace(". ", " ").replaceAll("\\.$", ""));
            if (time.isPresent()) {
                String before = text.substring(0, range.start());
                return Optional.of(withRest(time.get(), before, text.substring(range.end())));
            }
        }
        if (NEVER_ENDS.matcher(text).matches()) {
            return Optional.of(new FoundRange<>(TimeRange.ONGOING, ""));
        }
        return bare(text);
    }

    private static FoundRange<TimeRange> withRest(TimeRange time, String before, String after) {
        Matcher each = PER_PERSON.matcher(after);
        boolean perPerson = each.find();
        TimeRange range = perPerson ? new TimeRange(time.low(), time.high(), time.unit(), true) : time;
        String beyond = perPerson ? after.substring(0, each.start()) + " " + after.substring(each.end()) : after;
        return new FoundRange<>(range, rest(before, beyond));
    }

    private static String inMinutes(java.util.regex.MatchResult match) {
        String hours = or(match.group(1), match.group(5));
        String minutes = or(or(match.group(2), match.group(3)), or(match.group(4), match.group(6)));
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes) + " min";
    }

    private static String or(String first, String second) {
        return first == null ? second : first;
    }

    private static Optional<FoundRange<TimeRange>> bare(String text) {
        Matcher bare = BARE.matcher(text);
        if (!bare.matches()) {
            return Optional.empty();
        }
        return TimeRange.parse(text + " min").map(time -> new FoundRange<>(time, AS_MINUTES));
    }

    private static String rest(String before, String after) {
        String lead = FILLER.matcher(before).replaceAll("");
        String tail = FILLER.matcher(after).replaceAll("");
        return (lead + " " + tail).strip();
    }
}
