package org.practiceplaybook.content;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that stands beside the texts: an image, a download.
 *
 * @param path relative to the content folder, its parts joined by {@code /}
 * @param location where it is on disk
 * @param size of an image whose size is known
 * @param danger why readers may not get it, where they may not
 */
public record ContentAsset(String path, Path location, Optional<ImageSize> size, Optional<String> danger) {

    /** May files of this kind be part of the site at all, by the end of their names? */
    public static boolean mayBePublished(String path) {
        return AssetReader.isAllowed(path);
    }
}
