package org.practiceplaybook.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.page.SiteOptions;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.Workers;

/** The same content gives the same bytes: at any parallelism, in any time zone, in any language of the machine. */
class DeterminismTest {
    @Test
    void theBytesDependOnTheContentAlone() {
        Map<String, Integer> once = hashes(1);
        assertThat(once).hasSizeGreaterThan(80);
        assertThat(hashes(1)).isEqualTo(once);
        assertThat(hashes(5)).isEqualTo(once);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            // the small letter of I has no dot in Turkish; Arabic and Hindi have digits of their own
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(hashes(3)).isEqualTo(once);
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Niue"));
            assertThat(hashes(2)).isEqualTo(once);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static Map<String, Integer> hashes(int threads) {
        Workers workers = new Workers(threads);
        Content content = ContentFolder.open(Path.of("content")).read(workers);
        SiteFiles site = SiteFiles.of(
                Linker.link(content, History.NONE, false),
                Theme.of(Bundled.theme(), content.settings().language()),
                new SiteOptions("content", "0.0.0", Map.of()),
                workers);
        Map<String, Integer> hashes = new TreeMap<>();
        Publication.of(site.all(), workers).files().forEach((path, bytes) -> hashes.put(path, Arrays.hashCode(bytes)));
        return hashes;
    }
}
