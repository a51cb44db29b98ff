package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers are promised of the order and the place of results: the script is asked, on indexes made for it. */
class EngineIT {
    private static final String FILLER = "Some other text about rivers, boats and mountains.";

    private static Documents some() {
        Documents documents = new Documents();
        for (int i = 0; i < 30; i++) {
            documents.page("filler" + i + ".html", "Filler number " + i, FILLER);
        }
        return documents;
    }

    @Test
    void exactComesBeforePrefixBeforeSlip() {
        Documents documents = some().page("slip.html", "Gatherong", "Gatherong")
                .page("prefix.html", "Gatheringplace", "Gatheringplace")
                .page("exact.html", "Gathering", "Gathering");
        assertThat(documents.found().pages("gathering").subList(0, 2)).containsExactly("exact.html", "prefix.html");
        Documents.Found without = some().page("slip.html", "Gatherong", "Gatherong")
                .page("prefix.html", "Gatheringplace", "Gatheringplace")
                .found();
        assertThat(without.pages("gathering").subList(0, 2)).containsExactly("prefix.html", "slip.html");
    }

    @ParameterizedTest(name = "{0} finds {1}: {2}")
    @CsvSource({
        "tema, team, true",
        "taem, team, true",
        "eam, team, false",
        "teem, team, true",
        "steam, team, true",
        "team, steam, true",
        "tem, team, false",
        "rolse, roles, true",
        "orles, roles, true",
        "xoles, roles, true",
        "xroles, roles, true",
        "oles, roles, true",
        "xolez, roles, false",
        "leverxge, leverage, true",
        "leevrgae, leverage, true",
        "lverge, leverage, false",
        "facilitatro, facilitator, true",
        "acilitator, facilitator, true",
        "afcilitator, facilitator, true",
        "gacilitatir, facilitator, true",
        "facilixxxor, facilitator, false",
        "wrkshop, workshop, true",
        "werkshep, workshop, true",
        "worskhpo, workshop, true",
        "xxxkshop, workshop, false"
    })
    void aSlipIsForgiven(String query, String word, boolean isFound) {
        Documents.Found found = some().page("it.html", word, "Text").found();
        assertThat(found.pages(query + " ").contains("it.html")).isEqualTo(isFound);
    }

    @Test
    void aWordThatTheSiteHasIsNoSlip() {
        Documents.Found found = some().page("a.html", "Form", "Form")
                .page("b.html", "From", "Forms")
                .page("c.html", "Farm", "Farm")
                .found();
        assertThat(found.pages("farm ")).containsExactly("c.html");
    }

    @Test
    void theTitleCountsMoreThanTheText() {
        Documents.Found found = some().page("text.html", "Something else", "Listening. " + FILLER + " Listening.")
                .page("title.html", "Listening", FILLER)
                .found();
        assertThat(found.pages("listening")).containsExactly("title.html", "text.html");
    }

    @Test
    void aTitleThatIsTheQueryComesFirst() {
        Documents.Found found = some().page(
                        "long.html",
                        "How to know your role when your role is to know",
                        "Know your role. Know your role.")
                .page("exact.html", "Know your role", FILLER)
                .found();
        assertThat(found.pages("know your role")).first().isEqualTo("exact.html");
    }

    @Test
    void allWordsComeBeforeMost() {
        Documents.Found found = some().page(
                        "two.html", "One", "A listening circle with friends in it, among much else that stands here")
                .page("three.html", "Two", "A listening circle with strangers in it, among much else that stands here")
                .page("one.html", "Three", "strangers, strangers and strangers, and so on and on, as it goes")
                .found();
        assertThat(found.pages("listening circle strangers "))
                .startsWith("three.html")
                .contains("two.html", "one.html");
    }

    @Test
    void aHeadingOpensAtItsAnchor() {
        Documents.Found found = some().with(Documents.page("p.html")
                        .title("A long practice")
                        .text(FILLER)
                        .passage("before", "Before you begin", "Ask who comes.")
                        .passage("steps", "Steps of the dance", "Walk slowly.")
                        .passage("after", "Afterwards", "Steps taken are told; dance, dance."))
                .found();
        assertThat(found.places("steps of the dance")).first().isEqualTo("p.html#steps");
        assertThat(found.places("before you begin")).first().isEqualTo("p.html#before");
        assertThat(found.places("afterwards ")).first().isEqualTo("p.html#after");
        assertThat(found.places("a long practice")).first().isEqualTo("p.html#");
        assertThat(found.places("slowly ")).first().isEqualTo("p.html#steps");
    }

    @Test
    void aHeadingIsFoundAmongOthersAndBesideOtherNames() {
        Documents documents = some();
        for (int page = 0; page < 20; page++) {
            Documents.Draft draft = Documents.page("p" + page + ".html")
                    .title("Page of " + page)
                    .aka("Other" + page, "Again" + page);
            for (int heading = 0; heading < 20; heading++) {
                draft.passage("h" + heading, "Where " + word(page) + " meets " + word(100 + heading), FILLER);
            }
            documents.with(draft);
        }
        Documents.Found found = documents.found();
        for (int page = 0; page < 20; page++) {
            for (int heading = 0; heading < 20; heading += 3) {
                assertThat(found.places("where " + word(page) + " meets " + word(100 + heading)))
                        .first()
                        .isEqualTo("p" + page + ".html#h" + heading);
            }
        }
    }

