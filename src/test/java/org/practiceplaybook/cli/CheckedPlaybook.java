package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.cli.DefaultParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.check.SmallPlaybook;

/** A playbook in a repository that a check is run on. */
abstract class CheckedPlaybook {
    static final String BROKEN = """
            ---
            title: A walk in pairs
            summary: People sit too long. Send them out in pairs.
            roles: [facilitater]
            ---
            """;

    @TempDir
    Path folder;

    Path content;

    @BeforeEach
    void aPlaybookWithoutFaults() {
        content = folder.resolve("content");
        SmallPlaybook.write(content);
        write("playbook.yml", "name: Walks\naddress: https://walks.net/\nemail: editors@walks.net\n");
    }

    record Run(int status, String told) {}

    Run check(String... words) {
        return check(name -> null, words);
    }

    Run check(UnaryOperator<String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                folder,
                false,
                false);
        int status;
        try {
            CheckVerb verb = new CheckVerb(environment);
            status = verb.run(new DefaultParser().parse(verb.options(), words), console);
        } catch (UsageProblem problem) {
            console.warn(problem.getMessage());
            status = Exit.USAGE;
        } catch (org.apache.commons.cli.ParseException e) {
            throw new AssertionError(e);
        }
        // what a person reads and what a program reads, and nobody needs both
        String told = err.toString(StandardCharsets.UTF_8) + out.toString(StandardCharsets.UTF_8);
        return new Run(status, told);
    }

    void git(String... words) {
        try {
            List<String> command = new ArrayList<>(List.of(
                    "git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "init.defaultBranch=main"));
            command.addAll(List.of(words));
            Process git = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String told = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(git.waitFor()).as(told).isZero();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void commitAll(String message) {
        git("add", "-A");
        git("commit", "-q", "-m", message);
    }

    void write(String path, String text) {
        SmallPlaybook.write(content, path, text);
    }

    String read(String path) throws IOException {
        return Files.readString(content.resolve(path));
    }
}
