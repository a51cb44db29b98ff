package org.practiceplaybook.search;

/**
 * Numbers as letters: five bits a letter, the lowest first, the sixth says that more follow. Unlike bytes in Base64 each
 * small number is a letter of its own, which a host's compression makes the most of.
 */
final class Digits {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Digits() {}

    static void write(int number, StringBuilder out) {
        int rest = number;
        while (rest >= 32) {
            out.append(ALPHABET.charAt(rest & 31 | 32));
            rest >>>= 5;
        }
        out.append(ALPHABET.charAt(rest));
    }

    /** A letter of its own, for a number below 64. */
    static void writeOne(int number, StringBuilder out) {
        out.append(ALPHABET.charAt(number));
    }
}
