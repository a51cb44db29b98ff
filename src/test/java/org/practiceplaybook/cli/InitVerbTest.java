package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.ParseException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.form.IssueForms;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Words;
import org.practiceplaybook.upgrade.Program;

/** {@code playbook init}: a playbook that builds, and nothing of anybody's is lost. */
class InitVerbTest {
    @TempDir
    Path folder;

    private Terminal terminal;
    private String said = "";

    @BeforeEach
    void begin() {
        terminal = new Terminal(folder);
    }

    @Test
    void anEmptyFolderBecomesAPlaybookThatBuilds() {
        assertThat(terminal.run("init", "mine")).isEqualTo(0);
        assertThat(terminal.out()).contains("A playbook is in mine: ", "cd mine, then ./playbook serve");
        assertThat(terminal.files())
                .containsKeys("mine/README.md", "mine/.gitignore", "mine/content/playbook.yml")
                .containsKey("mine/content/practices/know-your-role.md");
        Terminal inside = new Terminal(folder.resolve("mine"));
        assertThat(inside.run("check")).as(inside.err()).isEqualTo(0);
        assertThat(inside.err())
                .as("the line stands there, with nobody's address in it")
                .contains("content/playbook.yml:6:1", "write behind address:")
                .doesNotContain("add a line");
        assertThat(inside.run("build", "--quiet")).as(inside.err()).isEqualTo(0);
        assertThat(inside.files()).containsKey("site/practices/know-your-role.html");
    }

    @Test
    void itWorksInTheFolderItself() {
        assertThat(terminal.run("init", ".")).isEqualTo(0);
        assertThat(terminal.out()).contains("Next: ./playbook serve");
        assertThat(terminal.run("build", "--quiet")).isEqualTo(0);
    }

    @Test
    void whatIsThereStays() throws IOException {
        Files.writeString(folder.resolve("README.md"), "mine");
        assertThat(terminal.run("init", ".")).isEqualTo(0);
        assertThat(terminal.out()).contains("Kept as it was: README.md");
        assertThat(terminal.files()).containsEntry("README.md", "mine");
    }

    @Test
    void asSecondTimeChangesNothing() {
        terminal.run("init", ".");
        Map<String, String> before = terminal.files();
        assertThat(terminal.run("init", ".")).isEqualTo(2);
        assertThat(terminal.err()).contains("has a folder \"content\" already; nothing was changed");
        assertThat(terminal.files()).isEqualTo(before);
    }

    @Test
    void aFolderMustBeNamed() throws IOException {
        assertThat(terminal.run("init")).isEqualTo(2);
        assertThat(terminal.err()).contains("say where: playbook init DIR");
        assertThat(terminal.run("init", "a", "b")).isEqualTo(2);
        Files.writeString(folder.resolve("file"), "mine");
        assertThat(terminal.run("init", "file")).isEqualTo(2);
        assertThat(terminal.err()).contains("file is a file; name a folder");
        assertThat(terminal.run("init", "file/below")).isEqualTo(3);
        assertThat(terminal.err()).startsWith("playbook: could not write ").doesNotContain("Exception");
        assertThat(terminal.files()).containsOnlyKeys("file");
    }

    @Test
    void anEmptyPlaybookStandsOnItsOwn() {
        assertThat(terminal.run("init", "mine", "--empty")).isEqualTo(0);
        assertThat(terminal.out()).contains("Write first:", "content/pages/about.md");
        assertThat(terminal.files().keySet())
                .noneMatch(path -> path.matches("mine/content/(practices|attempts|pathways)/.*"))
                .contains("mine/content/taxonomy/roles.yml", "mine/content/pages/how-to-use.md");
        Terminal inside = new Terminal(folder.resolve("mine"));
        assertThat(inside.run("check")).as(inside.err()).isEqualTo(0);
        assertThat(inside.err()).doesNotContain("content/pages", "content/taxonomy");
        assertThat(inside.run("build", "--quiet")).as(inside.err()).isEqualTo(0);
        inside.files().forEach((path, text) -> {
            if (path.startsWith("site/") && path.endsWith(".html")) {
                assertThat(text)
                        .as(path)
                        .doesNotContain(
                                "class=\"broken\"",
                                "Jutze",
                                "Know your role",
                                "article that this playbook",
                                "example.org");
            }
        });
    }

