package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practiceplaybook.fixture.PlaybookFolder;

/** A check of what a change brings: red for its own mistakes only. */
class ChangedSinceTest extends CheckedPlaybook {
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

        assertThat(run.status()).isEqualTo(Exit.CONTENT);
        assertThat(run.told())
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
        assertThat(run.status()).isEqualTo(Exit.DONE);
        assertThat(run.told())
                .contains("a-walk.md:5:9: error")
                .endsWith("No errors, no advice. Known before and not counted: 1.\n");
    }

    @Test
    void countsAMistakeThatTheChangeTouches() {
        git("init", "-q");
        write("practices/a-walk.md", BROKEN);
        commitAll("A playbook with an old mistake");
        write("practices/a-walk.md", BROKEN.replace("[facilitater]", "[facilitater, member]"));
        assertThat(check("--changed-since", "HEAD").status()).isEqualTo(Exit.CONTENT);
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
        assertThat(check("--changed-since", "main").status()).isEqualTo(Exit.DONE);
    }

    @Test
    void namesAllWhoLinkToAPracticeThatIsTakenAwayInOneError() throws IOException {
        git("init", "-q");
        commitAll("A playbook");
        Files.delete(content.resolve("practices/know-your-role.md"));
        Run run = check("--changed-since", "HEAD");
        assertThat(run.status()).isEqualTo(Exit.CONTENT);
        assertThat(run.told())
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
        assertThat(check("--changed-since", "HEAD").status()).isEqualTo(Exit.DONE);
    }

    @Test
    void offersToRetireAPracticeThatNobodyNames() throws IOException {
        write("practices/a-walk.md", BROKEN.replace("facilitater", "facilitator"));
        git("init", "-q");
        commitAll("A playbook");
        Files.delete(content.resolve("practices/a-walk.md"));
        Run run = check("--changed-since", "HEAD");
        assertThat(run.status()).isEqualTo(Exit.DONE);
        assertThat(run.told())
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
        assertThat(run.told())
                .contains("error: pages/about.md is now pages/of-us.md, and a file names it still: pages/more.md")
                .endsWith("1 error.\n");
    }

    @Test
    void aRenamedPracticeThatAnswersToItsOldNameIsOneLineOfAdvice() throws IOException {
        git("init", "-q");
        commitAll("A playbook");
        git("mv", "content/practices/know-your-role.md", "content/practices/say-your-role.md");
        Run without = check("--changed-since", "HEAD");
        assertThat(without.status()).isEqualTo(Exit.CONTENT);
        assertThat(without.told())
                .contains("error: this practice was called \"know-your-role\" before, and 3 files name it so still:"
                        + " attempts/a-first-try.md, pages/about.md, pathways/start.md\n"
                        + "  --> content/practices/say-your-role.md")
                .contains("add know-your-role to the list behind aka:")
                .endsWith("1 error.\n");

        write(
                "practices/say-your-role.md",
                read("practices/say-your-role.md").replace("aka: [", "aka: [know-your-role, "));
        Run with = check("--changed-since", "HEAD");
        assertThat(with.status()).isEqualTo(Exit.DONE);
        assertThat(with.told())
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
        assertThat(run.status()).isEqualTo(Exit.CONTENT);
        assertThat(run.told())
                .contains("error: this practice was called \"a-walk\" before\n  --> content/practices/a-stroll.md:2:8")
                .contains("aka: [a-walk]");
        write("practices/a-stroll.md", read("practices/a-stroll.md").replaceFirst("---\n", "---\naka: [a-walk]\n"));
        for (Run with : List.of(check("--changed-since", "HEAD"), check("--changed-since", "HEAD", "--strict"))) {
            assertThat(with.status()).isEqualTo(Exit.DONE);
            assertThat(with.told())
                    .contains(
                            "advice: the practice \"a-walk\" is now called \"a-stroll\", and its old address leads here\n"
                                    + "  --> content/practices/a-stroll.md:3:8")
                    .endsWith("1 piece of advice.\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pages | ''",
                "attempts | practices: [a-walk]; lesson: Say beforehand that it may rain, and bring a coat for each of us.;"
                        + " result: mixed; setting: A team; shared_by: Ann",
                "pathways | summary: For a day.; steps: [{practice: a-walk, why: To begin.}, {practice: b-walk, why: To end.}]"
            })
    void whatIsRenamedAndNothingLinksToKeepsItsAddress(String kind, String fields) throws IOException {
        String walk = BROKEN.replace("facilitater", "facilitator");
        write("practices/a-walk.md", walk);
        write("practices/b-walk.md", walk.replace("A walk in pairs", "Going out"));
        String old = kind + "/more.md";
        String now = kind + "/else.md";
        write(
                old,
                "---\ntitle: More\n" + fields.replace("; ", "\n") + "\n---\n\nWhat else there is to say of walks.\n");
        git("init", "-q");
        commitAll("A playbook");
        git("mv", "content/" + old, "content/" + now);
        Run without = check("--changed-since", "HEAD");
        assertThat(without.status()).isEqualTo(Exit.CONTENT);
        assertThat(without.told())
                .contains("error: this page was at /" + kind + "/more.html before\n  --> content/" + now + ":2:8")
                .contains("add a line between the --- lines: aka: [/" + kind + "/more.html]")
                .endsWith("1 error.\n");
        write(now, read(now).replaceFirst("---\n", "---\naka: [/" + kind + "/more.html]\n"));
        Run with = check("--changed-since", "HEAD");
        assertThat(with.status()).isEqualTo(Exit.DONE);
        assertThat(with.told())
                .contains("advice: the page at /" + kind
                        + "/more.html has another address now, and the old one leads here")
                .endsWith("1 piece of advice.\n");
        PlaybookFolder playbook = new PlaybookFolder(content);
        String led = new String(
                playbook.files().at(kind + "/more.html").orElseThrow().bytes().get(), StandardCharsets.UTF_8);
        assertThat(led).contains("url=else.html");
    }

    /** Which of two that are alike is told of the other hangs on their names and on git. */
    @ParameterizedTest
    @CsvSource({"a-walk, z-walk", "b-walk, 0-walk", "a-walk, a-stroll", "b-walk, c-walk"})
    void anOldFindingThatSpeaksOfARenamedFileIsNotNew(String old, String now) throws IOException {
        String words = "\n## What to do\n\n1. **Go.** People sit in a circle and nobody speaks of what they came for.\n"
                + "2. **Look.** Each of them says what the others did not say, and then they walk home together.\n";
        String walk = BROKEN.replace("facilitater", "facilitator") + words;
        write("practices/a-walk.md", walk);
        write("practices/b-walk.md", walk.replace("A walk in pairs", "Going out"));
        git("init", "-q");
        commitAll("Two that are alike");
        assertThat(check().told()).contains("is much like");
        Files.move(content.resolve("practices/" + old + ".md"), content.resolve("practices/" + now + ".md"));
        write(
                "practices/" + now + ".md",
                read("practices/" + now + ".md")
                        .replace("in pairs", "by twos")
                        .replaceFirst("---\n", "---\naka: [" + old + "]\n"));
        Run uncommitted = check("--changed-since", "HEAD");
        assertThat(uncommitted.told()).contains("is now called").doesNotContain("\nadvice: this practice is much like");
        commitAll("Renamed");
        assertThat(check("--changed-since", "HEAD~1").told())
                .contains("is now called", "Known before")
                .doesNotContain("\nadvice: this practice is much like");
    }

    @Test
    void aChangeOfDraftsAloneSaysThatReadersWillNotSeeIt() throws IOException {
        git("init", "-q");
        commitAll("A playbook");
        String draft = BROKEN.replace("facilitater", "facilitator").replaceFirst("---\n", "---\nstate: draft\n");
        write("practices/a-walk.md", draft);
        write("images/walk.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Run run = check("--changed-since", "HEAD");
        assertThat(run.status()).isEqualTo(Exit.DONE);
        assertThat(run.told())
                .contains("advice: this is a draft, and nothing else is changed\n  --> content/practices/a-walk.md:3:8")
                .contains("a reader would see nothing of this change")
                .contains("take the line state: draft out");
        write("practices/a-stroll.md", draft.replace("A walk", "A stroll").replace("state: draft\n", ""));
        assertThat(check("--changed-since", "HEAD").told()).doesNotContain("is a draft");
    }

    @Test
    void findsAKnownMistakeAgainUnderTheNewNameOfItsFile() throws IOException {
        write("practices/a-walk.md", BROKEN.replace("---\n", "---\n").concat("\nMore.\n"));
        git("init", "-q");
        commitAll("A playbook with an old mistake");
        Files.move(content.resolve("practices/a-walk.md"), content.resolve("practices/a-stroll.md"));
        git("add", "-A");
        write("practices/a-stroll.md", read("practices/a-stroll.md").replaceFirst("---\n", "---\naka: [a-walk]\n"));
        assertThat(check("--changed-since", "HEAD").status()).isEqualTo(Exit.DONE);
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
        assertThat(run.status()).as(run.told()).isEqualTo(Exit.DONE);
        assertThat(run.told()).endsWith("Known before and not counted: 1.\n");
    }

    @Test
    void saysWhatToDoWithoutARepository() {
        Run run = check("--changed-since", "main");
        assertThat(run.status()).isEqualTo(Exit.USAGE);
        assertThat(run.told())
                .contains("the content folder is in no git repository")
                .contains("playbook check");
    }

    @Test
    void saysWhatToDoAboutARevisionThatIsNotThere() {
        git("init", "-q");
        commitAll("A playbook");
        git("update-ref", "refs/remotes/origin/next", "HEAD");
        assertThat(check("--changed-since", "nowhere").told())
                .contains("git knows no \"nowhere\"; name a branch, a tag or a commit");
        assertThat(check("--changed-since", "next").told())
                .contains("git knows no \"next\" here; did you mean \"origin/next\"?");
        assertThat(check("--changed-since", "--output=x").told()).contains("git knows no \"--output=x\"");
    }

    @Test
    void comparesWithAnUnrelatedBranchAsItIs() {
        git("init", "-q");
        commitAll("A playbook");
        git("checkout", "-q", "--orphan", "other");
        write("practices/a-walk.md", BROKEN);
        commitAll("Another one");
        Run run = check("--changed-since", "main");
        assertThat(run.status()).isEqualTo(Exit.CONTENT);
        assertThat(run.told()).contains("this branch and \"main\" have no commit in common");
        assertThat(run.told()).endsWith("1 error.\n");
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
        assertThat(run.status()).isEqualTo(Exit.USAGE);
        assertThat(run.told()).contains("cloned without its history").contains("fetch-depth: 0");
    }
}
