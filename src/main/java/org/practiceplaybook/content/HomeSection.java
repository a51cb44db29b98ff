package org.practiceplaybook.content;

import java.util.Locale;

/** A section of the first page. */
public enum HomeSection {
    CHALLENGES,
    PAGES,
    FEATURED,
    PATHWAYS,
    LEVERAGE,
    PHASES,
    ROLES,
    ATTEMPTS,
    INVITATION;

    /** Its name in {@code playbook.yml} and in the template. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
