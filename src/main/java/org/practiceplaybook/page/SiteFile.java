package org.practiceplaybook.page;

import java.util.function.Supplier;

/**
 * A file of the site that can be made.
 *
 * @param path from the root of what it belongs to, the site or an edition; parts joined by {@code /}
 * @param use who has a use for it
 * @param isTool a page to work with or to be sent on by, which no book of the playbook has
 * @param bytes makes it; the same each time
 */
public record SiteFile(String path, Use use, boolean isTool, Supplier<byte[]> bytes) {
    /** Who has a use for a file. */
    public enum Use {
        /** Readers look for it, and the sitemap names it. */
        LISTED,
        /** It belongs to what readers look for. */
        PART,
        /** Only a server and those who ask one. */
        SERVED
    }

    public SiteFile(String path, Use use, Supplier<byte[]> bytes) {
        this(path, use, false, bytes);
    }

    /** A file that no sitemap names. */
    public SiteFile(String path, Supplier<byte[]> bytes) {
        this(path, Use.PART, bytes);
    }

    /** Does the sitemap name it? */
    public boolean isListed() {
        return use == Use.LISTED;
    }

    /** The same file for servers alone. */
    public SiteFile served() {
        return new SiteFile(path, Use.SERVED, isTool, bytes);
    }

    /** The same page as one that is worked with and not read. */
    public SiteFile tool() {
        return new SiteFile(path, use, true, bytes);
    }

    /** The same file below a folder, which ends in a slash or is empty. */
    public SiteFile in(String folder) {
        return folder.isEmpty() ? this : new SiteFile(folder + path, use, isTool, bytes);
    }
}
