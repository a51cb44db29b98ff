package org.practiceplaybook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.history.GitHistory;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.library.PersonName;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.Workers;

/** Those who wrote, mended and tried are named, by the entries and by git; nobody's address is. */
class CreditTest {
    @TempDir
    Path folder;

    private Path repository;

    @BeforeEach
    void aRepositoryWithTwoPeople() throws Exception {
        repository = folder.resolve("repository");
        write(
                "content/playbook.yml",
                "name: Our book\naddress: https://example.org/\nedition: \"2\"\nlicence: CC BY 4.0\n");
        write(
                "content/practices/p.md",
                "---\ntitle: \"Ask & 100% listen\"\nsummary: S.\nauthors: [\"Ann Bell <ann@example.org>\"]\n"
                        + "sources: [{title: A book, author: Cy Dee, url: \"https://example.org/b\"}]\n---\nText.\n");
        write(
                "content/attempts/a.md",
                "---\ntitle: Tried\npractices: [p]\nresult: mixed\nlesson: L.\nshared_by: Eve Fox\n---\nText.\n");
        write(".mailmap", "Ann Bell <ann@example.org> abell <ann@old.example.org>\n");
        git(repository, "init", "--quiet");
        commit("abell", "ann@old.example.org");
        write("content/pages/x.md", "# A page\n");
        commit("gil@example.org", "gil@example.org");
        Files.writeString(
                repository.resolve("content/practices/p.md"), "\nMore.\n", java.nio.file.StandardOpenOption.APPEND);
        commit("Hana Ito", "hana@example.org");
        Files.writeString(
                repository.resolve("content/practices/p.md"), "\nAnd more.\n", java.nio.file.StandardOpenOption.APPEND);
        commit("dependabot[bot]", "bot@example.org");
    }

    @Test
    void spellingsThatDifferInSignsOnlyAreOnePerson() throws Exception {
        write(
                "content/practices/q.md",
                "---\ntitle: Q\nsummary: S.\nauthors: [Ida Moe (Oslo Co), ida moe - Oslo Co, Ida Moe Oslo Co]\n---\nText.\n");
        Document page = Jsoup.parse(page(repository, "contributors.html"));
        assertThat(page.select("dt").eachText()).contains("Ida Moe (Oslo Co)").doesNotHaveDuplicates();
        assertThat(page.select("dt").eachAttr("id")).contains("ida-moe-oslo-co").doesNotHaveDuplicates();
        assertThat(page.select("dt#ida-moe-oslo-co + dd a")).hasSize(1);
    }

    @Test
    void thePageSaysWhoWroteMendedAndTried() {
        String page =
                page(repository, "contributors.html").replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
        assertThat(page)
                .contains("Ann Bell Wrote Ask &amp; 100% listen Worked on Tried")
                .contains("Eve Fox Told of an attempt Tried")
                .contains("gil Worked on A page")
                .contains("Hana Ito Worked on Ask &amp; 100% listen")
                .doesNotContain("abell", "dependabot");
        assertThat(page.indexOf("Ann Bell")).isLessThan(page.indexOf("Eve Fox"));
        assertThat(page(repository, "index.html")).contains("href=\"contributors.html\"");
    }

    @Test
    void namesThatDifferInCaseAndSignsOnlyAreOnePerson() throws Exception {
        write(
                "content/practices/q.md",
                "---\ntitle: Q\nsummary: S.\nauthors: [\"Fox, Eve\", Fox (Eve), \"ann-bell\", \"Zoë, Eve\"]\n---\nText.\n");
        String page = page(repository, "contributors.html");
        assertThat(page.split("id=\"fox-eve\"", -1)).hasSize(2);
        assertThat(page.split("id=\"ann-bell\"", -1)).hasSize(2);
        assertThat(page).contains("id=\"zoë-eve\"", "id=\"eve-fox\"");
    }

    @Test
    void noPageHasAnAddress() {
        for (SiteFile sheet : site(repository).listed().values()) {
            if (sheet.path().startsWith("assets/") || sheet.path().startsWith("contribute/texts-")) {
                continue; // the very files, for a form in which they can be changed
            }
            assertThat(new String(sheet.bytes().get(), StandardCharsets.UTF_8))
                    .as(sheet.path())
                    .doesNotContain("@example.org", "@old.example.org");
        }
    }

    @Test
    void aPracticeSaysHowToCiteIt() {
        String page = page(repository, "practices/p.html");
        assertThat(page)
                .containsPattern(
                        "Ann Bell \\(20\\d\\d\\): Ask &amp; 100% listen\\. In Our book\\. Edition 2\\. https://example.org/practices/p.html Licence CC BY 4.0\\.")
                .contains("@misc{p,\n  author = {{Ann Bell}},\n  title = {{Ask \\&amp; 100\\% listen}},")
                .contains("\"citation\":[{\"@type\":\"CreativeWork\",\"name\":\"A book\"")
                .contains("\"dateCreated\":\"20")
                .contains("\"creditText\":\"Ann Bell (20");
    }

