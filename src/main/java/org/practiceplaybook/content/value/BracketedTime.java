package org.practiceplaybook.content.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
            "(?i)^(?:up to|at most|max(?:imum|\\.)?|no more than)\\s+|[,:]?\\s+(?:in all|in total|total|altogether)\\.?$");
    private static final Pattern NEGATIVE = Pattern.compile("^-\\s*\\d");
    /** Units, those of some other languages and misspelt ones too, behind a number; or a unit as the last word. */
    private static final Pattern MEANT = Pattern.compile(
            "\\d\\s*(?:['’′]|min[a-zé]*|mi?nu?ts?|mns?|m|h|hrs?|hou[a-z]*|sec[a-z]*|sek[a-z]*|s|std|stunden?|heures?|horas?|ora|ore|d|days?|w|wks?|weeks?)(?![\\p{L}\\d])"
                    + "|^(?:\\S+ ){0,3}(?:mins?|minutes?|h|hrs?|hours)\\.?$");

    private static final Pattern STOPS = Pattern.compile("[\\s.,;:!?…–—-]*");

    /** All of a text, in its order. */
    public static List<BracketedTime> in(String text) {
        List<BracketedTime> found = new ArrayList<>();
        Matcher brackets = BRACKETS.matcher(text);
        while (brackets.find()) {
            String written = brackets.group(1).strip();
            int minutes = minutes(written);
            if (minutes > 0 || isMeant(written)) {
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
                .filter(found -> found.rest().isEmpty())
                .map(found -> found.range().highMinutes())
                .orElse(0);
    }

    /** Has it a unit of time, so that a time was meant? */
    public static boolean isMeant(String written) {
        return MEANT.matcher(NumberWords.digits(written)).find();
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
