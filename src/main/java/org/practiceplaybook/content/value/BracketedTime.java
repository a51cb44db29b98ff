package org.practiceplaybook.content.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practiceplaybook.source.EditDistance;

/**
 * A time in brackets, as it stands in a step: {@code (10 min)}, {@code (1 h 30 min)}; or what was meant as one.
 *
 * @param start of the bracket in the text
 * @param end behind the closing one
 * @param written what stands between them
 * @param minutes the most it takes; 0 where that cannot be told
 */
public record BracketedTime(int start, int end, String written, int minutes) {
    private static final Pattern BRACKETS =
            Pattern.compile("[(\\[（]\\s*((?:[^()\\[\\]（）<>]|\\([^()\\[\\]（）<>]{1,30}\\)){1,60})[)\\]）]");
    private static final Pattern AROUND = Pattern.compile(
            "(?i)^(?:⏱|⏰|⏲|🕒|⌛|⏳)\\uFE0F?\\s*"
                    + "|^(?:up to|at most|max(?:imum|\\.)?|no more than)\\s+|[,:]?\\s+(?:in all|in total|total|altogether|max(?:imum|\\.)?|at most)\\.?$");
    private static final Pattern NEGATIVE = Pattern.compile("^-\\s*\\d");
    private static final String DIGIT = "[\\d٠-٩۰-۹]";
    /** Units, those of some other languages too, behind a number; or a unit as the first or last word. */
    private static final Pattern MEANT = Pattern.compile(DIGIT
            + "\\s*(?:['’′\"”″]|min(?:s|ut[a-zé]*|[.])?|mi?nu?ts?|mns?|m|h|hrs?|hou[a-z]*|sec[a-z]*|sek[a-z]*|s|std|stunden?|heures?|horas?|ora|ore|d|days?|w|wks?|weeks?"
            + "|мин[а-я]*|час[а-я]*|分[钟鐘間间]?|小?时|時間|دقيقة|دقائق|ساعة|ساعات)(?![\\p{L}\\d])"
            + "|^(?:mins?|minutes?|hours?|hrs?|h)[.:]?\\s*" + DIGIT + "{1,3}(?:\\s*-\\s*" + DIGIT + "{1,3})?$"
            + "|^(?:\\S+ ){0,3}(?:mins?|minutes?|h|hrs?|hours)\\.?$");

    private static final Pattern COUNTED = Pattern.compile(DIGIT + "\\s*([a-zé]{2,9})(?![\\p{L}\\d])");
    /** A number alone, a range of them, or hours and minutes as on a clock. */
    private static final Pattern ALONE = Pattern.compile(
            "(?:(?:about|approx\\.?|around|circa|ca\\.?|max\\.?|up to|~) ?)?(?:([3-9]|\\d{2,3})|\\d{1,3} ?(?:-|to|/) ?\\d{1,3}|\\d{1,2}:\\d{2}(?: ?- ?\\d{1,2}:\\d{2})?)");

    /** A slip in so short a word leaves other words too, so each is named. */
    private static final Set<String> SLIPS_OF_MIN =
            Set.of("mni", "imn", "nim", "nmi", "mnis", "misn", "mim", "nin", "mmin", "minn", "miin", "mun", "mon");

    private static final Pattern STOPS = Pattern.compile("[\\s.,;:!?…–—-]*");

    /** All of a text, in its order. */
    public static List<BracketedTime> in(String text) {
        List<BracketedTime> found = new ArrayList<>();
        Matcher brackets = BRACKETS.matcher(text);
        while (brackets.find()) {
            String written = brackets.group(1).strip();
            int minutes = minutes(written);
            if (minutes > 0 || isMeant(written) || isAlone(written)) {
                found.add(new BracketedTime(brackets.start(), brackets.end(), written, minutes));
            }
        }
        return found;
    }

    /** The most that a time takes, as people write it: {@code 8-10 min}, {@code 1½ h}. 0 where it is none. */
    public static int minutes(String written) {
        String text = AROUND.matcher(written.strip()).replaceAll("");
        if (NEGATIVE.matcher(NumberWords.digits(text)).find()) {
            return 0;
        }
        return TimeText.find(text)
                .filter(found -> found.rest().isEmpty() && !found.range().perPerson())
                .map(found -> found.range().highMinutes())
                .orElse(0);
    }

    /** Has it a unit of time, or what looks like a misspelt one, so that a time was meant? */
    public static boolean isMeant(String written) {
        String text = NumberWords.digits(written);
        return MEANT.matcher(text).find() || isMisspelt(text);
    }

    /** Has it a unit with letters amiss behind a number? */
    public static boolean isMisspelt(String written) {
        Matcher counted = COUNTED.matcher(NumberWords.digits(written));
        return counted.find() && isSlip(counted.group(1));
    }

    private static boolean isSlip(String word) {
        if (SLIPS_OF_MIN.contains(word)) {
            return true;
        }
        boolean minutes = word.charAt(0) == 'm' && word.length() > 4;
        boolean hours = word.charAt(0) == 'h' && word.length() > 3;
        int most = minutes && word.length() > 5 ? 2 : 1;
        return (minutes || hours)
                && Stream.of(minutes ? "minute" : "hour", minutes ? "minutes" : "hours")
                        .anyMatch(unit -> !unit.equals(word) && EditDistance.between(word, unit, most) <= most);
    }

    private static boolean isAlone(String written) {
        return ALONE.matcher(NumberWords.digits(written)).matches();
    }

    /** Is it a number, and nothing says of what? It may be no time at all. */
    public boolean lacksUnit() {
        return minutes == 0 && !isMeant(written);
    }

    /** Does it stand at the end of a text? */
    public boolean ends(String text) {
        return STOPS.matcher(text.substring(end)).matches();
    }

    /**
     * Does it stand at the start of a text, or at the end of its bold beginning, or right behind that?
     *
     * @param bold where the bold beginning ends, 0 where there is none
     */
    public boolean leads(String text, int bold) {
        return start == 0
                || bold > 0
                        && (end <= bold
                                ? STOPS.matcher(text.substring(end, bold)).matches()
                                : start >= bold
                                        && STOPS.matcher(text.substring(bold, start))
                                                .matches());
    }
}
