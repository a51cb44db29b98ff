package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.importer.Import;

/** A library in another shape becomes practices: what is understood in fields, all else kept and told. */
class ImportVerbTest {
    private static final Path LIBRARIES =
            Path.of("src/test/resources/libraries").toAbsolutePath();

    @TempDir
    Path folder;

    private Path library;

    @BeforeEach
    void aNewPlaybook() {
        assertThat(Run.in(folder, "init", ".").status()).isZero();
        library = folder.resolve("theirs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml-heavy", "headings", "games", "jekyll"})
    void aLibraryIsAPlaybookWithoutErrorsAtOnce(String name) {
        assertThat(Run.in(folder, "import", LIBRARIES.resolve(name).toString(), "--write")
                        .status())
                .isZero();
        Run check = Run.in(folder, "check");
        assertThat(check.err()).doesNotContain("error:");
        assertThat(check.status()).isZero();
    }

    @Test
    void theFirstRunWritesAMappingAndOnlyShowsThePlan() throws IOException {
        List<String> before = files(folder.resolve("content"));
        Run run = Run.in(folder, "import", LIBRARIES.resolve("games").toString());
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("Would bring over: 4 texts, 1 image or other file.")
                .contains("content/practices/card-walk.md  from ")
                .contains("play/card-walk/index.md:7: \"Noise level: loud\" found no place")
                .contains("--write");
        assertThat(files(folder.resolve("content"))).isEqualTo(before);
        assertThat(Run.read(folder, "import.yml"))
                .contains("  Number of players: group\n")
                .contains("  How to Play: heading What to do\n")
                .contains("  handbook: pages\n");
    }

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
    void aMappingThatIsNamedAndMissingWritesNothing() throws IOException {
        List<String> before = files(folder.resolve("content"));
        Run run = Run.in(folder, "import", LIBRARIES.resolve("games").toString(), "--mapping", "typo.yml", "--write");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("there is no file typo.yml; nothing was written");
        assertThat(folder.resolve("typo.yml")).doesNotExist();
        assertThat(files(folder.resolve("content"))).isEqualTo(before);
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
                .contains("aka: [stakeholder-and-user-interviews]\nreviewed: 2020-01-05\n")
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
    void whatIsThereIsNeverOverwritten() {
        Run.write(folder, "content/practices/card-walk.md", "---\ntitle: Mine\nsummary: My own.\n---\n");
        Run.write(folder, "content/images/play/card-walk/floor.png", "another picture");
        Run run = bring("games");
        assertThat(run.out()).contains("left as they were:\n  content/practices/card-walk.md");
        assertThat(Run.read(folder, "content/practices/card-walk.md")).contains("My own.");
        assertThat(Run.read(folder, "content/images/play/card-walk/floor.png")).isEqualTo("another picture");
        assertThat(folder.resolve("content/images/play/card-walk/floor-2.png")).isRegularFile();
        Run again = Run.in(folder, "import", LIBRARIES.resolve("games").toString(), "--write");
        assertThat(again.out()).contains("Brought over: 0 texts, 0 images and other files.");
    }

    @Test
    void anEditedMappingIsObeyed() {
        Run.write(folder, "import.yml", """
                files:
                  .: practices
                  handbook: nothing
                fields:
                  Time: nothing
                  Noise level: materials
                  Participants: group
                headings:
                  How to Play: heading Variations
                  Strategy: nothing
                """);
        bring("games");
        assertThat(folder.resolve("content/pages/handbook")).doesNotExist();
        assertThat(Run.read(folder, "content/practices/card-walk.md"))
                .doesNotContain("time:")
                .contains("materials:\n  - loud\n")
                .contains("## Variations\n\n1. **Write.**")
                .doesNotContain("Start in silence");
    }

    @Test
    void termsOfTheMappingAreObeyed() {
        Run.write(folder, "import.yml", """
                fields:
                  title: title
                  subtitle: summary
                  participants: roles
                terms:
                  Product Owner: roles/leader
                """);
        bring("yaml-heavy");
        assertThat(Run.read(folder, "content/practices/value-map.md")).contains("roles: [facilitator, leader]\n");
    }

    @Test
    void mistakesOfTheMappingAreToldWithTheirLine() {
        Run.write(folder, "import.yml", "files:\n  .: practises\nfields:\n  Time: tiem\nhedings: {}\n");
        Run run = Run.in(folder, "import", LIBRARIES.resolve("games").toString(), "--write");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("\".\" cannot become \"practises\"")
                .contains("import.yml:2:6")
                .contains("did you mean \"time\"?")
                .contains("did you mean \"headings\"?")
                .contains("Nothing was brought over");
        assertThat(folder.resolve("content/practices/card-walk.md")).doesNotExist();
    }

    @Test
    void otherLineEndsAndEncodingsAreRead() {
        String text =
                "---\r\ntitle: Café\r\ntime: 30 min\r\nsummary: Über das Reden.\r\n---\r\n\r\n## Steps\r\n\r\nGo.\r\n";
        Run.write(library, "crlf.md", "\uFEFF" + text);
        Run.write(library, "latin.md", text.replace("Café", "Cafés").getBytes(Charset.forName("windows-1252")));
        Run.write(library, "toml.md", "+++\ntitle = \"Old\"\ntime = \"1 day\"\nsummary = \"In TOML.\"\n+++\nText.\n");
        Run run = Run.in(folder, "import", "theirs", "--write");
        assertThat(run.out()).contains("theirs/latin.md: it is not in UTF-8");
        assertThat(Run.read(folder, "content/practices/crlf.md"))
                .isEqualTo("---\ntitle: Café\nsummary: Über das Reden.\ntime: 30 min\n---\n\n## Steps\n\nGo.\n");
        assertThat(Run.read(folder, "content/practices/latin.md")).contains("title: Cafés");
        assertThat(Run.read(folder, "content/practices/toml.md"))
                .contains("title: Old\n")
                .contains("time: 1 day\n");
    }

    @Test
    void hostileFilesDoNoHarm() throws IOException {
        Run.write(folder, "secret.png", "secret");
        Run.write(
                folder,
                "import.yml",
                "fields: {title: title, slug: slug, summary: summary, image: image, materials: materials, authors: authors}\n");
        Run.write(
                library,
                "a.md",
                "---\ntitle: \"<script>alert(1)</script>\"\nslug: ../../escaped\nsummary: S\nimage: ../secret.png\n---\n"
                        + "![x](../secret.png) ![y](/etc/hostname) [z](javascript:alert(1)) ![l](link.png)\n");
        Run.write(library, "b.md", "---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\ntitle: Bomb\n---\ntext\n");
        Run.write(library, "c.md", "---\ntitle: " + "[".repeat(10_000) + "\n---\ntext\n");
        Run.write(library, "d.md", "[".repeat(50_000) + "\n\n" + "> ".repeat(5_000) + "deep\n");
        Run.write(
                library,
                "e.md",
                "---\ntitle: Many\nsummary: S\nmaterials: [" + "x, ".repeat(20_000) + "y]\nauthors:\n"
                        + "  - a name of some length, number 1\n".repeat(2_000) + "---\n");
        Run.write(library, "---.md", "\0\0\0\n---\n---\n");
        Run.write(library, "empty.md", new byte[0]);
        Run.write(library, "CON.md", "# \u202eright to left\n\n[[a]] [[" + "b".repeat(300) + "]]\n");
        Files.createSymbolicLink(library.resolve("link.png"), folder.resolve("secret.png"));
        Files.createSymbolicLink(library.resolve("link.md"), Path.of("/etc/hostname"));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            Run run = Run.in(folder, "import", "theirs", "--write");
            assertThat(run.status()).as(run.err()).isZero();
            assertThat(run.out()).contains("a link on disk is not followed");
        });
        assertThat(Stream.of("secret.png", "link.png").map(name -> folder.resolve("content/images/" + name)))
                .noneMatch(Files::exists);
        assertThat(Run.read(folder, "content/practices/escaped.md"))
                .contains("title: \"<script>alert(1)</script>\"")
                .contains("x (`../secret.png`) y (`/etc/hostname`) z (`javascript:alert(1)`) l (`link.png`)");
        assertThat(Run.read(folder, "content/practices/b.md"))
                .contains("title: Bomb")
                .contains("b: &b [*a,*a]");
        // d.md is no text that anybody could show
        assertThat(Run.in(folder, "check").err())
                .containsPattern("error: [^\n]*\n  --> content/practices/d\\.md")
                .doesNotContainPattern("error: [^\n]*\n  --> content/practices/(?!d\\.md)");
    }

    @Test
    void twoFilesOfOneNameAreBothKept() {
        Run.write(library, "one/talk.md", "# Talk\n\n**Time:** 5 min\n\n## Steps\n\nFirst.\n");
        Run.write(library, "two/talk.md", "# Talk\n\n**Time:** 5 min\n\n## Steps\n\nSecond.\n");
        Run.in(folder, "import", "theirs", "--write");
        assertThat(Run.read(folder, "content/practices/talk.md")).contains("First.");
        assertThat(Run.read(folder, "content/practices/two-talk.md")).contains("Second.");
    }

    @Test
    void wrongUseIsExplained() throws IOException {
        assertThat(Run.in(folder, "import").err()).contains("playbook import DIR");
        assertThat(Run.in(folder, "import", "nowhere").err()).contains("there is no folder \"nowhere\"");
        assertThat(Run.in(folder, "import", "content").err()).contains("lie in each other");
        Files.createDirectories(library);
        assertThat(Run.in(folder, "import", "theirs").err()).contains("no Markdown file in theirs");
    }

    private Run bring(String name) {
        Run run = Run.in(folder, "import", LIBRARIES.resolve(name).toString(), "--write");
        assertThat(run.status()).as(run.err()).isZero();
        return run;
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void namesOfFilesSteerNoTerminalAndNoWorkflow() throws IOException {
        Files.createDirectories(library);
        Files.writeString(library.resolve("a\u001b[2J\u202e.md"), "# Walk\n\nText. ![x](##[add-mask].png)\n");
        Files.writeString(library.resolve("::error::b.md"), "# Talk\n\nText.\n");
        Files.write(library.resolve("##[add-mask].png"), new byte[] {1});
        Files.createSymbolicLink(library.resolve("link\u0007"), library);
        for (String[] command : List.of(
                new String[] {"import", "theirs", "--all"}, new String[] {"import", "theirs", "--all", "--write"})) {
            Run run = Run.in(folder, command);
            assertThat(run.status()).isZero();
            String said = run.out() + run.err();
            assertThat(said)
                    .containsPattern("(?:Would bring|Brought) over: 2 texts")
                    .doesNotContain("\u001b", "\u202e", "\u0007", "##[");
            assertThat(said.lines()).noneMatch(line -> line.strip().startsWith("::"));
        }
    }

    @Test
    void whatIsTooLargeIsToldInTheDryRunAndTheRestIsBroughtOver() throws IOException {
        Files.createDirectories(library);
        Files.writeString(library.resolve("walk.md"), "# Walk\n\nText. ![film](film.mp4)\n");
        Files.writeString(library.resolve("long.md"), "# Long\n\n" + "word ".repeat(210_000));
        Files.writeString(library.resolve("longer.md"), "# Longer\n\n" + "word ".repeat(1_000_000));
        try (java.io.RandomAccessFile film =
                new java.io.RandomAccessFile(library.resolve("film.mp4").toFile(), "rw")) {
            film.setLength((100L << 20) + 1); // takes no room
        }
        Run dry = Run.in(folder, "import", "theirs");
        assertThat(dry.out())
                .contains("Would bring over: 1 text, ")
                .contains("theirs/film.mp4: left out: it is larger than 100 MB, which GitHub does not take")
                .contains("theirs/long.md: left out: it is longer than 1048576 characters, which no text may be")
                .contains("theirs/longer.md: left out: it is longer than 1048576 characters, which no text may be");
        Run run = Run.in(folder, "import", "theirs", "--write");
        assertThat(run.status()).isZero();
        assertThat(files(folder.resolve("content")))
                .anyMatch(path -> path.endsWith("walk.md"))
                .noneMatch(path -> path.contains("long") || path.endsWith(".mp4") || path.endsWith(".tmp"));
    }

    @Test
    void whatGoesAwayMeanwhileIsNamedAndTheRestIsWrittenWhole() throws IOException {
        Files.createDirectories(library);
        Path image = Files.write(library.resolve("there.png"), new byte[300_000]);
        Path content = folder.resolve("content");
        Import.NewFile gone = new Import.NewFile(
                "images/gone.png", "gone.png", Optional.empty(), Optional.of(library.resolve("gone.png")), false);
        Import.NewFile taken =
                new Import.NewFile("playbook.yml", "taken.yml", Optional.of("not ours"), Optional.empty(), false);
        Import.NewFile there =
                new Import.NewFile("images/there.png", "there.png", Optional.empty(), Optional.of(image), false);
        Import.NewFile text =
                new Import.NewFile("practices/walk.md", "walk.md", Optional.of("text"), Optional.empty(), false);
        Import plan = new Import(List.of(gone, taken, there, text), List.of(), List.of(), List.of(), Map.of());
        String settings = Run.read(folder, "content/playbook.yml");

        Map<Import.NewFile, String> failed =
                ImportVerb.write(plan, new PlaybookFolders(content, "content", Optional.empty()));

        assertThat(failed).containsOnlyKeys(gone, taken);
        assertThat(failed.get(gone)).isEqualTo("could not bring it over: it is not there");
        assertThat(failed.get(taken)).contains("is there already");
        assertThat(Run.read(folder, "content/playbook.yml")).isEqualTo(settings);
        assertThat(Files.mismatch(content.resolve("images/there.png"), image)).isEqualTo(-1);
        assertThat(Run.read(folder, "content/practices/walk.md")).isEqualTo("text");
        assertThat(files(content)).noneMatch(path -> path.endsWith(".tmp"));
    }
}
