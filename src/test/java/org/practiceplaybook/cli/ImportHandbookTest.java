package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A handbook keeps its order, its titles and its addresses, and gets a door of its own in the menu. */
class ImportHandbookTest {
    @TempDir
    Path folder;

    private Path library;

    @BeforeEach
    void anEmptyPlaybook() {
        assertThat(Run.in(folder, "init", ".", "--empty", "--name", "Ours").status())
                .isZero();
        library = folder.resolve("guide");
    }

    private ImportHandbookTest with(String path, String... lines) throws IOException {
        Path file = library.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
        return this;
    }

    private Run bring(String name) {
        Run run = Run.in(folder, "import", name, "--mapping", name + ".yml");
        assertThat(run.status()).as(run.err()).isZero();
        Run write = Run.in(folder, "import", name, "--mapping", name + ".yml", "--write");
        assertThat(write.status()).as(write.err()).isZero();
        return write;
    }

    private void build() {
        Run build = Run.in(folder, "build", "--quiet", "--downloads", "none");
        assertThat(build.status()).as(build.err()).isZero();
    }

    private Document page(String path) {
        return Jsoup.parse(Run.read(folder, "site/" + path));
    }

    private List<String> children(String path) {
        return page(path).select(".children a").eachText();
    }

    private List<String> menu() {
        return page("index.html").select(".areas a").eachText();
    }

    private ImportHandbookTest texts(String... paths) throws IOException {
        for (String path : paths) {
            String name = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
            with(path, "# The long title of " + name, "", "A sentence about " + name + ".");
        }
        return this;
    }

    @Test
    void aSummaryTellsOrderTitlesAndFolders() throws IOException {
        texts(
                "src/README.md",
                "src/zebra.md",
                "src/start/apple.md",
                "src/start/bee.md",
                "src/deep.md",
                "src/deep/er.md");
        texts("src/forgotten.md", "src/last.md");
        with("book.toml", "[book]", "title = \"A Walking Guide\"", "src = \"src\"");
        with(
                "src/SUMMARY.md",
                "# Summary",
                "",
                "[Welcome](README.md)",
                "",
                "- [Zebra *crossing*](./zebra.md)",
                "- Getting going",
                "  - [Bee](start/bee.md)",
                "  - [Apple](start/apple.md)",
                "- [Deep](deep.md)",
                "    - [Deeper](deep/er.md#there)",
                "- [Gone](gone.md)",
                "- [Draft]()",
                "",
                "# The end",
                "",
                "[Last words](last.md)");
        Run run = bring("guide");
        assertThat(run.out())
                .contains("left out of the order: \"gone.md\" is no text of the library")
                .contains("left out of the order: the heading \"The end\"");
        assertThat(Run.read(folder, "guide.yml")).contains("  src: pages/guide\n", "  src/SUMMARY.md: nothing\n");
        build();
        assertThat(children("pages/guide/index.html"))
                .containsExactly(
                        "Zebra crossing", "Getting going", "Deep", "Last words", "The long title of forgotten");
        assertThat(children("pages/guide/start/index.html")).containsExactly("Bee", "Apple");
        assertThat(children("pages/guide/deep/index.html")).containsExactly("Deeper");
        assertThat(menu()).contains("A Walking Guide");
        Document bee = page("pages/guide/start/bee.html");
        assertThat(bee.select(".areas [aria-current=true]").eachText()).containsExactly("A Walking Guide");
        assertThat(bee.select(".turn a").eachAttr("href")).anyMatch(to -> to.endsWith("pages/guide/start/apple.html"));
        assertThat(bee.select("h1").text()).isEqualTo("Bee");
        assertThat(bee.select(".text").text()).contains("The long title of bee A sentence about bee.");
        assertThat(bee.select(".crumbs").text()).contains("A Walking Guide").contains("Getting going");
    }

    @Test
    void aNavOfMkdocsAndATocOfMystAreRead() throws IOException {
        texts("docs/index.md", "docs/b.md", "docs/a.md", "docs/more/x.md");
        with(
                "mkdocs.yml",
                "site_name: Field notes",
                "markdown_extensions:",
                "  - pymdownx.emoji:",
                "      emoji_index: !!python/name:material.extensions.emoji.twemoji",
                "nav:",
                "  - Home: index.md",
                "  - b.md",
                "  - More:",
                "      - The X: more/x.md",
                "  - A thing: a.md",
                "  - Elsewhere: https://example.org/");
        Run run = bring("guide");
        assertThat(run.out()).contains("\"https://example.org/\" is no text of the library");
        library = folder.resolve("manual");
        texts("intro.md", "two.md", "part/three.md");
        with(
                "myst.yml",
                "version: 1",
                "project:",
                "  title: The Manual",
                "  toc:",
                "    - file: intro.md",
                "    - title: Part one",
                "      children:",
                "        - file: part/three",
                "    - file: two.md",
                "      title: Second");
        bring("manual");
        build();
        assertThat(children("pages/guide/index.html")).containsExactly("The long title of b", "More", "A thing");
        assertThat(page("pages/guide/index.html").select("h1").text()).isEqualTo("Field notes");
        assertThat(children("pages/manual/index.html"))
                .containsExactly("The long title of intro", "Part one", "Second");
        assertThat(menu()).contains("Field notes", "The Manual");
    }

