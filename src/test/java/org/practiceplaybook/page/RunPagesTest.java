package org.practiceplaybook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.fixture.SiteLinks;
import org.practiceplaybook.output.SiteFiles;

/** A practice or a pathway as it is run: every step whole, once, with what belongs to it. */
class RunPagesTest {
    @TempDir
    Path root;

    private PlaybookFolder playbook;

    @BeforeEach
    void begin() {
        playbook =
                new PlaybookFolder(root).with("playbook.yml", "name: Walks\naddress: https://playbook.example.org/\n");
    }

    private Document practice(String facts, String body) {
        playbook.with(
                "practices/walk.md", "---\ntitle: Walk\nsummary: Sit less. Walk more.\n" + facts + "---\n\n" + body);
        return page("practices/walk.run.html");
    }

    private Document page(String path) {
        return Jsoup.parse(text(path));
    }

    private String text(String path) {
        SiteFiles site = playbook.files();
        assertThat(SiteLinks.faults(site)).isEmpty();
        return new String(site.at(path).orElseThrow().bytes().get(), StandardCharsets.UTF_8);
    }

    @Test
    void aStepHasItsWholeInstructionItsMinutesAndWhatStandsAroundIt() {
        Document page = practice("materials: [a clock, a map]\n", """
                ## What to do

                Meet at the door.

                1. **Go out.** Leave the *telephone* behind.[^1] (5 min)

                   - a coat
                   - a hat
                2. Walk to the river and back. (10-15 min)

                ### After the bridge

                1. **[Know your way](walk.md#what-to-do).** Look round.

                Thank everybody.

                ## Ask yourselves

                - Who is last?

                ## Watch out for

                - **Ice.** Go slowly.

                [^1]: It rings.
                """);
        assertThat(page.select(".run-step").eachAttr("data-minutes")).containsExactly("5", "15", "0");
        assertThat(page.select(".run-step h2").eachText())
                .containsExactly("1 Go out", "2 Walk to the river and back", "3 Know your way");
        assertThat(page.select(".run-step > .text").eachText())
                .anyMatch(text -> text.startsWith("Leave the telephone behind.1 a coat a hat"))
                .contains("Walk to the river and back.", "After the bridge", "Know your way. Look round.")
                .endsWith("Thank everybody.");
        assertThat(page.select(".set-up .text").text()).isEqualTo("Meet at the door.");
        assertThat(page.select(".at-hand li").eachText()).containsExactly("Who is last?");
        assertThat(page.select(".mind li").eachText()).containsExactly("Ice. Go slowly.");
        assertThat(page.select(".bring li").eachText()).containsExactly("a clock", "a map");
        assertThat(page.select(".checks li")).hasSizeBetween(3, 7);
        assertThat(page.select("sup a").attr("href")).isEqualTo("walk.html#fn.1");
        assertThat(page.select("[data-run]").attr("data-log"))
                .isEqualTo("../contribute/log-an-attempt.html?practice=walk");
    }

    @Test
    void aPracticeWithoutAListOfStepsCanBeRunAllTheSame() {
        Document prose = practice("time: 20-30 min\n", "## What to do\n\nWalk round the block. Then sit down.\n");
        assertThat(prose.select(".run-step").eachAttr("data-minutes")).containsExactly("30");
        assertThat(prose.select(".run-step > .text").text()).isEqualTo("Walk round the block. Then sit down.");
        Document other = practice(
                "", "First words.\n\n## Story\n\nOnce.\n\n## Ask yourselves\n\n- Why?\n\n## Other\n\n- a\n- b\n");
        assertThat(other.select(".run-step h2").eachText()).containsExactly("1 Story", "2 Other");
        assertThat(other.select(".run-step").eachAttr("data-minutes")).containsExactly("0", "0");
        assertThat(other.select(".set-up .text").text()).isEqualTo("First words.");
        Document words = practice("", "Only words.\n");
        assertThat(words.select(".run-step > .text").eachText()).containsExactly("Only words.");
    }