    /** Content, settings, files of the repository and of the host: no word of it is English. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "de_AT", "es", "ar"})
    void anEmptyPlaybookIsInItsLanguageAllThrough(String said) {
        String language = said.replace('_', '-');
        assertThat(terminal.run("init", "mine", "--empty", "--language", said)).isEqualTo(0);
        assertThat(terminal.out()).doesNotContain("in English still");
        Words words = Words.of(Bundled.theme(), language);
        Terminal inside = new Terminal(folder.resolve("mine"));
        Path mine = folder.resolve("mine");
        IssueForms.files(words)
                .forEach((path, form) ->
                        assertThat(Run.read(mine, path)).isEqualTo(new String(form, StandardCharsets.UTF_8)));
        assertThat(Run.read(mine, "content/playbook.yml")).contains("\nlanguage: " + language + "\n");
        for (String path : List.of("README.md", "CONTRIBUTING.md", ".github/pull_request_template.md")) {
            assertThat(Run.read(mine, path))
                    .as(path)
                    .isEqualTo(new String(Bundled.repository(language).get(path), StandardCharsets.UTF_8));
        }
        assertThat(inside.run("check")).as(inside.err()).isEqualTo(0);
        assertThat(inside.err()).doesNotContain("content/pages", "content/taxonomy", "content/glossary");
        assertThat(inside.run("schema")).isZero();
        assertThat(terminal.run("init", "again", "--empty", "--language", language))
                .isZero();
        assertThat(Run.read(mine, "docs/schema/practice.schema.json"))
                .isEqualTo(Run.read(folder, "again/docs/schema/practice.schema.json"))
                .contains(words.get("schema.field.state"));
        assertThat(inside.run("build", "--quiet")).as(inside.err()).isEqualTo(0);
        String english = "\\b(?:the|of|and|with|you|your|practice|which)\\b";
        inside.files().keySet().forEach(path -> {
            if (path.startsWith("site/") && path.endsWith(".html")) {
                Document page = Jsoup.parse(Run.read(mine, path));
                assertThat(page.selectFirst("html").attr("lang")).as(path).isEqualTo(language);
                page.select("[lang=en], code, a[href^=https://donella], a[href^=https://doi], script")
                        .remove();
                assertThat(page.body().text().replace("Practice Playbook", "").toLowerCase(Locale.ROOT))
                        .as(path)
                        .doesNotContainPattern(english);
            }
        });
    }

    @Test
    void whatIsKnownIsWrittenIntoTheSettings() {
        assertThat(terminal.run(
                        "init",
                        "mine",
                        "--name",
                        "Nordic: a network",
                        "--address",
                        "https://nordic.net/book",
                        "--language",
                        "fr"))
                .isEqualTo(0);
        assertThat(terminal.files().get("mine/content/playbook.yml"))
                .contains(
                        "\nname: \"Nordic: a network\"\n", "\naddress: https://nordic.net/book\n", "\nlanguage: fr\n");
        assertThat(terminal.out()).contains("texts in content/ are in English still");
        Terminal inside = new Terminal(folder.resolve("mine"));
        assertThat(inside.run("build", "--quiet")).as(inside.err()).isEqualTo(0);
        assertThat(inside.files().get("site/index.html")).contains("<html lang=\"fr\"", "Nordic: a network");
    }

    @Test
    void whatNoPlaybookTakesIsToldAndNothingIsWritten() {
        for (String[] wrong : new String[][] {
            {"--address", "ftp://x"},
            {"--repository", "our files"},
            {"--language", "Klingon!"},
            {"--language", "eo"},
            {"--name", ""}
        }) {
            assertThat(terminal.run("init", "mine", wrong[0], wrong[1]))
                    .as(wrong[1])
                    .isEqualTo(2);
            assertThat(terminal.err()).doesNotContain("Exception");
            assertThat(terminal.files()).isEmpty();
        }
    }

    @Test
    void theProgramIsNamedAndKeptForTheFirstRun() {
        Path jar = new OtherVersion("9.9.9").jar(folder.resolve("a jar/practice-playbook.jar"));
        String sum = OtherVersion.sum(jar);
        assertThat(init(jar, "mine")).isEqualTo(0);
        assertThat(said)
                .contains(
                        "built from its sources and never released", "upgrade --vendored --apply", "./playbook serve");
        Program named = new Program(Version.current(), sum);
        assertThat(terminal.files())
                .containsEntry("mine/.playbook/program.properties", named.file(Optional.empty()))
                .containsKey("cache/" + sum + "/practice-playbook.jar");
        assertThat(terminal.files().keySet()).noneMatch(path -> path.startsWith("mine/") && path.endsWith(".jar"));
    }

    @Test
    void theProgramLiesInTheRepositoryWhereThatIsAskedFor() {
        Path jar = new OtherVersion("9.9.9").jar(folder.resolve("a jar/practice-playbook.jar"));
        assertThat(init(jar, "mine", "--vendored")).isEqualTo(0);
        assertThat(said).doesNotContain("never released");
        assertThat(terminal.files())
                .containsKey("mine/.playbook/practice-playbook-" + Version.current() + ".jar")
                .containsKey("mine/.playbook/program.properties");
        assertThat(terminal.files().keySet()).noneMatch(path -> path.startsWith("cache/"));
    }

    /** What the bot reads is what the file says. */
    @Test
    void aBotFindsTheLine() {
        String config = new String(Bundled.repository("en").get(".github/renovate.json"), StandardCharsets.UTF_8);
        String pattern = config.lines()
                .filter(line -> line.contains("currentValue"))
                .findFirst()
                .orElseThrow()
                .strip()
                .replaceAll("^\"|\"$", "")
                .replace("\\\\", "\\");
        Program program = new Program("1.2.3", "a".repeat(64));
        Matcher found = Pattern.compile(pattern)
                .matcher(program.file(Optional.of("https://github.com/our-org/our-tool/releases/download")));
        assertThat(found.find()).isTrue();
        assertThat(found.group("currentValue")).isEqualTo("1.2.3");
        assertThat(found.group("currentDigest")).isEqualTo("a".repeat(64));
        assertThat(found.group("depName")).isEqualTo("our-org/our-tool");
    }

    private int init(Path jar, String... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        InitVerb init =
                new InitVerb(Map.of("PLAYBOOK_CACHE", folder.resolve("cache").toString())::get, () -> Optional.of(jar));
        try {
            return init.run(
                    new DefaultParser().parse(init.options(), words),
                    new Console(stream, stream, folder, false, false));
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        } finally {
            said = bytes.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void theRepositoryIsThatOfItsRemote() throws Exception {
        git("init", "--quiet");
        git("remote", "add", "origin", "git@github.com:nordic/playbook.git");
        assertThat(terminal.run("init", ".")).isEqualTo(0);
        assertThat(terminal.files().get("content/playbook.yml"))
                .contains("repository: https://github.com/nordic/playbook\n");
    }

    private void git(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        assertThat(new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .start()
                        .waitFor())
                .isZero();
    }
}
