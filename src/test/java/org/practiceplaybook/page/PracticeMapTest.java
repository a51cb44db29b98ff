package org.practiceplaybook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.output.SiteFiles;

class PracticeMapTest {
    private static final String MAP = "practice-map.html";

    @TempDir
    Path folder;

    @Test
    void isThereWhereEnoughPracticesAreJoined() {
        PlaybookFolder playbook = new PlaybookFolder(folder);
        for (int i = 1; i <= 5; i++) {
            playbook.practice("p" + i, "related: [p" + (i % 5 + 1) + "]");
        }
        assertThat(playbook.files().at(MAP)).isEmpty();
        assertThat(page(playbook.files(), "practices/index.html").select("a[href$=" + MAP + "]"))
                .isEmpty();
        playbook.practice("p6");
        assertThat(playbook.files().at(MAP)).isPresent();
        assertThat(page(playbook.files(), "practices/index.html").select("main a[href$=" + MAP + "]"))
                .hasSize(1);
        playbook.practice("p1");
        assertThat(playbook.files().at(MAP)).isEmpty();
    }

    @Test
    void drawsWhatTheListSays() {
        Document map = page(new PlaybookFolder(Path.of("content")).files(), MAP);
        List<Element> rows = map.select("main .rows > li");
        assertThat(rows).hasSizeGreaterThan(10);
        int neighbours =
                rows.stream().mapToInt(row -> row.select(".small a").size()).sum();
        assertThat(map.select(".wide-map path").size() * 2).isEqualTo(neighbours);
        assertThat(map.select(".narrow-map path")).hasSizeBetween(rows.size() / 2, rows.size() * 3 / 2);
        for (Element drawing : map.select(".narrow-map svg, .wide-map svg")) {
            assertThat(drawing.select("a").eachAttr("href"))
                    .containsExactlyInAnyOrderElementsOf(
                            rows.stream().map(row -> row.child(0).attr("href")).toList());
            assertThat(drawing.select("a").eachText())
                    .containsExactlyInAnyOrderElementsOf(
                            rows.stream().map(row -> row.child(0).text()).toList());
        }
        assertThat(map.select(".narrow-map, .wide-map")).hasSize(2);
        assertThat(map.select(".map-key .band").eachAttr("class"))
                .containsExactlyInAnyOrderElementsOf(map.select(".wide-map rect").eachAttr("class").stream()
                        .map(band -> "band " + band)
                        .distinct()
                        .toList());
        Element role = rows.stream()
                .filter(row -> row.child(0).text().equals("Know your role"))
                .findFirst()
                .orElseThrow();
        assertThat(role.select(".small a").eachText()).contains("Find the leverage point");
    }

    /** A practice leads to its own place on the map, where it stands among those that are related to it. */
    @Test
    void eachPracticeHasItsNeighbourhood() {
        SiteFiles files = new PlaybookFolder(Path.of("content")).files();
        for (Element row : page(files, MAP).select("main .rows > li")) {
            Element drawing = row.selectFirst(".near svg");
            String own = row.child(0).attr("href");
            List<String> neighbours = row.select("span.small a").eachAttr("href");
            assertThat(drawing.select("path")).hasSameSizeAs(neighbours);
            assertThat(drawing.select("a").eachAttr("href").subList(1, neighbours.size() + 1))
                    .isEqualTo(neighbours);
            assertThat(drawing.select("a:has(.here)").eachAttr("href")).containsExactly(own);
            Document practice = page(files, own);
            assertThat(practice.select("h2 a").eachAttr("href")).containsExactly("../" + MAP + "#" + row.id());
            assertThat(practice.select(".related > li > a").eachAttr("href"))
                    .isEqualTo(neighbours.stream().map(path -> "../" + path).toList());
        }
    }

    /** In a large playbook those that are joined most, each with twelve others at most; long titles stay in their boxes. */
    @Test
    void aLargePlaybookShowsItsBestJoined() {
        PlaybookFolder playbook = new PlaybookFolder(folder);
        for (int i = 0; i < 100; i++) {
            int from = i;
            String related = IntStream.range(1, 20)
                    .mapToObj(step -> "p" + (from + step) % 70)
                    .collect(Collectors.joining(", "));
            playbook.practice("p" + i, i < 70 ? "related: [" + related + "]" : "");
        }
        playbook.with(
                "practices/p3.md",
                "---",
                "title: " + "Donaudampfschifffahrt".repeat(14),
                "summary: A.",
                "---",
                "",
                "T.");
        SiteFiles files = playbook.files();
        Document map = page(files, MAP);
        List<Element> rows = map.select("main .rows > li");
        assertThat(rows).hasSize(30);
        assertThat(map.select(".wide-map a")).hasSize(40);
        assertThat(page(files, "practice-map.4.html").select("main .rows > li")).hasSize(10);
        assertThat(page(files, "practice-map.4.html").select(".wide-map")).isEmpty();
        for (int number : List.of(1, 2, 3, 4)) {
            String path = number == 1 ? MAP : "practice-map." + number + ".html";
            assertThat(page(files, path).select("main .rows > li")).allSatisfy(row -> {
                Set<String> neighbours =
                        new TreeSet<>(row.select("span.small a").eachAttr("href"));
                assertThat(neighbours).hasSizeLessThanOrEqualTo(12).hasSameSizeAs(row.select("span.small a"));
                assertThat(page(files, row.child(0).attr("href")).select("h2 a").eachAttr("href"))
                        .isEqualTo(neighbours.isEmpty() ? List.of() : List.of("../" + path + "#" + row.id()));
            });
        }
        assertThat(map.select(".map-intro").text()).contains("40 practices");
        assertThat(map.select("tspan").eachText())
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(25));
        assertThat(map.select("text"))
                .allSatisfy(text -> assertThat(text.select("tspan")).hasSizeBetween(1, 4));
    }

    private static Document page(SiteFiles files, String path) {
        return Jsoup.parse(new String(files.at(path).orElseThrow().bytes().get(), StandardCharsets.UTF_8));
    }
}
