package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code playbook init}: a playbook that builds, and nothing of anybody's is lost. */
class InitVerbTest {
    @TempDir
    Path folder;

    private Terminal terminal;

    @BeforeEach
    void begin() {
        terminal = new Terminal(folder);
    }

    @Test
    void anEmptyFolderBecomesAPlaybookThatBuilds() {
        assertThat(terminal.run("init", "mine")).isEqualTo(0);
        assertThat(terminal.out()).contains("A playbook is in mine: ", "cd mine, then playbook serve");
        assertThat(terminal.files())
                .containsKeys("mine/README.md", "mine/.gitignore", "mine/content/playbook.yml")
                .containsKey("mine/content/practices/know-your-role.md");
        Terminal inside = new Terminal(folder.resolve("mine"));
        assertThat(inside.run("check")).as(inside.err()).isEqualTo(0);
        assertThat(inside.run("build", "--quiet")).as(inside.err()).isEqualTo(0);
        assertThat(inside.files()).containsKey("site/practices/know-your-role.html");
    }

    @Test
    void itWorksInTheFolderItself() {
        assertThat(terminal.run("init", ".")).isEqualTo(0);
        assertThat(terminal.out()).contains("Next: playbook serve");
        assertThat(terminal.run("build", "--quiet")).isEqualTo(0);
    }

    @Test
    void whatIsThereStays() throws IOException {
        Files.writeString(folder.resolve("README.md"), "mine");
        assertThat(terminal.run("init", ".")).isEqualTo(0);
        assertThat(terminal.out()).contains("Kept as it was: README.md");
        assertThat(terminal.files()).containsEntry("README.md", "mine");
    }

    @Test
    void asSecondTimeChangesNothing() {
        terminal.run("init", ".");
        Map<String, String> before = terminal.files();
        assertThat(terminal.run("init", ".")).isEqualTo(2);
        assertThat(terminal.err()).contains("has a folder \"content\" already; nothing was changed");
        assertThat(terminal.files()).isEqualTo(before);
    }

    @Test
    void aFolderMustBeNamed() throws IOException {
        assertThat(terminal.run("init")).isEqualTo(2);
        assertThat(terminal.err()).contains("say where: playbook init DIR");
        assertThat(terminal.run("init", "a", "b")).isEqualTo(2);
        Files.writeString(folder.resolve("file"), "mine");
        assertThat(terminal.run("init", "file")).isEqualTo(2);
        assertThat(terminal.err()).contains("file is a file; name a folder");
        assertThat(terminal.run("init", "file/below")).isEqualTo(3);
        assertThat(terminal.err()).startsWith("playbook: could not write ").doesNotContain("Exception");
        assertThat(terminal.files()).containsOnlyKeys("file");
    }
}
