package org.practiceplaybook.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for what is in between, gone when it is closed. */
public record ScratchFolder(Path path) implements AutoCloseable {
    /** @throws MachineRefused where the machine has no room for it */
    public static ScratchFolder make() {
        try {
            return new ScratchFolder(Files.createTempDirectory("playbook"));
        } catch (IOException e) {
            throw MachineRefused.because("make a folder for what is in between", e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | java.io.UncheckedIOException ignored) {
            // a folder of the system's for such things, which it tidies itself
        }
    }
}
