package org.practiceplaybook.page;

import org.practiceplaybook.library.Addresses;

/** Pages of the content that explain how to take part, where the playbook has them under their usual names. */
final class HelpPages {
    private HelpPages() {}

    /** How to add a practice, or empty. */
    static String practice(Site site) {
        return page(site, "contribute");
    }

    /** How to log an attempt, or empty. */
    static String attempt(Site site) {
        return page(site, "log-an-attempt");
    }

    private static String page(Site site, String slug) {
        return site.library().allPages().stream()
                .filter(page -> page.slug().equals(slug))
                .findFirst()
                .map(page -> Addresses.url(Addresses.of(page)))
                .orElse("");
    }
}
