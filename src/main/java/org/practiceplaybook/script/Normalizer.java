package org.practiceplaybook.script;

import org.teavm.jso.JSBody;

/** Stands in for {@code java.text.Normalizer}: a browser has its own. */
public final class Normalizer {
    private Normalizer() {}

    /** A form of Unicode. */
    public enum Form {
        NFC
    }

    /** A text in a form. */
    public static String normalize(CharSequence text, Form form) {
        return normalized(text.toString());
    }

    @JSBody(params = "text", script = "return text.normalize('NFC');")
    private static native String normalized(String text);
}
