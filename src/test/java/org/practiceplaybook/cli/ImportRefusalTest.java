package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.practiceplaybook.importer.Import;

/** What an import refuses, and how it tells of it: nothing is overwritten, half written or run. */
class ImportRefusalTest extends ImportFolder {
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
    void whatAMappingNamesAndIsNotThereIsTold() throws IOException {
        theirs("walk.md", "---", "title: Walk", "stage: Begin", "---", "", "Walk.");
        Run.write(folder, "content/taxonomy/format.yml", "online: {name: Online, definition: On a call.}\n");
        Run.write(
                folder,
                "import.yml",
                "files:\n  .: practices\n  wlak.md: nothing\n  drafts: nothing\n  node_modules: nothing\n"
                        + "fields: {stage: format}\nterms:\n  Begin: format/onlin\n  End: phase/act\n");
        Run run = Run.in(folder, "import", "theirs");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("import.yml:3:3", "the library has nothing called \"wlak.md\"", "did you mean \"walk.md\"?")
                .contains("import.yml:4:3", "take the line out")
                .contains("import.yml:8:10", "did you mean \"format/online\"?")
                .contains("import.yml:9:8", "did you mean \"phases/act\"?")
                .doesNotContain("node_modules");
        Run.write(
                folder,
                "import.yml",
                Run.read(folder, "import.yml")
                        .replace("wlak", "walk")
                        .replace("  drafts: nothing\n", "")
                        .replace("onlin\n", "online\n")
                        .replace("phase/", "phases/"));
        assertThat(Run.in(folder, "import", "theirs").status()).isZero();
    }

    @Test
    void theNextCommandIsTheSameWithWrite() throws IOException {
        library = folder.resolve("their texts");
        theirs("walk.md", "# Walk", "", "Walk.");
        theirs("docs/md", "no text");
        Run run =
                Run.in(folder, "import", "their texts", "--mapping", "our map.yml", "--again", "--content", "content");
        assertThat(run.out())
                .contains("playbook import \"their texts\" --mapping \"our map.yml\" --again --content content --write")
                .contains("Other files that no text uses: 1 without an ending.");
    }

    @Test
    void whatIsNoTextIsLeftOutAndAnOldEncodingIsToldOnce() throws IOException {
        theirs("walk.md", "# Walk", "", "Walk.");
        Files.write(library.resolve("old.md"), "# Größe\n\nÄ, ö, ü und ß.\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(library.resolve("wide.md"), "# Wide\n\nÄ.\n".getBytes(StandardCharsets.UTF_16));
        Files.write(library.resolve("film.md"), new byte[] {'#', ' ', 0, (byte) 0xff, (byte) 0xc3, 'x', 0, 1});
        Run run = Run.in(folder, "import", "theirs", "--write");
        assertThat(run.out())
                .contains("Left out (1):\n  theirs/film.md: left out: it is no text")
                .contains("Letters to look at (2):\n  theirs/old.md: it is not in UTF-8")
                .contains("Brought over: 3 texts");
        assertThat(Run.read(folder, "content/pages/old.md")).contains("Ä, ö, ü und ß.");
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

    @Test
    void namesOfFilesSteerNoTerminalAndNoWorkflow() throws IOException {
        Files.createDirectories(library);
        Files.writeString(library.resolve("a\u001b[2J\u202e.md"), "# Walk\n\nText. ![x](##[add-mask].png)\n");
        Files.writeString(library.resolve("::error::b.md"), "# Talk\n\nText.\n");
        Files.writeString(library.resolve("nl\n::warning::c.md"), "# Sit\n\nText.\n");
        Files.write(library.resolve("##[add-mask].png"), new byte[] {1});
        Files.createSymbolicLink(library.resolve("link\u0007"), library);
        for (String[] command : List.of(
                new String[] {"import", "theirs", "--all"}, new String[] {"import", "theirs", "--all", "--write"})) {
            Run run = Run.in(folder, command);
            assertThat(run.status()).isZero();
            String said = run.out() + run.err();
            assertThat(said)
                    .containsPattern("(?:Would bring|Brought) over: 3 texts")
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
        Import plan =
                new Import(List.of(gone, taken, there, text), List.of(), List.of(), List.of(), Map.of(), Map.of());
        String settings = Run.read(folder, "content/playbook.yml");

        Map<Import.NewFile, String> failed =
                ImportVerb.write(plan, new PlaybookFolders(content, "content", Optional.empty()), Set.of());

        assertThat(failed).containsOnlyKeys(gone, taken);
        assertThat(failed.get(gone)).isEqualTo("could not bring it over: it is not there");
        assertThat(failed.get(taken)).contains("is there already");
        assertThat(Run.read(folder, "content/playbook.yml")).isEqualTo(settings);
        assertThat(Files.mismatch(content.resolve("images/there.png"), image)).isEqualTo(-1);
        assertThat(Run.read(folder, "content/practices/walk.md")).isEqualTo("text");
        assertThat(files(content)).noneMatch(path -> path.endsWith(".tmp"));
    }
}
