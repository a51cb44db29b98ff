package org.practiceplaybook.page;

import java.util.function.Consumer;

/** Makes files of an edition: its pages, its feeds, what its forms need. Keeps no state of an edition. */
public interface Output {
    /** Adds every file, none of it made yet, by its path from the edition's root. */
    void addTo(Edition edition, Consumer<SiteFile> sheets);

    /**
     * The folder of the edition below which its files lie, where they can only be made all at once and are not listed before
     * somebody wants one of them; empty where they are listed at once.
     */
    default String folder(Edition edition) {
        return "";
    }
}
