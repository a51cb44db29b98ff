package org.practiceplaybook.output;

import java.util.List;
import java.util.function.Consumer;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.SiteFile;

/** Makes files that all editions share. */
interface SiteOutput {
    /**
     * Adds every file, none of it made yet, by its path from the site's root.
     *
     * @param editions the first is the one at the root
     * @param pages what the editions' own outputs have listed, by paths from the site's root
     */
    void addTo(List<Edition> editions, List<SiteFile> pages, Consumer<SiteFile> sheets);
}
