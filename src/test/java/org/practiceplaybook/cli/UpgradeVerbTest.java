package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.practiceplaybook.upgrade.Program;
import org.practiceplaybook.work.MachineRefused;

/** {@code playbook upgrade} in a real git repository that an older version of the program made. */
class UpgradeVerbTest extends UpgradeRepository {
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
        assertThat(said).isEqualTo("This playbook uses 0.2.0 already.\nEvery file of it is as it should be.\n");
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
}
