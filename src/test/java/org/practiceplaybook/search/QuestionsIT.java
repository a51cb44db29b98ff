package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What readers may write beside words: phrases, a minus, filters; and what no text may do. */
class QuestionsIT {
    private static final String FILLER = "Some other text about rivers, boats and mountains.";

    private static Documents some() {
        Documents documents = new Documents();
        for (int i = 0; i < 30; i++) {
            documents.page("filler" + i + ".html", "Filler number " + i, FILLER);
        }
        return documents;
    }

    @Test
    void aPhraseStandsSideBySide() {
        Documents.Found found = some().page("a.html", "One", "We ask the open questions first.")
                .page("b.html", "Two", "Open the questions.")
                .page("c.html", "Three", "Open. Questions!")
                .page("d.html", "Open", "questions")
                .found();
        assertThat(found.pages("\"open questions\"")).containsExactlyInAnyOrder("a.html", "c.html");
        assertThat(found.pages("\"open questions")).hasSize(4);
        assertThat(found.pages("\"questions open\"")).isEmpty();
        assertThat(found.pages("\"Open-Questions\" ")).containsExactlyInAnyOrder("a.html", "c.html");
    }

    @Test
    void aPhraseIsFoundFarDownALongText() {
        Documents.Found found = some().with(Documents.page("a.html")
                        .title("Long")
                        .passage("x", "X", "Words of a text. ".repeat(400) + "The purple heron came."))
                .found();
        assertThat(found.places("\"purple heron\"")).containsExactly("a.html#x");
        assertThat(found.pages("purple -\"heron came\"")).isEmpty();
    }

    @Test
    void whatIsShownIsTheTextOfThePlaceWhereTheResultOpens() {
        Documents.Found found = some().with(Documents.page("a.html")
                        .title("Herons")
                        .summary("They fish alone at one quiet place.")
                        .passage("x", "Food", "Herons eat frogs, and fish at dawn.")
                        .passage("y", "Nests", "A quiet place is high in a tree. Frogs do not come."))
                .found();
        Script.Hit hit = found.search("\"quiet place\"").hits().get(0);
        assertThat(hit.place()).isEqualTo("a.html#");
        assertThat(hit.section()).isEmpty();
        assertThat(hit.text()).isEqualTo("They fish alone at one quiet place.");
        hit = found.search("\"frogs do not\"").hits().get(0);
        assertThat(hit.place()).isEqualTo("a.html#y");
        assertThat(hit.section()).isEqualTo("Nests");
        assertThat(hit.text()).startsWith("A quiet place is high");
        hit = found.search("dawn").hits().get(0);
        assertThat(hit.section()).isEqualTo("Food");
        assertThat(hit.text()).contains("dawn");
        hit = found.search("alone ").hits().get(0);
        assertThat(hit.section()).isEmpty();
        assertThat(hit.text()).contains("alone");
        hit = found.search("herons ").hits().get(0);
        assertThat(hit.place()).isEqualTo("a.html#");
        assertThat(hit.text()).isEqualTo("They fish alone at one quiet place.");
    }

    @Test
    void whatHasLittleWeightComesLast() {
        Documents.Found found = some().with(
                        Documents.page("a.html").title("Heron").weight(0.1))
                .page("b.html", "Birds", "A heron.")
                .page("c.html", "Birds of prey", "No such bird as a heron.")
                .found();
        assertThat(found.pages("heron ")).startsWith("a.html");
        assertThat(found.pages("birds heron ")).last().isEqualTo("a.html");
    }

    @Test
    void aMinusLeavesOut() {
        Documents.Found found = some().page("a.html", "Team meeting", FILLER)
                .page("b.html", "Team", "No meetings here")
                .page("c.html", "Team work", "long talk")
                .found();
        assertThat(found.pages("team -meeting")).containsExactly("c.html");
        assertThat(found.pages("team -\"long talk\"")).containsExactlyInAnyOrder("a.html", "b.html");
        assertThat(found.pages("team -\"talk long\"")).hasSize(3);
        assertThat(found.pages("team -nowhere")).hasSize(3);
        assertThat(found.pages("-team")).isEmpty();
    }

