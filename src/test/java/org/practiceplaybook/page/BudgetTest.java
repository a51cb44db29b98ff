package org.practiceplaybook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.output.SiteFiles;

/** A page is light: at most 20 KB of style and 10 KB of script, compressed, on any page of the starter site. */
class BudgetTest {
    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"(?:\\.\\./)*([^\"]+)\"");
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]* src=\"(?:\\.\\./)*([^\"]+)\"");
    private static final Pattern INLINE = Pattern.compile("<(?:style|script)>(.*?)</(?:style|script)>", Pattern.DOTALL);

    @Test
    void everyPageKeepsTheBudget() {
        SiteFiles site = new PlaybookFolder(Path.of("content")).files();
        Map<String, byte[]> assets = site.editions().get(0).theme().assets().files();
        int pages = 0;
        for (SiteFile sheet : site.listed().values()) {
            if (!sheet.path().endsWith(".html")) {
                continue;
            }
            pages++;
            String page = new String(sheet.bytes().get(), StandardCharsets.UTF_8);
            int inline = INLINE.matcher(page)
                    .results()
                    .mapToInt(found -> found.group(1).length())
                    .sum();
            assertThat(sum(STYLE, page, assets) + inline)
                    .as("style of %s", sheet.path())
                    .isPositive()
                    .isLessThanOrEqualTo(20 * 1024);
            assertThat(sum(SCRIPT, page, assets))
                    .as("script of %s", sheet.path())
                    .isLessThanOrEqualTo(10 * 1024);
        }
        assertThat(pages).isGreaterThan(50);
        String home = new String(site.at("index.html").orElseThrow().bytes().get(), StandardCharsets.UTF_8);
        assertThat(sum(SCRIPT, home, assets)).isPositive();
    }

    private static int sum(Pattern pattern, String page, Map<String, byte[]> assets) {
        int sum = 0;
        Matcher matcher = pattern.matcher(page);
        while (matcher.find()) {
            assertThat(assets).containsKey(matcher.group(1));
            sum += compressed(assets.get(matcher.group(1)));
        }
        return sum;
    }

    private static int compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size();
    }
}
