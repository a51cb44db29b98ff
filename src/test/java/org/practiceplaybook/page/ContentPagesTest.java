package org.practiceplaybook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.content.DownloadKind;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.output.SiteFiles;

/** A folder of very many pages, as a handbook that is dropped in may have. */
class ContentPagesTest {
    private static final int MANY = 300;

    @TempDir
    Path folder;

    private SiteFiles site;

    @BeforeEach
    void manyPages() {
        PlaybookFolder playbook = new PlaybookFolder(folder);
        IntStream.range(0, MANY)
                .mapToObj("p%03d"::formatted)
                .forEach(name -> playbook.with("pages/" + name + ".md", "# Page " + name, "", "Text."));
        IntStream.range(0, MANY)
                .mapToObj("f%03d"::formatted)
                .forEach(name -> playbook.with("pages/" + name + "/inner.md", "# Inside " + name, "", "Text."));
        site = playbook.files();
    }

    @Test
    void aLinkWithoutWordsShowsItsAddress(@TempDir Path other) {
        String html = new String(
                new PlaybookFolder(other)
                        .with("pages/a.md", "# A", "", "[](https://example.org/b) [ ](b.md)")
                        .with("pages/b.md", "# B")
                        .files()
                        .at("pages/a.html")
                        .orElseThrow()
                        .bytes()
                        .get(),
                StandardCharsets.UTF_8);
        assertThat(Jsoup.parse(html).select(".text a").eachText()).containsExactly("https://example.org/b", "b.md");
    }

    @Test
    void aPageShowsItsNearestNeighboursAndTheWayToAll() {
        List<String> tree = tree("pages/p150.html");
        assertThat(tree).contains("Page p149", "Page p150", "Page p151", "All 600 in this folder");
        assertThat(tree).doesNotContain("Page p000", "Page p299").hasSizeLessThan(120);
    }

    @Test
    void theFirstAndTheLastHaveAsManyNeighbours() {
        assertThat(tree("pages/p000.html")).contains("Page p000", "Page p049").doesNotContain("Page p050");
        assertThat(tree("pages/p299.html")).contains("Page p299", "Page p250").doesNotContain("Page p249");
    }

    @Test
    void theWayToAPageInAFarFolderIsOpen() {
        assertThat(tree("pages/f250/inner.html"))
                .contains("F250", "Inside f250", "F249")
                .doesNotContain("F000", "Inside f249");
    }

    @Test
    void theFolderItselfListsAll() {
        assertThat(page("pages/index.html").select(".children li")).hasSize(2 * MANY);
    }

    @Test
    void aFolderWithoutAPageOfItsOwnHasANameAndADescription() {
        Document folder = page("pages/f000/index.html");
        assertThat(folder.select("meta[name=description]").attr("content")).isEqualTo("Inside f000");
        Document all = page("pages/index.html");
        assertThat(all.select("meta[name=description]").attr("content")).startsWith("Page p000, Page p001");
        assertThat(page("pages/p000.html").select("a[rel=prev]").text())
                .contains(all.select("h1").text());
    }

    /** Titles and summaries once, with a text of its own if there is one. */
    @Test
    void theDoorToAllPagesShowsEachOnce(@TempDir Path other) {
        PlaybookFolder playbook = new PlaybookFolder(other)
                .with("pages/a.md", "---", "title: First", "summary: What comes first.", "order: 1", "---", "", "Text.")
                .with("pages/b.md", "# Second", "", "Text.")
                .with("pages/more/index.md", "---", "title: More", "summary: What is left.", "---", "", "Inside.")
                .with("pages/more/c.md", "# Third", "", "Text.");
        SiteFiles plain = playbook.files(DownloadKind.HTML);
        Document door = page(plain, "pages/index.html");
        assertThat(door.select("nav.tree")).isEmpty();
        assertThat(door.select(".text h2")).isEmpty();
        assertThat(door.select(".children li").eachText())
                .startsWith("First What comes first.", "Second", "More What is left.")
                .hasSize(4)
                .last()
                .asString()
                .startsWith("Take it with you The whole playbook");
        assertThat(door.select("main a[href$=a.html]")).hasSize(1);
        assertThat(door.select(".children a").eachText())
                .doesNotContain(door.select("h1").text());
        assertThat(page(plain, "index.html").select(".terms li").eachText())
                .containsExactly("First What comes first.", "Second", "More What is left.");
        Document more = page(plain, "pages/more/index.html");
        assertThat(more.select("nav.tree li").eachText()).contains("More").doesNotContain("Third");
        assertThat(more.select(".children li").eachText()).containsExactly("Third");
        playbook.with("pages/index.md", "---", "title: Read on", "summary: All of it.", "---", "", "Our own words.");
        Document own = page(playbook.files(), "pages/index.html");
        assertThat(own.select("h1").text()).isEqualTo("Read on");
        assertThat(own.select(".text").text()).startsWith("Our own words. In this folder First What comes first.");
        assertThat(own.select("nav.tree")).isEmpty();
    }

    private static Document page(SiteFiles files, String path) {
        return Jsoup.parse(new String(files.at(path).orElseThrow().bytes().get(), StandardCharsets.UTF_8));
    }

    private List<String> tree(String path) {
        return page(path).select("nav.tree li").eachText();
    }

    private Document page(String path) {
        return Jsoup.parse(new String(site.at(path).orElseThrow().bytes().get(), StandardCharsets.UTF_8));
    }
}
