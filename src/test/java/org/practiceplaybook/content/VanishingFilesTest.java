package org.practiceplaybook.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Workers;

/** Files that are gone when their turn comes. */
class VanishingFilesTest {
    @TempDir
    Path root;

    private ContentFolder folder;

    @BeforeEach
    void write() throws IOException {
        for (String path :
                List.of("practices/a.md", "practices/b.md", "images/a.png", "images/a.svg", "glossary.yml")) {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), path.endsWith(".md") ? "---\ntitle: T\nsummary: S.\n---\n" : "");
        }
        folder = ContentFolder.open(root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"practices/a.md", "images/a.png", "images/a.svg", "glossary.yml"})
    void aFileThatWentAwayIsNamedAndTheRestIsRead(String path) throws IOException {
        List<ContentFolder.Stamp> stamps = folder.stamps();
        Files.delete(root.resolve(path));
        Content content = ContentFolder.assemble(folder.readOrTell(stamps, new Workers(1)));
        assertThat(content.diagnostics())
                .filteredOn(found -> found.code().equals("file-gone"))
                .singleElement()
                .satisfies(found -> assertThat(found.place().file().path()).isEqualTo(path))
                .matches(Diagnostic::isError);
        assertThat(content.practices()).anyMatch(practice -> practice.slug().equals("b"));
    }

    @Test
    void aWritersDeskLooksAgainInstead() throws IOException {
        List<ContentFolder.Stamp> stamps = folder.stamps();
        Files.delete(root.resolve("practices/a.md"));
        assertThatThrownBy(() -> folder.read(stamps, stamps, new Workers(1)))
                .isInstanceOf(MachineRefused.class)
                .hasMessageContaining("a.md: it is not there");
    }
}
