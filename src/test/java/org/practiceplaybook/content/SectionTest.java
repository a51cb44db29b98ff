package org.practiceplaybook.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.fixture.English;
import org.practiceplaybook.markdown.PageMarkdown;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.SourceFile;

class SectionTest {

    private static List<Section> sections(String markdown) {
        return Section.of(
                PageMarkdown.of(QuotationMarks.of("en")).read(new SourceFile("a.md", markdown), 0), English.SECTIONS);
    }

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @CsvSource({
        "When to use, WHEN",
        "When to use it?, WHEN",
        "CONTEXT, WHEN",
        "Problem, WHEN",
        "When not to use, WHEN_NOT",
        "Don’t use this when …, WHEN_NOT",
        "What to do, WHAT",
        "Steps:, WHAT",
        "How to do it, WHAT",
        "Solution, WHAT",
        "Prompts, ASK",
        "Questions, ASK",
        "Ask yourselves, ASK",
        "Watch out for, WATCH",
        "Pitfalls, WATCH",
        "Traps, WATCH",
        "Risks, WATCH",
        "Why it works, WHY",
        "Rationale, WHY",
        "Why?, WHY",
        "A story, STORY",
        "Example, STORY",
        "Variations, VARIATIONS",
        "Something else, OTHER",
        "'', OTHER",
        "When to use this and that, OTHER",
    })
    void isUnderstoodByItsHeading(String heading, SectionKind kind) {
        assertThat(English.SECTIONS.kind(heading)).isEqualTo(kind);
    }

    @Test
    void oneSignMakesASectionAsTwoDo() {
        assertThat(sections("# Title\n\n# When to use\n\na\n\n## Part\n\nb\n\n# What to do\n\nc\n"))
                .extracting(Section::kind)
                .containsExactly(SectionKind.WHEN, SectionKind.WHAT);
        assertThat(sections("# Title\n\n# When to use\n\na\n\n## What to do\n\nb\n\n# Watch out for\n\nc\n"))
                .extracting(Section::kind)
                .containsExactly(SectionKind.WHEN, SectionKind.WHAT, SectionKind.WATCH);
    }

    @Test
    void aLateHeadingOfTheFirstLevelDemotesNothing() {
        List<Section> sections = sections("## When to use\n\na\n\n## What to do\n\nb\n\n# Another\n\nc\n");
        assertThat(sections)
                .extracting(Section::kind)
                .containsExactly(SectionKind.WHEN, SectionKind.WHAT, SectionKind.OTHER);
        assertThat(sections)
                .allSatisfy(
                        section -> assertThat(section.parts().get(0).marked()).contains("<h2 "));
    }

    @Test
    void runsFromOneHeadingToTheNextOfItsLevel() {
        List<Section> sections =
                sections("intro\n\n## Steps\n\none\n\n### Detail\n\ntwo\n\n## Unknown kind\n\nthree\n");

        assertThat(sections)
                .extracting(Section::kind)
                .containsExactly(SectionKind.OTHER, SectionKind.WHAT, SectionKind.OTHER);
        assertThat(sections.get(0).heading()).isEmpty();
        assertThat(sections.get(1).content()).contains("one", "Detail", "two").doesNotContain("Steps", "three");
        assertThat(sections.get(2).heading().orElseThrow().text()).isEqualTo("Unknown kind");
    }

    @Test
    void takesTheHighestLevelThatIsThere() {
        assertThat(sections("### Steps\n\na\n\n### Why\n\nb\n"))
                .extracting(Section::kind)
                .containsExactly(SectionKind.WHAT, SectionKind.WHY);
        assertThat(sections("")).isEmpty();
    }

