package org.practiceplaybook.page;

import java.util.List;

/**
 * What every page says of the playbook.
 *
 * @param socialImage the complete address of the picture that stands for the site where it is linked to, or empty
 * @param repository or empty
 * @param at where the pages are that are always in the same place
 * @param feeds are there feeds?
 * @param generator name and version of the generator
 */
public record SiteView(
        String name,
        String tagline,
        String language,
        String direction,
        EditionMarkView edition,
        String licence,
        String socialImage,
        String repository,
        PlacesView at,
        MenuView menu,
        boolean feeds,
        String generator,
        LookView look) {
    /**
     * What tells an edition from others.
     *
     * @param name that the settings give it, or empty
     * @param asOf the newest date that the content knows, in words, or empty
     * @param asOfDay the same day, ISO 8601, or empty
     * @param mark six digits of a checksum of the content
     * @param newest the address of the site on the web, where a newer edition would be, or empty
     */
    public record EditionMarkView(String name, String asOf, String asOfDay, String mark, String newest) {}

    /**
     * What the top and the foot of every page lead to.
     *
     * @param areas the main navigation
     * @param lists lists of the site
     * @param doors the ways to take part
     * @param pages the outermost pages; none where the settings say what the foot leads to
     * @param footer what the settings say that the foot leads to
     */
    public record MenuView(
            List<AreaView> areas,
            List<LinkView> lists,
            List<LinkView> doors,
            List<LinkView> pages,
            List<AreaView> footer) {
        public MenuView {
            areas = List.copyOf(areas);
            lists = List.copyOf(lists);
            doors = List.copyOf(doors);
            pages = List.copyOf(pages);
            footer = List.copyOf(footer);
        }
    }

    /**
     * What the settings change of the look.
     *
     * @param logo path of the playbook's own, or empty
     * @param sheet path of the style sheet that they make, or empty
     * @param accent colour, or empty
     */
    public record LookView(String logo, String sheet, String accent) {}

    /** Paths from the site's root; those of what there is not are empty. */
    public record PlacesView(
            String home,
            String practices,
            String log,
            String ladder,
            String search,
            String stubs,
            String askForPractice,
            String practicesFeed,
            String attemptsFeed,
            String downloads,
            String cards,
            String shortlist) {}

    /**
     * A link of the menu or the foot.
     *
     * @param key as in {@link Frame#area()}, or empty
     * @param path from the site's root, or an address of the web
     * @param outside is it an address of the web?
     */
    public record AreaView(String key, String path, String text, boolean outside) {}
}
