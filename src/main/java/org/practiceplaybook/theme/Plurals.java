package org.practiceplaybook.theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which form of a word a number asks for. The rules are those of Unicode's CLDR for whole numbers, and stand among the words
 * of a language ({@code plural.few: "% 100 = 3-10"}), for what the JDK knows of them differs from version to version.
 *
 * @param rules by form, the first that holds counts
 */
record Plurals(Map<String, String> rules) {
    /** The names of forms that CLDR has. */
    static final List<String> FORMS = List.of("zero", "one", "two", "few", "many");

    static final String OTHER = "other";
    private static final String KEY = "plural.";

    /** The rules among the words of a language. */
    static Plurals of(Map<String, String> texts) {
        Map<String, String> rules = new LinkedHashMap<>();
        FORMS.stream()
                .filter(form -> texts.containsKey(KEY + form))
                .forEach(form -> rules.put(form, texts.get(KEY + form)));
        return new Plurals(rules.isEmpty() ? Map.of("one", "1") : rules);
    }

    /** The form for a number that is not negative. */
    String form(long number) {
        for (Map.Entry<String, String> rule : rules.entrySet()) {
            if (holds(rule.getValue(), number)) {
                return rule.getKey();
            }
        }
        return OTHER;
    }

    private static boolean holds(String rule, long number) {
        int equals = rule.indexOf('=');
        String numbers = rule.substring(equals + 1);
        long asked = equals < 0
                ? number
                : number
                        % Integer.parseInt(
                                rule.substring(rule.indexOf('%') + 1, equals).strip());
        for (String range : numbers.split(",")) {
            String[] ends = range.strip().split("-");
            if (asked >= Integer.parseInt(ends[0]) && asked <= Integer.parseInt(ends[ends.length - 1])) {
                return true;
            }
        }
        return false;
    }
}
