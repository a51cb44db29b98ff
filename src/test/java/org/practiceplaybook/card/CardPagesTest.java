package org.practiceplaybook.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.page.SiteFile;

/** Which decks there are, and what is on their cards. */
class CardPagesTest {
    private static final String ADDRESS = "address: https://practices.collaboration.earth/";

    @TempDir
    private Path folder;

    private PlaybookFolder playbook(String... settings) {
        return new PlaybookFolder(folder).with("playbook.yml", "name: P", String.join("\n", settings));
    }

    private static String text(SiteFiles site, String path) {
        return new String(site.at(path).orElseThrow().bytes().get(), StandardCharsets.UTF_8);
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void withoutAPracticeThatIsWrittenThereIsNeitherDeckNorLink() {
        SiteFiles site = playbook()
                .with("pages/about.md", "---", "title: About", "---", "", "Text.")
                .with("practices/stub.md", "---", "title: Stub", "summary: To come.", "---")
                .files();
        assertThat(site.listed().keySet())
                .noneMatch(path -> path.startsWith("cards/") || path.equals("shortlist.html"));
        for (SiteFile file : site.listed().values()) {
            if (file.path().endsWith(".html")) {
                assertThat(text(site, file.path())).as(file.path()).doesNotContain("cards/", "shortlist.html");
            }
        }
    }

    @Test
    void backsLieBehindTheirFrontsAndAnOddSheetIsFilledUp() {
        PlaybookFolder playbook = playbook(ADDRESS);
        for (String slug : "a b c d e".split(" ")) {
            playbook.practice(slug);
        }
        String deck = text(playbook.files(), "cards/index.html");
        assertThat(Pattern.compile("class=\"face (\\w+) practice\" data-card=\"(\\w)\"|<div class=\"cell\"></div>")
                        .matcher(deck)
                        .results()
                        .map(found ->
                                found.group(1) == null ? "-" : found.group(1).charAt(0) + found.group(2)))
                .containsExactly(
                        "fa", "fb", "fc", "fd", "bb", "ba", "bd", "bc", "fe", "-", "-", "-", "-", "be", "-", "-");
        assertThat(count(deck, "<svg class=\"code\"")).isEqualTo(5);
        assertThat(count(deck, "<svg class=\"marks\"")).isEqualTo(2);
    }

    @Test
    void withoutAnAddressThereIsNoCodeAndThePageSaysSo() {
        String deck = text(playbook().practice("a").files(), "cards/index.html");
        assertThat(deck)
                .doesNotContain("class=\"code\"")
                .contains("does not say where on the web it is", "You find it in P.");
    }

    @Test
    void aLongDeckIsOnSeveralPagesAndItsCardsInScripts() {
        PlaybookFolder playbook = playbook(ADDRESS);
        for (int i = 0; i < CardPages.ON_PAGE + 4; i++) {
            playbook.practice("practice-" + i);
        }
        SiteFiles site = playbook.files();
        assertThat(text(site, "cards/index.html")).contains("data-scripts=\"2\"");
        assertThat(count(text(site, "cards/index.html"), "class=\"face front")).isEqualTo(CardPages.ON_PAGE);
        assertThat(count(text(site, "cards/index.2.html"), "class=\"face front"))
                .isEqualTo(4);
        String scripts = text(site, "cards/cards-0.js") + text(site, "cards/cards-1.js");
        assertThat(count(scripts, "\"front\":")).isEqualTo(CardPages.ON_PAGE + 4);
    }

    @Test
    void aPracticeOfOneSectionAndAHostileOneHoldTheirShape() {
        PlaybookFolder playbook = playbook(ADDRESS)
                .with("practices/one.md", "---", "title: One", "summary: S.", "---", "", "## Only this", "", "Text.")
                .with(
                        "practices/two.md",
                        "---",
                        "title: \"<script>alert(1)</script>\"",
                        "summary: \"\\\"><img src=x>\"",
                        "---",
                        "",
                        "## What to do",
                        "",
                        "1. **<b>Bold** & more");
        SiteFiles site = playbook.files();
        String deck = text(site, "cards/index.html");
        assertThat(deck).contains("Only this").doesNotContain("<script>alert", "<img src=x>");
        assertThat(text(site, "cards/facts-0.js")).doesNotContain("<script>alert");
    }

    @Test
    void theCodeOfAQuestionLeadsToTheQuestions() {
        SiteFiles site = playbook(ADDRESS)
                .with(
                        "practices/a.md",
                        "---\ntitle: A\nsummary: S.\n---\n\nText.\n\n## Ask yourselves\n\n- Who is missing?\n")
                .files();
        String code = QrPicture.of("https://practices.collaboration.earth/practices/a.html#ask-yourselves")
                .orElseThrow()
                .path();
        assertThat(text(site, "cards/questions.html")).contains(code);
        assertThat(text(site, "practices/a.html")).contains("id=\"ask-yourselves\"");
    }

    @Test
    void theCardsOfATermAreLedTo() {
        SiteFiles site = playbook(ADDRESS)
                .with("taxonomy/challenges.yml", "busy: {name: We are busy}")
                .practice("a", "challenges: [busy]")
                .with("practices/b.md", "---", "title: B", "summary: S.", "challenges: [busy]", "---")
                .files();
        assertThat(text(site, "challenges/busy.html")).contains("../cards/index.html?p=a\"");
    }

    @Test
    void aScriptIsFoundByTheShortNameAlone() {
        assertThat(Map.of("a", CardScripts.of("a", 7), "know-your-role", CardScripts.of("know-your-role", 7)))
                .containsEntry("a", 97 % 7)
                .containsEntry("know-your-role", Integer.remainderUnsigned("know-your-role".hashCode(), 7));
    }

    @Test
    void aMarkTellsWhatACardSaysAndNothingElse() {
        String before = marks(playbook(ADDRESS).practice("a", "time: 20 min").files());
        assertThat(marks(playbook(ADDRESS)
                        .practice("a", "time: 20 min", "aka: [Other]")
                        .files()))
                .isEqualTo(before);
        assertThat(marks(playbook(ADDRESS).practice("a", "time: 25 min").files()))
                .isNotEqualTo(before)
                .matches("[0-9a-f]{6}");
    }

    private static String marks(SiteFiles site) {
        return Pattern.compile("<span class=\"mark\">([^<]*)</span>\\s*</p>\\s*</div>\\s*</section>")
                .matcher(text(site, "cards/index.html"))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
