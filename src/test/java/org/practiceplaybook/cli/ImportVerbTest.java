package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A library in another shape becomes practices: what is understood in fields, all else kept and told. */
class ImportVerbTest extends ImportFolder {
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
    void namesThatWindowsKeepsForItselfAreReplaced() throws IOException {
        theirs("con.md", "# Con", "", "Text. See [other](aux/prn.fr.md) and ![a](img/nul.png).");
        theirs("aux/prn.fr.md", "# Prn", "", "Text. See [back](../con.md).");
        theirs("com1.md", "---", "title: Com", "slug: LPT1", "---", "", "Text.");
        theirs("img/nul.png", "");
        Run run = Run.in(folder, "import", library.toString(), "--write");
        assertThat(run.out())
                .contains("/con-1.md ", "aux-1/prn-1.fr.md ", "com1-1.md ")
                .doesNotContain("pages/con.md ");
        assertThat(folder.resolve("content/images/nul-1.png")).exists();
        assertThat(Run.in(folder, "check").err()).doesNotContain("Windows", "error:");
    }

    @Test
    void theOldSitesLinksLeadOnOrAreListed() throws IOException {
        theirs(
                "plays/walk.md",
                "# Walk",
                "",
                "## Context",
                "",
                "People sit. See [sitting](https://old.example.org/plays/sit/), [the shop](/shop/?a=1#b),",
                "[another](https://old.example.organic/x) and <a href=\"/plays/sit.html\">sit</a>.",
                "",
                "<p><img src=\"gone.png\" alt=\"A gone image\"> <a href=\"gone.md\">gone</a></p>",
                "",
                "## Solution",
                "",
                "1. Walk.");
        theirs("plays/sit.md", "# Sit", "", "## Context", "", "People walk.", "", "## Solution", "", "1. Sit.");
        Run guess = Run.in(folder, "import", library.toString());
        assertThat(guess.out()).contains("Links that became text (", "Images that are not there (1):");
        Path mapping = folder.resolve("import.yml");
        String text = Files.readString(mapping);
        assertThat(text).contains("\nfrom: \n");
        Files.writeString(mapping, text.replace("from: ", "from: https://old.example.org/"));
        Run run = Run.in(folder, "import", library.toString(), "--write");
        assertThat(run.out()).contains("the link to \"/shop/?a=1#b\" stays a link to the old site");
        assertThat(Run.read(folder, "content/practices/walk.md"))
                .contains("[sitting](sit.md)", "[the shop](https://old.example.org/shop/?a=1#b)")
                .contains("[another](https://old.example.organic/x)", "<a href=\"sit.md\">sit</a>")
                .contains("<p>A gone image (gone.png) gone (gone.md)</p>");
        Run check = Run.in(folder, "check");
        assertThat(check.err()).doesNotContain("error:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"old.example.org", "ftp://example.org", "[a]", "https://example.org?x"})
    void anAddressThatIsNoneOfASiteIsTold(String address) throws IOException {
        theirs("walk.md", "# Walk", "", "Text.");
        Files.writeString(folder.resolve("import.yml"), "from: " + address + "\nfiles: {}\n");
        Run run = Run.in(folder, "import", library.toString());
        assertThat(run.err())
                .contains("is not the address of a site", "write it like this: from: https://methods.example.org");
    }

    @Test
    void aNameKeepsItsNumberWhereItsFellowsHaveNoneAndAWordInAStatusHidesNothing() throws IOException {
        theirs("a/30-day-warranty.md", "# Warranty", "", "## Status", "", "Initial (early draft)");
        theirs("a/walk.md", "---", "title: Walk", "status: drafted in May, in progress", "---", "", "Text.");
        theirs("a/sit.md", "---", "title: Sit", "draft: true", "---", "", "Text.");
        theirs("b/01-stand.md", "# Title", "", "Stand up", "", "Text.");
        theirs("b/02-go.md", "# Go", "", "Text.");
        theirs("b/_template.md", "# Title here", "", "Text.");
        Run.in(folder, "import", library.toString());
        Path mapping = folder.resolve("import.yml");
        Files.writeString(mapping, Files.readString(mapping).replace("\".\": pages", "\".\": practices"));
        Run plan = Run.in(folder, "import", library.toString(), "--write");
        assertThat(plan.out()).contains("Hidden from readers (1):", "a/sit.md:3: is a draft", "b/_template.md");
        assertThat(Run.read(folder, "content/practices/30-day-warranty.md")).doesNotContain("state:");
        assertThat(Run.read(folder, "content/practices/walk.md"))
                .doesNotContain("state:")
                .contains("in progress");
        assertThat(Run.read(folder, "content/practices/sit.md")).contains("state: draft");
        assertThat(Run.read(folder, "content/practices/stand.md")).contains("title: Stand up");
        assertThat(Run.read(folder, "content/practices/go.md")).contains("title: Go");
    }

    @Test
    void whatNobodyTouchedIsReplacedByALaterImport() throws IOException {
        theirs("walk.md", "# Walk", "", "Old words.");
        theirs("sit.md", "# Sit", "", "Old words.");
        Run.in(folder, "import", library.toString(), "--write");
        Path touched = folder.resolve("content").resolve("pages/sit.md");
        Files.writeString(touched, Files.readString(touched) + "\nOurs.\n");
        theirs("walk.md", "# Walk", "", "New words.");
        theirs("sit.md", "# Sit", "", "New words.");
        assertThat(Run.in(folder, "import", library.toString(), "--write").out())
                .contains("left as they were");
        assertThat(Run.read(folder, "content/pages/walk.md")).contains("Old words.");

        Run run = Run.in(folder, "import", library.toString(), "--write", "--again");
        assertThat(run.out())
                .contains(
                        "In the place of what an earlier import wrote: 1 text.",
                        "left as they were:\n  content/pages/sit.md");
        assertThat(Run.read(folder, "content/pages/walk.md"))
                .contains("New words.")
                .doesNotContain("Old");
        assertThat(Run.read(folder, "content/pages/sit.md")).contains("Old words.", "Ours.");
        assertThat(Run.in(folder, "check").err()).doesNotContain(".playbook-import");
    }

    @Test
    void facetsAndFieldsOfOnesOwnAreFilled() throws IOException {
        Path settings = folder.resolve("content/playbook.yml");
        Files.writeString(
                settings,
                Files.readString(settings)
                        + "\nfacets:\n  format: {label: Where it happens}\nfields:\n  cost: {label: Price, kind: number}\n"
                        + "  film: {kind: link}\n");
        Files.createDirectories(folder.resolve("content/taxonomy"));
        Files.writeString(
                folder.resolve("content/taxonomy/format.yml"), "online: {name: On screen, definition: On a screen.}\n");
        theirs(
                "walk.md",
                "---",
                "title: Walk",
                "where it happens: [On screen, Outside]",
                "price: 12",
                "film: \"[a film](https://example.org/film)\"",
                "---",
                "",
                "Text.",
                "",
                "## Solution",
                "",
                "1. Walk.");
        theirs("sit.md", "---", "title: Sit", "price: a lot", "format: online", "---", "", "Text.");
        Run run = Run.in(folder, "import", library.toString(), "--write");
        assertThat(Run.read(folder, "import.yml"))
                .contains("  where it happens: format\n", "  price: cost\n", "  Outside: notes\n", "format, terms");
        assertThat(Run.read(folder, "content/practices/walk.md"))
                .contains("format: [online]\ncost: 12\nfilm: \"https://example.org/film\"\n", "Outside");
        assertThat(Run.read(folder, "content/practices/sit.md")).contains("format: [online]", "a lot");
        assertThat(run.out()).contains("\"price: a lot\" found no place");
        assertThat(Run.in(folder, "check").err()).doesNotContain("error:");
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
}
