package org.practiceplaybook.yaml;

import java.util.Map;
import java.util.Optional;
import org.practiceplaybook.source.Characters;
import org.practiceplaybook.source.Span;

/** Escapes between double quotation marks (YAML 1.2, 5.7). */
final class Escapes {
    private static final Map<Character, Integer> DIGITS = Map.of('x', 2, 'u', 4, 'U', 8);
    /** Those of one letter that stand for control codes: null, bell, backspace, vertical tab, form feed, escape, next line. */
    private static final String CONTROLS = "0abvfeN";

    private Escapes() {}

    /** Where in a value as it is written the first escape stands that gives what no text may hold. */
    static Optional<Span> unfit(String written) {
        for (int i = written.indexOf('\\'); i >= 0 && i + 1 < written.length(); i = written.indexOf('\\', i + 2)) {
            char kind = written.charAt(i + 1);
            int end = Math.min(written.length(), i + 2 + DIGITS.getOrDefault(kind, 0));
            if (CONTROLS.indexOf(kind) >= 0
                    || end > i + 2 && !Characters.isAllowed(number(written.substring(i + 2, end)))) {
                return Optional.of(new Span(i, end));
            }
        }
        return Optional.empty();
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits, 16);
        } catch (NumberFormatException e) {
            return ' ';
        }
    }
}
