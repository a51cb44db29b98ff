package org.practiceplaybook.content;

import java.util.Locale;

/** How much practice in facilitation a practice asks for. */
public enum Experience {
    FIRST_TIME,
    SOME,
    EXPERIENCED;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
