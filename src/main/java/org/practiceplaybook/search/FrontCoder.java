package org.practiceplaybook.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes sorted words, each by what it does not share with the one before: a capital letter says how many letters it
 * shares. No key has a capital letter.
 */
final class FrontCoder {
    private static final int MOST = 25;

    private final StringBuilder out = new StringBuilder();
    private String before = "";

    void add(String word) {
        int shared = 0;
        int limit = Math.min(MOST, Math.min(word.length(), before.length()));
        while (shared < limit && word.charAt(shared) == before.charAt(shared)) {
            shared++;
        }
        out.append((char) ('A' + shared)).append(word, shared, word.length());
        before = word;
    }

    /** What was written since the last time. */
    String end() {
        String text = out.toString();
        out.setLength(0);
        before = "";
        return text;
    }

    static List<String> words(String coded) {
        List<String> words = new ArrayList<>();
        String before = "";
        int at = 0;
        while (at < coded.length()) {
            int shared = coded.charAt(at) - 'A';
            int end = at + 1;
            while (end < coded.length() && !isCapital(coded.charAt(end))) {
                end++;
            }
            before = before.substring(0, Math.min(Math.max(shared, 0), before.length())) + coded.substring(at + 1, end);
            words.add(before);
            at = end;
        }
        return words;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
