package org.practiceplaybook.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Sha256;
import org.practiceplaybook.work.UserCache;
import org.practiceplaybook.work.WholeFile;

/**
 * The user's own folder of programs, each in a folder that is called by its SHA-256. The launchers of a playbook look in the
 * same place ({@code fetch.sh}, {@code playbook.cmd}).
 */
public record JarCache(Path folder) {
    /**
     * The cache of whoever runs this.
     *
     * @param environment the variables of this run; null for one that is not set
     * @param home the user's folder
     */
    public static JarCache of(UnaryOperator<String> environment, Path home) {
        return new JarCache(UserCache.folder(environment, home));
    }

    /** Where a program is, or would be. */
    public Path place(String sum) {
        return folder.resolve(sum).resolve(Program.JAR);
    }

    /** A program, if it is here and is what its sum says. */
    public Optional<Path> find(String sum) {
        Path jar = place(sum);
        return Files.isRegularFile(jar) && sum(jar).equals(sum) ? Optional.of(jar) : Optional.empty();
    }

    /** Keeps a copy of a program; whoever looks meanwhile sees all of it or nothing. */
    public Path keep(Path jar, String sum) {
        if (find(sum).isEmpty()) {
            WholeFile.copy(jar, place(sum));
        }
        return place(sum);
    }

    /** The SHA-256 of a file, in hexadecimal digits and small letters. */
    public static String sum(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw MachineRefused.because("read " + file, e);
        }
    }
}
