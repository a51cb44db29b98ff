package org.practiceplaybook.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.upgrade.JarCache;
import org.practiceplaybook.upgrade.Program;

/** What the release workflow says of its files is what the command upgrade reads. */
class ReleaseTest {
    @TempDir
    Path scratch;

    private Path folder;

    @BeforeEach
    void aRelease() throws IOException {
        assumeThat(Files.isExecutable(Path.of("/bin/sh"))).isTrue();
        folder = Files.createDirectories(scratch.resolve("a release"));
        Files.writeString(folder.resolve("practice-playbook.jar"), "the program");
        Files.writeString(folder.resolve("practice-playbook-linux-x64.tar.gz"), "a folder");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    @Test
    void itsLineAndItsSumsAreThoseOfItsFiles() throws Exception {
        run("sh", "src/release/sums", folder.toString(), "1.2.3");
        String sum = JarCache.sum(folder.resolve("practice-playbook.jar"));
        assertThat(Program.used(Files.readString(folder.resolve("program.properties"))))
                .isEqualTo(Optional.of(new Program("1.2.3", sum)));
        assertThat(folder.resolve("practice-playbook.jar.sha256")).hasContent(sum + "  practice-playbook.jar");
        List<String> sums = Files.readAllLines(folder.resolve("SHA256SUMS"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> !one.endsWith("SHA256SUMS")).toList()) {
                assertThat(sums).contains(JarCache.sum(file) + "  " + file.getFileName());
            }
        }
        assertThat(sums).hasSize(4);
        run("sh", "src/release/sums", folder.toString(), "1.2.3");
        assertThat(Files.readAllLines(folder.resolve("SHA256SUMS")))
                .as("made again")
                .isEqualTo(sums);
    }

    @Test
    void itsTextIsThatOfTheChangelogAndSaysHowToComeToIt() throws Exception {
        run("sh", "src/release/sums", folder.toString(), "1.2.3");
        String notes = run("sh", "src/release/notes", folder.toString(), "Unreleased");
        assertThat(notes)
                .contains("### Added", "./playbook upgrade --apply", "program=1.2.3 sha256:")
                .doesNotContain("# Changelog");
    }
}
