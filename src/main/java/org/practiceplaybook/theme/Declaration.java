package org.practiceplaybook.theme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.source.Place;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/**
 * A custom property that a style sheet sets for the whole page.
 *
 * @param name with its hyphens: {@code --accent}
 * @param place of the value
 * @param layered does it stand in a layer, so that one without a layer goes before it?
 */
record Declaration(String name, String value, Place place, boolean layered, boolean light, boolean dark) {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(?:\\*/|$)", Pattern.DOTALL);
    private static final Pattern ROOT = Pattern.compile("(?:^|,)\\s*(?::root|html)(?:[\\[:.#][^\\s>+~,]*)?\\s*(?:,|$)");
    private static final Pattern NOT = Pattern.compile(":not\\([^)]*\\)");
    private static final Pattern SCHEME =
            Pattern.compile("(?:prefers-color-scheme\\s*:\\s*|data-theme\\s*=\\s*[\"']?)(light|dark)");
    private static final Pattern PROPERTY =
            Pattern.compile("\\s*(--[\\w-]+)\\s*:\\s*(.*?)\\s*(?:!important\\s*)?", Pattern.DOTALL);

    /** Every one of a style sheet, in its order. What is for paper alone is left out. */
    static List<Declaration> of(SourceFile sheet) {
        List<Declaration> found = new ArrayList<>();
        String css = COMMENT.matcher(sheet.text())
                .replaceAll(comment -> " ".repeat(comment.group().length()));
        Deque<String> around = new ArrayDeque<>();
        int start = 0;
        int brackets = 0;
        char quote = 0;
        for (int i = 0; i < css.length(); i++) {
            char c = css.charAt(i);
            if (quote != 0) {
                quote = c == quote || c == '\n' ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(' || c == ')') {
                brackets = Math.max(0, brackets + (c == '(' ? 1 : -1));
            } else if (c == '{' && brackets == 0) {
                around.addLast(css.substring(start, i).strip());
                start = i + 1;
            } else if ((c == ';' || c == '}') && brackets == 0) {
                add(sheet, css.substring(start, i), start, around, found);
                start = i + 1;
                if (c == '}') {
                    around.pollLast();
                }
            }
        }
        return found;
    }

    private static void add(SourceFile sheet, String text, int offset, Deque<String> around, List<Declaration> found) {
        Matcher property = PROPERTY.matcher(text);
        boolean root = around.stream()
                .anyMatch(prelude ->
                        !prelude.startsWith("@") && ROOT.matcher(prelude).find());
        String preludes = String.join(" ", around).toLowerCase(Locale.ROOT);
        boolean paper = preludes.matches("(?s).*@media[^{]*\\bprint\\b.*");
        if (!root || paper || !property.matches()) {
            return;
        }
        Matcher scheme = SCHEME.matcher(NOT.matcher(preludes).replaceAll(""));
        boolean dark = true;
        boolean light = true;
        while (scheme.find()) {
            dark &= scheme.group(1).equals("dark");
            light &= scheme.group(1).equals("light");
        }
        Span span = new Span(offset + property.start(2), offset + property.end(2));
        found.add(new Declaration(
                property.group(1), property.group(2), sheet.at(span), preludes.contains("@layer"), light, dark));
    }
}
