package org.practiceplaybook.content;

import java.util.Locale;

/** A form in which readers can take a playbook with them. */
public enum DownloadKind {
    ZIP,
    HTML,
    EPUB;

    /** Its name in {@code playbook.yml}, on the command line, and the end of its files' names. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
