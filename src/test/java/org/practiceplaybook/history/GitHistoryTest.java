package org.practiceplaybook.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dates and authors come from a real repository, made here. */
class GitHistoryTest {
    @TempDir
    Path temp;

    private Path repository;
    private Path content;

    @BeforeEach
    void makeRepository() throws Exception {
        repository = Files.createDirectory(temp.resolve("repository"));
        content = Files.createDirectories(repository.resolve("content"));
        git(repository, "init", "-q", "-b", "main");
    }

    private static void git(Path folder, String... arguments) throws Exception {
        git(folder, Map.of(), arguments);
    }

    private static void git(Path folder, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    private void commit(String author, String time, Object... pathsAndTexts) throws Exception {
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            write(String.valueOf(pathsAndTexts[i]), String.valueOf(pathsAndTexts[i + 1]));
        }
        git(repository, "add", "-A");
        git(
                repository,
                Map.of(
                        "GIT_AUTHOR_NAME",
                        author,
                        "GIT_AUTHOR_EMAIL",
                        "a@example.org",
                        "GIT_AUTHOR_DATE",
                        time,
                        "GIT_COMMITTER_NAME",
                        "Somebody else",
                        "GIT_COMMITTER_EMAIL",
                        "c@example.org",
                        "GIT_COMMITTER_DATE",
                        time),
                "commit",
                "-q",
                "--allow-empty",
                "-m",
                "A change");
    }

