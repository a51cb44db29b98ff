package org.practiceplaybook.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder in which commands are run, and what they said. */
final class Terminal {
    private final Path folder;
    private String out = "";
    private String err = "";

    Terminal(Path folder) {
        this.folder = folder;
    }

    /** Runs a command, and gives the exit status. */
    int run(String... args) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream warned = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(warned, true, StandardCharsets.UTF_8),
                folder,
                false,
                false);
        int status = Main.run(args, console);
        out = said.toString(StandardCharsets.UTF_8);
        err = warned.toString(StandardCharsets.UTF_8);
        return status;
    }

    /** What the last command said. */
    String out() {
        return out;
    }

    /** What the last command warned of. */
    String err() {
        return err;
    }

    /** Every file of the folder with its text, hidden ones too. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
