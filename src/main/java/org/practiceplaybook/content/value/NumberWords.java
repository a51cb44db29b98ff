package org.practiceplaybook.content.value;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers that people write as words or signs, as digits. */
public final class NumberWords {
    private static final String[] SMALL = {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
    };
    private static final Map<Pattern, String> DIGITS = new LinkedHashMap<>();

    static {
        put("(\\d)\\s*½", "$1.5");
        put("(\\d)\\s*¼", "$1.25");
        put("(\\d)\\s*¾", "$1.75");
        put("½", "0.5");
        put("¼", "0.25");
        put("¾", "0.75");
        put("\\ba couple of\\b", "2");
        put("\\bforty[- ]five\\b", "45");
        put("\\bfifteen\\b", "15");
        put("\\btwenty\\b", "20");
        put("\\bthirty\\b", "30");
        put("\\bforty\\b", "40");
        put("\\bfifty\\b", "50");
        put("\\bsixty\\b", "60");
        put("\\bninety\\b", "90");
        for (int i = 1; i < SMALL.length; i++) {
            put("\\b" + SMALL[i] + "\\b", String.valueOf(i));
        }
    }

    private NumberWords() {}

    private static void put(String word, String digits) {
        DIGITS.put(Pattern.compile(word), digits);
    }

    /** In small letters, with digits, one kind of blank and one kind of hyphen. */
    static String digits(String written) {
        String text = written.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u00a0\\u2009\\u202f]+", " ")
                .replaceAll("[‐‑‒–—−]", "-")
                .strip();
        for (Map.Entry<Pattern, String> word : DIGITS.entrySet()) {
            text = word.getKey().matcher(text).replaceAll(word.getValue());
        }
        return text;
    }
}