    @Test
    void filtersAloneAndWithWords() {
        Documents.Found found = new Documents()
                .with(Documents.page("a.html")
                        .title("Alpha team")
                        .facet("role", "host", "network-weaver")
                        .range("minutes", 10, Integer.MAX_VALUE)
                        .range("people", 2, 8))
                .with(Documents.page("b.html")
                        .title("Beta team")
                        .facet("role", "guest")
                        .range("minutes", 60, Integer.MAX_VALUE)
                        .range("people", 5, 500))
                .with(Documents.page("c.html").title("Gamma").facet("role", "host"))
                .found();
        assertThat(found.pages("role:host")).containsExactly("a.html", "c.html");
        assertThat(found.pages("role:HOST team")).containsExactly("a.html");
        assertThat(found.pages("role:host role:guest")).containsExactly("a.html", "b.html", "c.html");
        assertThat(found.pages("role:network-weaver")).containsExactly("a.html");
        assertThat(found.pages("role:nobody team")).isEmpty();
        assertThat(found.pages("minutes:30")).containsExactly("a.html");
        assertThat(found.pages("minutes:60 role:guest")).containsExactly("b.html");
        assertThat(found.pages("minutes:9")).isEmpty();
        assertThat(found.pages("people:5")).containsExactly("a.html", "b.html");
        assertThat(found.pages("people:501 people:2")).containsExactly("a.html");
        assertThat(found.pages("minutes:x")).isEmpty();
        assertThat(found.pages("minutes:99999999999999999999")).isEmpty();
        assertThat(found.pages("role:host -alpha")).containsExactly("c.html");
        assertThat(found.pages("role:host -\"alpha team\"")).containsExactly("c.html");
    }

    @Test
    void scoresFallAndAreNumbers() {
        Documents documents = some();
        for (int i = 0; i < 50; i++) {
            documents.page(
                    "p" + i + ".html", i % 3 == 0 ? "Circle " + i : "Round " + i, "circle ".repeat(i % 7) + FILLER);
        }
        for (String query : List.of("circle", "circle round", "round rivers", "rivers boats mountains text")) {
            List<Script.Hit> hits = documents.found().script.search(query, 60).hits();
            assertThat(hits)
                    .hasSizeGreaterThan(20)
                    .isSortedAccordingTo(Comparator.comparingDouble(hit -> -hit.score()));
            assertThat(hits).allMatch(hit -> Double.isFinite(hit.score()) && hit.score() > 0);
        }
    }

    @Test
    void aPastedQuestionFindsItsPage() {
        String question =
                "When we meet with so many people of such different organisations, how can we make sure that everybody who is"
                        + " there really understands what role they have, what is expected of them before, during and after the"
                        + " gathering, and what they may leave to others, because last time it was not clear at all and some of us"
                        + " were quite unhappy with that?";
        Documents.Found found = some().page(
                        "a.html", "Know your role", "So that everybody understands what is expected at a gathering.")
                .found();
        assertThat(question.split(" ")).hasSizeGreaterThan(59);
        assertThat(found.pages(question)).first().isEqualTo("a.html");
    }

    @Test
    void aWordThatIsSaidAgainCountsMore() {
        Documents.Found found = some().page("a.html", "One", "A heron.")
                .page("b.html", "Two", "An owl.")
                .found();
        assertThat(found.pages("Which heron eats what an owl eats? A heron "))
                .first()
                .isEqualTo("a.html");
        assertThat(found.pages("Which heron eats what an owl eats? An owl "))
                .first()
                .isEqualTo("b.html");
    }

    @Test
    void oneSignOfAWritingWithoutSpacesIsFound() {
        Documents.Found found = some().in("ja")
                .page("a.html", "会議", "長い会議でした")
                .page("b.html", "猫", "犬")
                .found();
        assertThat(found.pages("会")).first().isEqualTo("a.html");
        assertThat(found.pages("猫")).containsExactly("b.html");
        assertThat(found.pages("会議")).containsExactly("a.html");
    }