    @Test
    void whereNoStepSaysHowLongItTakesThePracticeDoes() {
        String steps = "## What to do\n\n1. **Go.** Now.\n2. **Rest.** Then.";
        assertThat(practice("time: 20-30 min\n", steps).select("[data-begins]").attr("data-takes"))
                .isEqualTo("30");
        assertThat(practice("time: 20-30 min\n", steps + " (5 min)")
                        .select("[data-begins]")
                        .attr("data-takes"))
                .isEqualTo("5");
        assertThat(practice("time: 20-30 min per person\n", steps + " (5 min)")
                        .select("[data-begins]")
                        .attr("data-takes"))
                .isEqualTo("0");
    }

    @Test
    void whatCannotBeRunHasNoSuchPage() {
        playbook.with("practices/stub.md", "---\ntitle: Stub\nsummary: Nothing yet. Write it.\n---\n")
                .with(
                        "practices/old.md",
                        "---\ntitle: Old\nsummary: It was. It is not.\nstate: retired\n---\n\nText.\n")
                .with("practices/new.md", "---\ntitle: New\nsummary: It is. Try it.\n---\n\nText.\n");
        SiteFiles site = playbook.files();
        assertThat(site.at("practices/stub.run.html")).isEmpty();
        assertThat(site.at("practices/old.run.html")).isEmpty();
        assertThat(page("practices/stub.html").select("a[href$=.run.html]")).isEmpty();
        assertThat(page("practices/new.html").select("a[href$=practices/new.run.html]"))
                .hasSize(1);
    }

    @Test
    void searchEnginesAreNotLedToIt() {
        practice("", "Text.\n");
        assertThat(page("practices/walk.run.html").select("meta[name=robots]").attr("content"))
                .isEqualTo("noindex");
        assertThat(text("sitemap.xml")).contains("walk.html").doesNotContain("run.html");
    }

    @Test
    void aPathwayHasAllItsPracticesEachWithItsOwnSteps() {
        playbook.with(
                        "practices/a.md",
                        "---\ntitle: A\nsummary: One. Two.\nmaterials: [a pen]\n---\n\n## Steps\n\n- **Do.** It (5 min)\n- **Rest**\n")
                .with(
                        "practices/b.md",
                        "---\ntitle: B\nsummary: One. Two.\nmaterials: [A pen, ink]\nwhere: beforehand\n---\n\n## Steps\n\n1. **Do.** It\n")
                .with("practices/c.md", "---\ntitle: C\nsummary: One. Two.\n---\n")
                .with(
                        "pathways/way.md",
                        "---\ntitle: Way\nsummary: All. Now.\nsteps:\n  - {practice: a, why: First.}\n  - {practice: b, why: Then.}\n  - {practice: c, why: Last.}\n---\n");
        Document page = page("pathways/way.run.html");
        assertThat(page.select(".part h2").eachText()).containsExactly("A", "B", "C");
        assertThat(page.select(".run-step").eachAttr("id")).containsExactly("run.1.1", "run.1.2", "run.2.1");
        assertThat(page.select(".bring li").eachText()).containsExactly("a pen", "ink");
        assertThat(page.select("[data-begins]").eachAttr("data-together")).containsExactly("true", "false", "true");
        assertThat(page.select("[data-run]").attr("data-log")).endsWith("?practice=a&practice=b&practice=c");
    }

    @Test
    void manyStepsLongTitlesAndEveryScriptKeepTheirShape() {
        String title = "Слово 言葉 🌱 ".repeat(25).strip();
        Document page = practice(
                "",
                "## What to do\n\n"
                        + IntStream.rangeClosed(1, 60)
                                .mapToObj(n -> "1. **" + title + ".** Text " + n + " (1 min)\n")
                                .collect(Collectors.joining()));
        assertThat(page.select(".run-step")).hasSize(60);
        assertThat(page.select(".run-step .label").last().text()).startsWith("Step 60 of 60");
        assertThat(page.select(".run-step h2").last().text()).isEqualTo("60 " + title);
    }
}
