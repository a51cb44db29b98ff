package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was searched for, from a list or a log, and nothing of who did. */
class SearchesTest {
    private static final String COMMON = "203.0.113.7 - ann [27/Nov/2026:10:00:00 +0000] \"GET %s HTTP/1.1\" %d 512";

    @TempDir
    private Path folder;

    private Searches read(String text) throws IOException {
        return Searches.read(Files.writeString(folder.resolve("searches"), text));
    }

    private Searches logged(String request) throws IOException {
        return read((String.format(COMMON, request, 200) + "\n").repeat(3));
    }

    @Test
    void aListHasASearchOnEachLine() throws IOException {
        assertThat(read("Fishbowl\r\n\n  quiet  people\nfishbowl").in("", Set.of()))
                .isEqualTo(Map.of("fishbowl", 2, "quiet people", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search.html?q=quiet+people",
                "/playbook/search.html?q=Quiet%20People",
                "/search.html?minutes=30&q=quiet+people&role=member",
                "https://walks.net/search.html?q=quiet+people"
            })
    void aLogHasThemInItsRequests(String request) throws IOException {
        assertThat(logged(request).in("", Set.of("fr/"))).isEqualTo(Map.of("quiet people", 3));
    }

    @Test
    void theCombinedFormatAndAPackedFileAreRead() throws IOException {
        Path file = folder.resolve("access.log.gz");
        String line = String.format(COMMON, "/fr/search.html?q=caf%C3%A9", 304)
                + " \"https://walks.net/\" \"Mozilla/5.0 (X11; rv:140.0)\"\n";
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(line.repeat(4).getBytes(StandardCharsets.UTF_8));
        }
        Searches searches = Searches.read(file);
        assertThat(searches.in("fr/", Set.of(""))).isEqualTo(Map.of("café", 4));
        assertThat(searches.in("", Set.of("fr/"))).isEmpty();
    }

    @Test
    void whatFewAskedForStaysTheirsInALog() throws IOException {
        assertThat(read((String.format(COMMON, "/search.html?q=anna", 200) + "\n").repeat(2))
                        .byFolder())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search.html",
                "/search.html?q=",
                "/research.html?q=walk",
                "/practices/walk.html?q=walk",
                "/search.html?q=%zz",
                "/search.html?q=%ff%fe",
                "/search.html?q=a%00b",
                "/search.html?q=ann%40walks.net",
                "/search.html?q=%2B49+30+1234567",
                "/search.html?q=https%3A%2F%2Fwalks.net",
            })
    void whatIsNoSearchOrSomebodysOwnIsPassedOver(String request) throws IOException {
        assertThat(logged(request).byFolder()).isEmpty();
    }

    @Test
    void whatFailedAndWhatHasNoEndIsPassedOver() throws IOException {
        assertThat(read((String.format(COMMON, "/search.html?q=walk", 404) + "\n").repeat(5) + "x".repeat(3_000_000)
                                + "\nwalks")
                        .in("", Set.of()))
                .isEqualTo(Map.of("walks", 1));
    }
}
