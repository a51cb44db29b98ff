package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A content folder that is a link on disk. */
class LinkedFolderTest {
    @TempDir
    private Path folder;

    @Test
    void isFollowedAndLinksWithinItAreTold() throws IOException {
        Files.createDirectories(folder.resolve("elsewhere/pages"));
        Files.writeString(folder.resolve("elsewhere/pages/about.md"), "# About\n\nWords.\n");
        Files.writeString(folder.resolve("secret.md"), "# Secret\n");
        Files.createSymbolicLink(folder.resolve("elsewhere/pages/secret.md"), folder.resolve("secret.md"));
        Files.createSymbolicLink(folder.resolve("content"), Path.of("elsewhere"));
        Terminal terminal = new Terminal(folder);
        assertThat(terminal.run("build", "--content", "content", "--output", "site"))
                .isZero();
        assertThat(terminal.files()).containsKey("site/pages/about.html").doesNotContainKey("site/pages/secret.html");
        assertThat(terminal.err()).contains("content/pages/secret.md").contains("such links are not followed");
    }
}
