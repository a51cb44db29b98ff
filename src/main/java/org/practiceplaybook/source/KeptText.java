package org.practiceplaybook.source;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text that is kept while thousands of others are worked on, as UTF-8: half of what Java needs for a text with one curly
 * quotation mark. Whoever works on it asks once and again for the same string, which is there until nobody holds it.
 */
public final class KeptText {
    private final byte[] bytes;
    private WeakReference<String> text;

    public KeptText(String text) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
        this.text = new WeakReference<>(text);
    }

    /** The text again. */
    @Override
    public String toString() {
        String known = text.get();
        if (known == null) {
            known = new String(bytes, StandardCharsets.UTF_8);
            text = new WeakReference<>(known);
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeptText kept && Arrays.equals(bytes, kept.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
