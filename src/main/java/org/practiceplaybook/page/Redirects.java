package org.practiceplaybook.page;

import org.practiceplaybook.content.Slug;

/** Tells an old address from another name: both stand under {@code aka}. */
final class Redirects {
    private Redirects() {}

    static boolean isSlug(String aka) {
        return Slug.isValid(aka) && aka.equals(aka.strip()) && aka.indexOf('-') > 0;
    }
}
