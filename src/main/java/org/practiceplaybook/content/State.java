package org.practiceplaybook.content;

import java.util.Locale;

/** Whether readers see a practice: a draft is hidden, a retired one carries a notice. */
public enum State {
    LIVE,
    DRAFT,
    RETIRED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
