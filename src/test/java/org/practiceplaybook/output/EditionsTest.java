package org.practiceplaybook.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.pack.Downloads;
import org.practiceplaybook.page.SiteOptions;
import org.practiceplaybook.publish.Publication;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.Workers;

/** A playbook in two languages: an edition at the root, one in a folder, and a packaging of both. */
class EditionsTest {
    private static final byte[] PICTURE = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @TempDir
    Path temp;

    private SiteFiles site;

    @BeforeEach
    void build() throws IOException {
        PlaybookFolder content = new PlaybookFolder(temp.resolve("content"))
                .with(
                        "playbook.yml",
                        "name: Pairs",
                        "address: https://example.org/pairs/",
                        "repository: https://github.com/example/pairs",
                        "languages: [en, fr]")
                .practice("walk-in-pairs", "aka: [go-in-pairs]", "time: 20 min", "related: {go-alone: For the shy.}")
                .practice("go-alone")
                .with(
                        "practices/walk-in-pairs.fr.md",
                        "---",
                        "title: Marcher à deux",
                        "summary: On parle mieux en marchant.",
                        "related: {go-alone: Pour les timides.}",
                        "translates: 00000000",
                        "---",
                        "",
                        "Un texte \"français\", et [une autre pratique](go-alone.md).")
                .with("taxonomy/roles.fr.yml", "guide: {name: Guide de marche, definition: Qui marche devant.}")
                .with("playbook.fr.yml", "name: Paires", "tagline: Deux par deux")
                .with("glossary.fr.yml", "paire:", "  means: Deux personnes.", "  translates: pair")
                .attempt("we-walked", "walk-in-pairs", "result: mixed")
                .with("taxonomy/roles.yml", "guide: {name: Guide, definition: Somebody who walks ahead.}")
                .with("glossary.yml", "pair:", "  means: Two people.")
                .with(
                        "pages/about.md",
                        "# About",
                        "",
                        "See [walking](../practices/walk-in-pairs.md) and ![a dot](dot.png).");
        Files.write(content.root().resolve("pages/dot.png"), PICTURE);
        Path theme = temp.resolve("theme");
        Files.createDirectories(theme.resolve("words"));
        Files.writeString(
                theme.resolve("words/fr.yml"),
                "practices: {title: Toutes les pratiques}\nnav: {skip: Aller au contenu}\nsearch: {title: Recherche}\n");
        site = SiteFiles.of(
                Linker.link(content.read(), History.NONE, false),
                Theme.of(Theme.files(Optional.of(theme)), "en"),
                new SiteOptions("content", "0.0.0", Map.of()),
                new Workers(2));
    }

    @Test
    void thePagesOfEachEditionHaveItsLanguageAndWords() {
        assertThat(page("practices/index.html").selectFirst("html").attr("lang"))
                .isEqualTo("en");
        Document french = page("fr/practices/index.html");
        assertThat(french.selectFirst("html").attr("lang")).isEqualTo("fr");
        assertThat(french.selectFirst("h1").text()).isEqualTo("Toutes les pratiques");
        assertThat(french.selectFirst(".skip").text()).isEqualTo("Aller au contenu");
        assertThat(page("practices/index.html").text()).doesNotContain("Toutes", "Aller");
        assertThat(french.selectFirst("link[rel=canonical]").attr("href"))
                .isEqualTo("https://example.org/pairs/fr/practices/index.html");
    }

    @Test
    void eachEditionHasEveryPageSearchFeedAndFormOfTheOther() {
        TreeSet<String> first = new TreeSet<>();
        TreeSet<String> french = new TreeSet<>();
        for (String path : files().keySet()) {
            if (path.startsWith("fr/")) {
                french.add(path.substring("fr/".length()));
            } else {
                first.add(path);
            }
        }
        assertThat(first)
                .contains("search/index.js", "feeds/practices.xml", "contribute/rules.js", "manifest.webmanifest");
        first.removeIf(path -> path.startsWith("assets/") || path.startsWith("files/"));
        first.removeAll(List.of("404.html", "library.json", "library.schema.json", "robots.txt", "sitemap.xml"));
        // a shard's name is a hash of what is in it, and its words are those of the edition
        first.removeIf(path -> path.startsWith("search/") && !path.equals("search/index.js"));
        french.removeIf(path -> path.startsWith("search/") && !path.equals("search/index.js"));
        // only a translation can wait for somebody
        assertThat(french.remove("to-translate.html")).isTrue();
        assertThat(french).isEqualTo(first);
    }