    @Test
    void aShallowCloneSaysThatSomeAreMissing() throws Exception {
        Path shallow = folder.resolve("shallow");
        git(folder, "clone", "--quiet", "--depth", "1", repository.toUri().toString(), "shallow");
        assertThat(GitHistory.of(shallow.resolve("content")).note())
                .hasValueSatisfying(note -> assertThat(note).contains("git fetch --unshallow", "fetch-depth: 0"));
        assertThat(page(shallow, "contributors.html"))
                .contains("was not whole", "Ann Bell")
                .doesNotContain("Hana Ito");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ann Bell | Ann Bell",
                "Ann Bell <ann@example.org> | Ann Bell",
                "ann@example.org | ann",
                "Ann (ann@example.org) | Ann",
                "'' | ''",
                "anonymous | ''",
                "renovate[bot] | ''",
            })
    void anAddressIsNoName(String written, String name) {
        assertThat(PersonName.of(written).orElse("")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ann Bell | Ann Bell",
                "ann | ann",
                "Ludwig van Beethoven | Ludwig van Beethoven",
                "Martin Luther King Jr. | Martin Luther King Jr.",
                "J. R. R. Tolkien | J. R. R. Tolkien",
                "King, Martin Luther | King, Martin Luther",
                "Ann Bell, facilitator | Ann Bell",
                "Ann Bell (North network) | Ann Bell",
                "Ann Bell <ann@example.org> | Ann Bell",
                "山田太郎 | 山田太郎",
                "Team Rocket | Team Rocket",
                "anonymous | ''",
                "Kimberley Jutze, retold from her article by the editors | ''",
                "A facilitator of the network | ''",
                "the team | ''",
                "Somebody who was there told us. | ''",
                "We wrote this up after the retro | ''",
                "Told by Ann after the meeting in March | ''",
                "Retold: see the report | ''",
            })
    void aSentenceIsNoPerson(String written, String name) {
        assertThat(PersonName.among(written).orElse("")).isEqualTo(name);
    }

    @Test
    void namesThatTheSettingsHideAndSentencesAreNotAmongTheContributors() throws Exception {
        Files.writeString(
                repository.resolve("content/playbook.yml"),
                "authors_hidden: [Release Robot, gil]\n",
                java.nio.file.StandardOpenOption.APPEND);
        write("content/pages/x.md", "# A page\n\nMore.\n");
        commit("release robot", "robot@example.org");
        write(
                "content/attempts/b.md",
                "---\ntitle: Told\npractices: [p]\nresult: mixed\nlesson: L.\n"
                        + "shared_by: Eve Fox, retold from her article by us\n---\nText.\n");
        String page = page(repository, "contributors.html");
        assertThat(page).contains("Ann Bell", "Eve Fox").doesNotContain("gil", "obot", "retold", "Told<");
        assertThat(page(repository, "attempts/b.html")).contains("Eve Fox, retold from her article by us");
    }

    @Test
    void aRenamedPracticeKeepsItsDatesItsCreditAndTheIdOfItsFeed() throws Exception {
        String before = page(repository, "feeds/practices.xml");
        git(repository, "mv", "content/practices/p.md", "content/practices/kept.md");
        String text = Files.readString(repository.resolve("content/practices/kept.md"));
        write("content/practices/kept.md", "---\naka: [p]\n" + text.substring(4));
        for (int round = 0; round < 2; round++) {
            assertThat(page(repository, "contributors.html")
                            .replaceAll("<[^>]+>", " ")
                            .replaceAll("\\s+", " "))
                    .contains("Hana Ito Worked on Ask &amp; 100% listen");
            String feed = page(repository, "feeds/practices.xml");
            assertThat(feed)
                    .contains("<id>https://example.org/practices/p.html</id>")
                    .contains("href=\"https://example.org/practices/kept.html\"");
            assertThat(feed.replaceAll("(?s).*(<published>.*</published>).*", "$1"))
                    .isEqualTo(before.replaceAll("(?s).*(<published>.*</published>).*", "$1"));
            if (round == 0) {
                commit("Jo March", "jo@example.org");
            }
        }
        // another practice takes the old address: two entries of a feed never share an id
        write("content/practices/p.md", "---\ntitle: New\nsummary: S.\n---\nQuite another text.\n");
        commit("Jo March", "jo@example.org");
        assertThat(page(repository, "feeds/practices.xml"))
                .containsOnlyOnce("<id>https://example.org/practices/p.html</id>")
                .containsOnlyOnce("<id>https://example.org/practices/kept.html</id>");
    }

    private static String page(Path root, String path) {
        return new String(site(root).at(path).orElseThrow().bytes().get(), StandardCharsets.UTF_8);
    }

    private static SiteFiles site(Path root) {
        Path content = root.resolve("content");
        return SiteFiles.of(
                Linker.link(ContentFolder.open(content).read(new Workers(1)), GitHistory.of(content), false),
                Theme.of(Bundled.theme(), "en"),
                new SiteOptions("content", "0.0.0", Map.of()),
                new Workers(1));
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(repository.resolve(path).getParent());
        Files.writeString(repository.resolve(path), text);
    }

    private void commit(String name, String address) throws Exception {
        git(repository, "add", "--all");
        git(
                repository,
                "-c",
                "user.name=" + name,
                "-c",
                "user.email=" + address,
                "-c",
                "commit.gpgsign=false",
                "commit",
                "--quiet",
                "-m",
                "change");
    }

    private static void git(Path in, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Process git = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
    }
}
