package org.practiceplaybook.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.content.DownloadKind;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.publish.PackedFile;
import org.practiceplaybook.publish.Publication;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Sha256;
import org.practiceplaybook.work.Workers;

/** The whole site in one file: one folder, what to open first, sums of all that is in it, the same bytes on every machine. */
class OfflineZipTest {
    private static final Workers WORKERS = new Workers(2);

    @TempDir
    Path temp;

    private SiteFiles site(DownloadKind... kinds) {
        return new PlaybookFolder(temp.resolve("content"))
                .with(
                        "playbook.yml",
                        "name: \"Ways: to meet\"",
                        "edition: \"2 beta\"",
                        "address: https://example.org/ways/",
                        "languages: [en, de]")
                .practice("listen", "reviewed: 2026-02", "aka: [hear]")
                .with("pages/about.md", "---", "title: About", "---", "", "![A dot](dot.svg) [Paper](paper.pdf)")
                .with("pages/dot.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>")
                .with("pages/paper.pdf", "%PDF-1.4")
                .files(kinds);
    }

    private static byte[] packed(SiteFiles site) throws IOException {
        Publication publication = Publication.of(site.all(), WORKERS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new OfflineZip(site.editions()).write(publication, WORKERS, out);
        return out.toByteArray();
    }

    private static Map<String, byte[]> read(byte[] zip) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String path) {
        assertThat(files).containsKey(path);
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    @Test
    void itHoldsTheSiteAndWhatToOpenFirst() throws IOException {
        SiteFiles site = site(DownloadKind.ZIP);
        Map<String, byte[]> files = read(packed(site));
        assertThat(files.keySet()).allMatch(path -> path.startsWith("ways-to-meet-2-beta/"));
        assertThat(files.keySet().stream().map(path -> path.split("/")[1]).distinct())
                .containsExactlyInAnyOrder("START-HERE.html", "READ-ME.txt", "playbook");
        String inner = "ways-to-meet-2-beta/playbook/";
        Map<String, byte[]> made = Publication.of(site.all(), WORKERS).files();
        List<String> different = new ArrayList<>();
        files.forEach((path, bytes) -> {
            if (path.startsWith(inner) && !Arrays.equals(bytes, made.get(path.substring(inner.length())))) {
                different.add(path.substring(inner.length()));
            }
        });
        assertThat(different)
                .as("the same bytes as on the web, but for the downloads and the sums")
                .containsExactlyInAnyOrder("SHA256SUMS.txt", "downloads/index.html", "de/downloads/index.html");
        assertThat(files)
                .containsKeys(
                        inner + "index.html",
                        inner + "de/practices/listen.html",
                        inner + "practices/hear.html",
                        inner + "files/pages/paper.pdf");
    }

    @Test
    void nothingIsInItThatOnlyAServerNeeds() throws IOException {
        Map<String, byte[]> files = read(packed(site()));
        assertThat(files.keySet())
                .noneMatch(path ->
                        path.matches(".*(404\\.html|robots|sitemap|webmanifest|social|icon-512|icon-maskable).*"))
                .noneMatch(path -> path.contains("/downloads/"))
                .anyMatch(path -> path.matches(".*/assets/icon-[0-9a-f]+\\.svg"))
                .anyMatch(path -> path.endsWith("files/pages/dot.svg"));
    }

    @Test
    void everyFileHasItsSum() throws IOException {
        Map<String, byte[]> files = read(packed(site()));
        String inner = "ways-to-meet-2-beta/playbook/";
        Map<String, String> sums = new TreeMap<>();
        text(files, inner + "SHA256SUMS.txt")
                .lines()
                .filter(line -> !line.startsWith("# "))
                .forEach(line -> sums.put(line.substring(66), line.substring(0, 64)));
        files.remove(inner + "SHA256SUMS.txt");
        files.keySet().removeIf(path -> !path.startsWith(inner));
        assertThat(sums).hasSize(files.size());
        files.forEach((path, bytes) -> assertThat(sums.get(path.substring(inner.length())))
                .isEqualTo(HexFormat.of().formatHex(Sha256.digest().digest(bytes))));
    }

    @Test
    void whoOpensItIsToldInEveryLanguageWhatItIs() throws IOException {
        Map<String, byte[]> files = read(packed(site()));
        String start = text(files, "ways-to-meet-2-beta/START-HERE.html");
        assertThat(start)
                .contains("<section class=\"start wide\" lang=\"en\"", "lang=\"de\"", "Unpack first")
                .contains("href=\"playbook/index.html\"", "href=\"playbook/de/index.html\"")
                .contains("Edition 2 beta")
                .contains("<a href=\"https://example.org/ways/\">The newest edition: https://example.org/ways/</a>")
                .contains("Die neueste Ausgabe: https://example.org/ways/de/")
                .doesNotContain("<script");
        assertThat(text(files, "ways-to-meet-2-beta/playbook/de/index.html"))
                .contains("<a href=\"https://example.org/ways/de/\">");
        assertThat(text(files, "ways-to-meet-2-beta/READ-ME.txt"))
                .contains("Ways: to meet", "Edition 2 beta", "As of 1 February 2026", "https://example.org/ways/");
    }

    @Test
    void theCopyOffersNoDownloadAndSaysWhereTheNewestIs() throws IOException {
        assertThat(text(read(packed(site(DownloadKind.ZIP))), "ways-to-meet-2-beta/playbook/downloads/index.html"))
                .contains("You are reading a copy", "https://example.org/ways/")
                .doesNotContain(".zip");
    }

    @Test
    void theSameSiteGivesTheSameBytesInEveryTimeZone() throws IOException {
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            byte[] east = packed(site());
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Niue"));
            assertThat(packed(site())).isEqualTo(east);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void whereItCannotBeWrittenTheFormerOneStays() throws IOException {
        SiteFiles site = site();
        Path zip = temp.resolve("out/a.zip");
        Files.createDirectories(zip.resolve("a-folder-in-the-way"));
        PackedFile file = new PackedFile(zip, new OfflineZip(site.editions()));
        file.prepare(Publication.of(site.all(), WORKERS), WORKERS);
        assertThatThrownBy(file::publish)
                .isInstanceOf(MachineRefused.class)
                .hasMessageContaining("could not write " + zip);
        try (Stream<Path> left = Files.list(zip.getParent())) {
            assertThat(left).containsExactly(zip);
        }
        assertThat(zip.resolve("a-folder-in-the-way")).isDirectory();
    }
}
