package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.ParseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.upgrade.Program;
import org.practiceplaybook.work.MachineRefused;

/** {@code playbook upgrade} in a real git repository that an older version of the program made. */
class UpgradeVerbTest {
    private static final String TEMPLATE = "theme/templates/foot.peb";
    private static final String WORKFLOW = ".github/workflows/check.yml";

    @TempDir
    Path scratch;

    private GitFolder git;
    private Path old;
    private Path fresh;
    private Path mirror;
    private String said = "";
    private final Map<String, String> environment = new HashMap<>();
    private Optional<Path> running = Optional.empty();

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
        Bundled.of(old).repository().forEach((path, bytes) -> Run.write(git.root, path, bytes));
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

    private int run(Verb verb, Path folder, String... words) {
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

    private int upgrade(String... words) {
        return run(new UpgradeVerb(environment::get, () -> running), git.root, words);
    }

    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>(new Terminal(git.root).files());
        files.keySet().removeIf(path -> path.startsWith(".git/"));
        return files;
    }

    private String now(String path) {
        return new String(Bundled.repository().get(path), StandardCharsets.UTF_8);
    }

    private String theme(String path) {
        return new String(Bundled.theme().get(path), StandardCharsets.UTF_8);
    }

    private String themeBefore(String path) throws IOException {
        return new String(Bundled.of(old).theme().get(path), StandardCharsets.UTF_8);
    }

    /** As one begins that was made by a program without a jar. */
    @Test
    void aPlaybookWithoutAProgramIsGivenTheOneThatRuns() throws Exception {
        running = Optional.empty();
        assertThat(run(new InitVerb(environment::get, () -> running), scratch, "bare"))
                .isZero();
        assertThat(said).contains("./playbook finds none yet").contains("upgrade --apply");
        Path bare = scratch.resolve("bare");
        running = Optional.of(fresh);
        assertThat(run(new UpgradeVerb(environment::get, () -> running), bare, "--apply"))
                .as(said)
                .isZero();
        assertThat(Program.read(bare))
                .isEqualTo(new Program("0.2.0", OtherVersion.sum(fresh))
                        .file(Optional.of("https://new.example.org/releases/download")));
    }

