package org.practiceplaybook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;

/** The log is a line of time, with threads, and ways to some of its attempts. */
class LogPagesTest {
    @TempDir
    private Path folder;

    private Document log(PlaybookFolder playbook) {
        byte[] page = playbook.with("playbook.yml", "name: Log")
                .files()
                .at("attempts/index.html")
                .orElseThrow()
                .bytes()
                .get();
        return Jsoup.parse(new String(page, StandardCharsets.UTF_8));
    }

    @Test
    void yearsStandNewestFirstAndThreadsAreTold() {
        Document log = log(new PlaybookFolder(folder)
                .practice("walk")
                .practice("sit")
                .attempt("undated", "sit", "result: mixed")
                .attempt("first", "walk", "result: fell-short", "when: 2024")
                .attempt("second", "walk", "result: went-well", "when: 2025-03", "follows: first"));
        assertThat(log.select(".year > h2").eachText()).containsExactly("2025", "2024", "Without a date");
        Element second = log.selectFirst(".log > div:contains(second)");
        assertThat(second.selectFirst(".thread-line").text()).isEqualTo("Attempt 2 of 2, after first");
        assertThat(second.selectFirst(".thread-line a").attr("href")).endsWith("first.html");
        assertThat(log.select(".log > div:contains(undated) .thread-line")).isEmpty();
        assertThat(log.select(".log-ways a").eachAttr("href"))
                .containsExactly(
                        "../search.html?type=attempt&result=went-well",
                        "../search.html?type=attempt&result=mixed",
                        "../search.html?type=attempt&result=fell-short",
                        "../practices/sit.html#page.attempts",
                        "../practices/walk.html#page.attempts");
    }

    @Test
    void whereNobodySaidWhenThereAreNoYears() {
        Document log = log(new PlaybookFolder(folder).practice("walk").attempt("one", "walk"));
        assertThat(log.select(".year > h2").eachText()).containsExactly("Attempts");
        assertThat(log.select(".log-ways")).isEmpty();
    }
}
