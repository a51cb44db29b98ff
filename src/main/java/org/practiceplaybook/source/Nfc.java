package org.practiceplaybook.source;

import java.text.Normalizer;

/** File names as one disk writes them and another: an accent can be part of its letter or a sign of its own. */
public final class Nfc {
    /** Below the first combining sign every text is in this form already. */
    private static final char FIRST_COMBINING = '\u0300';
    /** From the hyphen to the last of the dots: dashes and quotation marks, which no sign combines with. */
    private static final char FIRST_DASH = '\u2010';

    private static final char LAST_DOT = '\u2027';

    private Nfc() {}

    /** A text in Unicode's normal form C. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_COMBINING && (c < FIRST_DASH || c > LAST_DOT)) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }
}