    @Test
    void firstItOnlySaysWhatItWouldDo() {
        Map<String, String> before = files();
        assertThat(upgrade(fresh.toString())).isZero();
        assertThat(said)
                .contains("From 0.0.9 to 0.2.0:")
                .contains("renewed    " + WORKFLOW, "new        .github/workflows/links.yml: comes with 0.2.0")
                .contains("taken out  .github/gone.yml", "renewed    " + Program.FILE)
                .contains("Nothing is written yet", "--apply")
                .doesNotContain("README.md");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatNobodyTouchedIsRenewedAndTheLineRaised() {
        String before = git.read("content/practices/walk.md");
        assertThat(upgrade(fresh.toString(), "--apply")).as(said).isZero();
        assertThat(git.read(WORKFLOW)).isEqualTo(now(WORKFLOW));
        assertThat(git.read(".github/workflows/links.yml")).isEqualTo(now(".github/workflows/links.yml"));
        assertThat(git.root.resolve(".github/gone.yml")).doesNotExist();
        assertThat(git.root.resolve("playbook")).isExecutable();
        assertThat(git.read(Program.FILE))
                .contains("\nprogram=0.2.0 sha256:" + OtherVersion.sum(fresh) + "\n", "\nfiles=0.2.0 sha256:")
                .contains("\naddress=https://new.example.org/releases/download\n");
        assertThat(git.read("content/practices/walk.md")).isEqualTo(before);
        assertThat(scratch.resolve("cache").resolve(OtherVersion.sum(fresh)).resolve("practice-playbook.jar"))
                .exists();
        git.commit("upgrade");
        Map<String, String> after = files();
        assertThat(upgrade(fresh.toString(), "--apply")).isZero();
        assertThat(said).contains("uses 0.2.0 already", "Every file of it is as it should be");
        assertThat(files()).isEqualTo(after);
    }

    @Test
    void whatWasChangedByHandStaysAndTheNewOneIsPutBeside() {
        git.write(WORKFLOW, "# as it was\n# and ours\n");
        git.delete(".github/pull_request_template.md");
        git.write("README.md", "Ours.\n");
        git.commit("ours");
        assertThat(upgrade(fresh.toString(), "--apply")).isZero();
        assertThat(said).contains("beside     " + WORKFLOW + ".new: it was changed here and in 0.2.0");
        assertThat(git.read(WORKFLOW)).isEqualTo("# as it was\n# and ours\n");
        assertThat(git.read(WORKFLOW + ".new")).isEqualTo(now(WORKFLOW));
        assertThat(git.read("README.md")).as("nothing of it is new").isEqualTo("Ours.\n");
        assertThat(git.root.resolve("README.md.new")).doesNotExist();
        assertThat(git.root.resolve(".github/pull_request_template.md")).doesNotExist();
    }

    @Test
    void aNewFileThatWaitsAlreadyIsNotOverwritten() {
        git.write(WORKFLOW, "# ours\n");
        git.write(WORKFLOW + ".new", "half merged by somebody\n");
        git.commit("ours");
        assertThat(upgrade(fresh.toString(), "--apply")).isZero();
        assertThat(said).contains("left       " + WORKFLOW, ".new waits already: look at it first");
        assertThat(git.read(WORKFLOW + ".new")).isEqualTo("half merged by somebody\n");
    }

    @Test
    void anOverriddenTemplateIsMergedWithWhatChangedInTheProgramsOwn() throws IOException {
        git.write(TEMPLATE, themeBefore("templates/foot.peb") + "<!-- ours -->\n");
        git.commit("ours");
        assertThat(upgrade(fresh.toString(), "--apply")).isZero();
        assertThat(said)
                .contains("merged     " + TEMPLATE)
                .contains("--- the program's " + TEMPLATE, "-<footer data-old", "+<footer");
        assertThat(git.read(TEMPLATE)).isEqualTo(theme("templates/foot.peb") + "<!-- ours -->\n");
    }

    @Test
    void conflictsAreNeverWrittenIntoALiveFile() throws IOException {
        String ours = themeBefore("templates/foot.peb").replace("<footer data-old", "<footer data-ours");
        git.write(TEMPLATE, ours);
        git.write("content/playbook.yml", "name: Ours\n");
        git.commit("ours");
        assertThat(upgrade(fresh.toString(), "--apply")).isZero();
        assertThat(said).contains("beside     " + TEMPLATE + ".new: the same lines were changed here and in 0.2.0");
        assertThat(git.read(TEMPLATE)).isEqualTo(ours);
        assertThat(git.read(TEMPLATE + ".new"))
                .contains("<<<<<<< as it is here\n", "\n=======\n", ">>>>>>> as it is in 0.2.0\n");
        assertThat(git.run("build", "--quiet"))
                .as("what waits is no file of the theme: " + git.said())
                .isZero();
        assertThat(git.said()).doesNotContain("foot.peb");
    }

    @Test
    void aFileThatIsNoCopyIsLeftAndTheChangeShown() {
        git.write(TEMPLATE, "{% extends \"default/foot\" %}\n");
        git.write("theme/styles/own.css", "a { color: red }\n");
        git.write("theme/templates/top.peb", theme("templates/top.peb"));
        git.commit("ours");
        assertThat(upgrade(fresh.toString(), "--apply")).isZero();
        assertThat(said)
                .contains("left       " + TEMPLATE + ": it is no copy", "+<footer")
                .doesNotContain("own.css", "top.peb");
        assertThat(git.read(TEMPLATE)).isEqualTo("{% extends \"default/foot\" %}\n");
    }

    @Test
    void wordsAreLookedAtOneByOne() {
        String find = Words.of("find");
        git.write("theme/words/en.yml", "nav:\n  " + find + "  other: Ours\n");
        git.commit("ours");
        assertThat(upgrade(fresh.toString(), "--apply")).isZero();
        assertThat(said).contains("merged     theme/words/en.yml");
        assertThat(git.read("theme/words/en.yml")).doesNotContain("Formerly").contains("other: Ours");
    }

    /** The line of a word as the older version says it. */
    private static final class Words {
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

    @Test
    void wordsThatAreSaidOtherwiseAreListed() {
        git.write("theme/words/en.yml", "nav:\n  find: Look here\n");
        git.commit("ours");
        assertThat(upgrade(fresh.toString(), "--apply")).isZero();
        assertThat(said).contains("left       theme/words/en.yml", "nav.find: was ", "; here it is Look here");
        assertThat(git.read("theme/words/en.yml")).isEqualTo("nav:\n  find: Look here\n");
    }

    @Test
    void changesThatGitDoesNotHoldStopIt() throws IOException {
        git.write(TEMPLATE, themeBefore("templates/foot.peb") + "<!-- ours -->\n");
        Map<String, String> before = files();
        assertThat(upgrade(fresh.toString())).isZero();
        assertThat(said).contains("Before that, commit or put aside what you have changed: " + TEMPLATE);
        assertThatThrownBy(() -> upgrade(fresh.toString(), "--apply"))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContainingAll("nothing is written", TEMPLATE, "git stash");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void withoutGitWhatIsMergedIsKeptBeside() throws IOException {
        String ours = themeBefore("templates/foot.peb") + "<!-- ours -->\n";
        git.write(TEMPLATE, ours);
        Files.move(git.root.resolve(".git"), scratch.resolve("away"));
        assertThat(upgrade(fresh.toString(), "--apply")).isZero();
        assertThat(said).contains("with the end .old");
        assertThat(git.read(TEMPLATE + ".old")).isEqualTo(ours);
        assertThat(git.read(TEMPLATE)).isEqualTo(theme("templates/foot.peb") + "<!-- ours -->\n");
        Files.move(scratch.resolve("away"), git.root.resolve(".git"));
    }

    @Test
    void whatWasInterruptedIsDoneWhenItIsRunAgain() throws IOException {
        git.write(TEMPLATE, themeBefore("templates/foot.peb") + "<!-- ours -->\n");
        git.commit("ours");
        String line = git.read(Program.FILE);
        // in the middle of the list a file stands where a folder is needed
        Path blocked =
                new OtherVersion("0.2.0").with(".gitlab-ci.yml/below", "x").jar(scratch.resolve("blocked.jar"));
        assertThatThrownBy(() -> upgrade(blocked.toString(), "--apply")).isInstanceOf(MachineRefused.class);
        assertThat(git.read(Program.FILE)).as("the version is raised last").isEqualTo(line);
        assertThat(git.read(WORKFLOW)).as("what came before it is done").isEqualTo(now(WORKFLOW));
        assertThat(git.read(TEMPLATE)).doesNotContain(theme("templates/foot.peb"));
        git.commit("what came so far");
        assertThat(upgrade(fresh.toString(), "--apply")).as(said).isZero();
        assertThat(git.read(WORKFLOW)).isEqualTo(now(WORKFLOW));
        assertThat(git.read(TEMPLATE)).isEqualTo(theme("templates/foot.peb") + "<!-- ours -->\n");
        assertThat(git.read(Program.FILE)).contains("program=0.2.0 ");
    }

    @Test
    void itDoesNotGoDownWithoutBeingTold() {
        Path older = new OtherVersion("0.0.1").jar(scratch.resolve("older.jar"));
        assertThatThrownBy(() -> upgrade(older.toString(), "--apply"))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContainingAll("0.0.1 is older than 0.0.9", "--down");
        assertThat(upgrade(older.toString(), "--apply", "--down")).isZero();
        assertThat(git.read(Program.FILE)).contains("program=0.0.1 ");
    }

    @Test
    void whereTheFormerJarIsGoneNothingIsGuessed() throws IOException {
        running = Optional.empty();
        git.write(TEMPLATE, "Ours.\n");
        git.commit("ours");
        Files.walk(scratch.resolve("cache"))
                .filter(Files::isRegularFile)
                .forEach(file -> file.toFile().delete());
        assertThat(upgrade(fresh.toString(), "--apply")).isZero();
        assertThat(said)
                .contains(
                        "is not to be had (0.0.9)",
                        "beside     " + WORKFLOW + ".new",
                        "beside     " + TEMPLATE + ".new");
        assertThat(git.read(WORKFLOW)).isEqualTo("# as it was\n");
        assertThat(git.read(TEMPLATE)).isEqualTo("Ours.\n");
        assertThat(git.read(TEMPLATE + ".new")).isEqualTo(theme("templates/foot.peb"));
    }

    @Test
    void theNewestIsFoundWhereReleasesAreAndOnlyWhenAsked() throws IOException {
        assertThatThrownBy(() -> upgrade("--check")).hasMessageContaining("never released");
        environment.put("PLAYBOOK_MIRROR", mirror.toUri().toString());
        assertThat(upgrade("--check")).isZero();
        assertThat(said)
                .isEqualTo("There is 0.2.0; this playbook uses 0.0.9. What it would change: ./playbook upgrade\n");
        assertThat(upgrade("--apply")).isZero();
        assertThat(git.read(Program.FILE)).contains("program=0.2.0 ");
        assertThat(upgrade("--check")).isZero();
        assertThat(said).contains("nothing newer");
        Files.writeString(fresh, "no longer that");
        Files.delete(scratch.resolve("cache")
                .resolve(git.read(Program.FILE).replaceAll("(?s).*program=0.2.0 sha256:(\\w+).*", "$1"))
                .resolve("practice-playbook.jar"));
        git.git("reset", "-q", "--hard");
        git.git("clean", "-qfd");
        Map<String, String> before = files();
        assertThatThrownBy(() -> upgrade("--apply"))
                .isInstanceOf(MachineRefused.class)
                .hasMessageContainingAll("is not version 0.2.0", "nothing of it was kept");
        assertThat(files()).isEqualTo(before);
        environment.put("PLAYBOOK_MIRROR", "http://127.0.0.1:1");
        assertThatThrownBy(() -> upgrade("--check"))
                .isInstanceOf(MachineRefused.class)
                .hasMessageContaining("is there a network?");
    }

    @Test
    void theLineThatABotRaisedBringsTheFilesAlong() throws IOException {
        git.write(
                Program.FILE,
                git.read(Program.FILE)
                        .replaceFirst("program=.*", new Program("0.2.0", OtherVersion.sum(fresh)).line()));
        git.commit("bot");
        running = Optional.of(new OtherVersion("0.2.0").jar(fresh));
        // the older one is in the cache still, for it wrote the files
        environment.put("PLAYBOOK_MIRROR", mirror.toString());
        assertThat(upgrade(fresh.toString(), "--apply")).isZero();
        assertThat(git.read(WORKFLOW)).isEqualTo(now(WORKFLOW));
        assertThat(git.read(Program.FILE)).contains("files=0.2.0 ");
    }

    @Test
    void aJarInTheRepositoryIsReplacedByTheNewOne() throws IOException {
        assertThat(upgrade(old.toString(), "--vendored", "--apply")).isZero();
        assertThat(git.root.resolve(".playbook/practice-playbook-0.0.9.jar")).exists();
        git.commit("vendored");
        assertThat(upgrade(fresh.toString(), "--apply")).isZero();
        assertThat(git.root.resolve(".playbook/practice-playbook-0.0.9.jar")).doesNotExist();
        assertThat(Files.readAllBytes(git.root.resolve(".playbook/practice-playbook-0.2.0.jar")))
                .isEqualTo(Files.readAllBytes(fresh));
        assertThat(git.read(WORKFLOW)).isEqualTo(now(WORKFLOW));
    }

    @Test
    void aJarInTheRepositoryFollowsTheLineThatABotRaised() {
        assertThat(upgrade(old.toString(), "--vendored", "--apply")).isZero();
        git.write(
                Program.FILE,
                git.read(Program.FILE)
                        .replaceFirst("program=.*", new Program("0.2.0", OtherVersion.sum(fresh)).line()));
        git.commit("bot");
        running = Optional.empty();
        assertThat(upgrade(fresh.toString(), "--apply")).isZero();
        assertThat(git.root.resolve(".playbook/practice-playbook-0.0.9.jar")).doesNotExist();
        assertThat(git.root.resolve(".playbook/practice-playbook-0.2.0.jar")).exists();
        assertThat(git.read(WORKFLOW)).isEqualTo(now(WORKFLOW));
    }

    @Test
    void aRepositoryOfTheTimeBeforeTheWrapperGetsOne() throws IOException {
        git.delete(Program.FILE);
        Files.copy(old, git.root.resolve(Program.FIRST_JAR));
        git.commit("as it was once");
        running = Optional.of(fresh);
        assertThat(upgrade(fresh.toString(), "--apply")).isZero();
        assertThat(git.read(Program.FILE))
                .contains("program=0.2.0 ", "files=0.2.0 ", "address=https://new.example.org");
        assertThat(git.root.resolve(Program.FIRST_JAR)).doesNotExist();
        assertThat(git.root.resolve(".playbook/practice-playbook-0.2.0.jar")).exists();
        assertThat(git.read(WORKFLOW)).isEqualTo(now(WORKFLOW));
    }

    @Test
    void whatIsNoProgramOrNoPlaybookIsTold() throws IOException {
        Files.writeString(scratch.resolve("text.jar"), "text");
        Map<String, String> before = files();
        for (List<String> wrong : List.of(
                List.of(scratch.resolve("text.jar").toString()),
                List.of(scratch.resolve("none.jar").toString()),
                List.of("a", "b"),
                List.of("https://127.0.0.1:1/x.jar", "--sha256", "abc"))) {
            assertThatThrownBy(() -> upgrade(wrong.toArray(String[]::new))).isInstanceOf(UsageProblem.class);
        }
        assertThatThrownBy(() -> upgrade(fresh.toString(), "--sha256", "a".repeat(64)))
                .isInstanceOf(MachineRefused.class)
                .hasMessageContaining("not what it should be");
        assertThatThrownBy(() -> upgrade("http://127.0.0.1:1/x.jar")).hasMessageContaining("--sha256 SUM");
        assertThat(files()).isEqualTo(before);
        git.write(Program.FILE, "program=odd\n");
        assertThatThrownBy(() -> upgrade(fresh.toString())).hasMessageContaining("git checkout");
        git.delete(Program.FILE);
        assertThatThrownBy(() -> upgrade(fresh.toString())).hasMessageContaining("playbook init");
    }
}