    @Test
    void everyAddressInEveryPageLeadsToAFile() {
        Map<String, byte[]> files = files();
        int followed = 0;
        for (String path : files.keySet()) {
            if (!path.endsWith(".html") || path.equals("404.html")) {
                continue;
            }
            for (Element element : page(path).select("[href], [src], [action]")) {
                for (String name : List.of("href", "src", "action")) {
                    String written = element.attr(name).replaceFirst("[#?].*", "");
                    if (written.isEmpty() || written.contains(":")) {
                        continue;
                    }
                    assertThat(files).as("%s in %s", written, path).containsKey(resolved(path, written));
                    followed++;
                }
            }
        }
        assertThat(followed).isGreaterThan(500);
        assertThat(page("fr/pages/about.html").selectFirst("img").attr("src")).isEqualTo("../../files/pages/dot.png");
        assertThat(page("fr/pages/about.html").select("main a[href]").eachAttr("href"))
                .contains("../practices/walk-in-pairs.html");
    }

    @Test
    void theSitemapNamesThePagesOfAllEditions() {
        String sitemap = new String(files().get("sitemap.xml"), StandardCharsets.UTF_8);
        assertThat(sitemap)
                .contains("https://example.org/pairs/practices/walk-in-pairs.html")
                .contains("https://example.org/pairs/practices/go-alone.html")
                .contains("https://example.org/pairs/fr/practices/walk-in-pairs.html")
                .contains("https://example.org/pairs/fr/practices/index.html")
                .doesNotContain("search.html", "go-in-pairs", "to-translate")
                // search engines have it as it was written
                .doesNotContain("https://example.org/pairs/fr/practices/go-alone.html");
        assertThat(files()).doesNotContainKeys("fr/sitemap.xml", "fr/robots.txt", "fr/404.html");
        assertThat(new String(files().get("fr/feeds/practices.xml"), StandardCharsets.UTF_8))
                .contains("https://example.org/pairs/fr/feeds/practices.xml");
    }

