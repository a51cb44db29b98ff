package org.practiceplaybook.script;

import org.teavm.jso.JSBody;

/** Small and capital letters as the browser knows them, in place of Java's tables. */
public final class LetterCase {
    private LetterCase() {}

    /** A letter's small one, as {@link Character#toLowerCase(int)}. */
    public static int lower(int letter) {
        return letter < 128 ? letter >= 'A' && letter <= 'Z' ? letter + 32 : letter : ofBrowserLower(letter);
    }

    /** A letter's capital, as {@link Character#toUpperCase(int)}: where that is several letters, the letter itself. */
    public static int upper(int letter) {
        return letter < 128 ? letter >= 'a' && letter <= 'z' ? letter - 32 : letter : ofBrowserUpper(letter);
    }

    @JSBody(params = "letter", script = "return String.fromCodePoint(letter).toLowerCase().codePointAt(0);")
    private static native int ofBrowserLower(int letter);

    @JSBody(
            params = "letter",
            script = "var all = String.fromCodePoint(letter).toUpperCase(); var first = all.codePointAt(0);"
                    + " return all.length === (first > 65535 ? 2 : 1) ? first : letter;")
    private static native int ofBrowserUpper(int letter);
}
