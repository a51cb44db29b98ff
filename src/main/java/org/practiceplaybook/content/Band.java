package org.practiceplaybook.content;

import java.util.Locale;

/** The four bands of leverage points, weakest first (Abson et al., Leverage points for sustainability transformation, 2017). */
public enum Band {
    PARAMETERS,
    FEEDBACKS,
    DESIGN,
    INTENT;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
