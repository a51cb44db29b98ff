package org.practiceplaybook.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.publish.Publication;
import org.practiceplaybook.work.Sha256;

/** The whole playbook on one page: nothing is asked for, nothing is lost, every link leads to its place. */
class SingleFileTest {
    @TempDir
    Path temp;

    private Document page() throws IOException {
        SiteFiles site = Packed.site(temp.resolve("content"));
        byte[] bytes = Packed.bytes(site, new SingleFile(site.editions().get(0), site.editions()));
        return Jsoup.parse(Packed.text(bytes));
    }

    @Test
    void everyPageThatIsReadIsAPartOfIt() throws IOException {
        Document page = page();
        assertThat(page.select(".leaf").eachAttr("id"))
                .contains("contents", "home", "practices", "practices/tell", "practices/listen", "attempts/we-told")
                .contains("pathways/first", "roles/host", "glossary", "pages/about", "prompts")
                .doesNotContain(
                        "pathways/first.run",
                        "practices/tell.run",
                        "practices/hear",
                        "methods/hearing",
                        "old/hearing",
                        "search",
                        "404",
                        "contribute/write-a-practice",
                        "downloads")
                .doesNotHaveDuplicates();
        assertThat(page.getElementById("practices/tell").text())
                .contains("Tell & <show>", "Say it, then show it.", "a pen & paper", "The note.", "MoreText");
        assertThat(page.select(".single-contents").get(0).text()).isEqualTo("How to use");
    }

    /** In no language, and whatever its address: a list that goes on over pages has several. */
    @Test
    void whatIsWorkedWithIsNoPartOfIt() throws IOException {
        PlaybookFolder content = Packed.content(temp.resolve("content"));
        for (int i = 0; i < 30; i++) {
            content.with("practices/more-" + i + ".md", "---", "title: More " + i, "summary: Wanted.", "---");
        }
        SiteFiles site = content.files();
        List<String> tools =
                site.all().stream().filter(SiteFile::isTool).map(SiteFile::path).toList();
        Addresses at = site.editions().get(1).addresses();
        assertThat(tools)
                .contains(at.inSite(at.translations()), at.inSite(at.search()), at.inSite(at.shortlist()))
                .contains("practices/hear.html", "practices/tell.run.html")
                .contains(Addresses.FIRST.stubs(), Addresses.FIRST.stubs().replace(".html", ".2.html"))
                .contains(Addresses.FIRST.logAttempt());
        Set<String> parts = new HashSet<>();
        for (Edition edition : site.editions()) {
            Jsoup.parse(Packed.text(Packed.bytes(site, new SingleFile(edition, site.editions()))))
                    .select(".leaf")
                    .forEach(leaf -> parts.add(edition.addresses().folder() + leaf.id() + ".html"));
        }
        assertThat(parts)
                .contains("practices/tell.html", "de/practices/tell.html")
                .doesNotContainAnyElementsOf(tools);
    }

    @Test
    void linksLeadToTheirPlaceOnThePage() throws IOException {
        Document page = page();
        Element practice = page.getElementById("practices/tell");
        assertThat(practice.selectFirst(".text a:contains(listening)").attr("href"))
                .isEqualTo("#practices/listen");
        assertThat(practice.selectFirst(".text a:contains(the steps)").attr("href"))
                .isEqualTo("#practices/tell:what-to-do");
        assertThat(practice.selectFirst(".text a:contains(very page)").attr("href"))
                .isEqualTo("#practices/tell");
        assertThat(page.getElementById("practices/tell:what-to-do").text()).startsWith("What to do");
        assertThat(practice.selectFirst(".text a:contains(a paper)").attr("href"))
                .isEqualTo("https://example.org/ways/files/pages/paper.pdf");
        assertThat(practice.selectFirst("a:contains(I tried this)").attr("href"))
                .isEqualTo("https://example.org/ways/contribute/log-an-attempt.html?practice=tell");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        for (Element named : page.select("[aria-labelledby]")) {
            assertThat(page.getElementById(named.attr("aria-labelledby"))).isNotNull();
        }
    }

