package org.practiceplaybook.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Workers;

/** A file on the disk that a packaging makes. */
public record PackedFile(Path path, Packaging packaging) {
    /**
     * Writes the file beside its place, where it waits.
     *
     * @throws MachineRefused where the disk says no; the former file is as it was
     */
    public void prepare(Publication site, Workers workers) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished()), 1 << 16)) {
                packaging.write(site, workers, out);
            }
        } catch (IOException e) {
            discard();
            throw MachineRefused.because("write " + path, e);
        } catch (RuntimeException e) {
            discard();
            throw e;
        }
    }

    /**
     * Puts what was prepared into its place.
     *
     * @throws MachineRefused where the disk says no; the former file is as it was
     */
    public void publish() {
        try {
            Files.move(unfinished(), path.toAbsolutePath(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard();
            throw MachineRefused.because("write " + path, e);
        }
    }

    /** Takes away what was prepared. */
    public void discard() {
        try {
            Files.deleteIfExists(unfinished());
        } catch (IOException ignored) {
            // the disk says no to that, too
        }
    }

    private Path unfinished() {
        Path target = path.toAbsolutePath();
        return target.resolveSibling("." + target.getFileName() + ".part");
    }
}
