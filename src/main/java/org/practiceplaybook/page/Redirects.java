package org.practiceplaybook.page;

import org.practiceplaybook.content.value.Slug;

/** Tells what is an old address and nothing else from another name: both stand under {@code aka}. A single word may be both. */
final class Redirects {
    private Redirects() {}

    static boolean isOnlyAddress(String aka) {
        return Slug.isValid(aka) && aka.equals(aka.strip()) && aka.indexOf('-') > 0;
    }
}
