package org.practiceplaybook.markdown.parser;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a text may hold beyond CommonMark. An extension of the parser costs every text some work, tables a twentieth of all,
 * so a text is parsed with those only whose signs it has.
 */
enum Features {
    TABLES,
    STRIKETHROUGH,
    FOOTNOTES,
    DEFINITIONS,
    QUOTES;

    /** All that a text could have: too many do no harm, too few would change what it means. */
    static Set<Features> of(String text) {
        Set<Features> found = EnumSet.noneOf(Features.class);
        boolean lineStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '|' -> found.add(TABLES);
                case '~' -> found.add(STRIKETHROUGH);
                case '"', '\'' -> found.add(QUOTES);
                case '[' -> {
                    if (text.startsWith("^", i + 1)) {
                        found.add(FOOTNOTES);
                    }
                }
                case ':' -> {
                    if (lineStart) {
                        found.add(DEFINITIONS);
                        // a line of dashes of one column needs no bar
                        found.add(TABLES);
                    }
                }
                default -> {
                    // most signs mean nothing
                }
            }
            // what a definition may be indented by, inside a quotation or list too
            lineStart =
                    c == '\n' || lineStart && (c == ' ' || c == '\t' || c == '>' || c == '-' || c == '*' || c == '+');
        }
        return found;
    }
}
