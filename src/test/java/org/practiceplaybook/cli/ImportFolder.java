package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A new playbook, and another library beside it. */
abstract class ImportFolder {
    static final Path LIBRARIES = Path.of("src/test/resources/libraries").toAbsolutePath();

    @TempDir
    Path folder;

    Path library;

    @BeforeEach
    void aNewPlaybook() {
        assertThat(Run.in(folder, "init", ".").status()).isZero();
        library = folder.resolve("theirs");
    }

    Run bring(String name) {
        Run run = Run.in(folder, "import", LIBRARIES.resolve(name).toString(), "--write");
        assertThat(run.status()).as(run.err()).isZero();
        return run;
    }

    static List<String> files(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.map(Path::toString).sorted().toList();
        }
    }

    /** Writes a file of the library that is to be brought over. */
    void theirs(String path, String... lines) throws IOException {
        Path file = library.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
