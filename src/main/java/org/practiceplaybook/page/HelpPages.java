package org.practiceplaybook.page;

import org.practiceplaybook.library.Addresses;

/** Where readers learn how to take part: the forms, and pages of the content under their usual names. */
final class HelpPages {
    private HelpPages() {}

    /** The form for a practice, or empty. */
    static String practice(Site site) {
        return site.isHandbook() ? "" : Addresses.WRITE_PRACTICE;
    }

    /** The form for an attempt, or empty. */
    static String attempt(Site site) {
        return site.isHandbook() ? "" : Addresses.LOG_ATTEMPT;
    }

    /** The content's own page on how to add a practice, or empty. */
    static String practiceGuide(Site site) {
        return page(site, "contribute");
    }

    /** The content's own page on how to log an attempt, or empty. */
    static String attemptGuide(Site site) {
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
