package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.fixture.English;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.work.Workers;

/** A practice that is gone or renamed, and those that name it. */
class PracticeNamesTest {
    @TempDir
    Path content;

    private void write(String path, String text) throws IOException {
        Path file = content.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void practice(String slug, String more, String text) throws IOException {
        write(
                "practices/" + slug + ".md",
                "---\ntitle: " + slug + "\nsummary: One. Two.\n" + more + "---\n\n" + text + "\n");
    }

    private List<Diagnostic> found() {
        Content read = ContentFolder.open(content).read(new Workers(1));
        return Checks.run(read, Linker.link(read, History.NONE, false), English.SECTIONS);
    }

    private List<Diagnostic> found(String code) {
        return found().stream().filter(d -> d.code().equals(code)).toList();
    }

    @Test
    void theOldNameMendsAllOfThem() throws IOException {
        practice("stays", "related: {old-name: A friend.}\n", "See [it](old-name.md#what-to-do).");
        practice("new-name", "aka: [old-name, Another name]\n", "## What to do\n\nText.");
        write("attempts/a.md", "---\ntitle: A\npractices: [old-name]\nresult: mixed\nlesson: L.\n---\n");
        write(
                "pathways/p.md",
                "---\ntitle: P\nsummary: S.\nsteps:\n  - practice: old-name\n  - practice: stays\n---\n");
        assertThat(found().stream().filter(Diagnostic::isError)).isEmpty();
        assertThat(found("old-name"))
                .hasSize(4)
                .allSatisfy(advice ->
                        assertThat(advice.message()).isEqualTo("the practice \"old-name\" is now called \"new-name\""));
        Content read = ContentFolder.open(content).read(new Workers(1));
        var library = Linker.link(read, History.NONE, false);
        assertThat(library.attemptsOf().get("new-name")).hasSize(1);
        assertThat(library.positions().get("new-name")).hasSize(1);
        assertThat(library.related(library.practices().get("stays")))
                .first()
                .satisfies(relation -> assertThat(relation.practice().slug()).isEqualTo("new-name"));
    }

    @Test
    void aNameThatAnotherHasIsNotTaken() throws IOException {
        practice("one", "aka: [two, index]\n", "Text.");
        practice("two", "", "See [one](two.md).");
        Content read = ContentFolder.open(content).read(new Workers(1));
        assertThat(Linker.link(read, History.NONE, false).renamed()).isEmpty();
    }

    @Test
    void anOldNameOfOneWordLeadsOnAndIsStillAName() throws IOException {
        practice("look-back", "aka: [retro]\n", "Text.");
        Content read = ContentFolder.open(content).read(new Workers(1));
        assertThat(Linker.link(read, History.NONE, false).renamed()).containsOnlyKeys("retro");
    }
}
