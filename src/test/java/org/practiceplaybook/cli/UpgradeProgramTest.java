package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.practiceplaybook.upgrade.Program;
import org.practiceplaybook.work.MachineRefused;

/** Which program an upgrade takes, from where, and what it refuses. */
class UpgradeProgramTest extends UpgradeRepository {
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
        assertThat(said)
                .contains("new        .playbook/practice-playbook-0.0.9.jar")
                .doesNotContain("as it should be");
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
