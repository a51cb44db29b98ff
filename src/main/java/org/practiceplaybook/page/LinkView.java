package org.practiceplaybook.page;

/**
 * A link for a template.
 *
 * @param path escaped, from the site's root; a template puts the page's way to the root before it
 * @param note or empty
 */
public record LinkView(String path, String text, String note) {
    LinkView(String path, String text) {
        this(path, text, "");
    }
}
