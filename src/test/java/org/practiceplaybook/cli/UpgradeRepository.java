package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.ParseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.upgrade.Program;

/** A repository of an older version, and a newer one to bring it to. */
abstract class UpgradeRepository {
    static final String TEMPLATE = "theme/templates/foot.peb";
    static final String WORKFLOW = ".github/workflows/check.yml";

    @TempDir
    Path scratch;

    GitFolder git;
    Path old;
    Path fresh;
    Path mirror;
    String said = "";
    final Map<String, String> environment = new HashMap<>();
    Optional<Path> running = Optional.empty();

    @BeforeEach
    void aRepositoryOfAnOlderVersion() throws Exception {
        git = GitFolder.empty(scratch.resolve("ours"));
        environment.put("PLAYBOOK_CACHE", scratch.resolve("cache").toString());
        mirror = scratch.resolve("mirror");
        old = new OtherVersion("0.0.9")
                .with(WORKFLOW, "# as it was\n")
                .with(".github/gone.yml", "no longer needed\n")
                .with("playbook", "#!/bin/sh\n# as it was\n")
                .without(".github/workflows/links.yml")
                .themeWith("templates/foot.peb", "<footer", "<footer data-old")
                .themeWith("words/en.yml", "find: ", "find: Formerly, ")
                .jar(scratch.resolve("old.jar"));
        fresh = new OtherVersion("0.2.0")
                .releasedAt("https://new.example.org/releases/download")
                .jar(mirror.resolve("0.2.0/practice-playbook.jar"));
        running = Optional.of(old);
        Run.write(mirror, "latest/program.properties", new Program("0.2.0", OtherVersion.sum(fresh)).line() + "\n");
        Run.write(
                git.root,
                "content/practices/walk.md",
                "---\ntitle: Walk\nsummary: Sitting tires people. Walking does not.\n---\n");
        Bundled.of(old).repository("en").forEach((path, bytes) -> Run.write(git.root, path, bytes));
        git.root.resolve("playbook").toFile().setExecutable(true);
        InitVerb init = new InitVerb(environment::get, () -> running);
        assertThat(run(init, scratch, "init-only")).isZero();
        Path made = scratch.resolve("init-only").resolve(Program.FILE);
        git.write(
                Program.FILE,
                Files.readString(made)
                        .replace("program=" + Version.current(), "program=0.0.9")
                        .replace("files=" + Version.current(), "files=0.0.9"));
        git.commit("begin");
    }

    int run(Verb verb, Path folder, String... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        try {
            return verb.run(
                    new DefaultParser().parse(verb.options(), words),
                    new Console(stream, stream, folder, false, false));
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        } finally {
            said = bytes.toString(StandardCharsets.UTF_8);
        }
    }

    int upgrade(String... words) {
        return run(new UpgradeVerb(environment::get, () -> running), git.root, words);
    }

    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>(new Terminal(git.root).files());
        files.keySet().removeIf(path -> path.startsWith(".git/"));
        return files;
    }

    String now(String path) {
        return new String(Bundled.repository("en").get(path), StandardCharsets.UTF_8);
    }

    String theme(String path) {
        return new String(Bundled.theme().get(path), StandardCharsets.UTF_8);
    }

    String themeBefore(String path) throws IOException {
        return new String(Bundled.of(old).theme().get(path), StandardCharsets.UTF_8);
    }

    /** The line of a word as the older version says it. */
    static final class Words {
        static String of(String key) {
            String english = new String(Bundled.theme().get("words/en.yml"), StandardCharsets.UTF_8);
            return english.lines()
                            .filter(line -> line.strip().startsWith(key + ": "))
                            .findFirst()
                            .orElseThrow()
                            .strip()
                            .replace(key + ": ", key + ": Formerly, ")
                    + "\n";
        }
    }
}
