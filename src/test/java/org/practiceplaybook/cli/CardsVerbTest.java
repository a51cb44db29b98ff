package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;

/** Which cards to print again. */
class CardsVerbTest {
    @TempDir
    Path folder;

    private PlaybookFolder playbook;
    private GitFolder git;

    @BeforeEach
    void printed() {
        git = GitFolder.with(folder);
        playbook = new PlaybookFolder(folder.resolve("content"))
                .with("playbook.yml", "name: P", "edition: \"1\" # the first")
                .practice("same")
                .practice("later")
                .practice("old")
                .practice("out")
                .with("practices/stub.md", "---", "title: Stub", "summary: To come.", "---");
        git.commit("printed");
        git.git("tag", "printed");
    }

    private Run cards(String... more) {
        String[] command = new String[more.length + 1];
        command[0] = "cards";
        System.arraycopy(more, 0, command, 1, more.length);
        return Run.in(folder, command);
    }

    @Test
    void everyCardHasAMark() {
        Run run = cards();
        assertThat(run.status()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(run.out().lines())
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(line -> line.matches("[0-9a-f]{6}  [\\w-]+  .+"));
    }

    @Test
    void thoseThatSaySomethingElseAreListed() throws Exception {
        playbook.practice("later", "time: 20 min").practice("new").with("pages/about.md", "Text.");
        playbook.with(
                "practices/name.md", "---", "title: old", "summary: About old.", "aka: [old]", "---", "", "Text.");
        java.nio.file.Files.delete(folder.resolve("content/practices/old.md"));
        java.nio.file.Files.delete(folder.resolve("content/practices/out.md"));
        playbook.with("playbook.yml", "name: P", "edition: \"2\"");
        git.commit("more");
        playbook.practice("same", "aka: [Another name]");
        Run run = cards("--changed-since", "printed");
        assertThat(run.status()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(run.out()
                        .lines()
                        .map(line -> line.replaceAll("[0-9a-f]{6}", "#").replaceAll(" +", " ")))
                .containsExactly("changed # -> # later later", "new # new new", "gone # out out");
        assertThat(run.err()).contains("3 cards are other than at printed.");
        assertThat(cards("--changed-since", "1").out()).isEqualTo(run.out());
        assertThat(cards("--changed-since", "2").err()).contains("No card says anything else than at 2.");
    }

    @Test
    void anEditionThatNobodyKnowsIsTold() {
        Run run = cards("--changed-since", "9");
        assertThat(run.status()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains("\"9\"");
    }
}