    @Test
    void aHeadingThatSaysAWordTwiceIsExactToo() {
        Documents.Found found = some().with(
                        Documents.page("a.html").title("One").passage("x", "Plan, do, plan again", "Text"))
                .with(Documents.page("b.html")
                        .title("Two")
                        .passage("y", "Plan, do, again and more of it", "Plan. Do. Plan again."))
                .found();
        assertThat(found.places("plan, do, plan again ")).first().isEqualTo("a.html#x");
    }

    private static String word(int number) {
        return "w" + Integer.toString(1_000_003 * (number + 7), 36);
    }

    @Test
    void wordsThatEveryTextHasFindTitles() {
        Documents.Found found = some().page("a.html", "To be or not to be", FILLER)
                .page("b.html", "Being", "To be, to be.")
                .found();
        assertThat(found.pages("to be or not to be")).first().isEqualTo("a.html");
        assertThat(found.pages("to be ")).first().isEqualTo("a.html");
        assertThat(found.pages("who")).isEmpty();
    }

    @Test
    void aSmallWordBetweenDoesNotMatter() {
        Documents.Found found = some().page("a.html", "Manage user", FILLER)
                .page("b.html", "Manage a shop", "user")
                .found();
        assertThat(found.pages("manage a user")).first().isEqualTo("a.html");
        Documents.Found other = some().page("a.html", "Manage a user", FILLER)
                .page("b.html", "Manage shops", "user")
                .found();
        assertThat(other.pages("manage user")).first().isEqualTo("a.html");
    }

    @Test
    void shortNamesInCapitalsAreWords() {
        Documents.Found found = some().page("fail.html", "FAIL: first attempt in learning", FILLER)
                .page("triz.html", "TRIZ", FILLER)
                .page("fails.html", "What to do when a boat fails", "It sank.")
                .found();
        assertThat(found.pages("FAIL ")).first().isEqualTo("fail.html");
        assertThat(found.pages("fail ")).first().isEqualTo("fail.html");
        assertThat(found.pages("triz")).first().isEqualTo("triz.html");
        assertThat(found.pages("TRIZ ")).first().isEqualTo("triz.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "e-mail", "e mail", "E‑Mail", "mail"})
    void aHyphenIsWrittenOrNot(String query) {
        assertThat(some().page("a.html", "E-mail", FILLER).found().pages(query))
                .first()
                .isEqualTo("a.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"coworking", "co-working", "co working"})
    void aCompoundIsFoundInAnyWriting(String query) {
        assertThat(some().page("a.html", "Coworking", FILLER).found().pages(query))
                .first()
                .isEqualTo("a.html");
    }

    @Test
    void otherNamesFindThePage() {
        Documents.Found found = some().with(Documents.page("a.html")
                        .title("Pause")
                        .aka("Time out", "Silent minute")
                        .text(FILLER))
                .with(Documents.page("b.html").title("Other").text("Quiet").hidden("Stillness"))
                .found();
        assertThat(found.places("silent minute")).first().isEqualTo("a.html#");
        assertThat(found.pages("stillness")).containsExactly("b.html");
    }

    @Test
    void aWordOfTheGlossaryOpensAtItsAnchor() {
        Documents.Found found = some().with(Documents.page("glossary.html")
                        .at("leverage-point")
                        .title("Leverage point")
                        .aka("Lever")
                        .summary("A place to push."))
                .with(Documents.page("glossary.html")
                        .at("system")
                        .title("System")
                        .summary("Parts that act together."))
                .found();
        assertThat(found.places("leverage point")).containsExactly("glossary.html#leverage-point");
        assertThat(found.places("lever ")).first().isEqualTo("glossary.html#leverage-point");
        assertThat(found.places("act together")).containsExactly("glossary.html#system");
    }

    @Test
    void whatEachPersonTakesIsTakenAsOftenAsThereArePeople() {
        Documents.Found found = new Documents()
                .with(Documents.page("each.html").each("minutes", 0, 15, 20).range("people", 1, 100))
                .with(Documents.page("both.html").each("minutes", 60, 5, 5).range("people", 1, 100))
                .with(Documents.page("once.html")
                        .range("minutes", 30, Integer.MAX_VALUE)
                        .range("people", 1, 100))
                .found();
        assertThat(found.pages("minutes:15")).containsExactly("each.html");
        assertThat(found.pages("minutes:30")).containsExactly("each.html", "once.html");
        assertThat(found.pages("minutes:30 people:12")).containsExactly("once.html");
        assertThat(found.pages("minutes:120 people:12")).containsExactly("both.html", "once.html");
        assertThat(found.pages("minutes:180 people:12")).containsExactly("each.html", "both.html", "once.html");
        List<Script.Hit> hits = found.search("minutes:180 people:12").hits();
        assertThat(hits).extracting(Script.Hit::inAll).containsExactly(List.of(180, 240), null, null);
        assertThat(found.search("minutes:180").hits())
                .extracting(Script.Hit::inAll)
                .containsOnlyNulls();
    }
}
