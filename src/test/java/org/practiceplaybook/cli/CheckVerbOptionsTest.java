package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.practiceplaybook.check.SmallPlaybook;

/** What {@code playbook check} promises, in a real folder and where it matters in a real repository. */
class CheckVerbOptionsTest extends CheckedPlaybook {
    @Test
    void findsNothingInAPlaybookWithoutFaults() {
        Run run = check();
        assertThat(run).isEqualTo(new Run(Exit.DONE, "No errors, no advice.\n"));
    }

    @Test
    void tellsAnErrorAndEndsWithOne() {
        write("practices/a-walk.md", BROKEN);
        Run run = check();
        assertThat(run.status()).isEqualTo(Exit.CONTENT);
        assertThat(run.told())
                .contains("error: no role is called \"facilitater\"\n  --> content/practices/a-walk.md:4:9\n")
                .endsWith("1 error.\n");
    }

    @Test
    void countsAdviceAsErrorOnlyWhereThatIsAskedFor() {
        write(
                "attempts/a-try.md",
                "---\ntitle: A try\npractices: [leave-room]\nresult: mixed\nlesson: So so.\nsetting: Here\nshared_by: Ann\n---\n");
        assertThat(check().status()).isEqualTo(Exit.DONE);
        assertThat(check("--strict").status()).isEqualTo(Exit.CONTENT);
    }

    @Test
    void asksBackForAFormatThatItDoesNotHave() {
        Run run = check("--format", "sarf");
        assertThat(run.status()).isEqualTo(Exit.USAGE);
        assertThat(run.told()).contains("there is no format \"sarf\", did you mean sarif?");
    }

    @Test
    void writesTheWholeListIntoTheSummaryOfTheJob() throws IOException {
        write("practices/a-walk.md", BROKEN);
        Path summary = folder.resolve("summary.md");
        Files.writeString(summary, "An earlier step.\n");
        Run run = check(Map.of("GITHUB_STEP_SUMMARY", summary.toString())::get, "--format", "github");
        assertThat(run.status()).isEqualTo(Exit.CONTENT);
        assertThat(run.told())
                .startsWith(
                        "::error file=content/practices/a-walk.md,line=4,endLine=4,col=9,endColumn=20,title=Error%3A"
                                + " unknown-role::no role is called \"facilitater\"");
        assertThat(Files.readString(summary))
                .startsWith("An earlier step.\n# The playbook's check\n")
                .contains("### content/practices/a\\-walk.md")
                .contains("- **Error**, line 4: no role is called");
    }

    // ---- mending

    @Test
    void mendsWhatIsCertainAndShowsItFirst() throws IOException {
        write(
                "practices/a-walk.md",
                "---\nTitle: Walks: a way to talk\nsummary: “People sit too long. Send them out.”\ntime: 15min\nauthors:\n\t- Ann\n---\n");
        Run run = check("--fix");
        assertThat(run.told()).startsWith("""
                        --- content/practices/a-walk.md
                        +++ content/practices/a-walk.md
                        @@ -1,7 +1,7 @@
                         ---
                        -Title: Walks: a way to talk
                        -summary: “People sit too long. Send them out.”
                        -time: 15min
                        +title: "Walks: a way to talk"
                        +summary: "People sit too long. Send them out."
                        +time: 15 min
                         authors:
                        -\t- Ann
                        +  - Ann
                         ---
                        """).endsWith("No errors, no advice.\n");
        assertThat(run.told()).contains("Mended 1 file.");
        assertThat(run.status()).isEqualTo(Exit.DONE);
        assertThat(read("practices/a-walk.md"))
                .isEqualTo(
                        "---\ntitle: \"Walks: a way to talk\"\nsummary: \"People sit too long. Send them out.\"\ntime: 15 min\nauthors:\n  - Ann\n---\n");
    }