    private void write(String path, String text) throws IOException {
        Path file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void tellsFirstAndLastDayAndAuthorsInTheOrderOfTheirFirstChange() throws Exception {
        commit("Ana", "2024-01-10T12:00:00Z", "content/practices/a.md", "1", "README.md", "outside the folder");
        commit("Ben", "2025-02-20T12:00:00Z", "content/practices/a.md", "2", "content/b.md", "1");
        commit("Ana", "2026-03-30T12:00:00Z", "content/practices/a.md", "3");

        History history = GitHistory.of(content);

        assertThat(history.note()).isEmpty();
        assertThat(history.files()).containsOnlyKeys("practices/a.md", "b.md");
        assertThat(history.of("practices/a.md"))
                .contains(new History.FileHistory(
                        LocalDate.of(2024, 1, 10), LocalDate.of(2026, 3, 30), List.of("Ana", "Ben"), "practices/a.md"));
        assertThat(history.of("README.md")).isEmpty();
    }

    @Test
    void daysAreThoseOfUtcOnEveryMachine() throws Exception {
        commit("Ana", "2026-01-01T01:30:00+09:00", "content/a.md", "1");

        assertThat(GitHistory.of(content).of("a.md").orElseThrow().created()).isEqualTo(LocalDate.of(2025, 12, 31));
    }

    @Test
    void knowsPathsWithAnySigns() throws Exception {
        List<String> names =
                List.of("über uns.md", "日本語.md", "a \"quoted\" name.md", "tab\there.md", "cafe\u0301.md", "-dash.md");
        for (String name : names) {
            write("content/" + name, "1");
        }
        commit("Zoë Ñandú", "2026-05-01T12:00:00Z");

        History history = GitHistory.of(content);

        assertThat(history.files())
                .containsOnlyKeys(
                        "über uns.md", "日本語.md", "a \"quoted\" name.md", "tab\there.md", "caf\u00e9.md", "-dash.md");
        assertThat(history.of("日本語.md").orElseThrow().authors()).containsExactly("Zoë Ñandú");
    }

    private static final String TEXT = "the same text\n".repeat(20);

    @Test
    void aRenamedFileGoesOn() throws Exception {
        commit("Ana", "2024-01-10T12:00:00Z", "content/old.md", TEXT, "content/other.md", "Quite another text.");
        move("content/old.md", "content/mid.md");
        commit("Ben", "2025-02-20T12:00:00Z");
        move("content/mid.md", "content/new.md");
        commit("Cleo", "2026-02-20T12:00:00Z", "content/old.md", "A new text under the old name.");

        History history = GitHistory.of(content);

        assertThat(history.files()).containsOnlyKeys("new.md", "old.md", "other.md");
        assertThat(history.of("new.md"))
                .contains(new History.FileHistory(
                        LocalDate.of(2024, 1, 10), LocalDate.of(2026, 2, 20), List.of("Ana", "Ben", "Cleo"), "old.md"));
        assertThat(history.of("old.md").orElseThrow().authors()).containsExactly("Cleo");
    }

    @Test
    void filesThatChangeTheirNamesWithEachOtherKeepTheirHistories() throws Exception {
        commit("Ana", "2024-01-10T12:00:00Z", "content/a.md", TEXT);
        commit("Ben", "2024-02-10T12:00:00Z", "content/b.md", "Something else entirely.\n".repeat(20));
        move("content/a.md", "content/c.md");
        move("content/b.md", "content/a.md");
        move("content/c.md", "content/b.md");
        commit("Cleo", "2025-02-20T12:00:00Z");

        History history = GitHistory.of(content);

        // to git both were changed where they lay
        assertThat(history.files()).containsOnlyKeys("a.md", "b.md");
    }

    @Test
    void aMovedFolderGoesOnWherever() throws Exception {
        commit(
                "Ana",
                "2024-01-10T12:00:00Z",
                "docs/book/practices/a.md",
                TEXT,
                "docs/book/pages/b.md",
                "B\n".repeat(30));
        commit("Ben", "2024-05-10T12:00:00Z", "docs/book/practices/a.md", TEXT + "More.\n");
        move("docs/book", "handbook");
        commit("Cleo", "2025-02-20T12:00:00Z");
        move("handbook/pages", "content/pages");
        move("handbook/practices", "content/practices");
        commit("Cleo", "2025-03-20T12:00:00Z");
        move("content/pages", "content/deeper");
        commit("Dan", "2025-04-20T12:00:00Z", "content/practices/c.md", "C");

        History history = GitHistory.of(content);

        assertThat(history.files()).containsOnlyKeys("practices/a.md", "practices/c.md", "deeper/b.md");
        assertThat(history.of("practices/a.md"))
                .contains(new History.FileHistory(
                        LocalDate.of(2024, 1, 10),
                        LocalDate.of(2025, 3, 20),
                        List.of("Ana", "Ben", "Cleo"),
                        "docs/book/practices/a.md"));
        assertThat(history.of("deeper/b.md").orElseThrow().authors()).containsExactly("Ana", "Cleo", "Dan");
    }

    @Test
    void workOfAnotherBranchUnderTheOldNameIsTheFilesOwn() throws Exception {
        commit("Ana", "2024-01-10T12:00:00Z", "content/old.md", TEXT);
        git(repository, "checkout", "-q", "-b", "side");
        commit("Ben", "2024-03-10T12:00:00Z", "content/old.md", TEXT + "Of the side.\n");
        git(repository, "checkout", "-q", "main");
        move("content/old.md", "content/new.md");
        commit("Ana", "2024-02-10T12:00:00Z");
        git(repository, "-c", "user.name=Ana", "-c", "user.email=a@example.org", "merge", "-q", "--no-edit", "side");

        History history = GitHistory.of(content);

        assertThat(history.files()).containsOnlyKeys("new.md");
        assertThat(history.of("new.md"))
                .contains(new History.FileHistory(
                        LocalDate.of(2024, 1, 10), LocalDate.of(2024, 3, 10), List.of("Ana", "Ben"), "old.md"));
    }

    @Test
    void mailmapSaysWhoIsWho() throws Exception {
        commit("ana1990", "2024-01-10T12:00:00Z", "content/a.md", "1", ".mailmap", "Ana Bell <a@example.org>\n");

        assertThat(GitHistory.of(content).of("a.md").orElseThrow().authors()).containsExactly("Ana Bell");
    }

    @Test
    void filesGoOnFromOthersThatAreGone() {
        History.FileHistory old = new History.FileHistory(
                LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1), List.of("Ana", "Ben"), "keep.md");
        History.FileHistory now = new History.FileHistory(
                LocalDate.of(2022, 1, 1), LocalDate.of(2023, 1, 1), List.of("Cleo", "Ana"), "kept.md");
        History history = new History(
                Map.of("keep.md", old, "kept.md", now), java.util.Optional.empty(), java.util.Optional.empty());

        assertThat(history.continued(Map.of("keep.md", "kept.md", "nothing.md", "kept.md"))
                        .files())
                .containsOnlyKeys("kept.md")
                .containsEntry(
                        "kept.md",
                        new History.FileHistory(
                                LocalDate.of(2020, 1, 1),
                                LocalDate.of(2023, 1, 1),
                                List.of("Ana", "Ben", "Cleo"),
                                "keep.md"));
    }

