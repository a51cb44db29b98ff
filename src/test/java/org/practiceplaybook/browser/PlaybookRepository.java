package org.practiceplaybook.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.practiceplaybook.fixture.Jar;

/** A git repository with this repository's content and one commit on its branch {@code main}. */
final class PlaybookRepository {
    private final Path folder;

    private PlaybookRepository(Path folder) {
        this.folder = folder;
    }

    static PlaybookRepository in(Path folder) {
        PlaybookRepository repository = new PlaybookRepository(folder);
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(file.toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        repository.git("init", "-q", "-b", "main");
        repository.git("add", "-A");
        repository.git("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-q", "-m", "one");
        return repository;
    }

    private void git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        if (run(new ProcessBuilder(command)) != 0) {
            throw new IllegalStateException(said());
        }
    }

    /**
     * Runs the finished jar here, and gives its exit status.
     *
     * @param environment what is set beside the usual: {@code NAME=value}
     */
    int run(List<String> environment, String... arguments) {
        ProcessBuilder builder = jar(arguments);
        environment.forEach(pair ->
                builder.environment().put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)));
        return run(builder);
    }

    /** The finished jar, ready to start here. */
    ProcessBuilder jar(String... arguments) {
        return new ProcessBuilder(Jar.command(arguments))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile());
    }

    private int run(ProcessBuilder builder) {
        try {
            return builder.directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said.txt").toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the last run said. */
    String said() {
        try {
            return Files.readString(folder.resolve("said.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
