package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.Jar;

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
        String made = run(folder, Jar.command("init", "ours").toArray(String[]::new));
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
        run(folder, Jar.command("init", "ours").toArray(String[]::new));
        Path ours = folder.resolve("ours");
        run(folder, Map.of("CI", "true"), "sh", "ours/playbook", "--version");
        assertThat(kept()).isZero();
        run(folder, Map.of("CI", ""), "sh", "ours/playbook", "--version");
        assertThat(kept()).isOne();
        assertThat(run(ours, "git", "status", "--porcelain")).isEmpty();
    }

    /** From the jar that is built to one of the next version, by the launcher itself, in the repository that init made. */
    @Test
    void itIsBroughtToTheNextVersion() throws Exception {
        run(folder, Jar.command("init", "ours").toArray(String[]::new));
        Path ours = folder.resolve("ours");
        // a vocabulary of its own, which only the program can put into the schemas
        Files.writeString(
                ours.resolve("content/taxonomy/format.yml"),
                "online: {name: Online, definition: Everybody at a screen.}\n");
        Files.writeString(ours.resolve(".github/workflows/links.yml"), "# ours\n");
        git(ours, "add", "-A");
        git(ours, "commit", "-q", "-m", "ours");
        Path next = next(Jar.path(), folder.resolve("next.jar"));

        String planned = run(folder, "sh", "ours/playbook", "upgrade", next.toString());
        assertThat(planned)
                .contains("to 9.0.0:", "renewed    .github/workflows/check.yml", "Nothing is written yet")
                .contains("renewed    docs/schema/practice.schema.json")
                .contains("beside     .github/workflows/links.yml.new");
        assertThat(run(ours, "git", "status", "--porcelain")).isEmpty();
        run(folder, "sh", "ours/playbook", "upgrade", next.toString(), "--apply");
        assertThat(run(folder, "sh", "ours/playbook", "--version")).isEqualTo("playbook 9.0.0\n");
        assertThat(ours.resolve(".github/workflows/check.yml")).content().endsWith("# of the next version\n");
        assertThat(ours.resolve(".github/workflows/links.yml")).hasContent("# ours");
        assertThat(ours.resolve("docs/schema/practice.schema.json")).content().contains("online");
        assertThat(run(ours, "git", "ls-files", "--stage", "playbook")).startsWith("100755");
        git(ours, "add", "-A");
        git(ours, "commit", "-q", "-m", "upgrade");
        assertThat(run(folder, "sh", "ours/playbook", "upgrade", next.toString()))
                .contains("uses 9.0.0 already");
    }

    private static Path next(Path jar, Path to) throws IOException {
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                String name = entry.getName();
                if (name.equals("playbook.properties")) {
                    bytes = "version=9.0.0\nreleases=\n".getBytes(StandardCharsets.UTF_8);
                } else if (name.matches("bundled/repository/dot-github/workflows/(?:check|links)\\.yml")) {
                    bytes = (new String(bytes, StandardCharsets.UTF_8) + "# of the next version\n")
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(name));
                out.write(bytes);
                out.closeEntry();
            }
        }
        return to;
    }

    private void git(Path in, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(words));
        run(in, command.toArray(String[]::new));
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
