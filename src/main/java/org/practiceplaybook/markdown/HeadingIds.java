package org.practiceplaybook.markdown;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Anchors by GitHub's rule, so that links written for GitHub work: lower case, letters, digits, marks, {@code _} and
 * {@code -} stay, a blank becomes {@code -}, a second one of a name gets {@code -1}. One object for one body.
 */
final class HeadingIds {
    private final Map<String, Integer> seen = new HashMap<>();

    /** The next anchor for a heading's plain text. A heading of signs alone is called {@code section}. */
    String next(String heading) {
        String base = slug(heading);
        if (base.isEmpty()) {
            base = "section";
        }
        String id = base;
        while (seen.containsKey(id)) {
            id = base + "-" + seen.merge(base, 1, Integer::sum);
        }
        seen.put(id, 0);
        return id;
    }

    /** Takes an anchor that the writer set in HTML. False where it is taken already. */
    boolean claim(String id) {
        return seen.putIfAbsent(id, 0) == null;
    }

    static String slug(String heading) {
        StringBuilder out = new StringBuilder();
        heading.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (c == ' ') {
                out.append('-');
            } else if (c == '-' || isWord(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** Ruby's {@code \p{Word}}, which GitHub uses. */
    private static boolean isWord(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.CONNECTOR_PUNCTUATION -> true;
            default -> false;
        };
    }
}