    @Test
    void aSidebarOfDocsifyIsReadAndItsRootIsTheHandbooks() throws IOException {
        texts("docs/README.md", "docs/guide/one.md", "docs/guide/README.md");
        with("docs/two.md", "# Two", "", "See [one](/guide/one), [the guide](/guide/) and [home](/).");
        with(
                "docs/_sidebar.md",
                "* [Home](/)",
                "* [Two things](two.md)",
                "* [The guide](/guide/)",
                "  * [One](/guide/one.md)");
        bring("guide");
        build();
        assertThat(children("pages/guide/index.html")).containsExactly("Two things", "The guide");
        assertThat(Run.read(folder, "content/pages/guide/two.md"))
                .contains("[one](guide/one.md)", "[the guide](guide/README.md)", "[home](README.md)");
    }

    @Test
    void positionsAndLabelsOfDocusaurusAreRead() throws IOException {
        with("docs/intro.md", "---", "sidebar_position: 1", "---", "# Intro", "", "Hello.");
        with("docs/zz.md", "---", "sidebar_position: 1.5", "sidebar_label: Nearly first", "---", "# Zz", "", "Z.");
        with("docs/tasks/b.md", "---", "title: Bees", "sidebar_position: 2", "---", "", "Bees.");
        with("docs/tasks/c.md", "---", "title: Cats", "sidebar_position: 1", "---", "", "Cats.");
        with(
                "docs/tasks/_category_.json",
                "{",
                "  \"label\": \"Things to do\",",
                "  \"position\": 1.2,",
                "  \"link\": {\"type\": \"generated-index\", \"description\": \"All of them.\"}",
                "}");
        bring("guide");
        build();
        assertThat(children("pages/guide/index.html")).containsExactly("Intro", "Things to do", "Nearly first");
        assertThat(children("pages/guide/tasks/index.html")).containsExactly("Cats", "Bees");
        assertThat(page("pages/guide/tasks/index.html").select(".text").text()).contains("All of them.");
        assertThat(Run.read(folder, "content/pages/guide/zz.md")).doesNotContain("Notes from import");
    }

    @Test
    void weightsOfHugoAndParentsOfJekyllAreRead() throws IOException {
        with("content/_index.md", "---", "title: Hugo home", "---", "Hello.");
        with("content/b.md", "---", "title: B", "weight: 10", "---", "B.");
        with("content/a.md", "---", "title: A", "weight: 20", "---", "A.");
        bring("guide");
        library = folder.resolve("jekyll");
        with("index.md", "---", "title: Jekyll home", "nav_order: 1", "---", "Hello.");
        with("z.md", "---", "title: Zoo", "nav_order: 2", "has_children: true", "---", "Z.");
        with("y.md", "---", "title: Yak", "nav_order: 3", "---", "Y.");
        with("x.md", "---", "title: Xolo", "parent: Zoo", "nav_order: 1", "---", "X.");
        bring("jekyll");
        build();
        assertThat(children("pages/guide/index.html")).containsExactly("B", "A");
        assertThat(children("pages/jekyll/index.html")).containsExactly("Zoo", "Xolo", "Yak");
        assertThat(menu()).contains("Hugo home", "Jekyll home");
    }

    @Test
    void oldAddressesLeadOn() throws IOException {
        texts("docs/index.md", "docs/first/steps.md", "docs/first/index.md");
        with("docs/other.md", "---", "permalink: /elsewhere/other.html", "---", "# Other", "", "Words.");
        with("mkdocs.yml", "site_name: Guide", "nav: [index.md, first/steps.md, other.md]");
        Path settings = folder.resolve("content/playbook.yml");
        Files.writeString(
                settings,
                Files.readString(settings).replaceFirst("(?m)^#? ?address:.*$", "address: https://example.org/"));
        Run.in(folder, "import", "guide", "--mapping", "guide.yml");
        Path mapping = folder.resolve("guide.yml");
        Files.writeString(mapping, Files.readString(mapping).replace("from: ", "from: https://example.org/docs/"));
        bring("guide");
        build();
        for (String old : List.of(
                "docs/first/steps.html",
                "docs/first/steps/index.html",
                "docs/first/index.html",
                "docs/elsewhere/other.html")) {
            String to = page(old).select("main a").attr("href");
            assertThat(folder.resolve("site/" + old).getParent().resolve(to))
                    .as(old)
                    .exists();
        }
        assertThat(page("docs/first/index.html").select("main a").attr("href"))
                .isEqualTo("../../pages/guide/first/index.html");
    }

    @Test
    void aFolderInTheMappingIsOneOfPages() throws IOException {
        texts("docs/a.md", "docs/b.md");
        with("docs/SUMMARY.md", "- [A](a.md)", "- [B](b.md)");
        Run.in(folder, "import", "guide", "--mapping", "guide.yml");
        Path mapping = folder.resolve("guide.yml");
        Files.writeString(mapping, Files.readString(mapping).replace("pages/guide", "pages/../guide"));
        Run run = Run.in(folder, "import", "guide", "--mapping", "guide.yml");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("cannot become \"pages/../guide\"", "practices, pages, nothing, pages/…");
        assertThat(run.err()).contains("guide.yml:");
    }

    @Test
    void aDoorIsAFieldOfAnyPage() throws IOException {
        Files.writeString(
                folder.resolve("content/pages/rota.md"), "---\nin_menu: Rota\n---\n\n# Who comes when\n\nAll.\n");
        build();
        assertThat(menu()).contains("Rota").doesNotContain("Who comes when");
        assertThat(page("pages/rota.html").select(".areas [aria-current=true]").eachText())
                .containsExactly("Rota");
    }
}