    @Test
    void nothingIsAskedForAndOnlyItsOwnScriptRuns() throws IOException {
        Document page = page();
        assertThat(page.select("link:not([href^=data:]), img[src^=http], script[src], [style], form, iframe"))
                .isEmpty();
        assertThat(page.selectFirst("[id=pages/about] img").attr("src")).startsWith("data:image/svg+xml;base64,");
        String policy =
                page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy)
                .contains(
                        "default-src 'none'",
                        "img-src data:",
                        hash(page.selectFirst("script").data()))
                .contains(hash(page.selectFirst("style").data()))
                .doesNotContain("unsafe", "'self'");
        assertThat(page.select("script, style")).hasSize(2);
        assertThat(page.selectFirst("style").data()).doesNotContain("url(").contains("@page");
    }

    private static String hash(String text) {
        return "'sha256-"
                + Base64.getEncoder().encodeToString(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)))
                + "'";
    }

    @Test
    void whatAPageAsksForInStylesOfItsOwnComesWithIt() throws IOException {
        assertThat(page().selectFirst("style").data()).contains(".doors {").containsOnlyOnce("@layer tokens,");
    }

    @Test
    void codeKeepsItsSpaces() throws IOException {
        assertThat(page().getElementById("practices/tell").selectFirst("pre").wholeText())
                .contains("two  spaces\n   & <three>");
    }

    @Test
    void eachLanguageHasAPageOfItsOwn() throws IOException {
        SiteFiles site = Packed.site(temp.resolve("content"));
        byte[] german = Packed.bytes(site, new SingleFile(site.editions().get(1), site.editions()));
        Document page = Jsoup.parse(Packed.text(german));
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("de");
        assertThat(page.select(".leaf").eachAttr("id"))
                .contains("home", "practices/tell")
                .noneMatch(id -> id.startsWith("de/"));
        assertThat(page.selectFirst("[id=pages/about] img").attr("src")).startsWith("data:");
    }

    @Test
    void withoutAnAddressWhatIsNotThereIsNoLink() throws IOException {
        SiteFiles site = new PlaybookFolder(temp.resolve("bare"))
                .with("playbook.yml", "name: Bare")
                .practice("listen")
                .files();
        Document page = Jsoup.parse(
                Packed.text(Packed.bytes(site, new SingleFile(site.editions().get(0), site.editions()))));
        assertThat(page.selectFirst("[id=practices/listen] a:contains(I tried this)")
                        .hasAttr("href"))
                .isFalse();
    }

    @Test
    void twoHundredPracticesFitIntoAMegabyteAndAHalf() throws IOException {
        PlaybookFolder folder = new PlaybookFolder(temp.resolve("many"))
                .with("playbook.yml", "name: Many", "address: https://example.org/many/");
        String text = java.nio.file.Files.readString(Path.of("content/practices/know-your-role.md"));
        int body = text.indexOf("---", 4) + 4;
        for (int i = 0; i < 200; i++) {
            folder.with(
                    "practices/p" + i + ".md",
                    "---",
                    "title: Practice " + i,
                    "summary: What practice number " + i + " is good for, told in two sentences. As people tell it.",
                    "---",
                    text.substring(body).replaceAll("\\]\\([^)]*\\)", "](../pages/a.md)"));
        }
        folder.with("pages/a.md", "# A");
        SiteFiles site = folder.files();
        Map<String, byte[]> made =
                new TreeMap<>(Publication.of(site.all(), Packed.WORKERS).files());
        assertThat(made.keySet().stream().filter(path -> path.matches("practices/p\\d+\\.html")))
                .hasSize(200);
        assertThat(Packed.bytes(site, new SingleFile(site.editions().get(0), site.editions())).length)
                .isLessThan(1_500_000);
    }
}
