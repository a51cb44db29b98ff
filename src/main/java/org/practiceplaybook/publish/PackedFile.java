package org.practiceplaybook.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.practiceplaybook.work.MachineRefused;

/** A file on the disk that a packaging makes. */
public record PackedFile(Path path, Packaging packaging) {
    /**
     * Writes the file, or leaves the former one as it is.
     *
     * @throws MachineRefused where the disk says no
     */
    public void write(Publication site) {
        Path target = path.toAbsolutePath();
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
                packaging.write(site, out);
            }
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(unfinished);
            } catch (IOException ignored) {
                // the disk says no to that, too
            }
            throw MachineRefused.because("write " + path, e);
        }
    }
}
