package org.practiceplaybook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.search.Document;
import org.practiceplaybook.work.Workers;

/** What each person takes, where a practice is done, and what a story led to. */
class TrueFactsTest {
    @TempDir
    Path root;

    private PlaybookFolder playbook;

    @BeforeEach
    void begin() {
        playbook = new PlaybookFolder(root);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "15-20 min per person | any | 15–20 min per person",
                "15-20 min per person | 6-12 | 15–20 min per person",
                "15-20 min per person | 12 | 15–20 min per person (3–4 hours for 12 people)",
                "5-10 min per person | 5 | 5–10 min per person (25–50 min for 5 people)",
                "10-20 min per person | 4 | 10–20 min per person (40 min – 1 hour 20 min for 4 people)",
                "1 h per person | 1 | 1 hour per person (1 hour for 1 person)",
                "9999 weeks per person | 9999 | 9999 weeks per person (3999200040 hours for 9999 people)",
                "15-20 min | 12 | 15–20 min",
            })
    void theTimeOfEachIsAddedUpWhereTheNumberOfPeopleIsKnown(String time, String group, String said) {
        playbook.practice("p", "time: " + time, "group: " + group);
        assertThat(site().cards().of(practice("p")).facts()).startsWith(said);
    }

    @Test
    void whatIsNotDoneTogetherSaysSoInLists() {
        playbook.practice("a", "where: together")
                .practice("b", "where: beforehand")
                .practice("c");
        assertThat(site().cards().of(practice("a")).facts()).isEmpty();
        assertThat(site().cards().of(practice("b")).facts()).containsExactly("beforehand");
        assertThat(site().cards().of(practice("c")).facts()).isEmpty();
        assertThat(page("practices/a.html")).contains("<dd>together</dd>");
        assertThat(page("practices/b.html")).contains("<dd>beforehand</dd>");
        assertThat(page("practices/c.html")).doesNotContain("together");
    }

    @Test
    void aPathwayAddsWhatEachPersonTakesApart() {
        playbook.practice("a", "time: 30-45 min")
                .practice("b", "time: 15-20 min per person")
                .practice("c", "time: 1 h")
                .practice("d", "time: ongoing");
        assertThat(total("a", "b", "c")).isEqualTo("1 hour 30 min – 1 hour 45 min, and 15–20 min for each person");
        assertThat(total("b", "d")).isEqualTo("15–20 min per person");
        assertThat(total("a", "c")).isEqualTo("1 hour 30 min – 1 hour 45 min");
        assertThat(total("d")).isEmpty();
    }

    @Test
    void stepsOfWhatEachTakesAddUpForOne() {
        playbook.with(
                "practices/p.md",
                "---",
                "title: P",
                "summary: S.",
                "time: 15-20 min per person",
                "---",
                "",
                "## What to do",
                "",
                "1. **Ask.** (5 min)",
                "2. **Listen.** (10 min)");
        assertThat(page("practices/p.html")).contains("<span class=\"total\">15 min per person</span>");
        assertThat(page("practices/p.html")).doesNotContain("totalTime");
    }

    @Test
    void aPracticeShowsWhatItGrewOutOfApartFromItsTries() {
        playbook.practice("tried").practice("taught");
        playbook.attempt("story", "tried", "led_to: [taught]", "result: mixed");
        assertThat(page("practices/tried.html"))
                .contains("Tried once: 1 mixed.")
                .doesNotContain("Grew out of");
        assertThat(page("practices/taught.html"))
                .contains("Nobody has logged a try yet.")
                .contains("Grew out of")
                .contains("attempts/story.html");
        assertThat(page("attempts/story.html")).contains("What was tried").contains("What it led to");
    }

    @Test
    void anAttemptOfNothingTriedSaysOnlyWhatItLedTo() {
        playbook.practice("taught")
                .with("attempts/s.md", "---", "title: S", "led_to: taught", "result: mixed", "lesson: L.", "---");
        assertThat(playbook.read().diagnostics()).noneMatch(finding -> finding.isError());
        assertThat(page("attempts/s.html")).contains("What it led to").doesNotContain("What was tried");
    }

    @Test
    void theSearchKnowsWhatEachTakesAndWhere() {
        playbook.practice("a", "time: 15-20 min per person", "where: beforehand")
                .practice("b", "time: 30-45 min")
                .with(
                        "pathways/w.md",
                        "---",
                        "title: W",
                        "summary: S.",
                        "steps:",
                        "  - {practice: a, why: x}",
                        "  - {practice: b, why: x}",
                        "---");
        List<Document> documents = SearchDocuments.of(site(), new Workers(1));
        assertThat(document(documents, "practices/a.html").ranges().get("minutes"))
                .isEqualTo(new Document.Range(0, Integer.MAX_VALUE, 15, 20));
        assertThat(document(documents, "practices/b.html").ranges().get("minutes"))
                .isEqualTo(new Document.Range(30, Integer.MAX_VALUE));
        assertThat(document(documents, "pathways/w.html").ranges().get("minutes"))
                .isEqualTo(new Document.Range(30, Integer.MAX_VALUE, 15, 20));
        assertThat(document(documents, "practices/a.html").facets().get("where"))
                .containsExactly("beforehand");
        assertThat(document(documents, "practices/b.html").facets().get("where"))
                .containsExactly("open");
        assertThat(page("search.html")).contains("name=\"where\"");
    }

    @Test
    void whereNoPracticeSaysWhereThereIsNothingToChoose() {
        playbook.practice("a");
        assertThat(page("search.html")).doesNotContain("name=\"where\"");
        assertThat(SearchDocuments.of(site(), new Workers(1)))
                .noneMatch(document -> document.facets().containsKey("where"));
    }

    @Test
    void fiveHundredAttemptsFortyRelationsAndALongTitleKeepTheirPages() {
        String title = "A very long title 😀 ".repeat(15).strip();
        playbook.with(
                "practices/p.md",
                "---",
                "title: " + title,
                "summary: S.",
                "related:",
                String.join(
                        "\n",
                        IntStream.range(0, 40)
                                .mapToObj(i -> "  r" + i + ": why " + i)
                                .toList()),
                "---",
                "Text.");
        IntStream.range(0, 40).forEach(i -> playbook.practice("r" + i));
        IntStream.range(0, 500)
                .forEach(i -> playbook.attempt("a" + i, i % 2 == 0 ? "p" : "r1", "led_to: [p]", "result: mixed"));
        String page = page("practices/p.html");
        assertThat(page)
                .contains(title)
                .contains("Tried 250 times by one person: 250 mixed.")
                .contains("why 39");
        assertThat(page.split("class=\"card attempt-card\"", -1)).hasSize(2 * PracticePages.FIRST_ATTEMPTS + 1);
        assertThat(page).contains("<summary>238 more</summary>").contains("<summary>488 more</summary>");
        IntStream.range(0, 500).forEach(i -> assertThat(page).contains("attempts/a" + i + ".html"));
    }

    private Document document(List<Document> documents, String path) {
        return documents.stream()
                .filter(document -> document.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private String total(String... slugs) {
        return site().cards()
                .totalTime(List.of(slugs).stream().map(this::practice).toList());
    }

    private Practice practice(String slug) {
        return site().library().practices().get(slug);
    }

    private Edition site() {
        return playbook.site();
    }

    private String page(String path) {
        byte[] bytes = playbook.files().at(path).orElseThrow().bytes().get();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
