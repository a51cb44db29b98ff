package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.SearchDocuments;
import org.practiceplaybook.work.Workers;

/** What readers typed into the starter's search, and the page that should come first. */
class TwentyFiveQueriesIT {
    private static final Map<String, List<String>> EXPECTED = new LinkedHashMap<>();

    static {
        expect("levrage", "practices/find-the-leverage-point", "leverage/index");
        expect("facilitater", "roles/facilitator");
        expect("debrief", "practices/fail-first-attempt");
        expect("pau", "practices/pause-to-move-faster");
        expect("know you role", "practices/know-your-role");
        expect("who does what", "practices/know-your-role");
        expect("how do we say no to members", "practices/say-what-we-do");
        expect("meeting went badly", "pathways/it-went-wrong", "practices/fail-first-attempt");
        expect("learn from mistakes", "practices/fail-first-attempt");
        expect("silence", "practices/pause-to-move-faster", "practices/find-the-leverage-point");
        expect("check in", "practices/meet-online-without-losing-people");
        expect("no time", "challenges/too-much-too-little-time");
        expect("Wei-Skillern", "practices/know-your-role");
        expect("people dont know each other", "challenges/meeting-for-the-first-time");
        expect("30 minutes 12 people", "practices/meet-before-you-decide", "practices/pause-to-move-faster");
        expect("first meeting", "challenges/meeting-for-the-first-time");
        expect("nothing happens after the meeting", "challenges/panels-without-change");
        expect("too many speakers", "challenges/panels-without-change");
        expect("tired", "practices/look-after-the-running-team");
        expect("large group", "practices/hear-a-large-room");
        expect("online zoom", "practices/meet-online-without-losing-people");
        expect("\"one change\"", "practices/find-the-leverage-point");
        expect("icebreaker", "practices/meet-before-you-decide");
        expect("burnout", "challenges/running-on-empty");
        expect("conflict", "practices/name-the-tension-early");
    }

    private static final Script STARTER = starter();

    private static Script starter() {
        Edition edition = new PlaybookFolder(Path.of("content")).site();
        Workers workers = new Workers(2);
        return Script.open(Indexer.index(
                        SearchDocuments.of(edition, workers),
                        SearchDocuments.constraints(edition),
                        edition.language(),
                        workers))
                .orElseThrow();
    }

    private static void expect(String query, String... pages) {
        EXPECTED.put(query, List.of(pages));
    }

    @Test
    void theRightPageComesFirstIn24() {
        List<String> wrong = new ArrayList<>();
        EXPECTED.forEach((query, pages) -> {
            List<String> found = STARTER.search(query, 3).pages();
            if (found.isEmpty() || !pages.contains(found.get(0).replace(".html", ""))) {
                wrong.add(query + ": " + found);
            }
        });
        assertThat(EXPECTED).hasSize(25);
        assertThat(wrong).hasSizeLessThanOrEqualTo(1);
        assertThat(STARTER.search("zzzzqqqq", 3).pages()).isEmpty();
    }

    /** What a practice tells of itself comes before what only shares the challenge. */
    @ParameterizedTest
    @ValueSource(strings = {"tired", "burnout", "burn out", "burned out", "overworked"})
    void aChallengeComesFirstAndItsOwnPracticeNext(String query) {
        assertThat(STARTER.search(query, 2).pages())
                .containsExactly("challenges/running-on-empty.html", "practices/look-after-the-running-team.html");
    }

    @ParameterizedTest
    @CsvSource({
        "motivation, practices/ask-why-people-come",
        "scope creep, practices/say-what-we-do",
        "boundaries, practices/say-what-we-do",
        "system thinking, practices/find-the-leverage-point",
        "root cause, practices/find-the-leverage-point",
        "personality clash, practices/name-the-tension-early",
        "panel discussion alternative, challenges/panels-without-change",
        "postmortem, challenges/nobody-says-what-failed",
        "newcomers, challenges/meeting-for-the-first-time",
        "onboarding, challenges/meeting-for-the-first-time",
        "before the workshop, pathways/before-your-next-gathering",
        "before the meeting, pathways/before-your-next-gathering",
        "nothing happens after the workshop, challenges/panels-without-change",
        "workshop went badly, pathways/it-went-wrong",
        "first workshop, challenges/meeting-for-the-first-time",
        "nobody knows each other, challenges/meeting-for-the-first-time",
        "people don't know one another, challenges/meeting-for-the-first-time",
        "nobody has met before, challenges/meeting-for-the-first-time",
        "has never met before, challenges/meeting-for-the-first-time",
        "everybody is new, challenges/meeting-for-the-first-time",
        "first time together, challenges/meeting-for-the-first-time",
        "people meet first time, challenges/meeting-for-the-first-time",
        "energizer 10 minutes, practices/pause-to-move-faster",
        "10 min energiser 12 people, practices/pause-to-move-faster"
    })
    void whatPeopleSayForTheSameNeedLeadsThere(String query, String page) {
        assertThat(STARTER.search(query, 3).pages()).first().isEqualTo(page + ".html");
    }

    @Test
    void whatNobodyHasWrittenComesLastAndSaysSo() {
        List<Script.Hit> hits = STARTER.search("type:practice", 50).hits();
        assertThat(hits.get(hits.size() - 1).page()).isEqualTo("practices/let-peers-teach-each-other.html");
        assertThat(hits.get(hits.size() - 1).strip()).contains("Not written yet");
    }
}
