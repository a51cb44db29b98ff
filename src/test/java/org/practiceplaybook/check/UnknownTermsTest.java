package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;

/** Terms that no vocabulary has. */
class UnknownTermsTest {
    @TempDir
    Path root;

    private PlaybookFolder playbook;

    @BeforeEach
    void begin() {
        playbook = new PlaybookFolder(root);
    }

    @Test
    void eachVocabularyIsLookedInForItsOwnTerms() {
        playbook.with("taxonomy/roles.yml", "member: {name: M, definition: D.}", "network: {name: N, definition: D.}")
                .with("taxonomy/challenges.yml", "too-much: {name: T, definition: D.}")
                .with("taxonomy/phases.yml", "gather: {name: G, definition: D.}")
                .with("taxonomy/leverage.yml", "mindset: {name: M, definition: D., number: 2}")
                .practice(
                        "p",
                        "roles: [network, membre]",
                        "challenges: [member]",
                        "phases: [gathr]",
                        "leverage: [mindsets]");
        assertThat(Found.lines(new UnknownTerms(), playbook))
                .containsExactly(
                        "error practices/p.md:5:14 unknown-challenge: no challenge is called \"member\"",
                        "error practices/p.md:4:18 unknown-role: no role is called \"membre\" (did you mean \"member\"?)",
                        "error practices/p.md:6:10 unknown-phase: no phase is called \"gathr\" (did you mean \"gather\"?)",
                        "error practices/p.md:7:12 unknown-leverage-point: no leverage point is called \"mindsets\""
                                + " (did you mean \"mindset\"?)");
    }

    @Test
    void theCorrectionReplacesTheWordAlone() {
        playbook.with("taxonomy/roles.yml", "member: {name: M, definition: D.}").practice("p", "roles: [membre]");
        Diagnostic error = Found.by(new UnknownTerms(), playbook).get(0);
        Edit edit = error.edit().orElseThrow();
        assertThat(edit.corrected(error.place().file())).isEqualTo("roles: [member]");
    }

    @Test
    void attemptsAndPathwaysAreLookedAtToo() {
        playbook.with("taxonomy/roles.yml", "member: {name: M, definition: D.}")
                .with("taxonomy/phases.yml", "gather: {name: G, definition: D.}")
                .practice("p")
                .attempt("a", "p", "result: mixed", "roles: [membr]")
                .with("pathways/w.md", "---", "title: W", "summary: S.", "for: [gather, membr]", "---");
        assertThat(Found.lines(new UnknownTerms(), playbook))
                .containsExactly(
                        "error attempts/a.md:6:9 unknown-role: no role is called \"membr\" (did you mean \"member\"?)",
                        "error pathways/w.md:4:15 unknown-term: no term is called \"membr\" (did you mean \"member\"?)");
    }

    @Test
    void whereNothingIsNearTheTermsAreListed() {
        playbook.with("taxonomy/roles.yml", "member: {name: M, definition: D.}", "network: {name: N, definition: D.}")
                .with("taxonomy/phases.yml", "# none yet")
                .practice("p", "roles: [xyz]", "phases: [gather]");
        assertThat(Found.by(new UnknownTerms(), playbook))
                .extracting(Diagnostic::remedy)
                .containsExactly("use one of: member, network", "take it out: there is no phase yet");
    }
}
