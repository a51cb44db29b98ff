package org.practiceplaybook.page;

import java.util.function.Supplier;

/**
 * A file of the site that can be made.
 *
 * @param path from the site's root, parts joined by {@code /}
 * @param bytes makes it; the same each time
 */
public record Sheet(String path, Supplier<byte[]> bytes) {}
