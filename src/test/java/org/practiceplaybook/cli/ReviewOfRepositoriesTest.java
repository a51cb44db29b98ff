package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A review of branches, clones and repositories of every kind, hostile ones among them. */
class ReviewOfRepositoriesTest extends ReviewedPlaybook {
    @Test
    void otherEndsOfLinesAreNoChange() {
        String file = "content/practices/say-it.md";
        git.write(file, git.read(file).replace("\n", "\r\n"));
        git.run("review", "main");
        assertThat(page().select("article.change")).isEmpty();
    }

    @Test
    void anUnknownBranchIsNamedWithTheNearestOne() {
        assertThat(git.run("review", "mian")).isEqualTo(Exit.USAGE);
        assertThat(git.said())
                .isEqualTo("playbook: there is no branch, tag or commit \"mian\" here, did you mean \"main\"?\n");
        assertThat(git.root.resolve("target")).doesNotExist();
    }

    @Test
    void aBranchOfTheServerIsNamedInFull() {
        GitFolder clone = git.clone(folder.resolve("clone"), "--branch", "work");
        assertThat(clone.run("review", "main")).isEqualTo(Exit.USAGE);
        assertThat(clone.said()).contains("did you mean \"origin/main\"?");
        assertThat(clone.run("review", "origin/main")).isEqualTo(Exit.DONE);
    }

    @Test
    void anUnrelatedBranchHasNoBefore() {
        git.git("checkout", "-q", "--orphan", "other");
        git.commit("another beginning");
        assertThat(git.run("review", "main")).isEqualTo(Exit.USAGE);
        assertThat(git.said()).contains("main and the present work have no commit in common");
    }

    @Test
    void aShallowCloneSaysHowToFetchTheRest() {
        git.git("checkout", "-q", "main");
        git.practice("second", "Second", "A second one.");
        git.commit("two");
        git.git("checkout", "-q", "work");
        git.practice("third", "Third", "A third one.");
        git.commit("three");
        GitFolder shallow =
                git.clone(folder.resolve("shallow"), "--depth", "1", "--no-single-branch", "--branch", "work");
        assertThat(shallow.run("review", "origin/main")).isEqualTo(Exit.USAGE);
        assertThat(shallow.said()).contains("cloned without its history").contains("git fetch --unshallow");
    }

    @Test
    void withoutARepositoryThereIsNothingToCompareWith() {
        GitFolder plain = GitFolder.plain(folder.resolve("plain"));
        assertThat(plain.run("review", "main")).isEqualTo(Exit.USAGE);
        assertThat(plain.said()).contains("is in no git repository").contains("git init");
    }

    @Test
    void aRepositoryWithoutACommitHasNoBefore() {
        GitFolder empty = GitFolder.plain(folder.resolve("empty"));
        empty.git("init", "-q", "-b", "main");
        assertThat(empty.run("review", "HEAD")).isEqualTo(Exit.USAGE);
        assertThat(empty.said()).contains("there is no branch, tag or commit \"HEAD\" here");
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(git.run("review")).isEqualTo(Exit.USAGE);
        assertThat(git.said()).contains("playbook review main");
        assertThat(git.run("review", "main", "--out", "content/review")).isEqualTo(Exit.USAGE);
        assertThat(git.said()).contains("choose another folder with --out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--output=hacked",
                "-h",
                "--help",
                "main;touch hacked",
                "$(touch hacked)",
                "`touch hacked`",
                "main\ntouch hacked",
                "main\u0000x",
                "",
                " ",
                "HEAD:content",
                "main..work",
                "^main",
                ":/one",
                "\u001b[31mred"
            })
    void aHostileNameIsOnlyAName(String name) throws IOException {
        int status = git.run("review", "--", name);
        assertThat(status).as(git.said()).isEqualTo(Exit.USAGE);
        assertThat(git.said()).doesNotContain("\u001b").doesNotContain("Exception");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).doesNotContain("hacked");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refs/heads/--output=hacked",
                "refs/heads/a;touch${IFS}hacked",
                "refs/heads/$(touch hacked)",
                "refs/heads/é"
            })
    void aBranchMayHaveAHostileName(String ref) {
        String name = ref.replace(" ", "-");
        git.git("update-ref", name, "main");
        git.practice("walk-in-pairs", "Walk in pairs", "After lunch people walk in pairs.");
        assertThat(git.run("review", "--", name.substring("refs/heads/".length())))
                .as(git.said())
                .isEqualTo(Exit.DONE);
        assertThat(git.root.resolve("hacked")).doesNotExist();
        assertThat(kind(change("Walk in pairs"))).isEqualTo("new");
    }

    @Test
    void runsNothingThatTheRepositoryAsksFor() throws IOException {
        Path hacked = folder.resolve("hacked");
        for (String key : List.of(
                "diff.evil.textconv",
                "diff.evil.command",
                "diff.external",
                "filter.evil.smudge",
                "filter.evil.clean")) {
            git.git("config", key, "touch " + hacked + ";cat");
        }
        git.git("config", "core.fsmonitor", "touch " + hacked);
        git.write(".gitattributes", "*.md diff=evil filter=evil\n");
        git.write("content/practices/know-your-role.md", git.read("content/practices/know-your-role.md") + "More.\n");
        assertThat(git.run("review", "main")).as(git.said()).isEqualTo(Exit.DONE);
        assertThat(hacked).doesNotExist();
    }

    @Test
    void linksOnDiskWereNeverContent() throws IOException {
        git.git("checkout", "-q", "main");
        Files.createSymbolicLink(git.root.resolve("content/pages.md"), Path.of("/etc/passwd"));
        Files.createDirectories(git.root.resolve("content/pages"));
        Files.createSymbolicLink(git.root.resolve("content/pages/secret.md"), Path.of("/etc/passwd"));
        git.commit("a link");
        git.git("checkout", "-q", "-B", "work");
        git.git("rm", "-q", "content/pages/secret.md");
        assertThat(git.run("review", "main")).as(git.said()).isEqualTo(Exit.DONE);
        assertThat(git.read("target/review/index.html")).doesNotContain("root:");
    }

    @Test
    void leavesNoFilesBehind() throws IOException {
        git.run("review", "main");
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("playbook-review") || name.startsWith("playbook-wanted"));
        }
    }
}