    private void move(String from, String to) throws Exception {
        Files.createDirectories(repository.resolve(to).getParent());
        Files.move(repository.resolve(from), repository.resolve(to));
    }

    @Test
    void ofACloneWithoutItsHistoryNothingIsMadeUp() throws Exception {
        commit("Ana", "2024-01-10T12:00:00Z", "content/a.md", "1");
        commit("Ben", "2025-02-20T12:00:00Z", "content/b.md", "1");
        Path clone = temp.resolve("clone");
        git(temp, "clone", "-q", "--depth", "1", repository.toUri().toString(), clone.toString());

        History history = GitHistory.of(clone.resolve("content"));

        assertThat(history.files()).isEmpty();
        assertThat(history.note().orElseThrow()).contains("without its history").contains("fetch-depth: 0");
    }

    @Test
    void aSecondWorkTreeOfSuchACloneSaysSoToo() throws Exception {
        commit("Ana", "2024-01-10T12:00:00Z", "content/a.md", "1");
        commit("Ben", "2025-02-20T12:00:00Z", "content/b.md", "1");
        Path clone = temp.resolve("clone");
        git(temp, "clone", "-q", "--depth", "1", repository.toUri().toString(), clone.toString());
        Path tree = temp.resolve("tree");
        git(clone, "worktree", "add", "-q", tree.toString(), "-b", "other");

        History history = GitHistory.of(tree.resolve("content"));

        assertThat(history.files()).isEmpty();
        assertThat(history.note().orElseThrow()).contains("without its history");
    }

    @Test
    void ofAPartlyCutCloneTheLaterChangesAreKnown() throws Exception {
        commit("Ana", "2024-01-10T12:00:00Z", "content/a.md", "1");
        commit("Ben", "2025-02-20T12:00:00Z", "content/b.md", "1");
        commit("Cleo", "2026-02-20T12:00:00Z", "content/c.md", "1");
        Path clone = temp.resolve("clone");
        git(temp, "clone", "-q", "--depth", "2", repository.toUri().toString(), clone.toString());

        History history = GitHistory.of(clone.resolve("content"));

        assertThat(history.files()).containsOnlyKeys("c.md");
        assertThat(history.note()).isPresent();
    }

    @Test
    void aSecondWorkTreeHasTheSameHistory() throws Exception {
        commit("Ana", "2024-01-10T12:00:00Z", "content/a.md", "1");
        Path tree = temp.resolve("tree");
        git(repository, "worktree", "add", "-q", tree.toString(), "-b", "other");

        assertThat(GitHistory.of(tree.resolve("content")).files()).containsOnlyKeys("a.md");
    }

    @Test
    void aFolderInNoRepositoryHasNone() throws Exception {
        Path alone = Files.createDirectory(temp.resolve("alone"));

        assertThat(GitHistory.of(alone)).isEqualTo(History.NONE);
    }

    @Test
    void aRepositoryWithoutACommitHasNone() {
        assertThat(GitHistory.of(content).files()).isEmpty();
    }

    @Test
    void aBrokenRepositoryDoesNotStopTheBuild() throws Exception {
        Path broken = Files.createDirectories(temp.resolve("broken/content"));
        Files.writeString(temp.resolve("broken/.git"), "gitdir: nowhere\n");

        assertThat(GitHistory.of(broken).files()).isEmpty();
    }

    @Test
    void signsInNamesDoNotBreakTheList() throws Exception {
        commit("A \u0002 B", "2024-01-10T12:00:00Z", "content/a.md", "1");

        assertThat(GitHistory.of(content).files()).containsOnlyKeys("a.md");
    }
}
