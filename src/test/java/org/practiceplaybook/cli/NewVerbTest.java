package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.fixture.PlaybookFolder;

/** {@code playbook new}: a file to fill in. */
class NewVerbTest {
    @TempDir
    Path folder;

    private Terminal terminal;

    @BeforeEach
    void begin() {
        terminal = new Terminal(folder);
        new PlaybookFolder(folder.resolve("content"))
                .practice("know-your-role")
                .with("taxonomy/roles.yml", "member: {name: M, definition: D.}", "network: {name: N, definition: D.}");
    }

    @ParameterizedTest
    @CsvSource({
        "practice, content/practices/ask-first.md",
        "pathway,  content/pathways/ask-first.md",
        "page,     content/pages/ask-first.md"
    })
    void aFileIsBegunAndHasNoErrors(String kind, String file) {
        assertThat(terminal.run("new", kind, "Ask first")).isEqualTo(0);
        assertThat(terminal.out()).contains("Begun: " + file);
        assertThat(terminal.files().get(file)).contains("title: Ask first").doesNotContain("{");
        assertThat(terminal.run("check")).as(terminal.err()).isEqualTo(0);
    }

    @Test
    void aNameThatWindowsKeepsForItselfIsReplaced() {
        assertThat(terminal.run("new", "page", "Con")).isEqualTo(0);
        assertThat(terminal.out()).contains("Begun: content/pages/con-1.md");
        assertThat(terminal.run("check")).as(terminal.err()).isEqualTo(0);
    }

    /** Nothing of an attempt is made up: what was tried and how it went is asked for until somebody says it. */
    @Test
    void anAttemptThatIsBegunLacksItsPracticeAndItsResultAndNothingElse() {
        assertThat(terminal.run("new", "attempt", "Ask first")).isEqualTo(0);
        assertThat(terminal.out()).contains("Begun: content/attempts/ask-first.md");
        assertThat(terminal.run("check")).isEqualTo(1);
        assertThat(terminal.err())
                .containsOnlyOnce("error: the practices are empty")
                .containsOnlyOnce("error: the result is empty")
                .contains("2 errors,");
        assertThat(terminal.files().get("content/attempts/ask-first.md"))
                .contains("for example know-your-role;")
                .contains("\npractices: []\n");
    }

    @Test
    void theTermsToChooseFromStandInIt() {
        terminal.run("new", "practice", "Ask first");
        assertThat(terminal.files().get("content/practices/ask-first.md"))
                .contains("# Roles: member, network")
                .doesNotContain("phases", "Phases");
    }

    @Test
    void titleWordsNeedNoQuotes() {
        assertThat(terminal.run("new", "page", "About", "our", "work")).isEqualTo(0);
        assertThat(terminal.files().get("content/pages/about-our-work.md")).contains("title: About our work");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Roles: who does what",
                "He said \"no\"",
                "back\\slash",
                "[brackets]",
                "# hash",
                "2024",
                "true",
                "Null",
                "yes - no",
                "a #b",
                "@home",
                "Ünïcödé 日本",
                "{braces}",
                "1-2",
                "0x1F",
                "~tilde",
                "5.",
                "12:30"
            })
    void everyTitleIsReadAsItWasWritten(String title) {
        assertThat(terminal.run("new", "practice", title)).isEqualTo(0);
        String titleRead = new PlaybookFolder(folder.resolve("content"))
                .read().practices().stream()
                        .filter(practice -> !practice.slug().equals("know-your-role"))
                        .findFirst()
                        .orElseThrow()
                        .title()
                        .value();
        assertThat(titleRead.replace('“', '"').replace('”', '"').replace('–', '-'))
                .isEqualTo(title);
        assertThat(terminal.run("check")).as(terminal.err()).isEqualTo(0);
    }

    @Test
    void nothingIsOverwritten() {
        String before = terminal.files().get("content/practices/know-your-role.md");
        assertThat(terminal.run("new", "practice", "Know your role!")).isEqualTo(2);
        assertThat(terminal.err()).contains("is there already; give the new one another title");
        assertThat(terminal.files().get("content/practices/know-your-role.md")).isEqualTo(before);
    }

    @Test
    void anOldNameOfAnotherPracticeIsNotTaken() {
        new PlaybookFolder(folder.resolve("content"))
                .with("practices/other.md", "---", "title: Other", "summary: x", "aka: [Roles first]", "---");
        assertThat(terminal.run("new", "practice", "Roles first!")).isEqualTo(2);
        assertThat(terminal.err()).contains("\"Other\" (practices/other.md) has that name under aka");
        assertThat(terminal.run("new", "attempt", "Roles first!")).isEqualTo(0);
    }

    @Test
    void whatIsMissingOrUnknownIsSaid() {
        assertThat(terminal.run("new")).isEqualTo(2);
        assertThat(terminal.err()).contains("say what to begin and its title");
        assertThat(terminal.run("new", "practice")).isEqualTo(2);
        assertThat(terminal.run("new", "practise", "X")).isEqualTo(2);
        assertThat(terminal.err()).contains("there is nothing called \"practise\" to begin, did you mean practice?");
        assertThat(terminal.run("new", "practice", "!!!")).isEqualTo(2);
        assertThat(terminal.err()).contains("a title needs at least one letter");
        assertThat(terminal.run("new", "practice", "x".repeat(300))).isEqualTo(2);
        assertThat(terminal.err()).contains("too long for the name of a file");
        assertThat(terminal.run("new", "practice", "X", "--content", "no")).isEqualTo(2);
    }

    @Test
    void aTitleCannotLeaveTheFolder() {
        assertThat(terminal.run("new", "page", "../../etc/passwd")).isEqualTo(0);
        assertThat(terminal.files()).containsKey("content/pages/etc-passwd.md");
    }
}
