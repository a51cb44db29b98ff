package org.practiceplaybook.output;

import java.util.List;
import java.util.function.Consumer;
import org.practiceplaybook.page.Sheet;
import org.practiceplaybook.page.Site;

/** Makes files that all editions share. */
interface SiteOutput {
    /**
     * Adds every file, none of it made yet, by its path from the site's root.
     *
     * @param editions the first is the one at the root
     * @param pages what the editions' own outputs have listed, by paths from the site's root
     */
    void addTo(List<Site> editions, List<Sheet> pages, Consumer<Sheet> sheets);
}
