package org.practiceplaybook.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link opens the very line in an editor, and nothing else. */
class EditorLinkTest {
    private static final Path FILE = Path.of("/home/a b/é#1.md");

    @Test
    void itNamesFileLineAndColumn() {
        assertThat(EditorLink.of("vscode").orElseThrow().to(FILE, 12, 3))
                .isEqualTo("vscode://file/home/a%20b/%C3%A9%231.md:12:3");
        assertThat(EditorLink.of("Idea").orElseThrow().to(FILE, 12, 3))
                .isEqualTo("idea://open?file=/home/a%20b/%C3%A9%231.md&line=12&column=3");
        assertThat(EditorLink.of("my-editor://open?f={file}").orElseThrow().to(FILE, 1, 1))
                .isEqualTo("my-editor://open?f=/home/a%20b/%C3%A9%231.md");
        assertThat(EditorLink.of("none").orElseThrow().to(FILE, 1, 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notepad",
                "javascript:alert({file})",
                "https://evil.example/{file}",
                "x://open",
                "file:{file}",
                ""
            })
    void whatOpensNoEditorIsRefused(String written) {
        assertThat(EditorLink.of(written)).isEmpty();
    }
}
