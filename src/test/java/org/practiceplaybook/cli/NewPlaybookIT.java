package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the finished jar makes stands for itself: its own script, its own copy of the command, its own first commit. */
class NewPlaybookIT {
    @TempDir
    Path folder;

    @BeforeEach
    void aShell() {
        assumeThat(Files.isExecutable(Path.of("/bin/sh"))).isTrue();
    }

    @Test
    void itBuildsWithNothingButJava() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String made = run(folder, java, "-jar", System.getProperty("playbook.jar"), "init", "ours");
        Path ours = folder.resolve("ours");
        assertThat(made).contains("A playbook is in ours");
        assertThat(run(folder, "sh", "ours/playbook", "build", "--offline", "out.zip"))
                .contains("pages in site");
        assertThat(ours.resolve("site/index.html")).isRegularFile();
        assertThat(ours.resolve("out.zip")).isRegularFile();
        assertThat(run(ours, "git", "ls-files", "--stage", "playbook")).startsWith("100755");
        assertThat(run(ours, "git", "symbolic-ref", "HEAD").strip()).isEqualTo("refs/heads/main");
        assertThat(run(ours, "git", "status", "--porcelain", "--ignored"))
                .contains("!! site/")
                .doesNotContain("?? ");
    }

    @Test
    void itKeepsWhatMakesItStartFasterButNotWhereTheMachineIsGoneAfterwards() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        run(folder, java, "-jar", System.getProperty("playbook.jar"), "init", "ours");
        Path ours = folder.resolve("ours");
        run(folder, Map.of("CI", "true"), "sh", "ours/playbook", "--version");
        assertThat(kept()).isZero();
        run(folder, Map.of("CI", ""), "sh", "ours/playbook", "--version");
        assertThat(kept()).isOne();
        assertThat(run(ours, "git", "status", "--porcelain")).isEmpty();
    }

    private long kept() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.filter(file -> file.getFileName().toString().matches("start-.*\\.(?:jsa|aot)"))
                    .count();
        }
    }

    private String run(Path in, String... command) throws IOException, InterruptedException {
        return run(in, Map.of(), command);
    }

    private String run(Path in, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(List.of(command)).directory(in.toFile()).redirectErrorStream(true);
        builder.environment().put("PLAYBOOK_CACHE", folder.resolve("cache").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
