package org.practiceplaybook.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.practiceplaybook.work.MachineRefused;

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

    /** What readers get: the file's bytes, of a vector image what is left of it when it can do nothing but be seen. */
    public byte[] bytes() {
        try {
            byte[] bytes = Files.readAllBytes(location);
            return AssetReader.isVectorImage(path)
                    ? AssetReader.vectorImage(path, bytes).bytes()
                    : bytes;
        } catch (IOException e) {
            throw MachineRefused.because("read " + location, e);
        }
    }
}
