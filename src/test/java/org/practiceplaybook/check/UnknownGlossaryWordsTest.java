package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;

/** References of the glossary to words that it does not have, and words that it has twice. */
class UnknownGlossaryWordsTest {
    @TempDir
    Path root;

    private PlaybookFolder playbook;

    @BeforeEach
    void begin() {
        playbook = new PlaybookFolder(root);
    }

    @Test
    void seeMustLeadToAWord() {
        playbook.with(
                "glossary.yml",
                "leverage: {means: M.}",
                "lever: {means: M., see: levrage}",
                "x: {means: M., see: qqqq}");
        assertThat(Found.lines(new UnknownGlossaryWords(), playbook))
                .containsExactly(
                        "advice glossary.yml:2:25 unknown-word: the glossary has no \"levrage\" (did you mean \"leverage\"?)",
                        "advice glossary.yml:3:21 unknown-word: the glossary has no \"qqqq\"");
    }

    @Test
    void theCorrectionReplacesTheWordAlone() {
        playbook.with("glossary.yml", "leverage: {means: M.}", "lever: {means: M., see: levrage}");
        Diagnostic advice = Found.by(new UnknownGlossaryWords(), playbook).get(0);
        Edit edit = advice.edit().orElseThrow();
        assertThat(edit.corrected(advice.place().file())).isEqualTo("lever: {means: M., see: leverage}");
    }

    @Test
    void aWordHasOneExplanation() {
        playbook.with("glossary.yml", "network: {means: M., aka: [net]}", "mesh: {means: M., aka: [Net, network]}");
        assertThat(Found.lines(new UnknownGlossaryWords(), playbook))
                .containsExactly(
                        "advice glossary.yml:2:25 glossary-twice: \"Net\" is explained as \"network\" already",
                        "advice glossary.yml:2:30 glossary-twice: \"network\" is explained as \"network\" already");
    }

    @Test
    void twoSpellingsOfAWordAreOneAndTwoSignsAreTwo() {
        playbook.with(
                "glossary.yml", "C: {means: M.}", "C++: {means: M.}", "check in: {means: M.}", "Check-in: {means: M.}");
        assertThat(Found.lines(new UnknownGlossaryWords(), playbook))
                .containsExactly(
                        "advice glossary.yml:4:1 glossary-twice: \"Check-in\" is explained as \"check in\" already");
    }

    @Test
    void caseMakesNoDifference() {
        playbook.with("glossary.yml", "FAIL: {means: M.}", "x: {means: M., see: fail}");
        assertThat(Found.lines(new UnknownGlossaryWords(), playbook)).isEmpty();
    }
}
