package org.practiceplaybook.search;

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
}
