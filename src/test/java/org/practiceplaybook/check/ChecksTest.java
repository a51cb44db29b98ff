package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.fixture.English;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.work.Workers;

/** All that is wrong is told in one run. */
class ChecksTest {
    @TempDir
    Path root;

    @Test
    void everythingIsToldAtOnceByFileAndPlace() {
        new PlaybookFolder(root)
                .with("taxonomy/roles.yml", "host:", "  name: Host", "  definition: Who hosts.")
                .with("practices/b.md", "---", "title: B", "roles: [x]", "---", "[x](none.md)")
                .with("practices/a.md", "---", "summary: S.", "---")
                .with("attempts/t.md", "---", "title: T", "practices: [c]", "result: mixed", "lesson: L.", "---");
        assertThat(run(new Workers(2)))
                .containsExactly(
                        "attempts/t.md:2 setting-missing",
                        "attempts/t.md:2 sharer-missing",
                        "attempts/t.md:3 unknown-practice",
                        "attempts/t.md:5 lesson-thin",
                        "playbook.yml:1 no-address",
                        "practices/a.md:1 title-missing",
                        "practices/b.md:1 summary-missing",
                        "practices/b.md:3 unknown-role",
                        "practices/b.md:5 broken-link");
        assertThat(run(new Workers(1))).isEqualTo(run(new Workers(7)));
    }

    @Test
    void theStarterContentHasNoErrors() {
        Content content = ContentFolder.open(Path.of("content")).read(new Workers(2));
        List<Diagnostic> found = Checks.run(content, Linker.link(content, History.NONE, false), English.SECTIONS);
        assertThat(found).filteredOn(Diagnostic::isError).isEmpty();
    }

    private List<String> run(Workers workers) {
        Content content = ContentFolder.open(root).read(workers);
        return Checks.run(content, Linker.link(content, History.NONE, false), English.SECTIONS).stream()
                .map(found -> found.place().file().path() + ":"
                        + found.place().start().line() + " " + found.code())
                .toList();
    }
}
