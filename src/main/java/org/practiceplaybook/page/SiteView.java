package org.practiceplaybook.page;

import java.util.List;

/**
 * What every page says of the playbook.
 *
 * @param socialImage the complete address of the picture that stands for the site where it is linked to, or empty
 * @param repository or empty
 * @param areas the main navigation
 * @param lists what the foot of every page leads to
 * @param doors the ways to take part
 * @param pages the outermost pages
 * @param feeds are there feeds?
 * @param generator name and version of the generator
 */
public record SiteView(
        String name,
        String tagline,
        String language,
        String direction,
        String edition,
        String licence,
        String socialImage,
        String repository,
        List<AreaView> areas,
        List<LinkView> lists,
        List<LinkView> doors,
        List<LinkView> pages,
        boolean feeds,
        String generator) {
    public SiteView {
        areas = List.copyOf(areas);
        lists = List.copyOf(lists);
        doors = List.copyOf(doors);
        pages = List.copyOf(pages);
    }

    /**
     * A part of the site in the main navigation.
     *
     * @param key as in {@link Frame#area()}
     */
    public record AreaView(String key, String path, String text) {}
}
