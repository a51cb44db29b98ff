package org.practiceplaybook.page;

import java.util.Optional;
import org.practiceplaybook.content.Page;
import org.practiceplaybook.library.Addresses;

/** Where readers learn how to take part: the forms, and pages of the content under their usual names. */
public final class HelpPages {
    private static final String PRACTICE_GUIDE = "contribute";
    private static final String ATTEMPT_GUIDE = "log-an-attempt";

    private HelpPages() {}

    /** The form for a practice, or empty. */
    public static String practice(Edition edition) {
        return edition.isHandbook() ? "" : edition.addresses().writePractice();
    }

    /** The form for an attempt, or empty. */
    public static String attempt(Edition edition) {
        return edition.isHandbook() ? "" : edition.addresses().logAttempt();
    }

    /** The content's own page on how to add a practice, or empty. */
    public static String practiceGuide(Edition edition) {
        return page(edition, PRACTICE_GUIDE);
    }

    /** The content's own page on how to log an attempt, or empty. */
    public static String attemptGuide(Edition edition) {
        return page(edition, ATTEMPT_GUIDE);
    }

    public static boolean isGuide(Page page) {
        return page.slug().equals(PRACTICE_GUIDE) || page.slug().equals(ATTEMPT_GUIDE);
    }

    /** The form that a page of the content tells of. */
    static Optional<LinkView> form(Edition edition, Page page) {
        if (edition.isHandbook() || !isGuide(page)) {
            return Optional.empty();
        }
        return Optional.of(
                page.slug().equals(PRACTICE_GUIDE)
                        ? edition.link(edition.addresses().writePractice(), "contribute.practice.title")
                        : edition.link(edition.addresses().logAttempt(), "contribute.attempt.title"));
    }

    private static String page(Edition edition, String slug) {
        return edition.library().allPages().stream()
                .filter(page -> page.slug().equals(slug))
                .findFirst()
                .map(page -> Addresses.url(edition.addresses().of(page)))
                .orElse("");
    }
}
