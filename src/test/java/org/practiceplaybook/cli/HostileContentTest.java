package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.source.Characters;

/** What is in no page, whoever wrote it, even of a site that is made in spite of errors. */
class HostileContentTest {
    private static final String FRAMES =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:h='http://www.w3.org/1999/xhtml'>"
                    + "<h:frameset><h:frame src='javascript:alert(origin)'/></h:frameset><circle r='4'/></svg>";

    @TempDir
    Path folder;

    private void begin() {
        Run.write(
                folder, "content/playbook.yml", "name: Ours\naddress: https://walks.net/\nemail: editors@walks.net\n");
        Run.write(folder, "content/practices/p.md", "---\ntitle: p\nsummary: About p.\n---\n");
    }

    private List<Path> site() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("site"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(
            strings = {"0000", "0001", "0008", "001b", "007f", "0085", "009b", "202e", "d800", "fdd0", "fffe", "ffff"})
    void noSignThatCannotBeSeenReachesASite(String hex) throws IOException {
        int number = Integer.parseInt(hex, 16);
        String sign = number == 0xd800 ? "\u0001" : Character.toString(number);
        String escape = "\\u" + hex;
        String reference = "&#x" + hex + ";";
        begin();
        Run.write(
                folder,
                "content/playbook.yml",
                "name: \"Ours" + escape + "\"\ntagline: Walk" + sign
                        + "\naddress: https://walks.net/\nemail: editors@walks.net\n");
        Run.write(
                folder,
                "content/taxonomy/roles.yml",
                "member: {name: \"Member" + escape + "\", definition: Who" + sign + ".}\n");
        Run.write(
                folder,
                "content/glossary.yml",
                "\"Lead" + escape + "\": {means: Who" + sign + ", aka: [\"L" + escape + "\"]}\n");
        Run.write(
                folder,
                "content/practices/q.md",
                "---\ntitle: \"Walk" + escape + "\"\nsummary: In" + sign + " pairs.\nauthors: [\"Ann" + escape
                        + "\"]\n\"own" + escape + "\": x\nroles: [member]\naka: [\"old" + escape + "\"]\n---\n\n## Say"
                        + reference
                        + "\n\nA" + sign + " `b" + sign + "` c" + reference + " [d" + reference + "](e" + reference
                        + ".md \"f"
                        + reference + "\") ![g" + reference + "](h.png)\n\n<p title=\"i" + reference + "\">j"
                        + reference
                        + "</p>\n\n```k" + reference + "\nl" + sign + "\n```\n\n[m" + sign + "]: n" + sign + "\n");
        Run check = Run.in(folder, "check");
        assertThat(check.status()).isEqualTo(1);
        for (String file : List.of("playbook.yml:1", "playbook.yml:2", "roles.yml:1", "glossary.yml:1")) {
            assertThat(check.err() + check.out()).contains(file);
        }
        for (int line : new int[] {2, 3, 4, 5, 7, 10, 12, 14, 16, 17, 20}) {
            assertThat(check.err() + check.out()).contains("q.md:" + line + ":");
        }

        assertThat(Run.in(folder, "build", "--keep-going").status()).isEqualTo(1);
        for (Path file : site()) {
            String name = file.toString();
            if (name.matches(".*\\.(?:html|js|xml|svg|webmanifest|txt|css)")) {
                String text = Files.readString(file);
                assertThat(Characters.firstUnfit(text, 0)).as(name).isEqualTo(-1);
                if (name.endsWith(".html")) {
                    assertThat(text).as(name).doesNotContain(reference);
                }
            }
        }
    }

    @Test
    void aPictureIsPublishedWithoutWhatRuns() throws IOException {
        begin();
        Run.write(folder, "content/pages/a.svg", FRAMES);
        Run.write(folder, "content/pages/a.md", "# A\n\n[a picture](a.svg) and ![a circle](a.svg)\n");
        Run check = Run.in(folder, "check", "--strict");
        assertThat(check.status()).isEqualTo(1);
        assertThat(check.err() + check.out())
                .contains("error: <h:frameset> is no element of SVG")
                .contains("content/pages/a.svg:1:");
        assertThat(Run.in(folder, "build").status()).isEqualTo(1);
        assertThat(folder.resolve("site")).doesNotExist();
        assertThat(Run.in(folder, "build", "--keep-going").status()).isEqualTo(1);
        assertThat(Run.read(folder, "site/files/pages/a.svg"))
                .isEqualTo("<svg xmlns=\"http://www.w3.org/2000/svg\"><circle r=\"4\"/></svg>\n");
    }

    @Test
    void whatADrawingProgramNotedIsDroppedWithoutAWord() throws IOException {
        begin();
        Run.write(folder, "content/pages/a.svg", Files.readString(Path.of("src/test/resources/svg/inkscape.svg")));
        Run.write(folder, "content/pages/a.md", "# A\n\n![a circle](a.svg)\n");
        assertThat(Run.in(folder, "build").status()).isEqualTo(0);
        assertThat(Run.read(folder, "site/files/pages/a.svg"))
                .contains("Sit in a circle")
                .doesNotContain("inkscape:");
        byte[] first = Files.readAllBytes(folder.resolve("site/files/pages/a.svg"));
        assertThat(Run.in(folder, "build").out()).contains(": 0 files written");
        assertThat(Files.readAllBytes(folder.resolve("site/files/pages/a.svg"))).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bib",
                "toml",
                "drawio",
                "excalidraw",
                "srt",
                "json",
                "csv",
                "txt",
                "key",
                "ics",
                "yml",
                "png",
                "pdf"
            })
    void noDownloadBeginsAsAPage(String end) {
        begin();
        List<String> pages = List.of(
                "<script>alert(1)</script>",
                " \t\n\f<html>",
                "\uFEFF<!doctype html>",
                "<?xml version='1.0'?><x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>");
        for (int i = 0; i < pages.size(); i++) {
            Run.write(folder, "content/pages/a" + i + "." + end, pages.get(i));
        }
        Run.write(folder, "content/pages/a9." + end, pages.get(0).getBytes(StandardCharsets.UTF_16));
        Run.write(
                folder,
                "content/pages/a.md",
                "# A\n\n[0](a0." + end + ") [1](a1." + end + ") [2](a2." + end + ") [3](a3." + end + ") [9](a9." + end
                        + ")\n");
        Run build = Run.in(folder, "build", "--keep-going");
        assertThat(build.err() + build.out()).contains("5 errors");
        assertThat(folder.resolve("site/files")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "xml", "xsl", "xslt", "rss", "atom", "svgz",
                        "swf", "js",
                "mjs", "css", "wasm", "hta", "php", "cgi", "exe", "bat", "webmanifest", "rdf", "mathml", "vml", "htc",
                        "md5", ""
            })
    void whatABrowserOrServerRunsIsNoDownload(String end) {
        begin();
        String name = "a" + (end.isEmpty() ? "" : "." + end);
        Run.write(folder, "content/pages/" + name, "x");
        Run.write(folder, "content/pages/a.md", "# A\n\n[x](" + name + ")\n");
        Run build = Run.in(folder, "build", "--keep-going");
        assertThat(build.status()).isEqualTo(1);
        assertThat(build.err() + build.out()).contains("files of this kind are not put into the site");
        assertThat(folder.resolve("site/files")).doesNotExist();
    }

