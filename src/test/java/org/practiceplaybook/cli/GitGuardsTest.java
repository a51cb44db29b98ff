package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A repository names programs in many ways. Each trap is shown to work with git itself first; none of the commands may set it
 * off, and all of them must do their work all the same.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the traps are shell scripts")
class GitGuardsTest {
    @TempDir
    Path folder;

    private GitFolder git;
    private Path program;
    private Path marker;

    /**
     * A way to name a program.
     *
     * @param set puts it into the repository
     * @param sprung what sets it off with git itself
     */
    record Trap(String name, Consumer<GitGuardsTest> set, String... sprung) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Trap> traps() {
        return Stream.of(
                new Trap(
                        "log.showSignature, gpg.program",
                        test -> {
                            test.config("log.showSignature", "true", "gpg.program", test.program());
                            test.sign("-----BEGIN PGP SIGNATURE-----");
                        },
                        "log"),
                new Trap(
                        "log.showSignature, gpg.ssh.program",
                        test -> {
                            test.config("log.showSignature", "true", "gpg.ssh.program", test.program());
                            test.config("gpg.ssh.allowedSignersFile", test.program());
                            test.sign("-----BEGIN SSH SIGNATURE-----");
                        },
                        "log"),
                new Trap(
                        "log.showSignature, gpg.x509.program",
                        test -> {
                            test.config("log.showSignature", "true", "gpg.x509.program", test.program());
                            test.sign("-----BEGIN SIGNED MESSAGE-----");
                        },
                        "log"),
                new Trap(
                        "include.path",
                        test -> {
                            test.git.write(
                                    ".git/more",
                                    "[log]\nshowSignature = true\n[gpg]\nprogram = " + test.program() + "\n");
                            test.config("include.path", "more");
                            test.sign("-----BEGIN PGP SIGNATURE-----");
                        },
                        "log"),
                new Trap(
                        "includeIf",
                        test -> {
                            test.git.write(
                                    ".git/more",
                                    "[log]\nshowSignature = true\n[gpg]\nprogram = " + test.program() + "\n");
                            test.config("includeIf.onbranch:*.path", "more");
                            test.sign("-----BEGIN PGP SIGNATURE-----");
                        },
                        "log"),
                new Trap(
                        "config.worktree",
                        test -> {
                            test.config("extensions.worktreeConfig", "true");
                            test.git.write(
                                    ".git/config.worktree",
                                    "[log]\nshowSignature = true\n[gpg]\nprogram = " + test.program() + "\n");
                            test.sign("-----BEGIN PGP SIGNATURE-----");
                        },
                        "log"),
                new Trap(
                        "filter.*.clean",
                        test -> {
                            test.attributes("* filter=loud");
                            test.config("filter.loud.clean", test.program());
                        },
                        "diff",
                        "HEAD"),
                new Trap(
                        "filter.*.smudge",
                        test -> {
                            test.attributes("* filter=loud");
                            test.config("filter.loud.smudge", test.program());
                        },
                        "cat-file",
                        "--filters",
                        "HEAD:content/practices/say-it.md"),
                new Trap(
                        "filter.*.process",
                        test -> {
                            test.attributes("* filter=loud");
                            test.config("filter.loud.process", test.program());
                        },
                        "diff",
                        "HEAD"),
                new Trap(
                        "core.attributesFile",
                        test -> {
                            test.git.write(".git/theirs", "* filter=loud\n");
                            test.config(
                                    "core.attributesFile",
                                    test.git.root.resolve(".git/theirs").toString());
                            test.config("filter.loud.clean", test.program());
                        },
                        "diff",
                        "HEAD"),
                new Trap(
                        "info/attributes",
                        test -> {
                            test.git.write(".git/info/attributes", "* filter=loud\n");
                            test.config("filter.loud.clean", test.program());
                        },
                        "diff",
                        "HEAD"),
                new Trap("core.fsmonitor", test -> test.config("core.fsmonitor", test.program()), "status"),
                new Trap("diff.external", test -> test.config("diff.external", test.program()), "diff", "main"),
                new Trap(
                        "diff.*.command",
                        test -> {
                            test.attributes("* diff=loud");
                            test.config("diff.loud.command", test.program());
                        },
                        "diff",
                        "main"),
                new Trap(
                        "diff.*.textconv",
                        test -> {
                            test.attributes("* diff=loud");
                            test.config("diff.loud.textconv", test.program());
                        },
                        "log",
                        "-p"),
                new Trap("core.hooksPath", test -> test.config("core.hooksPath", test.hooks(".git/theirs")), "status"),
                new Trap("hooks", test -> test.hooks(".git/hooks"), "status"),
                new Trap("a submodule's own configuration", test -> test.submodule(), "diff", "HEAD"),
                new Trap(
                        "a promised object, protocol ext",
                        test -> {
                            test.config("protocol.ext.allow", "always");
                            test.promise("ext::" + test.program());
                        },
                        "cat-file",
                        "-e",
                        "HEAD:content/practices/say-it.md"),
                new Trap(
                        "a promised object, core.sshCommand",
                        test -> {
                            test.config("core.sshCommand", test.program());
                            test.promise("ssh://nowhere.invalid/x");
                        },
                        "cat-file",
                        "-e",
                        "HEAD:content/practices/say-it.md"),
                new Trap(
                        "a promised object, remote.*.uploadpack",
                        test -> {
                            test.promise(test.git.root.toString());
                            test.config("remote.origin.uploadpack", test.program());
                        },
                        "cat-file",
                        "-e",
                        "HEAD:content/practices/say-it.md"),
                new Trap(
                        "a promised object, remote.*.vcs",
                        test -> {
                            test.promise(test.git.root.toString());
                            test.config("remote.origin.vcs", "ext", "remote.origin.url", test.program());
                            test.config("protocol.ext.allow", "always");
                        },
                        "cat-file",
                        "-e",
                        "HEAD:content/practices/say-it.md"));
    }