    @Test
    void anAgendaAddsUpWhatItsStepsTake() {
        Agenda agenda = Agenda.of(sections("## What to do\n\n"
                + "1. **Name it.** Say what only you can do (10 min)\n"
                + "2. Write it down: *all of it* (5-15 min).\n"
                + "3. **Look again:** later\n   - a detail (99 min)\n"
                + "4. Take a long walk (1 h)\n\n## Why\n\n- not a step (30 min)\n"));

        assertThat(agenda.steps())
                .containsExactly(
                        new Agenda.Step("Name it", 10),
                        new Agenda.Step("Write it down: all of it", 15),
                        new Agenda.Step("Look again", 0),
                        new Agenda.Step("Take a long walk", 60));
        assertThat(agenda.minutes()).isEqualTo(85);
        assertThat(Agenda.of(sections("## Why\n\n- x (5 min)\n"))).isEqualTo(Agenda.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "(2 hours), 120",
        "(1.5 h), 90",
        "'(0,25 - 0,5 h)', 30",
        "(50 minutes), 50",
        "(1 hr.), 60",
        "(1 minute), 1",
        "(1 h 10 min), 70",
        "(1h30), 90",
        "(about 10 min), 10",
        "(2 horses), 0",
        "(10), 0",
        "(1.234 h), 0"
    })
    void theTimeOfAStepMayBeWrittenOut(String time, int minutes) {
        assertThat(Agenda.of(sections("## What to do\n\n1. Walk " + time + "\n"))
                        .minutes())
                .isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({
        "Walk (8 min), 8, Walk",
        "**Walk** (8 min) in pairs, 8, Walk",
        "**Walk (8 min).** In pairs, 8, Walk",
        "(8 min) Walk, 8, Walk",
        "**Walk.** Out. (8 min):;   - a;   - b, 8, Walk",
        "**Walk.** Out.;   - a;   - b;;   (8 min), 8, Walk",
        "**Walk.** Out.;   - a;   - b;   (8 min), 8, Walk",
        "**Walk.** Out.;   - a;   - b;;(8 min), 8, Walk",
        "**Walk.** Out.;;   (8 min);;   - a, 8, Walk",
        "**Walk.** Out (5 min).;;   Then back (3 min)., 8, Walk",
        "**Walk.** *(8 min)*, 8, Walk",
        "**Walk.** (*8 min*), 8, Walk",
        "**Walk.** [8 min], 8, Walk",
        "**Walk.** （8 min）, 8, Walk",
        "**Walk.** (5–8 min), 8, Walk",
        "**Walk.** (5 — 8 min), 8, Walk",
        "**Walk.** (5‑8 min), 8, Walk",
        "**Walk.** (5−8 Min.), 8, Walk",
        "**Walk.** (8'), 8, Walk",
        "**Walk.** (eight minutes), 8, Walk",
        "**Walk.** (at most 8 min), 8, Walk",
        "**Walk.** (8 min in all), 8, Walk",
        "**Walk.** (8 min max), 8, Walk",
        "**Walk.** (⏱ 8 min), 8, Walk",
        "**Walk.** (5'-8'), 8, Walk",
        "**Walk.** (time: 8 min), 8, Walk",
        "**Walk.** (quarter hour), 15, Walk",
        "**Walk.** (1.5 h), 90, Walk",
        "'**Walk.** (1,5 h)', 90, Walk",
        "**Walk.** (1½ h), 90, Walk",
        "**Walk.** (1 h 30 min), 90, Walk",
        "**Walk.** (1 h 30), 90, Walk",
        "**Walk.** (1 hour and 30 minutes), 90, Walk",
        "**Walk.** (1:30 h), 90, Walk",
        "**Walk.** (an hour and a half), 90, Walk"
    })
    void theBadgeOfATimeStandsAtItsStepAndTheSumIsRight(String step, int minutes, String line) {
        Agenda agenda = Agenda.of(sections("## What to do\n\n1. " + step.replace(';', '\n') + "\n\n2. Rest (2 min)\n"));
        assertThat(agenda.minutes()).isEqualTo(minutes + 2);
        assertThat(agenda.steps()).containsExactly(new Agenda.Step(line, minutes), new Agenda.Step("Rest", 2));
        assertThat(agenda.doubts()).isEmpty();
        int end = agenda.content().indexOf("Rest");
        int nested = agenda.content().indexOf("<ul");
        int badge = agenda.content().indexOf("<span class=\"minutes\">");
        assertThat(badge).isBetween(0, end);
        if (nested >= 0 && !step.contains(";;   (8 min)")) {
            assertThat(badge).isLessThan(nested);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Walk (8 min each), NO_TIME",
        "Walk (8 minuets), NO_TIME",
        "Walk (8 mni), NO_TIME",
        "Walk (8 Mintues), NO_TIME",
        "Walk (2 huors), NO_TIME",
        "Walk (min 8), NO_TIME",
        "Walk (minutes: 8-10), NO_TIME",
        "Walk (5 min per person), NO_TIME",
        "Walk (2 x 5 min), NO_TIME",
        "Walk (5 + 5 min), NO_TIME",
        "Walk (30″), NO_TIME",
        "Walk (8分), NO_TIME",
        "Walk (٨ دقائق), NO_TIME",
        "Walk (8), NO_UNIT",
        "Walk (8-10), NO_UNIT",
        "Walk (8 – 10), NO_UNIT",
        "**Walk** (max 8) in pairs, NO_UNIT",
        "Walk (9:00-9:30), NO_UNIT",
        "Walk (8 Stunden), NO_TIME",
        "Walk (a few minutes), NO_TIME",
        "Walk (30 s), NO_TIME",
        "Walk (0 min), NO_TIME",
        "Walk (5 (or 8) min), NO_TIME",
        "Walk (8 min) and come back, AMID",
        "Walk;   - out (8 min), AMID",
        "Walk – 8 min, BARE",
        "8 min: Walk, BARE",
        "Walk 1.5 h, BARE",
        "Walk out and back for about 90 min., BARE",
        "**Walk.** Out and back 90 min, BARE",
        "Walk for an hour and a half, BARE",
        "Walk (8 min, BARE",
        "Walk 【8 min】, BARE",
        "Walk 8 mni, BARE"
    })
    void whatCannotBeCountedIsDoubted(String step, Agenda.Why why) {
        Agenda agenda = Agenda.of(sections("## What to do\n\n1. " + step.replace(';', '\n') + "\n"));
        assertThat(agenda.minutes()).isZero();
        assertThat(agenda.doubts()).extracting(Agenda.Doubt::why).containsExactly(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Walk (2 horses)",
                "Walk (in pairs)",
                "Walk `(8 min)`",
                "Walk (see [this](https://example.org))",
                "Walk (5 people)",
                "Walk (5 men)",
                "Walk (5 minds)",
                "Walk (see step 2)",
                "Walk (about 3 of you)",
                "Walk (2024)",
                "Walk (2019-2021)",
                "Walk (week 2)",
                "Walk (1)",
                "(8) Walk",
                "Walk (8) or ride (9) away",
                "Walk (50 %)",
                "Come back after 10 min.",
                "Meet at 10 h",
                "Stand 2 m apart",
                "Ask for 2 minutes of silence and wait"
            })
    void whatIsNoTimeAtAllIsLeftAlone(String step) {
        Agenda agenda = Agenda.of(sections("## What to do\n\n1. " + step + "\n"));
        assertThat(agenda.minutes()).isZero();
        assertThat(agenda.doubts()).isEmpty();
    }
}
