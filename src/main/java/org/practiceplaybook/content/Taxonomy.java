package org.practiceplaybook.content;

import org.practiceplaybook.content.value.Keyed;

/** The four closed vocabularies. */
public enum Taxonomy implements Keyed {
    CHALLENGES,
    ROLES,
    PHASES,
    LEVERAGE;

    /** The file that defines its terms, relative to the content folder. */
    public String file() {
        return "taxonomy/" + key() + ".yml";
    }
}
