package org.practiceplaybook.content.value;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.practiceplaybook.source.Matches;

/** Numbers that people write as words or signs, as digits. */
public final class NumberWords {
    private static final String[] SMALL = {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
    };
    private static final Map<String, String> DIGITS = new LinkedHashMap<>();
    /** Parts of one, behind a digit or alone. */
    private static final Map<String, String> PARTS = Map.of("½", ".5", "¼", ".25", "¾", ".75");

    static {
        DIGITS.put("a couple of", "2");
        DIGITS.put("forty-five", "45");
        DIGITS.put("forty five", "45");
        DIGITS.put("fifteen", "15");
        DIGITS.put("twenty", "20");
        DIGITS.put("thirty", "30");
        DIGITS.put("forty", "40");
        DIGITS.put("fifty", "50");
        DIGITS.put("sixty", "60");
        DIGITS.put("ninety", "90");
        for (int i = 1; i < SMALL.length; i++) {
            DIGITS.put(SMALL[i], String.valueOf(i));
        }
    }

    private static final String PART = "[" + String.join("", PARTS.keySet()) + "]";
    private static final Pattern NUMBERS = Pattern.compile(
            "\\b(" + String.join("|", DIGITS.keySet()) + ")\\b(?!" + PART + ")|(\\d)\\s*(" + PART + ")|" + PART);
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u2009\\u202f]+");
    private static final Pattern HYPHENS = Pattern.compile("[‐‑‒–—−]");

    private NumberWords() {}

    /** In small letters, with digits, one kind of blank and one kind of hyphen. */
    static String digits(String written) {
        String text = BLANKS.matcher(written.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return Matches.replace(NUMBERS, HYPHENS.matcher(text).replaceAll("-").strip(), NumberWords::inDigits);
    }

    private static String inDigits(MatchResult number) {
        if (number.group(1) != null) {
            return DIGITS.get(number.group(1));
        }
        return number.group(2) == null ? "0" + PARTS.get(number.group()) : number.group(2) + PARTS.get(number.group(3));
    }
}
