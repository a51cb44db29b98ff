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
        for (Element drawing : map.select(".map svg")) {
            assertThat(drawing.select("path").size() * 2).isEqualTo(neighbours);
            assertThat(drawing.select("a").eachAttr("href"))
                    .containsExactlyInAnyOrderElementsOf(
                            rows.stream().map(row -> row.child(0).attr("href")).toList());
            assertThat(drawing.select("a").eachText())
                    .containsExactlyInAnyOrderElementsOf(
                            rows.stream().map(row -> row.child(0).text()).toList());
        }
        assertThat(map.select(".map svg")).hasSize(2);
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
        Document map = page(playbook.files(), MAP);
        List<Element> rows = map.select("main .rows > li");
        assertThat(rows).hasSize(40).allSatisfy(row -> {
            Set<String> neighbours = new TreeSet<>(row.select(".small a").eachAttr("href"));
            assertThat(neighbours).hasSizeBetween(1, 12).hasSameSizeAs(row.select(".small a"));
        });
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
