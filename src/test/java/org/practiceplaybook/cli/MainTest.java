package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command has in common: help, and a kind word for who mistypes. */
class MainTest {
    @TempDir
    Path folder;

    private Terminal terminal;

    @BeforeEach
    void begin() {
        terminal = new Terminal(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpNamesEveryCommand(String asked) {
        assertThat(terminal.run(asked)).isEqualTo(0);
        assertThat(terminal.out())
                .contains("playbook build", "playbook check", "playbook serve", "playbook new", "playbook init");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void withoutACommandItHelpsButDoesNotSucceed() {
        assertThat(terminal.run()).isEqualTo(2);
        assertThat(terminal.out()).contains("playbook build");
    }

    @ParameterizedTest
    @CsvSource({
        "build, '--content DIR,--theme DIR,--output DIR,--offline FILE.zip,--strict,--keep-going,--quiet'",
        "check, '--content DIR,--strict'",
        "serve, '--content DIR,--theme DIR,--port N'",
        "new,   'practice|attempt|pathway|page,--content DIR'",
        "init,  'init DIR'"
    })
    void eachCommandExplainsItself(String verb, String parts) {
        assertThat(terminal.run(verb, "--help")).isEqualTo(0);
        assertThat(terminal.out()).contains("playbook " + verb).contains(parts.split(","));
        assertThat(terminal.out()).contains("0 done, 1 the content has errors, 2 wrong usage, 3 the machine said no");
        String byOption = terminal.out();
        assertThat(terminal.run("help", verb)).isEqualTo(0);
        assertThat(terminal.out()).isEqualTo(byOption);
        assertThat(terminal.files()).isEmpty();
    }

    @Test
    void theVersionIsKnown() {
        assertThat(terminal.run("--version")).isEqualTo(0);
        assertThat(terminal.out()).matches("playbook \\d+\\.\\d+\\.\\d+\\R");
    }

    @Test
    void anUnknownCommandIsCorrected() {
        assertThat(terminal.run("biuld")).isEqualTo(2);
        assertThat(terminal.err())
                .isEqualToNormalizingNewlines(
                        "playbook: there is no command \"biuld\", did you mean \"playbook build\"?\n");
        assertThat(terminal.run("xyzzy")).isEqualTo(2);
        assertThat(terminal.err()).contains("see: playbook --help");
        assertThat(terminal.run("help", "chekc")).isEqualTo(2);
        assertThat(terminal.err()).contains("did you mean \"playbook check\"?");
    }

    @ParameterizedTest
    @CsvSource({
        "build, --ouptut,  --output",
        "build, --keepgoing, --keep-going",
        "check, --stict,   --strict",
        "serve, --prot,    --port",
        "new,   --contnet, --content"
    })
    void anUnknownOptionIsCorrected(String verb, String written, String meant) {
        assertThat(terminal.run(verb, written)).isEqualTo(2);
        assertThat(terminal.err())
                .isEqualToNormalizingNewlines(
                        "playbook: there is no option " + written + ", did you mean " + meant + "?\n");
    }

    @Test
    void anOptionIsCorrectedAlsoWithAValue() {
        assertThat(terminal.run("build", "--ouptut=x")).isEqualTo(2);
        assertThat(terminal.err()).contains("did you mean --output?");
    }

    @Test
    void anOptionThatIsLikeNoneLeadsToTheHelp() {
        assertThat(terminal.run("build", "--zzzzzzzzzz")).isEqualTo(2);
        assertThat(terminal.err()).contains("there is no option --zzzzzzzzzz; see: playbook build --help");
    }

    @Test
    void aMissingValueIsNamed() {
        assertThat(terminal.run("build", "--output")).isEqualTo(2);
        assertThat(terminal.err()).contains("--output needs a value: --output DIR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "check", "serve"})
    void wordsThatNobodyAskedForAreRefused(String verb) {
        assertThat(terminal.run(verb, "stray")).isEqualTo(2);
        assertThat(terminal.err()).contains("\"stray\"").contains("playbook " + verb + " --help");
    }

    @Test
    void commandsThatTakeWordsGetThem() {
        assertThat(terminal.run("new", "some", "words")).isEqualTo(2);
        assertThat(terminal.err()).contains("there is nothing called \"some\"").doesNotContain("too many");
    }

    @Test
    void noComplaintSteersTheTerminal() {
        String steering = "a\u001b[2Jb\u202ec\u0007";
        for (String[] words : new String[][] {
            {"build", steering},
            {steering},
            {"help", steering},
            {"build", "--" + steering},
            {"review", steering},
            {"check", "--changed-since", steering},
            {"check", "--content", steering}
        }) {
            assertThat(terminal.run(words)).isNotZero();
            assertThat(terminal.err() + terminal.out())
                    .as(String.join(" ", words))
                    .isNotBlank()
                    .doesNotContain("\u001b", "\u202e", "\u0007");
        }
    }

    @Test
    void aPathThatCannotBeIsNoStackTrace() {
        assertThat(terminal.run("check", "--content", "a\0b")).isEqualTo(3);
        assertThat(terminal.err()).startsWith("playbook: ").doesNotContain("Exception");
    }
}
