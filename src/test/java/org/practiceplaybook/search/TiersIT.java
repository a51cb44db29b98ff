package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A word on so many pages that its postings are cut, those first on which it matters most. */
class TiersIT {
    private static final int PAGES = 10_000;
    private static Documents.Found found;

    @BeforeAll
    static void index() {
        Random random = new Random(61);
        Documents documents = new Documents();
        for (int i = 0; i < PAGES; i++) {
            documents.with(Documents.page("p" + i + ".html")
                    .title(i == 9999 ? "Common ground" : i % 5000 == 4321 ? "Ordinary " + i : "Page " + i)
                    .text("common ".repeat(1 + random.nextInt(9))
                            + "text ".repeat(random.nextInt(40))
                            + (i % 1000 == 777 ? "rare" : "")
                            + (i == 9500 ? " unique" : ""))
                    .facet("role", i % 1000 == 999 ? "few" : "many")
                    .range("minutes", i % 500 == 0 ? 5 : 50, Integer.MAX_VALUE));
        }
        found = documents.found();
    }

    @Test
    void aWordOnEveryPageGivesNumbers() {
        List<Script.Hit> hits = found.search("common").hits();
        assertThat(hits).hasSize(10).allMatch(hit -> Double.isFinite(hit.score()) && hit.score() > 0);
        assertThat(hits.get(0).page()).isEqualTo("p9999.html");
    }

    @Test
    void aRareWordBesideACommonOneDecides() {
        assertThat(found.pages("common rare"))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 10)
                        .mapToObj(i -> "p" + (i * 1000 + 777) + ".html")
                        .toList());
        assertThat(found.pages("common unique")).first().isEqualTo("p9500.html");
        assertThat(found.pages("common ground")).first().isEqualTo("p9999.html");
    }

    @Test
    void aFilterLooksAtEveryPage() {
        assertThat(found.script.search("common role:few", 100).pages())
                .hasSize(10)
                .first()
                .isEqualTo("p9999.html");
        assertThat(found.script.search("common minutes:10", 100).hits()).hasSize(20);
        assertThat(found.script.search("role:few", 100).hits()).hasSize(10);
        assertThat(found.pages("ordinary -common")).isEmpty();
        assertThat(found.script.search("common", 5000).hits()).hasSize(5000);
    }

    @Test
    void theFirstAreThoseThatEveryTierTogetherWouldGive() {
        for (String query : List.of(
                "common",
                "common text",
                "common rare",
                "text rare",
                "common ground",
                "page common",
                "ordinary text common",
                "common unique text")) {
            List<String> quick = found.pages(query);
            // a word that is nowhere, left out: every tier is read
            List<String> whole = found.pages(query + " -nowhere");
            assertThat(quick).as(query).first().isEqualTo(whole.get(0));
            assertThat(quick).as(query).containsExactlyInAnyOrderElementsOf(whole);
        }
    }
}