    @Test
    void anOldNameThatNoDiskTakesIsToldAndKeepsNothingElseBack() {
        begin();
        Run.write(
                folder,
                "content/practices/walk.md",
                "---\ntitle: Walk\nsummary: People sit. Walk.\naka: [" + "b".repeat(300) + "]\n---\n");
        Run build = Run.in(folder, "build", "--keep-going");
        assertThat(build.status()).isEqualTo(1);
        assertThat(build.err() + build.out()).contains("this name is too long for an address", "1 error");
        assertThat(folder.resolve("site/practices/walk.html")).exists();
    }

    @Test
    void aPathThatNoCopyCanHoldIsToldBeforeThePackedPlaybookIsRefused() {
        begin();
        String path = "content/pages/" + "g".repeat(100) + "/" + "h".repeat(80) + ".md";
        Run.write(folder, path, "# A\n\nText.\n");
        assertThat(Run.in(folder, "check").status()).isEqualTo(1);
        Run build = Run.in(folder, "build", "--keep-going");
        assertThat(build.status()).isEqualTo(1);
        assertThat(build.err() + build.out()).contains("this path has 190 characters", "Windows unpacks none of more");
    }

    @Test
    void aThemeThatMakesBrokenXmlPublishesNothing() {
        begin();
        Run.write(folder, "theme/templates/sitemap.peb", "<urlset>\n{{ site.name }} & more</urlset>");
        Run build = Run.in(folder, "build", "--theme", "theme");
        assertThat(build.status()).isEqualTo(1);
        assertThat(build.err())
                .contains("playbook: sitemap.xml is not well-formed XML at line 2, column ")
                .contains("nothing was published");
        assertThat(folder.resolve("site")).doesNotExist();
    }

    @Test
    void aThemesWordsHaveNoSuchSignEither() {
        begin();
        Run.write(folder, "theme/words/de.yml", "nav:\n  pages: \"Seiten\\u0007\"\n");
        Run.write(folder, "content/playbook.yml", "name: Ours\nlanguage: de\n");
        assertThat(Run.in(folder, "build", "--theme", "theme").err())
                .contains("theme/words/de.yml:2: a sign that cannot be seen stands here");
    }
}
