package org.practiceplaybook.search;

/**
 * Numbers as letters: five bits a letter, the lowest first, the sixth says that more follow. Unlike bytes in Base64 each
 * small number is a letter of its own, which a host's compression makes the most of.
 */
final class Digits {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final byte[] VALUES = new byte[128];

    static {
        for (int i = 0; i < 64; i++) {
            VALUES[ALPHABET.charAt(i)] = (byte) i;
        }
    }

    private final String text;
    private int at;

    /** Reads a text from a place in it. */
    Digits(String text, int at) {
        this.text = text;
        this.at = at;
    }

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

    boolean hasMore() {
        return at < text.length();
    }

    int at() {
        return at;
    }

    /**
     * The next number.
     *
     * @throws StringIndexOutOfBoundsException if the text was cut
     */
    int next() {
        int number = 0;
        for (int shift = 0; ; shift += 5) {
            int digit = one();
            number |= (digit & 31) << shift;
            if (digit < 32) {
                return number;
            }
        }
    }

    int one() {
        return VALUES[text.charAt(at++) & 127];
    }
}
