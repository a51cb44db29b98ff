package org.practiceplaybook.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sheets that are drafted side by side have the places that they have in one pile. */
class PaperTest {
    private static final String BEFORE = "<html lang=\"en\"><div id=\"contents\"></div>";
    private static final String AFTER = "</html>";
    private static final Pattern PLACE = Pattern.compile(" id=\"([^\"]+)\"|<hr>");

    /** Parts of one to four sheets; each leads to the one before, and to a place of it. */
    private static Paper paper(int parts) {
        StringBuilder contents = new StringBuilder();
        List<Paper.Part> all = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            contents.append("<a href=\"#p/").append(i).append("\">P</a>");
            String before = "p/" + Math.max(0, i - 1);
            String more = "<hr>".repeat(i % 4) + "<h2 id=\"p/" + i + ":end\"></h2>" + "x".repeat(i * 100);
            all.add(new Paper.Part(
                    "p/" + i,
                    "<section class=\"leaf\" id=\"p/" + i + "\"><a href=\"#" + before + "\">Back</a><a href=\"#"
                            + before + ":end\">End</a>" + more + "</section>\n"));
        }
        return new Paper(BEFORE + contents, all, AFTER);
    }

    /** As a browser would: the cover is on the first page, each part begins a page, and so does what is behind a rule. */
    private static Map<String, Integer> printed(String text) {
        Map<String, Integer> places = new TreeMap<>();
        int[] page = {1};
        PLACE.matcher(text).results().forEach(found -> {
            String name = found.group(1);
            page[0] += name == null || name.matches("p/\\d+") ? 1 : 0;
            if (name != null && text.contains("href=\"#" + name + "\"")) {
                places.put(name, page[0]);
            }
        });
        return places;
    }

    @Test
    void draftsSayTheSamePlacesAsTheWhole() {
        Paper paper = paper(70);
        Map<String, Integer> whole = printed(paper.text());
        assertThat(whole).hasSize(139).containsEntry("p/0", 2).containsEntry("p/69", 173);
        for (int most : List.of(1, 2, 3, 7)) {
            List<Paper.Draft> drafts = paper.drafts(most);
            assertThat(drafts).hasSize(most);
            List<Map<String, Integer>> found =
                    drafts.stream().map(draft -> printed(draft.text())).toList();
            assertThat(Paper.places(drafts, found)).as(most + " drafts").isEqualTo(whole);
            assertThat(drafts.stream()
                            .mapToInt(draft -> draft.text().length())
                            .max()
                            .orElseThrow())
                    .isLessThan(paper.text().length() / most + 20_000);
        }
    }

    @Test
    void aDraftIsMarkedAndItsNumbersAreAsWideAsTheyWillBe() {
        Paper.Draft draft = paper(70).drafts(1).get(0);
        assertThat(draft.text())
                .startsWith("<html class=\"draft\" lang=\"en\">")
                .contains("<a href=\"#p/0\" data-page=\"3\">P</a>")
                .containsPattern("<a href=\"#p/69\" data-page=\"1?\\d\\d\">P</a>");
    }

    @Test
    void whereABrowserSaysNoPlacesThereAreNone() {
        List<Paper.Draft> drafts = paper(9).drafts(3);
        assertThat(Paper.places(drafts, List.of(Map.of(), Map.of(), Map.of()))).isEmpty();
        assertThat(paper(0).drafts(2)).isEmpty();
        assertThat(Paper.places(List.of(), List.of())).isEmpty();
    }
}
