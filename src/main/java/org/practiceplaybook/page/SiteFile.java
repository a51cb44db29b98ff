package org.practiceplaybook.page;

import java.util.function.Supplier;

/**
 * A file of the site that can be made.
 *
 * @param path from the root of what it belongs to, the site or an edition; parts joined by {@code /}
 * @param listed is it a page that readers look for, which the sitemap names?
 * @param bytes makes it; the same each time
 */
public record SiteFile(String path, boolean listed, Supplier<byte[]> bytes) {
    /** A file that no sitemap names. */
    public SiteFile(String path, Supplier<byte[]> bytes) {
        this(path, false, bytes);
    }

    /** The same file below a folder, which ends in a slash or is empty. */
    public SiteFile in(String folder) {
        return folder.isEmpty() ? this : new SiteFile(folder + path, listed, bytes);
    }
}