    @Test
    void aPackagingHoldsBothEditions() throws IOException {
        Publication publication = Publication.of(site.all(), new Workers(2));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        new Downloads(site.editions()).zip(publication).write(publication, new Workers(2), packed);
        TreeSet<String> names = new TreeSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName().replaceFirst("^[^/]+/", ""));
            }
        }
        assertThat(names)
                .contains("playbook/index.html", "playbook/fr/index.html", "START-HERE.html", "READ-ME.txt")
                .containsAll(publication.files().keySet().stream()
                        .filter(path -> path.endsWith(".html") && !path.equals("404.html"))
                        .map(path -> "playbook/" + path)
                        .toList());
    }

    @Test
    void aTranslationStandsInThePlaceOfItsOriginal() {
        Document french = page("fr/practices/walk-in-pairs.html");
        assertThat(french.selectFirst("h1").text()).isEqualTo("Marcher à deux");
        assertThat(french.selectFirst("h1").hasAttr("lang")).isFalse();
        assertThat(french.select("main").text()).contains("Un texte « français »", "20 min", "Pour les timides.");
        assertThat(french.select(".text a[href=go-alone.html]").text()).isEqualTo("une autre pratique");
        assertThat(french.select(".top .name, .foot .about").text()).contains("Paires", "Deux par deux");
        assertThat(french.select(".notice a[href=../../practices/walk-in-pairs.html]"))
                .as("the original has changed since")
                .hasSize(1);
        assertThat(page("practices/walk-in-pairs.html").select(".notice")).isEmpty();
        assertThat(page("practices/walk-in-pairs.html").text()).doesNotContain("Marcher", "timides", "Paires");
        assertThat(page("fr/roles/guide.html").selectFirst("h1").text()).isEqualTo("Guide de marche");
        assertThat(page("fr/glossary.html").select("dt").eachText()).containsExactly("paire");
    }

    @Test
    void whatNobodyHasTranslatedSaysSoInItsOwnLanguage() {
        Document french = page("fr/practices/go-alone.html");
        assertThat(french.selectFirst("h1").attr("lang")).isEqualTo("en");
        assertThat(french.selectFirst("h1").attr("dir")).isEqualTo("ltr");
        assertThat(french.select(".notice").text()).contains("traduit");
        assertThat(french.selectFirst("link[rel=canonical]").attr("href"))
                .isEqualTo("https://example.org/pairs/practices/go-alone.html");
        assertThat(french.select("link[hreflang]")).isEmpty();
        assertThat(page("fr/practices/index.html")
                        .select("a[href=../practices/go-alone.html]")
                        .attr("lang"))
                .isEqualTo("en");
        assertThat(page("fr/practices/walk-in-pairs.html").select(".related a").attr("lang"))
                .isEqualTo("en");
        assertThat(page("fr/to-translate.html").select("main code").eachText())
                .contains(
                        "practices/go-alone.fr.md",
                        "practices/walk-in-pairs.fr.md",
                        "attempts/we-walked.fr.md",
                        "pages/about.fr.md");
    }

    @Test
    void aCardSaysInWhichLanguageItIs() {
        Document french = page("fr/cards/index.html");
        assertThat(french.select(".front h2").eachText()).contains("Marcher à deux", "go-alone");
        assertThat(french.select(".front h2[lang]").eachText()).containsExactly("go-alone");
        assertThat(french.select("[data-card=go-alone] .said").attr("lang")).isEqualTo("en");
        assertThat(page("cards/index.html").select(".sheets [lang]")).isEmpty();
        String facts = new String(files().get("fr/cards/facts-0.js"), StandardCharsets.UTF_8);
        assertThat(facts)
                .contains(
                        "\"title\":\"go-alone\",\"lang\":\"en\",\"dir\":\"ltr\"",
                        "\"title\":\"Marcher à deux\",\"page\"");
    }

    @Test
    void aSwitchStaysOnThePage() {
        Document french = page("fr/practices/walk-in-pairs.html");
        assertThat(french.select(".languages a").eachAttr("href"))
                .containsExactly("../../practices/walk-in-pairs.html");
        assertThat(french.select(".languages a").eachText()).containsExactly("English");
        assertThat(french.select(".languages [aria-current]").text()).isEqualTo("Français");
        assertThat(page("practices/index.html").select(".languages a").eachAttr("href"))
                .containsExactly("../fr/practices/index.html");
        assertThat(page("fr/to-translate.html").select(".languages a").eachAttr("href"))
                .containsExactly("../index.html");
        assertThat(french.select("link[hreflang]").eachAttr("hreflang")).containsExactly("en", "x-default", "fr");
        assertThat(french.select("link[hreflang=fr]").attr("href"))
                .isEqualTo("https://example.org/pairs/fr/practices/walk-in-pairs.html");
        assertThat(page("practices/go-alone.html").select("link[hreflang]").eachAttr("hreflang"))
                .doesNotContain("fr");
    }

    private Map<String, byte[]> files() {
        return Publication.of(site.all(), new Workers(2)).files();
    }

    private Document page(String path) {
        return Jsoup.parse(new String(site.at(path).orElseThrow().bytes().get(), StandardCharsets.UTF_8));
    }

    private static String resolved(String from, String written) {
        String path = java.net
                .URI
                .create("site:///" + Addresses.url(from))
                .resolve(written)
                .getPath()
                .substring(1);
        return path;
    }
}
