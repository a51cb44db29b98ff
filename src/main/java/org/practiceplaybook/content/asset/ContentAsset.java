package org.practiceplaybook.content.asset;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that stands beside the texts: an image, a download.
 *
 * @param path relative to the content folder, its parts joined by {@code /}
 * @param location where it is on disk; a form does not know
 * @param size of an image whose size is known
 * @param danger why readers may not get it, where they may not
 */
public record ContentAsset(String path, Optional<Path> location, Optional<ImageSize> size, Optional<String> danger) {}