    @BeforeEach
    void aRepositoryWithABranch() throws IOException {
        git = GitFolder.with(folder.resolve("ours"));
        marker = folder.resolve("it-ran");
        program = folder.resolve("program");
        Files.writeString(program, "#!/bin/sh\necho \"$0 $*\" >> '" + marker + "'\nexit 1\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        git.git("checkout", "-q", "-b", "proposal");
        git.practice("walk", "Walk in pairs", "After lunch people walk in pairs.");
        git.commit("two");
        git.practice("say-it", "Say what we do", "One sentence says what we do, and no more than that is said.");
        git.commit("three");
    }

    @ParameterizedTest
    @MethodSource("traps")
    void noCommandRunsAProgramThatTheRepositoryNames(Trap trap) throws IOException {
        trap.set().accept(this);
        touch();
        try {
            git.git(trap.sprung());
        } catch (IllegalStateException e) {
            // what it runs fails, and git with it
        }
        assertThat(marker).as("the trap works").exists();
        for (String[] command : List.of(
                new String[] {"build", "--keep-going"},
                new String[] {"check", "--changed-since", "main"},
                new String[] {"review", "main"})) {
            touch();
            Files.deleteIfExists(marker);
            int status = git.run(command);
            assertThat(marker)
                    .as("%s said: %s", String.join(" ", command), git.said())
                    .doesNotExist();
            if (!trap.name().startsWith("a promised")) {
                assertThat(status).as(git.said()).isIn(Exit.DONE, Exit.CONTENT);
                assertThat(git.said()).doesNotContain("git could not");
            }
        }
    }

    @Test
    void aCommitWhoseTimeIsNoneIsToldAndStopsNothing() {
        String commit = git.git("cat-file", "commit", "HEAD");
        git.write(".git/odd", commit.replaceFirst("(committer .*>) \\d+ ", "$1 99999999999999999999 ") + "\n");
        git.git("update-ref", "HEAD", git.git("hash-object", "--literally", "-t", "commit", "-w", ".git/odd"));
        assertThat(git.run("build", "--downloads", "none")).as(git.said()).isIn(Exit.DONE, Exit.CONTENT);
        assertThat(git.said()).contains("the time of commit").doesNotContain("Exception");
    }

    @Test
    void whatIsOnlyPromisedIsNotFetchedAndTheRemedyHelps() throws IOException {
        git.config("uploadpack.allowFilter", "true");
        GitFolder part = git.clone(folder.resolve("part"), "--filter=blob:none", "--branch", "proposal");
        assertThat(part.run("review", "origin/main")).isEqualTo(Exit.USAGE);
        assertThat(part.said()).contains("git does not have the former ", "git fetch --refetch --no-filter");
        part.git("fetch", "-q", "--refetch", "--no-filter");
        assertThat(part.run("review", "origin/main")).as(part.said()).isEqualTo(Exit.DONE);
    }

    @Test
    void howFilesLieOnThisDiskIsStillKnown() {
        git.config("core.autocrlf", "true");
        git.write(
                "content/practices/ask-why.md",
                git.read("content/practices/ask-why.md").replace("\n", "\r\n"));
        git.write(".git/info/exclude", "content/practices/private.md\n");
        git.practice("private", "Only here", "This is nobody's business.");
        git.git("update-index", "--split-index");
        assertThat(git.run("check", "--changed-since", "HEAD", "--fix"))
                .as(git.said())
                .isIn(Exit.DONE, Exit.CONTENT);
        assertThat(git.read("content/practices/ask-why.md"))
                .as("not a file of the change")
                .contains("\r\n");
    }

    @Test
    void aRepositoryOfLongHashesIsReadToo() {
        GitFolder there = GitFolder.at(folder.resolve("long"));
        there.git("init", "-q", "--object-format=sha256", "-b", "main");
        there.practice("walk", "Walk in pairs", "After lunch people walk in pairs.");
        there.write("content/taxonomy/roles.yml", "network: {name: Network staff, definition: Those who host.}\n");
        there.commit("one");
        there.practice("walk", "Walk in pairs", "After lunch people walk in pairs, and talk.");
        assertThat(there.run("review", "main")).as(there.said()).isEqualTo(Exit.DONE);
        assertThat(there.said()).contains("1 change.");
    }

    private String program() {
        return program.toString();
    }

    private void config(String... keysAndValues) {
        for (int i = 0; i < keysAndValues.length; i += 2) {
            git.git("config", "--replace-all", keysAndValues[i], keysAndValues[i + 1]);
        }
    }

    private void attributes(String line) {
        git.write(".gitattributes", line + "\n");
        git.commit("attributes");
    }

    /** Gives the newest commit a signature. */
    private void sign(String first) {
        String commit = git.git("cat-file", "commit", "HEAD");
        String end = first.replace("BEGIN", "END");
        git.write(
                ".git/signed",
                commit.replaceFirst("\n\n", "\ngpgsig " + first + "\n \n QUJD\n " + end + "\n\n") + "\n");
        git.git("update-ref", "HEAD", git.git("hash-object", "-t", "commit", "-w", ".git/signed"));
    }

    private String hooks(String path) {
        for (String name : List.of("post-index-change", "reference-transaction", "pre-auto-gc", "fsmonitor-watchman")) {
            git.write(path + "/" + name, "#!/bin/sh\nexec '" + program + "' " + name + "\n");
            assertThat(git.root.resolve(path).resolve(name).toFile().setExecutable(true))
                    .isTrue();
        }
        return git.root.resolve(path).toString();
    }

    private void submodule() {
        GitFolder theirs = GitFolder.with(folder.resolve("theirs"));
        git.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "--quiet",
                "add",
                theirs.root.toUri().toString(),
                "content/theirs");
        git.commit("a submodule");
        GitFolder.at(git.root.resolve("content/theirs")).git("config", "core.fsmonitor", program());
    }

    /** Takes the object of a text away, and says that somebody else has it. */
    private void promise(String url) {
        config("remote.origin.url", url, "remote.origin.promisor", "true", "extensions.partialClone", "origin");
        for (String revision : List.of("main", "HEAD")) {
            String object = git.git("rev-parse", revision + ":content/practices/say-it.md");
            git.delete(".git/objects/" + object.substring(0, 2) + "/" + object.substring(2));
        }
    }

    /** Git looks into files whose time is not the one that it remembers. */
    private void touch() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(git.root.resolve("content"))) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            FileTime before = Files.getLastModifiedTime(file);
            Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 2_000));
        }
        git.write("content/pages/new.md", "# New\n\nNot committed.\n");
    }
}
