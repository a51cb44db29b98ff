package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.commons.cli.DefaultParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.check.SmallPlaybook;

/** What {@code playbook check} promises, in a real folder and where it matters in a real repository. */
class CheckVerbOptionsTest {
    private static final String BROKEN = """
            ---
            title: A walk in pairs
            summary: People sit too long. Send them out in pairs.
            roles: [facilitater]
            ---
            """;

    @TempDir
    private Path folder;

    private Path content;

    @BeforeEach
    void aPlaybookWithoutFaults() {
        content = folder.resolve("content");
        SmallPlaybook.write(content);
        write("playbook.yml", "name: Walks\naddress: https://walks.net/\nemail: editors@walks.net\n");
    }

    private record Run(int status, String told) {}

    private Run check(String... words) {
        return check(name -> null, words);
    }

    private Run check(UnaryOperator<String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                folder,
                false,
                false);
        int status;
        try {
            CheckVerb verb = new CheckVerb(environment);
            status = verb.run(new DefaultParser().parse(verb.options(), words), console);
        } catch (UsageProblem problem) {
            console.warn(problem.getMessage());
            status = Exit.USAGE;
        } catch (org.apache.commons.cli.ParseException e) {
            throw new AssertionError(e);
        }
        // what a person reads and what a program reads, and nobody needs both
        String told = err.toString(StandardCharsets.UTF_8) + out.toString(StandardCharsets.UTF_8);
        return new Run(status, told);
    }

    private void git(String... words) {
        try {
            List<String> command = new ArrayList<>(List.of(
                    "git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "init.defaultBranch=main"));
            command.addAll(List.of(words));
            Process git = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String told = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(git.waitFor()).as(told).isZero();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void commitAll(String message) {
        git("add", "-A");
        git("commit", "-q", "-m", message);
    }

    private void write(String path, String text) {
        SmallPlaybook.write(content, path, text);
    }

    private String read(String path) throws IOException {
        return Files.readString(content.resolve(path));
    }

    @Test
    void findsNothingInAPlaybookWithoutFaults() {
        Run run = check();
        assertThat(run).isEqualTo(new Run(Exit.DONE, "No errors, no advice.\n"));
    }

    @Test
    void tellsAnErrorAndEndsWithOne() {
        write("practices/a-walk.md", BROKEN);
        Run run = check();
        assertThat(run.status).isEqualTo(Exit.CONTENT);
        assertThat(run.told)
                .contains("error: no role is called \"facilitater\"\n  --> content/practices/a-walk.md:4:9\n")
                .endsWith("1 error.\n");
    }

    @Test
    void countsAdviceAsErrorOnlyWhereThatIsAskedFor() {
        write(
                "attempts/a-try.md",
                "---\ntitle: A try\npractices: [leave-room]\nresult: mixed\nlesson: So so.\nsetting: Here\nshared_by: Ann\n---\n");
        assertThat(check().status).isEqualTo(Exit.DONE);
        assertThat(check("--strict").status).isEqualTo(Exit.CONTENT);
    }

    @Test
    void asksBackForAFormatThatItDoesNotHave() {
        Run run = check("--format", "sarf");
        assertThat(run.status).isEqualTo(Exit.USAGE);
        assertThat(run.told).contains("there is no format \"sarf\", did you mean sarif?");
    }

    @Test
    void writesTheWholeListIntoTheSummaryOfTheJob() throws IOException {
        write("practices/a-walk.md", BROKEN);
        Path summary = folder.resolve("summary.md");
        Files.writeString(summary, "An earlier step.\n");
        Run run = check(Map.of("GITHUB_STEP_SUMMARY", summary.toString())::get, "--format", "github");
        assertThat(run.status).isEqualTo(Exit.CONTENT);
        assertThat(run.told)
                .startsWith(
                        "::error file=content/practices/a-walk.md,line=4,endLine=4,col=9,endColumn=20,title=Error%3A"
                                + " unknown-role::no role is called \"facilitater\"");
        assertThat(Files.readString(summary))
                .startsWith("An earlier step.\n# The playbook's check\n")
                .contains("### content/practices/a\\-walk.md")
                .contains("- **Error**, line 4: no role is called");
    }

    // ---- what a change brings

    @Test
    void countsOnlyWhatAChangeBrings() {
        git("init", "-q");
        write("practices/a-walk.md", BROKEN);
        commitAll("A playbook with an old mistake");
        git("checkout", "-q", "-b", "proposal");
        write(
                "attempts/a-try.md",
                "---\ntitle: A try\npractices: [know-you-role]\nresult: mixed\nlesson: Let people take their time, and then some.\nsetting: Here\nshared_by: Ann\n---\n");
        commitAll("A try");

        Run run = check("--changed-since", "main");

        assertThat(run.status).isEqualTo(Exit.CONTENT);
        assertThat(run.told)
                .contains("Known before, and not counted:\n  content/practices/a-walk.md:4:9: error: no role is called")
                .contains("error: no practice is called \"know-you-role\"\n  --> content/attempts/a-try.md:3:13")
                .endsWith("1 error. Known before and not counted: 1.\n");
    }

    @Test
    void passesAChangeThatLeavesAnOldMistakeAlone() {
        git("init", "-q");
        write("practices/a-walk.md", BROKEN);
        commitAll("A playbook with an old mistake");
        write("practices/a-walk.md", BROKEN.replace("---\ntitle", "---\n# A note\ntitle"));
        Run run = check("--changed-since", "HEAD");
        assertThat(run.status).isEqualTo(Exit.DONE);
        assertThat(run.told)
                .contains("a-walk.md:5:9: error")
                .endsWith("No errors, no advice. Known before and not counted: 1.\n");
    }

    @Test
    void countsAMistakeThatTheChangeTouches() {
        git("init", "-q");
        write("practices/a-walk.md", BROKEN);
        commitAll("A playbook with an old mistake");
        write("practices/a-walk.md", BROKEN.replace("[facilitater]", "[facilitater, member]"));
        assertThat(check("--changed-since", "HEAD").status).isEqualTo(Exit.CONTENT);
    }

    @Test
    void comparesWithWhereTheBranchBeganAndNotWithWhatCameLater() {
        git("init", "-q");
        write("practices/a-walk.md", BROKEN);
        commitAll("A playbook with an old mistake");
        git("checkout", "-q", "-b", "proposal");
        git("checkout", "-q", "main");
        write("practices/a-walk.md", BROKEN.replace("facilitater", "facilitator"));
        commitAll("Mended on main");
        git("checkout", "-q", "proposal");
        assertThat(check("--changed-since", "main").status).isEqualTo(Exit.DONE);
    }

    @Test
    void namesAllWhoLinkToAPracticeThatIsTakenAwayInOneError() throws IOException {
        git("init", "-q");
        commitAll("A playbook");
        Files.delete(content.resolve("practices/know-your-role.md"));
        Run run = check("--changed-since", "HEAD");
        assertThat(run.status).isEqualTo(Exit.CONTENT);
        assertThat(run.told)
                .contains("error: practices/know-your-role.md was taken away, and 3 files name it still:"
                        + " attempts/a-first-try.md, pages/about.md, pathways/start.md")
                .contains("state: retired")
                .contains("replaced_by: the-other-one")
                .contains("aka: [know-your-role]")
                .endsWith("1 error.\n");
        git("checkout", "-q", "--", ".");
        write(
                "practices/know-your-role.md",
                read("practices/know-your-role.md")
                        .replaceFirst("---\n", "---\nstate: retired\nreplaced_by: leave-room\n"));
        assertThat(check("--changed-since", "HEAD").status).isEqualTo(Exit.DONE);
    }

    @Test
    void offersToRetireAPracticeThatNobodyNames() throws IOException {
        write("practices/a-walk.md", BROKEN.replace("facilitater", "facilitator"));
        git("init", "-q");
        commitAll("A playbook");
        Files.delete(content.resolve("practices/a-walk.md"));
        Run run = check("--changed-since", "HEAD");
        assertThat(run.status).isEqualTo(Exit.DONE);
        assertThat(run.told)
                .contains("advice: practices/a-walk.md was taken away\n  --> content/practices/a-walk.md")
                .contains("keep the file with state: retired and replaced_by: the-other-one")
                .endsWith("1 piece of advice.\n");
    }

    @Test
    void aPageThatIsTakenAwayOrRenamedIsOneError() throws IOException {
        write(
                "pages/more.md",
                "# More\n\nSee [about](about.md), [it](./about.md#x) and [role](../practices/know-your-role.md).\n");
        git("init", "-q");
        commitAll("A playbook");
        git("mv", "content/pages/about.md", "content/pages/of-us.md");
        Run run = check("--changed-since", "HEAD");
        assertThat(run.told)
                .contains("error: pages/about.md is now pages/of-us.md, and a file names it still: pages/more.md")
                .endsWith("1 error.\n");
    }

    @Test
    void aRenamedPracticeThatAnswersToItsOldNameIsOneLineOfAdvice() throws IOException {
        git("init", "-q");
        commitAll("A playbook");
        git("mv", "content/practices/know-your-role.md", "content/practices/say-your-role.md");
        Run without = check("--changed-since", "HEAD");
        assertThat(without.status).isEqualTo(Exit.CONTENT);
        assertThat(without.told)
                .contains("error: this practice was called \"know-your-role\" before, and 3 files name it so still:"
                        + " attempts/a-first-try.md, pages/about.md, pathways/start.md\n"
                        + "  --> content/practices/say-your-role.md")
                .contains("add know-your-role to the list behind aka:")
                .endsWith("1 error.\n");

        write(
                "practices/say-your-role.md",
                read("practices/say-your-role.md").replace("aka: [", "aka: [know-your-role, "));
        Run with = check("--changed-since", "HEAD");
        assertThat(with.status).isEqualTo(Exit.DONE);
        assertThat(with.told)
                .contains("advice: the practice \"know-your-role\" is now called \"say-your-role\", and 3 files name it"
                        + " still: attempts/a-first-try.md, pages/about.md, pathways/start.md")
                .endsWith("1 piece of advice.\n");
    }

    @Test
    void aRenamedPracticeThatForgetsItsOldAddressIsAnErrorThoughNobodyNamesIt() throws IOException {
        write("practices/a-walk.md", BROKEN.replace("facilitater", "facilitator"));
        git("init", "-q");
        commitAll("A playbook");
        Files.move(content.resolve("practices/a-walk.md"), content.resolve("practices/a-stroll.md"));
        git("add", "-A");
        Run run = check("--changed-since", "HEAD");
        assertThat(run.status).isEqualTo(Exit.CONTENT);
        assertThat(run.told)
                .contains("error: this practice was called \"a-walk\" before\n  --> content/practices/a-stroll.md:2:8")
                .contains("aka: [a-walk]");
        write("practices/a-stroll.md", read("practices/a-stroll.md").replaceFirst("---\n", "---\naka: [a-walk]\n"));
        assertThat(check("--changed-since", "HEAD")).isEqualTo(new Run(Exit.DONE, "No errors, no advice.\n"));
    }

    @Test
    void aChangeOfDraftsAloneSaysThatReadersWillNotSeeIt() throws IOException {
        git("init", "-q");
        commitAll("A playbook");
        String draft = BROKEN.replace("facilitater", "facilitator").replaceFirst("---\n", "---\nstate: draft\n");
        write("practices/a-walk.md", draft);
        write("images/walk.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Run run = check("--changed-since", "HEAD");
        assertThat(run.status).isEqualTo(Exit.DONE);
        assertThat(run.told)
                .contains("advice: this is a draft, and nothing else is changed\n  --> content/practices/a-walk.md:3:8")
                .contains("a reader would see nothing of this change")
                .contains("take the line state: draft out");
        write("practices/a-stroll.md", draft.replace("A walk", "A stroll").replace("state: draft\n", ""));
        assertThat(check("--changed-since", "HEAD").told).doesNotContain("is a draft");
    }

    @Test
    void findsAKnownMistakeAgainUnderTheNewNameOfItsFile() throws IOException {
        write("practices/a-walk.md", BROKEN.replace("---\n", "---\n").concat("\nMore.\n"));
        git("init", "-q");
        commitAll("A playbook with an old mistake");
        Files.move(content.resolve("practices/a-walk.md"), content.resolve("practices/a-stroll.md"));
        git("add", "-A");
        write("practices/a-stroll.md", read("practices/a-stroll.md").replaceFirst("---\n", "---\naka: [a-walk]\n"));
        assertThat(check("--changed-since", "HEAD").status).isEqualTo(Exit.DONE);
    }

    @Test
    void leavesTheRepositoryAsItIs() throws IOException {
        git("init", "-q");
        commitAll("A playbook");
        write("practices/a-walk.md", BROKEN);
        byte[] index = Files.readAllBytes(folder.resolve(".git/index"));
        check("--changed-since", "HEAD");
        assertThat(Files.readAllBytes(folder.resolve(".git/index"))).isEqualTo(index);
    }

    @Test
    void runsNoFilterToReadWhatWas() throws IOException {
        git("init", "-q");
        write("practices/a-walk.md", BROKEN);
        Files.writeString(folder.resolve(".gitattributes"), "*.md filter=loud\n");
        commitAll("A playbook with an old mistake");
        git("config", "filter.loud.smudge", "touch '" + folder.resolve("ran") + "'; cat >/dev/null; echo other words");
        write("practices/a-walk.md", BROKEN + "\nMore.\n");

        Run run = check("--changed-since", "HEAD");

        assertThat(folder.resolve("ran")).doesNotExist();
        assertThat(run.status).as(run.told).isEqualTo(Exit.DONE);
        assertThat(run.told).endsWith("Known before and not counted: 1.\n");
    }

    @Test
    void saysWhatToDoWithoutARepository() {
        Run run = check("--changed-since", "main");
        assertThat(run.status).isEqualTo(Exit.USAGE);
        assertThat(run.told)
                .contains("the content folder is in no git repository")
                .contains("playbook check");
    }

    @Test
    void saysWhatToDoAboutARevisionThatIsNotThere() {
        git("init", "-q");
        commitAll("A playbook");
        git("update-ref", "refs/remotes/origin/next", "HEAD");
        assertThat(check("--changed-since", "nowhere").told)
                .contains("git knows no \"nowhere\"; name a branch, a tag or a commit");
        assertThat(check("--changed-since", "next").told)
                .contains("git knows no \"next\" here; did you mean \"origin/next\"?");
        assertThat(check("--changed-since", "--output=x").told).contains("git knows no \"--output=x\"");
    }

    @Test
    void comparesWithAnUnrelatedBranchAsItIs() {
        git("init", "-q");
        commitAll("A playbook");
        git("checkout", "-q", "--orphan", "other");
        write("practices/a-walk.md", BROKEN);
        commitAll("Another one");
        Run run = check("--changed-since", "main");
        assertThat(run.status).isEqualTo(Exit.CONTENT);
        assertThat(run.told).contains("this branch and \"main\" have no commit in common");
        assertThat(run.told).endsWith("1 error.\n");
    }

    @Test
    void saysThatACloneHasNoHistory() throws IOException {
        git("init", "-q");
        commitAll("A playbook");
        write("practices/a-walk.md", BROKEN);
        commitAll("A walk");
        Path origin = folder;
        Path shallow = folder.resolve("shallow");
        git("clone", "-q", "--depth", "1", "file://" + origin, shallow.toString());
        folder = shallow;
        content = shallow.resolve("content");
        Run run = check("--changed-since", "HEAD~1");
        assertThat(run.status).isEqualTo(Exit.USAGE);
        assertThat(run.told).contains("cloned without its history").contains("fetch-depth: 0");
    }

    // ---- mending

    @Test
    void mendsWhatIsCertainAndShowsItFirst() throws IOException {
        write(
                "practices/a-walk.md",
                "---\nTitle: Walks: a way to talk\nsummary: “People sit too long. Send them out.”\ntime: 15min\nauthors:\n\t- Ann\n---\n");
        Run run = check("--fix");
        assertThat(run.told).startsWith("""
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
        assertThat(run.told).contains("Mended 1 file.");
        assertThat(run.status).isEqualTo(Exit.DONE);
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
        assertThat(again.told).startsWith("Nothing to mend without guessing.\n");
        assertThat(read("practices/a-walk.md")).isEqualTo(mended);
    }

    @Test
    void tellsOfLineEndsInWordsAndNotInADiffOfEveryLine() throws IOException {
        write(
                "practices/a-walk.md",
                BROKEN.replace("facilitater", "facilitator").replace("\n", "\r\n"));
        Run run = check("--fix");
        assertThat(run.told)
                .isEqualTo(
                        "--- content/practices/a-walk.md\n(5 lines end with LF instead of CR LF)\nMended 1 file.\nNo errors, no advice.\n");
        assertThat(read("practices/a-walk.md")).doesNotContain("\r");
    }

    @Test
    void leavesAGuessToTheWriter() throws IOException {
        write("practices/a-walk.md", BROKEN);
        Run run = check("--fix");
        assertThat(run.status).isEqualTo(Exit.CONTENT);
        assertThat(run.told).startsWith("Nothing to mend without guessing.\n");
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
        assertThat(run.status).isEqualTo(Exit.CONTENT);
        assertThat(run.told)
                .contains("And 3900 more, a line each:\n")
                .contains("     = and 30 more of this kind in this file\n", "; and 30 more of this kind in this file\n")
                .contains("\n  10000  broken-link\n")
                .endsWith("10000 errors.\n");
        assertThat(run.told.lines().count()).isLessThan(5_000);
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void oneLineWithManyMistakesMakesNoFlood() {
        write("pages/links.md", "# Links\n\n" + "[a](../practices/gone.md) ".repeat(8_000) + "\n");
        for (String format : List.of("text", "github", "sarif", "json")) {
            Run run = check("--format", format);
            assertThat(run.status).isEqualTo(Exit.CONTENT);
            assertThat(run.told.length()).as(format).isLessThan(100_000);
        }
    }

    @Test
    void aFileThatIsTooLargeIsNamedAndTheRestIsRead() {
        write("practices/a-walk.md", BROKEN);
        write("pages/huge.md", "# Huge\n\n" + "word ".repeat(1_000_000));
        Run run = check();
        assertThat(run.status).isEqualTo(Exit.CONTENT);
        assertThat(run.told)
                .contains("error: this text is larger than 4 MB\n  --> content/pages/huge.md")
                .contains("error: no role is called \"facilitater\"");
    }
}
