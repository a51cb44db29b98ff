package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.Jar;

/** The folder of a release with a Java of its own makes a playbook on a machine that has none. */
class SelfContainedIT {
    @TempDir
    Path folder;

    @Test
    void itNeedsNoJava() throws Exception {
        Path home = Path.of(System.getProperty("java.home"));
        assumeThat(Files.isExecutable(Path.of("/bin/sh"))).isTrue();
        assumeThat(Files.isExecutable(home.resolve("bin/jlink")) && Files.isDirectory(home.resolve("jmods")))
                .as("a JDK that jlink can take apart")
                .isTrue();
        String jar = Jar.path().toString();
        Path out = folder.resolve("a place");
        String script = Path.of("src/release/self-contained").toAbsolutePath().toString();
        run(
                Map.of("JAVA_HOME", home.toString(), "PATH", "/usr/bin:/bin"),
                "sh",
                script,
                jar,
                out.toString(),
                "linux-x64");
        assertThat(out.resolve("practice-playbook-linux-x64.tar.gz")).isNotEmptyFile();
        Path made = out.resolve("practice-playbook-linux-x64");
        assertThat(made.resolve("java/lib/server/classes.jsa"))
                .as("it starts fast")
                .exists();
        String program = made.resolve("bin/playbook").toString();
        // reached by a link, as from a folder of the PATH
        Path link = Files.createSymbolicLink(folder.resolve("playbook"), made.resolve("bin/playbook"));
        Map<String, String> bare = Map.of(
                "PATH",
                "/usr/bin:/bin",
                "JAVA_HOME",
                "/nowhere",
                "PLAYBOOK_CACHE",
                folder.resolve("cache").toString());
        assertThat(run(bare, link.toString(), "init", "ours", "--language", "ar"))
                .contains("A playbook is in ours");
        assertThat(run(bare, program, "build", "--content", "ours/content", "--output", "site"))
                .contains("pages in site")
                .doesNotContain("WARNING", "incubator");
        assertThat(folder.resolve("site/index.html")).isNotEmptyFile();
        assertThat(run(bare, program, "--version")).startsWith("playbook ");
    }

    private String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
