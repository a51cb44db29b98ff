package org.practiceplaybook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.publish.PhoneFiles;
import org.practiceplaybook.publish.Publication;
import org.practiceplaybook.theme.Assets;
import org.practiceplaybook.work.Workers;

/**
 * A page is light, compressed: at most 20 KB of style and 10 KB of script on any page of the starter site, 60 KB in all on a
 * first visit, pictures aside, and 8 KB for the next practice.
 */
class BudgetTest {
    private static final Pattern STYLE =
            Pattern.compile("<link rel=\"stylesheet\" href=\"(?:\\.\\./|/practice-playbook/)*([^\"]+)\"");
    private static final Pattern SCRIPT =
            Pattern.compile("<script[^>]* src=\"(?:\\.\\./|/practice-playbook/)*([^\"]+)\"");
    /** A face that is asked for before a page is laid out, or soon after. */
    private static final Pattern FIRST_FONT =
            Pattern.compile("@font-face\\s*\\{[^}]*url\\(\"([^\"]+)\"\\)[^}]*unicode-range: U\\+0-[^}]*\\}");

    private static final Pattern FONT =
            Pattern.compile("@font-face\\s*\\{[^}]*url\\(\"([^\"]+)\"\\)[^}]*unicode-range: ([^;}]+)");

    private static final Pattern INLINE = Pattern.compile("<(?:style|script)>(.*?)</(?:style|script)>", Pattern.DOTALL);

    /** Of the one page that reads a reader's list and runs it. */
    private static final int LIST_AND_RUN = 10_752;

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
                    .isLessThanOrEqualTo(sheet.path().equals("shortlist.run.html") ? LIST_AND_RUN : 10 * 1024);
        }
        assertThat(pages).isGreaterThan(50);
        String home = new String(site.at("index.html").orElseThrow().bytes().get(), StandardCharsets.UTF_8);
        assertThat(sum(SCRIPT, home, assets)).isPositive();
    }

    @Test
    void aFirstVisitWeighsLittleAndTheNextPracticeLess() {
        SiteFiles site = new PlaybookFolder(Path.of("content")).files();
        Workers workers = new Workers(2);
        Assets assets = site.editions().get(0).theme().assets();
        Map<String, byte[]> files = PhoneFiles.in(
                        Publication.of(site.all(), workers), assets.path("worker.js"), workers)
                .files();
        byte[] home = files.get("index.html");
        String page = new String(home, StandardCharsets.UTF_8);
        String css = new String(files.get(assets.path("site.css")), StandardCharsets.UTF_8);
        List<String> fonts = FIRST_FONT
                .matcher(css)
                .results()
                .map(found -> "assets/" + found.group(1))
                .toList();
        assertThat(fonts).hasSize(3);
        int weight = compressed(home)
                + sum(STYLE, page, files)
                + sum(SCRIPT, page, files)
                + fonts.stream().mapToInt(font -> files.get(font).length).sum()
                + compressed(files.get(PhoneFiles.WORKER))
                + files.entrySet().stream()
                        .filter(file -> file.getKey().matches("assets/(?:phone-.*\\.json|icon-.*\\.svg)"))
                        .mapToInt(file -> compressed(file.getValue()))
                        .sum();
        assertThat(weight).isBetween(30 * 1024, 60 * 1024);
        files.forEach((path, bytes) -> {
            if (path.matches("practices/[^/.]+\\.html")) {
                String text = new String(bytes, StandardCharsets.UTF_8);
                assertThat(page)
                        .as("what %s needs", path)
                        .contains(names(STYLE, text))
                        .contains(names(SCRIPT, text));
                assertThat(compressed(bytes)).as(path).isLessThanOrEqualTo(8 * 1024);
            }
            if (path.endsWith(".run.html")) {
                String text = new String(bytes, StandardCharsets.UTF_8);
                int more = sum(STYLE, text, files)
                        + sum(SCRIPT, text, files)
                        - sum(STYLE, page, files)
                        - sum(SCRIPT, page, files);
                assertThat(compressed(bytes) + more).as(path).isBetween(1024, 16 * 1024);
            }
        });
    }

    /** Every character is in one file of a face: a page in one language asks for no other. */
    @Test
    void theFilesOfAFaceShareNoCharacter() {
        Assets assets = new PlaybookFolder(Path.of("content"))
                .files()
                .editions()
                .get(0)
                .theme()
                .assets();
        String css = new String(assets.files().get(assets.path("site.css")), StandardCharsets.UTF_8);
        Map<String, BitSet> faces = new TreeMap<>();
        FONT.matcher(css).results().forEach(found -> {
            BitSet characters = new BitSet();
            for (String range : found.group(2).split(",")) {
                String[] ends = range.strip().substring(2).split("-");
                characters.set(Integer.parseInt(ends[0], 16), Integer.parseInt(ends[ends.length - 1], 16) + 1);
            }
            String face = found.group(1).replaceFirst("(?:-latin|-ext)?-[0-9a-f]{10}\\.woff2", "");
            BitSet all = faces.computeIfAbsent(face, unused -> new BitSet());
            assertThat(all.intersects(characters)).as(found.group(1)).isFalse();
            all.or(characters);
        });
        assertThat(faces).containsOnlyKeys("atkinson", "literata", "literata-italic");
        assertThat(faces.values())
                .allSatisfy(face -> assertThat(face.nextClearBit(0)).isGreaterThanOrEqualTo(0x100));
    }

    private static List<String> names(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(found -> found.group(1)).toList();
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
