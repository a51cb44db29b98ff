package org.practiceplaybook.content.value;

import java.util.Locale;

/** Eight digits by which a translation tells whether what it translates is still the same. */
public final class Meaning {
    /** FNV-1a, which is the same everywhere and has few lines. */
    private static final int BEGIN = 0x811C9DC5;

    private static final int PRIME = 0x01000193;
    private static final String HEX = "0123456789abcdef";

    private int sum = BEGIN;

    /** Adds a text. Its letters and digits count; capitals, marks, blanks, line ends and markup do not. */
    public Meaning with(String text) {
        boolean within = false;
        String plain = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean word = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
            if (word) {
                add(c);
            } else if (within && c != '\'' && c != '’') {
                add(' ');
            }
            within = word || within && (c == '\'' || c == '’');
        }
        add('\n');
        return this;
    }

    private void add(char c) {
        sum = (sum ^ c & 0xFF) * PRIME;
        sum = (sum ^ c >> 8) * PRIME;
    }

    /** Eight hexadecimal digits. */
    public String digits() {
        StringBuilder digits = new StringBuilder(8);
        for (int shift = 28; shift >= 0; shift -= 4) {
            digits.append(HEX.charAt(sum >>> shift & 15));
        }
        return digits.toString();
    }
}
