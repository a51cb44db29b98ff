package org.practiceplaybook.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that proposes an issue on GitLab, with a real repository; what would go over the network is written down. */
class ReceiveOnGitLabTest {
    private static final String TOKEN = "glpat-secret";

    /** The command, as it leaves its files behind: the last line decides what is in them. */
    private static final String COMMAND = """
            [ "$1" = receive ] && [ "$2" = event.json ] || exit 9
            mkdir -p target/received content/practices
            echo 12 > target/received/number.txt
            echo '$(touch owned) thanks' > target/received/answer.md
            """;

    private static final String ACCEPTED = COMMAND + """
            echo '# Walk' > content/practices/walk.md
            printf 'Add walk\\n\\nCo-authored-by: ann <7-ann@users.noreply.example.org>\\n' > target/received/commit.txt
            """;

    @TempDir
    Path folder;

    private Path ours;

    @BeforeEach
    void aRepository() throws Exception {
        assumeThat(Path.of("/bin/sh")).isExecutable();
        ours = Files.createDirectories(folder.resolve("ours"));
        Path script = Path.of("src/main/resources/bundled/repository/dot-playbook/receive-gitlab.sh");
        Files.copy(script, folder.resolve("receive.sh"));
        run(0, "git", "init", "--quiet", "--bare", "remote.git");
        run(0, "git", "-C", "remote.git", "config", "receive.advertisePushOptions", "true");
        write("remote.git/hooks/pre-receive", "#!/bin/sh\nenv | grep ^GIT_PUSH_OPTION > " + folder + "/options\n");
        write("ours/content/playbook.yml", "name: Ours\n");
        write("ours/.gitignore", "target/\n");
        run(0, "git", "-C", "ours", "init", "--quiet", "--initial-branch", "main");
        run(0, "git", "-C", "ours", "add", "-A");
        run(0, "git", "-C", "ours", "-c", "user.name=T", "-c", "user.email=t@t", "commit", "--quiet", "-m", "begin");
        write(
                "bin/curl",
                "#!/bin/sh\nprintf '%s\\n' \"$@\" > " + folder + "/asked\n"
                        + "for word; do case $word in @*) cat \"${word#@}\" > " + folder + "/header ;; esac; done\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        file.toFile().setExecutable(true);
    }

    private String run(int status, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(command[0].equals("sh") ? ours.toFile() : folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("TRIGGER_PAYLOAD", "event.json");
        builder.environment().put("PLAYBOOK_TOKEN", TOKEN);
        builder.environment().put("CI_PROJECT_URL", folder.resolve("remote").toString());
        builder.environment().put("CI_DEFAULT_BRANCH", "main");
        builder.environment().put("CI_API_V4_URL", "https://git.example.org/api/v4");
        builder.environment().put("CI_PROJECT_ID", "5");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(status);
        return said;
    }

    private String receive(String command) throws Exception {
        write("ours/playbook", command);
        return run(0, "sh", "../receive.sh");
    }

    @Test
    void whatIsAcceptedIsProposedAndAnswered() throws Exception {
        String said = receive(ACCEPTED);
        assertThat(run(0, "git", "-C", "remote.git", "show", "--stat", "--format=%B%an", "issue-12"))
                .contains(
                        "Add walk\n",
                        "Co-authored-by: ann",
                        "Playbook\n",
                        "content/practices/walk.md",
                        "1 file changed");
        assertThat(folder.resolve("options"))
                .content()
                .contains(
                        "=merge_request.create\n",
                        "=merge_request.target=main\n",
                        "=merge_request.description=Closes #12.\n")
                .contains("=merge_request.title=An entry from issue 12\n");
        assertThat(folder.resolve("asked"))
                .content()
                .endsWith("body@target/received/answer.md\nhttps://git.example.org/api/v4/projects/5/issues/12/notes\n")
                .doesNotContain(TOKEN, "thanks");
        assertThat(folder.resolve("header")).hasContent("PRIVATE-TOKEN: " + TOKEN);
        assertThat(said).doesNotContain(TOKEN);
        assertThat(ours.resolve("owned")).doesNotExist();
        // once more, as after an edit: the same branch, from where the default branch is
        run(0, "git", "-C", "ours", "reset", "--quiet", "--hard", "HEAD~1");
        receive(ACCEPTED.replace("# Walk", "# Walk on"));
        assertThat(run(0, "git", "-C", "remote.git", "log", "--format=%s", "issue-12"))
                .isEqualTo("Add walk\nbegin\n");
    }

    @Test
    void whatIsRefusedIsOnlyAnswered() throws Exception {
        receive(COMMAND + "exit 1\n");
        assertThat(folder.resolve("asked")).content().contains("issues/12/notes");
        assertThat(folder.resolve("options")).doesNotExist();
    }

    @Test
    void anotherIssueIsLeftAlone() throws Exception {
        write("ours/target/received/answer.md", "of the one before\n");
        receive("exit 0\n");
        assertThat(folder.resolve("asked")).doesNotExist();
        write("ours/playbook", "exit 3\n");
        run(1, "sh", "../receive.sh");
        assertThat(folder.resolve("asked")).doesNotExist();
    }
}
