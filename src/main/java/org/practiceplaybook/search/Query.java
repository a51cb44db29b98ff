package org.practiceplaybook.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What somebody looks for. Any text is a query.
 *
 * @param words to be found, each once, in their order
 * @param open does the last word go on, for all we know?
 * @param phrases words that must stand side by side
 * @param without words and phrases that must not be there
 * @param filters values by the name of a facet or range
 */
record Query(
        List<Word> words,
        boolean open,
        List<List<String>> phrases,
        List<List<String>> without,
        Map<String, List<String>> filters) {
    private static final int LONGEST = 1000;
    private static final int MOST_WORDS = 64;
    private static final String QUOTES = "\"\u201c\u201d\u201e\u00ab\u00bb";

    /**
     * A word of the query.
     *
     * @param joints compounds that it is a part of
     */
    record Word(String key, List<String> joints) {}

    static Query of(String written, Set<String> filterNames) {
        return new Parser(filterNames).parse(written);
    }

    private static final class Parser {
        private final Set<String> filterNames;
        private final Map<String, List<String>> words = new LinkedHashMap<>();
        private final List<List<String>> phrases = new ArrayList<>();
        private final List<List<String>> without = new ArrayList<>();
        private final Map<String, List<String>> filters = new LinkedHashMap<>();

        Parser(Set<String> filterNames) {
            this.filterNames = filterNames;
        }

        Query parse(String written) {
            String text = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
            boolean open = !text.isEmpty() && !isSpace(text.charAt(text.length() - 1));
            int at = 0;
            while (at < text.length()) {
                if (isSpace(text.charAt(at))) {
                    at++;
                    continue;
                }
                boolean minus = text.charAt(at) == '-' && at + 1 < text.length() && !isSpace(text.charAt(at + 1));
                int from = minus ? at + 1 : at;
                int name = filterName(text, from);
                int value = name > 0 ? name + 1 : from;
                int close = isQuote(text.charAt(Math.min(value, text.length() - 1))) ? quote(text, value + 1) : -1;
                int end = close > 0 ? close : space(text, value);
                String piece = close > 0 ? text.substring(value + 1, close) : text.substring(value, end);
                at = close > 0 ? close + 1 : end;
                if (name > 0 && !minus) {
                    filters.computeIfAbsent(
                                    text.substring(from, name).toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                            .add(piece);
                    continue;
                }
                open &= close < 0;
                add(piece, minus, close > 0);
            }
            List<Word> found = new ArrayList<>();
            words.forEach((key, joints) -> found.add(new Word(key, joints)));
            return new Query(found, open, phrases, without, filters);
        }

        private void add(String piece, boolean minus, boolean quoted) {
            List<String> keys = new ArrayList<>();
            for (Tokens.Token token : Tokens.of(piece)) {
                if (!token.joint()) {
                    keys.add(token.key());
                }
                if (!minus && words.size() < MOST_WORDS) {
                    word(piece, token);
                }
            }
            if (minus && !keys.isEmpty()) {
                without.add(keys);
            } else if (quoted && keys.size() > 1) {
                phrases.add(keys);
            }
        }

        /** A compound is another way to write its parts, which came before it. */
        private void word(String piece, Tokens.Token token) {
            if (!token.joint()) {
                words.computeIfAbsent(token.key(), unused -> new ArrayList<>());
                return;
            }
            for (Tokens.Token part : Tokens.of(piece)) {
                if (!part.joint() && part.start() >= token.start() && part.end() <= token.end()) {
                    words.computeIfPresent(part.key(), (key, joints) -> {
                        joints.add(token.key());
                        return joints;
                    });
                }
            }
        }

        /** Where the colon after the name of a filter is, or 0. */
        private int filterName(String text, int from) {
            int colon = text.indexOf(':', from);
            boolean known = colon > from
                    && colon + 1 < text.length()
                    && !isSpace(text.charAt(colon + 1))
                    && filterNames.contains(text.substring(from, colon).toLowerCase(Locale.ROOT));
            return known ? colon : 0;
        }

        private static int quote(String text, int from) {
            for (int i = from; i < text.length(); i++) {
                if (isQuote(text.charAt(i))) {
                    return i;
                }
            }
            return -1;
        }

        private static int space(String text, int from) {
            int i = from;
            while (i < text.length() && !isSpace(text.charAt(i))) {
                i++;
            }
            return i;
        }

        private static boolean isQuote(char c) {
            return QUOTES.indexOf(c) >= 0;
        }

        /** No more than these: what counts as a space must be the same everywhere. */
        private static boolean isSpace(char c) {
            return c == ' ' || c >= '\t' && c <= '\r' || c == '\u00a0' || c == '\u3000' || c == '\u2028';
        }
    }
}
