package org.practiceplaybook.source;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A text that is kept while thousands of others are worked on, as UTF-8: half of what Java needs for a text with one curly
 * quotation mark. Whoever works on it asks once and again for the same string, which is there until nobody holds it.
 */
public final class KeptText {
    /** Null where others keep them. */
    private byte[] bytes;

    private Supplier<byte[]> elsewhere;
    private final boolean blank;
    /** Of the bytes: each finding is asked for its own, and has the text in it. */
    private final int hash;

    private WeakReference<String> text;

    public KeptText(String text) {
        this.blank = text.isBlank();
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
        this.hash = Arrays.hashCode(bytes);
        this.text = new WeakReference<>(text);
    }

    /**
     * Has the bytes kept by somebody else, who may have more room than memory. To be called before other threads know this.
     *
     * @param keeper takes bytes, and gives them again whenever they are asked for
     */
    public void moveTo(Function<byte[], Supplier<byte[]>> keeper) {
        elsewhere = keeper.apply(bytes());
        bytes = null;
    }

    private byte[] bytes() {
        return elsewhere == null ? bytes : elsewhere.get();
    }

    /** Is it white space alone? Known without the text. */
    public boolean isBlank() {
        return blank;
    }

    /** The text again. */
    @Override
    public String toString() {
        String known = text.get();
        if (known == null) {
            known = new String(bytes(), StandardCharsets.UTF_8);
            text = new WeakReference<>(known);
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof KeptText kept && hash == kept.hash && Arrays.equals(bytes(), kept.bytes());
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
