package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;

/** Where a permission is missing a command ends with 3 and leaves the old site untouched. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are another matter there")
class PermissionTest {
    @TempDir
    Path folder;

    @BeforeEach
    void begin() {
        new PlaybookFolder(folder.resolve("content")).practice("p");
    }

    @AfterEach
    void openAgain() throws IOException {
        allow("site", "rwxr-xr-x");
        allow("content/practices/p.md", "rw-r--r--");
    }

    @Test
    void aFolderThatMayNotBeWrittenToIsLeftAsItIs() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("site"));
        allow("site", "r-xr-xr-x");
        assertThat(run("build"))
                .startsWith("3 playbook: could not write to the folder")
                .contains("no permission");
        assertThat(folder.resolve("site")).isEmptyDirectory();
    }

    @Test
    void anOldSiteThatMayNotBeChangedStaysWhole() throws IOException, InterruptedException {
        Terminal terminal = new Terminal(folder);
        assertThat(terminal.run("build", "--quiet")).isEqualTo(0);
        String before = Files.readString(folder.resolve("site/practices/p.html"));
        new PlaybookFolder(folder.resolve("content"))
                .practice("p", "time: 5 min")
                .practice("q");
        allow("site", "r-xr-xr-x");
        assertThat(run("build")).startsWith("3 playbook: ").contains("no permission");
        assertThat(folder.resolve("site/practices/p.html")).hasContent(before);
        assertThat(folder.resolve("site/practices/q.html")).doesNotExist();
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() throws IOException, InterruptedException {
        allow("content/practices/p.md", "---------");
        assertThat(run("check")).startsWith("3 playbook: could not read ").contains("p.md: no permission");
    }

    private void allow(String path, String permissions) throws IOException {
        if (Files.exists(folder.resolve(path))) {
            Files.setPosixFilePermissions(folder.resolve(path), PosixFilePermissions.fromString(permissions));
        }
    }

    /** Exit status and messages of a command, run by somebody whom permissions bind: the administrator they do not. */
    private String run(String verb) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("setpriv", "--inh-caps=-all", "--bounding-set=-all"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                verb));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said.replaceAll("(?m)^Picked up .*\\R", "");
    }
}
