package org.practiceplaybook.source;

import java.text.Normalizer;

/** File names as one disk writes them and another: an accent can be part of its letter or a sign of its own. */
public final class Nfc {
    /** Below the first combining sign every text is in this form already. */
    private static final char FIRST_COMBINING = '\u0300';

    private Nfc() {}

    /** A text in Unicode's normal form C. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }
}
