package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;

/** {@code playbook build}: how it ends, what it says, and what it leaves. */
class BuildVerbTest {
    @TempDir
    Path folder;

    private Terminal terminal;
    private PlaybookFolder content;

    @BeforeEach
    void begin() {
        terminal = new Terminal(folder);
        content = new PlaybookFolder(folder.resolve("content"))
                .with("playbook.yml", "name: Ours", "address: https://walks.net/", "email: editors@walks.net")
                .with("practices/p.md", "---", "title: p", "summary: About p.", "---");
    }

    @Test
    void itMakesTheSite() {
        assertThat(terminal.run("build")).isEqualTo(0);
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.out()).contains(" pages in site: ").contains(" 0 deleted. Open ");
        assertThat(terminal.files()).containsKeys("site/index.html", "site/practices/p.html", "site/.playbook-files");
    }

    @Test
    void aSecondBuildWritesNothing() {
        terminal.run("build");
        Map<String, String> before = terminal.files();
        assertThat(terminal.run("build")).isEqualTo(0);
        assertThat(terminal.out()).contains(": 0 files written, ").contains(", 0 deleted.");
        assertThat(terminal.files()).isEqualTo(before);
    }

    @Test
    void quietSaysNothing() {
        assertThat(terminal.run("build", "--quiet")).isEqualTo(0);
        assertThat(terminal.out() + terminal.err()).isEmpty();
    }

    @Test
    void errorsLeaveTheOldSiteUntouched() {
        terminal.run("build");
        Map<String, String> before = terminal.files();
        content.with("pages/a.md", "# A", "", "[x](../practices/q.md)");
        assertThat(terminal.run("build")).isEqualTo(1);
        assertThat(terminal.err())
                .contains("error: there is nothing at \"../practices/q.md\"")
                .contains("--> content/pages/a.md:3:5")
                .contains("1 error.")
                .contains("The site was not touched");
        before.put("content/pages/a.md", "# A\n\n[x](../practices/q.md)\n");
        assertThat(terminal.files()).isEqualTo(before);
    }

    @Test
    void aFileThatChangesWhileTheSiteIsMadeIsNamedAndTheOldSiteAndBundleStay() throws Exception {
        terminal.run("build", "--offline", "o.zip");
        Map<String, String> before = terminal.files();
        content.with("practices/p.md", "---", "title: p", "summary: Another word.", "---");
        Path notes = Files.writeString(folder.resolve("content/notes.txt"), "a");
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            while (!ended.get()) {
                try {
                    Files.writeString(notes, "a", StandardOpenOption.APPEND);
                    Thread.sleep(5);
                } catch (IOException | InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        });
        try {
            assertThat(terminal.run("build", "--offline", "o.zip")).isEqualTo(3);
        } finally {
            ended.set(true);
            writer.join();
        }
        assertThat(terminal.err())
                .contains("notes.txt changed while the site was made of it; nothing was written: try again when");
        before.keySet().removeIf(path -> path.startsWith("content/"));
        assertThat(terminal.files()).containsAllEntriesOf(before);
        assertThat(folder.resolve("site/.playbook-staging")).doesNotExist();
    }

    @Test
    void aPictureOfFortyMegabytesIsToldAndCarriedWhole() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", png);
        byte[] heavy = Arrays.copyOf(png.toByteArray(), 40 << 20);
        Files.createDirectories(folder.resolve("content/images"));
        Files.write(folder.resolve("content/images/heavy.png"), heavy);
        content.with("pages/a.md", "# A", "", "![A field at dawn](../images/heavy.png)");
        assertThat(terminal.run("build", "--offline", "o.zip")).isEqualTo(0);
        assertThat(terminal.err()).contains("images/heavy.png").contains("this picture has 40960 KB");
        try (ZipFile zip = new ZipFile(folder.resolve("o.zip").toFile())) {
            assertThat(zip.stream().filter(entry -> entry.getName().endsWith("images/heavy.png")))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.getSize()).isEqualTo(heavy.length));
        }
    }

    @Test
    void errorsWriteNothingAtFirst() {
        content.with("practices/q.md", "no front matter");
        assertThat(terminal.run("build", "--offline", "o.zip")).isEqualTo(1);
        assertThat(folder.resolve("site")).doesNotExist();
        assertThat(folder.resolve("o.zip")).doesNotExist();
    }

    @Test
    void keepGoingWritesTheSiteAndStillEndsWithOne() throws IOException {
        content.with("pages/a.md", "# A", "", "[gone](../practices/q.md)")
                .with("practices/q-2.md", "Words.")
                .with("practices/" + "l".repeat(240) + ".md", "Words.");
        assertThat(terminal.run("build", "--keep-going")).isEqualTo(1);
        assertThat(terminal.err()).contains("there is nothing at", "this name is too long for an address");
        assertThat(terminal.out()).contains(" pages in site: ");
        assertThat(Files.readString(folder.resolve("site/pages/a.html")))
                .contains("<span class=\"broken\" title=\"This link leads nowhere\">gone</span>");
        assertThat(Files.readString(folder.resolve("site/practices/q-2.html")))
                .contains("Words.", "This entry has errors");
    }

    @Test
    void strictMakesAdviceAnError() {
        content.practice("old", "state: retired");
        assertThat(terminal.run("build", "--output", "lenient")).isEqualTo(0);
        assertThat(terminal.err()).contains("1 piece of advice.");
        assertThat(terminal.run("build", "--strict")).isEqualTo(1);
        assertThat(terminal.err()).contains("advice: ").contains("The site was not touched");
        assertThat(folder.resolve("site")).doesNotExist();
    }

    @Test
    void theOfflineZipHoldsTheSiteByteForByteEachTime() throws IOException {
        assertThat(terminal.run("build", "--offline", "out/one.zip")).isEqualTo(0);
        assertThat(terminal.out()).contains("site and out/one.zip");
        assertThat(terminal.run("build", "--output", "other", "--offline", "two.zip"))
                .isEqualTo(0);
        assertThat(folder.resolve("out/one.zip")).hasSameBinaryContentAs(folder.resolve("two.zip"));
        Map<String, String> zipped = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(folder.resolve("two.zip")))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zipped.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(zipped.keySet()).allMatch(path -> path.matches("ours-[0-9a-f]{6}/.*"));
        Map<String, String> site = terminal.files();
        zipped.forEach((path, text) -> {
            String inner = path.replaceFirst("^[^/]+/", "");
            if (inner.startsWith("playbook/") && !inner.matches("playbook/(?:SHA256SUMS.txt|downloads/index.html)")) {
                assertThat(text).as(path).isEqualTo(site.get("site/" + inner.substring("playbook/".length())));
            }
        });
        assertThat(zipped).hasSizeGreaterThan(20);
        assertThat(folder.resolve("site/downloads/ours.zip")).hasSameBinaryContentAs(folder.resolve("two.zip"));
        assertThat(terminal.run("build", "--output", "bare", "--downloads", "none", "--offline", "three.zip"))
                .isEqualTo(0);
        assertThat(folder.resolve("bare/downloads")).doesNotExist();
        assertThat(Files.readString(folder.resolve("bare/index.html"))).doesNotContain("Take it with you");
        assertThat(folder.resolve("three.zip")).exists();
    }

    @Test
    void theDownloadsAreThoseOfTheOptionOrOfTheSettings() throws IOException {
        content.with("playbook.yml", "name: Ours", "downloads: [zip]");
        assertThat(terminal.run("build")).isEqualTo(0);
        String page = Files.readString(folder.resolve("site/downloads/index.html"));
        assertThat(page).contains("href=\"../downloads/ours.zip\" download", " KB</span>");
        assertThat(Files.readString(folder.resolve("site/practices/index.html")))
                .contains("<a href=\"../downloads/index.html\">Take it with you</a>");
        content.with("playbook.yml", "name: Ours", "downloads: none");
        assertThat(terminal.run("build")).isEqualTo(0);
        assertThat(folder.resolve("site/downloads")).doesNotExist();
        assertThat(terminal.run("build", "--downloads", "zip")).isEqualTo(0);
        assertThat(folder.resolve("site/downloads/ours.zip")).exists();
        assertThat(terminal.run("build", "--downloads", "zip,pdf")).isEqualTo(2);
        assertThat(terminal.err()).contains("there are no downloads \"zip,pdf\"", "or none");
    }

    @Test
    void whatWouldNotWorkOnADiskIsNotPublished() throws IOException {
        assertThat(terminal.run("build", "--offline", "o.zip")).isEqualTo(0);
        Map<String, String> before = terminal.files();
        Files.createDirectories(folder.resolve("theme/templates"));
        Files.writeString(
                folder.resolve("theme/templates/head-extra.peb"),
                "<script src=\"https://example.org/count.js\"></script>");
        assertThat(terminal.run("build", "--offline", "o.zip")).isEqualTo(Exit.CONTENT);
        assertThat(terminal.err())
                .contains("index.html:", "asks for https://example.org/count.js, which is not inside")
                .contains("nothing was published", "the theme's template");
        before.put("theme/templates/head-extra.peb", "<script src=\"https://example.org/count.js\"></script>");
        assertThat(terminal.files()).isEqualTo(before);
        assertThat(terminal.run("build", "--downloads", "none")).isEqualTo(0);
    }

    @Test
    void aThemeFolderReplacesSingleFiles() throws IOException {
        Files.createDirectories(folder.resolve("theme/templates"));
        Files.writeString(folder.resolve("theme/templates/robots.peb"), "mine");
        assertThat(terminal.run("build")).isEqualTo(0);
        assertThat(terminal.files()).containsEntry("site/robots.txt", "mine");
    }

    @Test
    void aMistakeInTheThemeLeavesTheOldSiteUntouched() throws IOException {
        terminal.run("build");
        Map<String, String> before = terminal.files();
        Files.createDirectories(folder.resolve("look/templates"));
        Files.writeString(folder.resolve("look/templates/practice.peb"), "{{ page.nothing }}");
        before.put("look/templates/practice.peb", "{{ page.nothing }}");
        assertThat(terminal.run("build", "--theme", "look")).isEqualTo(1);
        assertThat(terminal.err())
                .startsWith("playbook: theme/templates/practice.peb:1: ")
                .doesNotContain("\tat ");
        assertThat(terminal.files()).isEqualTo(before);
    }

    @Test
    void foldersThatAreNotThereAreNamed() {
        assertThat(terminal.run("build", "--content", "nowhere")).isEqualTo(2);
        assertThat(terminal.err()).contains("there is no folder \"nowhere\" to read the playbook from");
        assertThat(terminal.run("build", "--theme", "nowhere")).isEqualTo(2);
        assertThat(terminal.err()).contains("there is no folder \"nowhere\" to read the theme from");
        assertThat(new Terminal(folder.resolve("content")).run("build")).isEqualTo(2);
    }

    @Test
    void anEmptyFolderIsAnError() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        assertThat(terminal.run("build", "--content", "empty")).isEqualTo(1);
        assertThat(terminal.err()).contains("there is nothing to read in the content folder");
    }

    @Test
    void aFolderOfSomebodyElseIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("site"));
        Files.writeString(folder.resolve("site/index.html"), "mine");
        assertThat(terminal.run("build")).isEqualTo(2);
        assertThat(terminal.err())
                .contains("files that Practice Playbook did not write", "index.html", "Nothing was changed");
        assertThat(terminal.files()).containsEntry("site/index.html", "mine").doesNotContainKey("site/404.html");
    }

    @Test
    void aFileForAnOutputFolderIsRefused() throws IOException {
        Files.writeString(folder.resolve("site"), "mine");
        assertThat(terminal.run("build")).isEqualTo(2);
        assertThat(terminal.err()).contains("is a file; choose a folder with --output");
        assertThat(terminal.files()).containsEntry("site", "mine");
    }

    @Test
    void theSiteMayNotBeInTheContentFolder() {
        assertThat(terminal.run("build", "--output", "content/site")).isEqualTo(2);
        assertThat(terminal.err()).contains("which is in the content folder");
        assertThat(terminal.run("build", "--output", "content")).isEqualTo(2);
        assertThat(folder.resolve("content/site")).doesNotExist();
    }

    @Test
    void norMayTheContentFolderBeInTheSite() {
        assertThat(terminal.run("build", "--output", ".")).isIn(0, 2);
        assertThat(terminal.files()).containsKey("content/practices/p.md");
    }

    @Test
    void whatTheSystemTakesForAFileIsAMachineProblem() throws IOException {
        Files.writeString(folder.resolve("file"), "mine");
        assertThat(terminal.run("build", "--output", "file/site")).isEqualTo(3);
        assertThat(terminal.err()).startsWith("playbook: could not write to the folder ");
        assertThat(terminal.run("build", "--offline", "file/o.zip")).isEqualTo(3);
        assertThat(terminal.files()).containsEntry("file", "mine");
    }

    @Test
    void handbooksOfOrdinaryMarkdownBuild() {
        PlaybookFolder handbook = new PlaybookFolder(folder.resolve("hb"));
        handbook.with("pages/README.md", "# Handbook", "", "[deep](a/b/c/d/e/f/g/x.md#part) [gone](gone.md)");
        handbook.with("pages/a/b/c/d/e/f/g/x.md", "# X", "", "## Part", "", "{{< shortcode >}} {% liquid %}");
        assertThat(terminal.run("build", "--content", "hb", "--keep-going")).isEqualTo(1);
        assertThat(terminal.err()).contains("--> hb/pages/README.md:3:40").contains("1 error");
        assertThat(terminal.files().get("site/pages/a/b/c/d/e/f/g/x.html"))
                .contains("{{&lt; shortcode &gt;}} {% liquid %}");
    }
}
