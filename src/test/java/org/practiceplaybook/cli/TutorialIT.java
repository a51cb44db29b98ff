package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.Jar;

/** Who types what the tutorial says, word for word, has what it promises. */
class TutorialIT {
    private static final Path TUTORIAL = Path.of("docs", "handbook", "pages", "tutorial.md");
    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

    @TempDir
    Path folder;

    @Test
    void itsCommandsEndInAPublishedPlaybook() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/bin/sh"))).isTrue();
        String tutorial = Files.readString(TUTORIAL);
        List<String> commands = COMMANDS.matcher(tutorial)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(commands).hasSizeGreaterThan(5);
        Files.copy(Jar.path(), folder.resolve("practice-playbook.jar"));
        // the repository that the reader made on a host
        Path host = folder.resolve("host.git");
        run("git init --quiet --bare '" + host + "'");
        String out = run("git config --global url.'" + host + "'.insteadOf"
                + " https://github.com/your-name/our-playbook.git\n"
                + "git config --global user.name Reader\ngit config --global user.email reader@playbook.test\n"
                + String.join("\n", commands));
        assertThat(out).contains("content/practices/walk-in-pairs.md").doesNotContain("error:");
        Path ours = folder.resolve("our-playbook");
        assertThat(Files.readString(ours.resolve("site/practices/walk-in-pairs.html")))
                .contains("Walk in pairs", "A walk in the rain");
        assertThat(Files.readString(ours.resolve("site/index.html"))).contains("Our playbook");
        assertThat(run("git --git-dir '" + host + "' log --format=%s main"))
                .contains("Walk in pairs, and what happened in the rain");
        assertThat(run("git --git-dir '" + host + "' ls-tree -r --name-only main"))
                .contains("content/attempts/a-walk-in-the-rain.md")
                .doesNotContain("site/index.html");
    }

    private String run(String script) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-e", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        shell.environment().put("PATH", java + ":" + System.getenv("PATH"));
        shell.environment().put("HOME", folder.toString());
        // Java asks the system for the user's folder, a shell this variable
        shell.environment().put("PLAYBOOK_CACHE", folder.resolve("cache").toString());
        Process process = shell.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
