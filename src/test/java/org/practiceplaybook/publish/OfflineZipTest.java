package org.practiceplaybook.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.work.MachineRefused;

/** The whole site in one file, with the same bytes on every machine. */
class OfflineZipTest {
    private static final Publication SITE = new Publication(new TreeMap<>(Map.of(
            "index.html", "<p>é".getBytes(StandardCharsets.UTF_8),
            "practices/a.html", "a".getBytes(StandardCharsets.UTF_8),
            "pages/日本.html", "j".getBytes(StandardCharsets.UTF_8),
            "assets/big.js", "x".repeat(100_000).getBytes(StandardCharsets.UTF_8))));

    @TempDir
    Path temp;

    @Test
    void itHoldsTheSiteAndAWordToTheReader() throws IOException {
        Path zip = temp.resolve("deep/er/playbook.zip");
        new PackedFile(zip, new OfflineZip("my-playbook", "Open index.html")).write(SITE);
        Map<String, byte[]> files = read(zip);
        Map<String, byte[]> expected = new TreeMap<>();
        SITE.files().forEach((path, bytes) -> expected.put("my-playbook/" + path, bytes));
        expected.put("my-playbook/READ-ME.txt", "Open index.html".getBytes(StandardCharsets.UTF_8));
        assertThat(files.keySet()).isEqualTo(expected.keySet());
        files.forEach((path, bytes) -> assertThat(bytes).as(path).isEqualTo(expected.get(path)));
    }

    @Test
    void theSameSiteGivesTheSameBytesInEveryTimeZone() throws IOException {
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            new PackedFile(temp.resolve("east.zip"), new OfflineZip("p", "r")).write(SITE);
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Niue"));
            new PackedFile(temp.resolve("west.zip"), new OfflineZip("p", "r")).write(SITE);
        } finally {
            TimeZone.setDefault(zone);
        }
        assertThat(temp.resolve("east.zip")).hasSameBinaryContentAs(temp.resolve("west.zip"));
    }

    @Test
    void whereItCannotBeWrittenTheFormerOneStays() throws IOException {
        Path zip = temp.resolve("a.zip");
        Files.createDirectories(zip.resolve("a-folder-in-the-way"));
        assertThatThrownBy(() -> new PackedFile(zip, new OfflineZip("p", "r")).write(SITE))
                .isInstanceOf(MachineRefused.class)
                .hasMessageContaining("could not write " + zip);
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).containsExactly(zip);
        }
        assertThat(zip.resolve("a-folder-in-the-way")).isDirectory();
    }

    private static Map<String, byte[]> read(Path zip) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