    @Test
    void mendsOnceAndForAll() throws IOException {
        write(
                "practices/a-walk.md",
                "\uFEFF---\r\nTitle: Walks: a way to talk\r\nsummary: People sit too long.\r\nroles:\r\n  -facilitator\r\n---\r\n");
        check("--fix");
        String mended = read("practices/a-walk.md");
        assertThat(mended)
                .isEqualTo(
                        "---\ntitle: \"Walks: a way to talk\"\nsummary: People sit too long.\nroles:\n  - facilitator\n---\n");
        Run again = check("--fix");
        assertThat(again.told()).startsWith("Nothing to mend without guessing.\n");
        assertThat(read("practices/a-walk.md")).isEqualTo(mended);
    }

    @Test
    void tellsOfLineEndsInWordsAndNotInADiffOfEveryLine() throws IOException {
        write(
                "practices/a-walk.md",
                BROKEN.replace("facilitater", "facilitator").replace("\n", "\r\n"));
        Run run = check("--fix");
        assertThat(run.told())
                .isEqualTo(
                        "--- content/practices/a-walk.md\n(5 lines end with LF instead of CR LF)\nMended 1 file.\nNo errors, no advice.\n");
        assertThat(read("practices/a-walk.md")).doesNotContain("\r");
    }

    @Test
    void leavesAGuessToTheWriter() throws IOException {
        write("practices/a-walk.md", BROKEN);
        Run run = check("--fix");
        assertThat(run.status()).isEqualTo(Exit.CONTENT);
        assertThat(run.told()).startsWith("Nothing to mend without guessing.\n");
        assertThat(read("practices/a-walk.md")).isEqualTo(BROKEN);
    }

    @Test
    void leavesAFileAloneThatIsNotInUtf8() throws IOException {
        byte[] latin = "---\nTitle: Caf\u00e9\nsummary: People sit too long.\ntime: 15min\n---\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        SmallPlaybook.write(content, "practices/a-walk.md", latin);
        check("--fix");
        assertThat(Files.readAllBytes(content.resolve("practices/a-walk.md"))).isEqualTo(latin);
    }

    @Test
    void mendsOnlyFilesOfTheChangeWhereOneIsNamed() throws IOException {
        String old = BROKEN.replace("facilitater", "facilitator").replace("roles", "Roles");
        git("init", "-q");
        write("practices/a-walk.md", old);
        commitAll("A playbook");
        write("practices/a-run.md", old.replace("walk in pairs", "run"));
        check("--fix", "--changed-since", "HEAD");
        assertThat(read("practices/a-walk.md")).isEqualTo(old);
        assertThat(read("practices/a-run.md")).contains("\nroles:");
    }

    // ---- very many

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void staysReadableWithTenThousandFindings() {
        StringBuilder links = new StringBuilder("# Links\n\n");
        for (int i = 0; i < 50; i++) {
            links.append("- [a](../practices/page-").append(i).append(".md)\n");
        }
        for (int i = 0; i < 200; i++) {
            write("pages/links-" + i + ".md", links.toString());
        }
        Run run = check();
        assertThat(run.status()).isEqualTo(Exit.CONTENT);
        assertThat(run.told())
                .contains("And 3900 more, a line each:\n")
                .contains("     = and 30 more of this kind in this file\n", "; and 30 more of this kind in this file\n")
                .contains("\n  10000  broken-link\n")
                .endsWith("10000 errors.\n");
        assertThat(run.told().lines().count()).isLessThan(5_000);
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void oneLineWithManyMistakesMakesNoFlood() {
        write("pages/links.md", "# Links\n\n" + "[a](../practices/gone.md) ".repeat(8_000) + "\n");
        for (String format : List.of("text", "github", "sarif", "json")) {
            Run run = check("--format", format);
            assertThat(run.status()).isEqualTo(Exit.CONTENT);
            assertThat(run.told().length()).as(format).isLessThan(100_000);
        }
    }

    @Test
    void aFileThatIsTooLargeIsNamedAndTheRestIsRead() {
        write("practices/a-walk.md", BROKEN);
        write("pages/huge.md", "# Huge\n\n" + "word ".repeat(1_000_000));
        Run run = check();
        assertThat(run.status()).isEqualTo(Exit.CONTENT);
        assertThat(run.told())
                .contains("error: this text is larger than 4 MB\n  --> content/pages/huge.md")
                .contains("error: no role is called \"facilitater\"");
    }
}
