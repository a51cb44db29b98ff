package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text of a library says in its own way becomes fields, sections and steps. */
class ImportFieldsTest extends ImportFolder {
    @Test
    void yamlHeavyEntriesBecomeFieldsAndSections() {
        bring("yaml-heavy");
        assertThat(Run.read(folder, "content/practices/value-map.md"))
                .startsWith("""
                        ---
                        title: Value Map
                        summary: See where value is made before you decide what to build
                        roles: [facilitator]
                        phases: [gather]
                        time: 1-2 h
                        group: 5-12
                        experience: first-time
                        sources:
                          - title: A longer introduction
                            url: "https://example.org/value-maps"
                        """)
                .contains("note: \"Licence: CC BY 4.0\"")
                .contains("authors: [Amara Okafor, Lee Chen]\nreviewed: 2021-03-10\n")
                .contains("![Value Map](../images/value-map.png)")
                .contains("## What to do\n\n### Before\n")
                .contains("[the timeline](timeline.md)")
                .contains("## Notes from import")
                .contains("**tags:** product")
                .contains("4711");
        assertThat(Run.read(folder, "content/practices/timeline.md"))
                .contains("title: \"Timeline: look back together\"")
                .contains("time: 4 h\ngroup: 8+\n")
                .contains("authors: [Sam Ortiz]")
                .doesNotContain("sam@example.org")
                .contains("related:\n  value-map:\n")
                .contains("- Wishing Well")
                .contains("A line (`/images/line.png`)");
        assertThat(folder.resolve("content/images/value-map.png")).isRegularFile();
        assertThat(folder.resolve("content/images/unused.png")).doesNotExist();
    }

    @Test
    void headingsBecomeFieldsAndTheRestStays() {
        bring("headings");
        assertThat(Run.read(folder, "content/practices/shared-desk.md"))
                .contains("title: Shared Desk\nsummary: Two teams that depend on each other do not meet.")
                .contains("authors: [Noor Haddad, Jan de Vries]\naka: [One desk]\n")
                .contains("## Forces\n\n* Everybody is busy.")
                .contains(
                        "## What to do\n\nChoose a day. See [Gap List](gap-list.md) and [its context](gap-list.md#context).")
                .contains("](../images/desk.png)");
        assertThat(Run.read(folder, "content/practices/gap-list.md"))
                .contains("related:\n  shared-desk: people first, then paper\n")
                .contains("A guide (`missing-guide.md`) helps");
    }

    @Test
    void keysWithoutAFenceAndRangesInPartsAreRead() throws IOException {
        Files.createDirectories(library);
        Files.writeString(library.resolve("bare.md"), """
                Title: Walk and talk
                Duration: half a day
                Participants: 5–∞

                ## Steps

                Title: this is text.
                """);
        Files.writeString(library.resolve("parts.md"), """
                ---
                title: Circles
                duration:
                  min: 30
                  max: 60
                  unit: minutes
                people: {min: 3, max: 9}
                rooms: {min: 1, floor: 2}
                ---

                ## Steps

                Sit down.
                """);
        Run.in(folder, "import", library.toString(), "--write");
        assertThat(Run.read(folder, "content/practices/bare.md"))
                .contains("title: Walk and talk\n")
                .contains("time: 4 h\ngroup: 5+\n")
                .contains("Title: this is text.")
                .doesNotContain("Duration:");
        assertThat(Run.read(folder, "content/practices/parts.md"))
                .contains("time: 30-60 min\ngroup: 3-9\n")
                .contains("floor: 2")
                .doesNotContain("max: 9");
    }

    @Test
    void factsMayStandInOneLineAndInItalics() throws IOException {
        Files.createDirectories(library);
        Files.writeString(library.resolve("one.md"), """
                # One

                *Time:* 30 min | *Group size:* 10-30

                A sentence to begin with. *Note* this: all of it.

                ## Steps

                1. Walk.
                """);
        Files.writeString(library.resolve("two.md"), """
                # Two

                **Duration**: 1 h · **Participants**: 4-8

                Another sentence: one | two.

                ## Steps

                1. Talk.
                """);
        Run.in(folder, "import", library.toString(), "--write");
        assertThat(Run.read(folder, "content/practices/one.md"))
                .contains("summary: \"A sentence to begin with.")
                .contains("time: 30 min\ngroup: 10-30\n")
                .doesNotContain("|");
        assertThat(Run.read(folder, "content/practices/two.md"))
                .contains("time: 1 h\ngroup: 4-8\n")
                .contains("Another sentence: one | two.");
    }