    @Test
    void aVeryLongWordIsFound() {
        Documents.Found found = some().page("a.html", "x".repeat(100), FILLER).found();
        assertThat(found.pages("x".repeat(100))).containsExactly("a.html");
        assertThat(found.pages("x".repeat(60))).containsExactly("a.html");
        assertThat(found.pages("x".repeat(30))).containsExactly("a.html");
    }

    @Test
    void noQueryFails() {
        Documents documents = some().page("a.html", "Know your role", "team gathering e-mail 日本語 FAIL");
        documents.with(Documents.page("b.html")
                .title("__proto__ constructor")
                .facet("role", "constructor")
                .range("minutes", 1, 5));
        Random random = new Random(41);
        for (int i = 0; i < 60; i++) {
            documents.page("r" + i + ".html", RandomText.of(random, 8), RandomText.of(random, 120));
        }
        Documents.Found found = documents.found();
        for (int i = 0; i < 800; i++) {
            String query = RandomText.of(random, 25);
            Script.Answer answer = found.search(query);
            assertThat(answer.hits())
                    .as(query)
                    .hasSizeLessThanOrEqualTo(10)
                    .allMatch(hit -> Double.isFinite(hit.score()));
            assertThat(answer.places()).as(query).doesNotHaveDuplicates();
            assertThat(answer.missing()).as(query).isEmpty();
        }
    }

    @Test
    void anAnswerDoesNotDependOnWhatWasAskedBefore() {
        Documents documents = some().page("a.html", "Know your role", "team").page("b.html", "Team gathering", "role");
        List<String> queries = List.of("team", "role team", "gatherign", "\"your role\"", "-team role", "rivers");
        Documents.Found found = documents.found();
        Map<String, Script.Answer> first = queries.stream()
                .collect(Collectors.toMap(
                        query -> query, query -> documents.found().search(query)));
        IntStream.range(0, 3)
                .forEach(round ->
                        queries.forEach(query -> assertThat(found.search(query)).isEqualTo(first.get(query))));
    }

    @Test
    void whatWasTakenForAnUnknownWordIsTold() {
        Documents.Found found = some().page("a.html", "Facilitator", FILLER)
                .page("b.html", "Planning", FILLER)
                .found();
        assertThat(found.search("facilitatro ").instead()).containsExactly("facilitator");
        assertThat(found.search("planned ").instead()).containsExactly("planning");
        assertThat(found.search("facilotat").instead()).containsExactly("facilitator");
        assertThat(found.search("facilitator planning ").instead()).isEmpty();
        assertThat(found.search("zzzzqqqq ").instead()).isEmpty();
    }

    @Test
    void eachValueOfAFacetSaysHowManyResultsItWouldLeave() {
        Script script = new Documents()
                .with(Documents.page("a.html")
                        .title("Team one")
                        .facet("role", "host")
                        .facet("phase", "learn"))
                .with(Documents.page("b.html")
                        .title("Team two")
                        .facet("role", "guest")
                        .facet("phase", "learn"))
                .with(Documents.page("c.html")
                        .title("Circle")
                        .facet("role", "host")
                        .facet("phase", "do"))
                .found()
                .script;
        assertThat(script.search("", 10, Map.of(), true).counts())
                .isEqualTo(Map.of("role", Map.of("host", 2, "guest", 1), "phase", Map.of("learn", 2, "do", 1)));
        // a choice does not count against the other values of its own facet
        Script.Answer chosen = script.search("team", 10, Map.of("role", List.of("host")), true);
        assertThat(chosen.pages()).containsExactly("a.html");
        assertThat(chosen.counts())
                .isEqualTo(Map.of("role", Map.of("host", 1, "guest", 1), "phase", Map.of("learn", 1, "do", 0)));
        assertThat(script.search("\"team one\"", 10, Map.of(), true).counts()).isNull();
        assertThat(script.search("team", 10, Map.of("nothing", List.of("x")), false)
                        .total())
                .isEqualTo(2);
    }
}
