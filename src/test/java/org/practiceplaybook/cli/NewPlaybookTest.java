package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One command without a question gives a repository that can be pushed. */
class NewPlaybookTest {
    @TempDir
    Path folder;

    @Test
    void aNewPlaybookIsWhole() {
        Run run = Run.in(folder, "init", "ours");
        assertThat(run.status()).isZero();
        assertThat(Stream.of(
                        "README.md",
                        "CONTRIBUTING.md",
                        "LICENSE",
                        "content/playbook.yml",
                        ".gitignore",
                        ".gitattributes",
                        ".editorconfig",
                        ".github/workflows/check.yml",
                        ".github/workflows/publish.yml",
                        ".github/workflows/links.yml",
                        ".github/workflows/receive.yml",
                        ".gitlab-ci.yml",
                        ".github/ISSUE_TEMPLATE/ask.yml",
                        ".github/ISSUE_TEMPLATE/attempt.yml",
                        ".github/ISSUE_TEMPLATE/practice.yml",
                        ".github/ISSUE_TEMPLATE/problem.yml",
                        ".github/ISSUE_TEMPLATE/config.yml",
                        "docs/schema/practice.schema.json",
                        ".github/pull_request_template.md",
                        ".github/CODEOWNERS.sample",
                        ".vscode/settings.sample.json",
                        ".playbook/start.sh",
                        ".playbook/fetch.sh",
                        ".playbook/receive-gitlab.sh",
                        ".gitlab/issue_templates/practice.md",
                        ".github/renovate.json",
                        "playbook",
                        "playbook.cmd"))
                .allSatisfy(
                        path -> assertThat(folder.resolve("ours").resolve(path)).isNotEmptyFile());
        assertThat(folder.resolve("ours/playbook")).isExecutable();
        assertThat(Run.in(folder.resolve("ours"), "check").status()).isZero();
    }

    @Test
    void newcomersAreToldWhatTheyWaitForAndUnderWhichTerms() {
        Run.in(folder, "init", "ours");
        assertThat(Run.read(folder, "ours/CONTRIBUTING.md"))
                .contains("Your first time you wait twice", "workflows awaiting approval", "[LICENSE](LICENSE)")
                .contains("state: retired", "replaced_by:", "aka: [the-old-name]")
                .doesNotContain("mvn", "Maven");
        assertThat(Run.read(folder, "ours/LICENSE")).contains("CC BY 4.0");
        assertThat(Run.read(folder, "ours/content/playbook.yml")).contains("CC BY 4.0");
        assertThat(Run.read(Path.of(""), "CONTRIBUTING.md")).contains("workflows awaiting approval");
    }

    @Test
    void workflowsUseWhatIsPinnedAndMayWriteNothing() {
        Run.in(folder, "init", "ours");
        for (String name : List.of("check", "links", "publish")) {
            String workflow = Run.read(folder, "ours/.github/workflows/" + name + ".yml");
            assertThat(workflow.lines().filter(line -> line.contains("uses:")))
                    .isNotEmpty()
                    .allMatch(line -> line.matches(".*@[0-9a-f]{40} # v\\d.*"));
            assertThat(workflow)
                    .contains("\npermissions:\n  contents: read\n")
                    .doesNotContain("secrets.", "pull_request_target", "${project");
        }
        assertThat(Run.read(folder, "ours/.github/workflows/check.yml")).contains("${{ github.base_ref }}");
        assertThat(Run.read(folder, "ours/README.md")).doesNotContain("${");
    }

    @Test
    void whatMavenCopiesIsAsItWasWritten() {
        Run.in(folder, "init", "ours");
        Path written = Path.of("src/main/resources/bundled/repository");
        for (String name : List.of(
                "dot-gitlab-ci.yml",
                "dot-playbook/receive-gitlab.sh",
                "dot-github/workflows/links.yml",
                "dot-github/workflows/check.yml")) {
            assertThat(Run.read(folder, "ours/" + name.replace("dot-", "."))).isEqualTo(Run.read(written, name));
        }
    }

    @Test
    void itsSchemasAreThoseThatTheCommandWouldWrite() {
        Run.in(folder, "init", "ours");
        Path ours = folder.resolve("ours");
        String before = Run.read(ours, "docs/schema/practice.schema.json");
        assertThat(Run.in(ours, "schema").status()).isZero();
        assertThat(Run.read(ours, "docs/schema/practice.schema.json")).isEqualTo(before);
        assertThat(Run.read(ours, ".vscode/settings.sample.json")).contains("./docs/schema/practice.schema.json");
    }

    @Test
    void aRepositoryThatIsThereIsNotTouched() throws IOException {
        Files.createDirectories(folder.resolve("ours/.git"));
        Run.write(folder, "ours/README.md", "Mine.\n");
        Run run = Run.in(folder, "init", "ours");
        assertThat(run.out()).contains("nothing is committed").contains("Kept as it was: README.md");
        assertThat(Run.read(folder, "ours/README.md")).isEqualTo("Mine.\n");
        assertThat(folder.resolve("ours/.git")).isEmptyDirectory();
    }

    @Test
    void aPlaybookIsNotMadeTwice() {
        Run.in(folder, "init", "ours");
        Run again = Run.in(folder, "init", "ours");
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("nothing was changed");
    }
}