    @Test
    void stepsWithKeysOfTheirOwnBecomeANumberedList() throws IOException {
        Files.createDirectories(library);
        Files.writeString(library.resolve("rounds.md"), """
                ---
                title: Rounds
                time: 90
                steps:
                  - title: Sit down
                    description: In a *circle*.
                    duration: 5
                  - title: Go round!
                    text: |
                      One after another.
                      Nobody answers.
                    minutes: 10 to 15 minutes
                    tools: a bell
                  - Say thanks.
                tips:
                  - {good: {deep: silence}}
                ---

                A round gives everybody a turn.
                """);
        Run run = Run.in(folder, "import", library.toString(), "--write");
        assertThat(run.out())
                .contains("\"time: 90\" was taken as \"90 min\"")
                .contains("\"tips\" has parts of its own and stands in the text as it was")
                .doesNotContain("\"steps");
        assertThat(Run.read(folder, "content/practices/rounds.md"))
                .contains("""
                        ## What to do

                        1. **Sit down.** In a *circle*. (5 min)
                        2. **Go round!** One after another.
                           Nobody answers. tools: a bell (10-15 min)
                        3. Say thanks.
                        """)
                .contains("- {good: {deep: silence}}");
        assertThat(Run.in(folder, "check").err()).doesNotContain("error:");
    }

    @Test
    void factsAtTheHeadOfATextBecomeFields() {
        bring("games");
        assertThat(Run.read(folder, "content/practices/card-walk.md"))
                .contains("time: 15-30 min\ngroup: 5-12\nmaterials:\n  - cards\n  - pens\n  - tape\n")
                .contains("## When to use\n\nFind out what the group knows.")
                .contains("Or as a [Fishbowl](fishbowl.md).")
                .contains("](../images/play/card-walk/floor.png)")
                .contains("**Noise level:** loud")
                .doesNotContain("|");
        assertThat(Run.read(folder, "content/practices/fishbowl.md"))
                .contains("time: 90 min\ngroup: 8+\nexperience: some\n")
                .contains("```\nTime: 99 hours\n# not a heading\n```")
                .contains("## When to use\n\nListen before you speak.")
                .contains("[the rules](../pages/handbook/rules.md#quiet)");
        assertThat(Run.read(folder, "content/pages/handbook/people.md"))
                .contains("order: 3")
                .contains("cheerful");
    }

    @Test
    void datesTemplatesAndBrokenYamlOfASiteGenerator() {
        bring("jekyll");
        assertThat(Run.read(folder, "content/practices/stakeholder-interviews.md"))
                .contains("time: 1-2 h\n")
                .contains("aka: [\"/methods/stakeholder-and-user-interviews/\"]\nreviewed: 2020-01-05\n")
                .contains("](../images/interview.svg)")
                .contains("{% include note.html text=\"Bring water\" %}")
                .contains("**timeRequired:** 1–2 hours per interviewee");
        assertThat(Run.read(folder, "content/practices/design-studio.md"))
                .contains("title: \"Design studio: draw together\"")
                .contains("state: draft")
                .contains("[interview](stakeholder-interviews.md)")
                .contains("title: Design studio: draw together\ncategory: Gather");
    }

    @Test
    void noWordIsLostWhenASectionBecomesAField() throws IOException {
        theirs(
                "plays/walk.md",
                "# Walk",
                "",
                "## Problem",
                "",
                "People sit, see [this path][path] and the note[^1].",
                "",
                "## Solutions",
                "",
                "Walk.",
                "",
                "## Related Patterns",
                "",
                "- See also [sitting for long](sit.md): the opposite",
                "",
                "## Authors",
                "",
                "Ann Example <ann@example.org>",
                "",
                "[path]: https://example.org/path",
                "[^1]: A small note.");
        theirs(
                "plays/sit.md",
                "# Sit",
                "",
                "## Problem",
                "",
                "Feet.",
                "",
                "## Solutions",
                "",
                "Sit.",
                "",
                "## Related Patterns",
                "",
                "- [Walk](walk.md) - afterwards");
        Run run = Run.in(folder, "import", library.toString(), "--write");
        assertThat(run.out())
                .contains("\"Solutions\" is now \"What to do\" in 2 texts")
                .contains("\"Authors\" is now the field authors in 1 text")
                .contains("\"Related Patterns\" is now the field related in 1 text")
                .contains("left out: the e-mail address of Ann Example");
        assertThat(Run.read(folder, "content/practices/walk.md"))
                .contains("authors: [Ann Example]")
                .contains("related:\n  sit: the opposite\n")
                .contains("- See also [sitting for long](sit.md): the opposite")
                .contains("\n[path]: https://example.org/path\n[^1]: A small note.\n");
        assertThat(Run.read(folder, "content/practices/sit.md"))
                .contains("related:\n  walk: afterwards\n")
                .doesNotContain("Related Patterns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"N/A", "Flexible", "Depends on the scope (how many pages)", "It varies", "As long as needed"})
    void aTimeThatIsNotFixedIsNoMistake(String time) throws IOException {
        theirs(
                "plays/walk.md",
                "---",
                "title: Walk",
                "time: \"" + time + "\"",
                "participants: \"" + time + "\"",
                "what: A walk.",
                "---",
                "",
                "## What to do",
                "",
                "Walk.");
        Run run = Run.in(folder, "import", library.toString(), "--write");
        assertThat(run.out())
                .contains("Times and numbers of people that are not fixed (no mistake) (2):")
                .doesNotContain("found no place");
        boolean words = !time.equals("N/A");
        assertThat(Run.read(folder, "content/practices/walk.md").contains(time)).isEqualTo(words);
    }
}
