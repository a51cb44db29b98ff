package org.practiceplaybook.page;

/**
 * A link for a template.
 *
 * @param path escaped, from the site's root; a template puts the page's way to the root before it
 * @param note or empty
 * @param tongue of its text
 */
public record LinkView(String path, String text, String note, Tongue tongue) {
    /**
     * In which language a text is, where it is not that of the edition around it.
     *
     * @param language BCP 47; empty where it is the edition's
     * @param direction of its script: {@code ltr} or {@code rtl}; empty where it is the edition's
     */
    public record Tongue(String language, String direction) {
        public static final Tongue OF_EDITION = new Tongue("", "");
    }

    LinkView(String path, String text) {
        this(path, text, "");
    }

    LinkView(String path, String text, String note) {
        this(path, text, note, Tongue.OF_EDITION);
    }

    LinkView(String path, String text, Tongue tongue) {
        this(path, text, "", tongue);
    }
}
