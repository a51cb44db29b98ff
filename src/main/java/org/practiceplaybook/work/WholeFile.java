package org.practiceplaybook.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Puts a file into its place, whole or not at all: whoever looks meanwhile sees the former one or this one. */
public final class WholeFile {
    private WholeFile() {}

    /** Makes a file of bytes, and the folders above it. */
    public static void write(Path to, byte[] bytes) {
        put(to, part -> Files.write(part, bytes));
    }

    /** Makes a copy of a file, and the folders above it. */
    public static void copy(Path from, Path to) {
        put(to, part -> Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING));
    }

    private interface Filling {
        void fill(Path part) throws IOException;
    }

    private static void put(Path to, Filling filling) {
        try {
            boolean executable = Files.isExecutable(to);
            Files.createDirectories(to.getParent());
            Path part = Files.createTempFile(to.getParent(), ".part-", "");
            try {
                filling.fill(part);
                // a file of this kind is its owner's alone, and what stands here is read by others, too
                part.toFile().setReadable(true, false);
                if (executable) {
                    part.toFile().setExecutable(true, false);
                }
                Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw MachineRefused.because("write " + to, e);
        }
    }
}
