package org.practiceplaybook.content.value;

import java.util.Locale;

/** A word of a closed list, spelt in files as its constant is, in small letters and with hyphens. */
public interface Keyed {
    String name();

    default String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
