package org.practiceplaybook.library;

import org.practiceplaybook.content.asset.ContentAsset;

/** Where a link of an entry leads. */
public sealed interface LinkEnd {

    /**
     * A page of the site.
     *
     * @param path from the site's root
     * @param anchor on that page, or empty
     */
    record Inside(String path, String anchor) implements LinkEnd {}

    /** An image or a download. */
    record File(ContentAsset asset) implements LinkEnd {}

    /** A page of the web, a mail address. */
    record Outside(String url) implements LinkEnd {}

    /** A list of entries that will be there with the first of them. */
    record Later() implements LinkEnd {}

    /**
     * Nowhere.
     *
     * @param meant what the writer probably meant, as it would be written, or empty
     * @param detail what the reason is about: the anchor, the file
     * @param file the path of the text that has no such heading, or empty
     */
    record Broken(Reason reason, String detail, String meant, String file) implements LinkEnd {}

    /** Why a link leads nowhere. */
    enum Reason {
        NO_SUCH_FILE,
        NO_SUCH_HEADING,
        NO_SUCH_TERM,
        OUTSIDE_CONTENT,
        NOT_PUBLISHED,
        /** A draft, which readers do not see. */
        DRAFT,
        UNSAFE
    }
}
