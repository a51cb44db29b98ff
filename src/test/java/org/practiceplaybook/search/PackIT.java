package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of a small playbook the index is few files, of a large one each query loads only what it needs. */
class PackIT {
    private static Documents documents(int pages) {
        Documents documents = new Documents();
        for (int page = 0; page < pages; page++) {
            documents.with(Documents.page("p" + page + ".html")
                    .title("Practice number w" + page)
                    .summary("How to walk w" + page)
                    .facet("role", page % 2 == 0 ? "host" : "guest")
                    .passage(
                            "do",
                            "What to do",
                            "Walk with people of w" + page + ". Then talk. ".repeat(page % 7 * 40)));
        }
        return documents;
    }

    @Test
    void aSmallIndexIsOneFileBesideItsRoot() {
        Map<String, byte[]> files = documents(15).files();
        assertThat(files).hasSize(2);
        Script script = Script.open(files).orElseThrow();
        for (String query : List.of("walk w7", "role:host w8", "\"people of w9\"", "practise")) {
            Script.Answer answer = script.search(query, 10);
            assertThat(answer.hits()).as(query).isNotEmpty();
            assertThat(answer.missing()).as(query).isEmpty();
        }
        assertThat(script.search("w7 ", 10).pages()).startsWith("p7.html");
    }

    @Test
    void aLargeIndexIsManyFiles() {
        Map<String, byte[]> files = documents(1000).files();
        assertThat(files).hasSizeGreaterThan(500);
        assertThat(Script.open(files).orElseThrow().search("w777 ", 10).pages()).startsWith("p777.html");
    }

    @Test
    void ofALargeIndexTheBriefsOfAWordComeWithItsPostings() {
        Map<String, byte[]> files = documents(1000).files();
        Script whole = Script.open(files).orElseThrow();
        for (String query : List.of("w777 ", "practice ", "walk ")) {
            assertThat(whole.first(List.of(query), 10, 0).get(0).list())
                    .as(query)
                    .hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void whereBriefsThatComeWithPostingsAreDamagedThoseOfTheirGroupsAreShown() {
        Map<String, byte[]> files = documents(1000).files();
        Script whole = Script.open(files).orElseThrow();
        int harmed = 0;
        for (String path : whole.first(List.of("w777 "), 10, 0).get(0).list()) {
            String text = new String(files.get(path), StandardCharsets.UTF_8);
            String bad = text.replaceFirst("\",\\[\\[\\d+,\\[.*\\]\\)", "\",[[777,null]]])");
            if (!bad.equals(text)) {
                harmed++;
                Script.Answer answer = whole.changed(Map.of(path, bad.getBytes(StandardCharsets.UTF_8)))
                        .orElseThrow()
                        .search("w777 ", 10);
                assertThat(answer.missing()).containsExactly(path);
                assertThat(answer.hits()).first().satisfies(hit -> {
                    assertThat(hit.page()).isEqualTo("p777.html");
                    assertThat(hit.summary()).isEqualTo("How to walk w777");
                });
            }
        }
        assertThat(harmed).isPositive();
    }

    @Test
    void aMissingFileOfManyShardsIsNamedOnceAndReadWhenItIsBack() {
        Map<String, byte[]> files = documents(15).files();
        Script whole = Script.open(files).orElseThrow();
        List<String> named = new ArrayList<>();
        for (String path : files.keySet()) {
            whole.changed(Collections.singletonMap(path, null)).ifPresent(script -> {
                List<String> missing = script.search("walk w7", 40).missing();
                assertThat(missing).isSubsetOf(path);
                named.addAll(missing);
            });
        }
        assertThat(named).isNotEmpty().hasSize(files.size() - 1);
    }
}
