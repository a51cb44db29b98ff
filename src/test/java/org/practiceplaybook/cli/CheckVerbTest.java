package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;

/** {@code playbook check}: how it ends and what it says. */
class CheckVerbTest {
    @TempDir
    Path folder;

    private Terminal terminal;
    private PlaybookFolder content;

    @BeforeEach
    void begin() {
        terminal = new Terminal(folder);
        content = new PlaybookFolder(folder.resolve("content"))
                .with("playbook.yml", "address: https://walks.net/", "email: editors@walks.net");
        content.with("practices/p.md", "---", "title: P", "summary: S.", "---");
    }

    @Test
    void whereAllIsWellItSaysSo() {
        assertThat(terminal.run("check")).isEqualTo(0);
        assertThat(terminal.out()).isEqualToNormalizingNewlines("No errors, no advice.\n");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void errorsEndWithOneAndAreAllTold() {
        content.attempt("a", "q", "result: mixed").with("pages/x.md", "[x](y.md)");
        assertThat(terminal.run("check")).isEqualTo(1);
        assertThat(terminal.err())
                .contains("--> content/attempts/a.md:3:13", "--> content/pages/x.md:1:5")
                .contains("2 errors, ");
        assertThat(folder.resolve("site")).doesNotExist();
    }

    @Test
    void adviceIsNoErrorUnlessStrict() {
        content.practice("old", "state: retired");
        assertThat(terminal.run("check")).isEqualTo(0);
        assertThat(terminal.err()).contains("advice: a retired practice with no successor", "1 piece of advice.");
        assertThat(terminal.run("check", "--strict")).isEqualTo(1);
    }

    @Test
    void bothAreCounted() {
        content.practice("old", "state: retired").with("pages/x.md", "[x](y.md)");
        assertThat(terminal.run("check")).isEqualTo(1);
        assertThat(terminal.err()).contains("1 error, 1 piece of advice.");
    }

    @Test
    void pathsAreToldAsTheUserNamedTheFolder() {
        content.with("pages/x.md", "[x](y.md)");
        terminal.run("check", "--content", "./content/");
        assertThat(terminal.err()).contains("--> content/pages/x.md:1:5");
        assertThat(new Terminal(folder.resolve("content")).run("check", "--content", "."))
                .isEqualTo(1);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThat(new Terminal(folder.resolve("content")).run("check")).isEqualTo(2);
        assertThat(terminal.run("check", "--content", "no")).isEqualTo(2);
        assertThat(terminal.err()).contains("there is no folder \"no\"");
    }
}
