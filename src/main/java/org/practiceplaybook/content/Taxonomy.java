package org.practiceplaybook.content;

import java.util.Locale;

/** The four closed vocabularies. */
public enum Taxonomy {
    CHALLENGES,
    ROLES,
    PHASES,
    LEVERAGE;

    /** Its name in front matter, in file names and in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The file that defines its terms, relative to the content folder. */
    public String file() {
        return "taxonomy/" + key() + ".yml";
    }
}
