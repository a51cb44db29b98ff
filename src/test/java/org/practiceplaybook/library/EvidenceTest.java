package org.practiceplaybook.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;

/** What attempts say about a practice. */
class EvidenceTest {
    @TempDir
    Path folder;

    @Test
    void resultsAndPeopleAreCounted() {
        Evidence evidence = evidence(new PlaybookFolder(folder)
                .practice("p")
                .attempt("a", "p", "result: went-well", "shared_by: Ada")
                .attempt("b", "p", "result: went-well", "shared_by: ada")
                .attempt("c", "p", "result: mixed", "shared_by: Ben")
                .attempt("d", "p", "result: fell-short", "shared_by: anonymous")
                .attempt("e", "p", "result: fell-short", "shared_by: Anonymous")
                .attempt("f", "p", "result: fell-short"));
        assertThat(evidence).isEqualTo(new Evidence(6, 2, 1, 3, 3));
    }

    @Test
    void aResultThatCannotBeUnderstoodStillIsAnAttempt() {
        Evidence evidence = evidence(new PlaybookFolder(folder).practice("p").attempt("a", "p", "result: splendid"));
        assertThat(evidence).isEqualTo(new Evidence(1, 0, 0, 0, 1));
    }

    @Test
    void anAttemptThatNamesThePracticeTwiceCountsOnce() {
        Evidence evidence = evidence(new PlaybookFolder(folder).practice("p").attempt("a", "p, p", "result: mixed"));
        assertThat(evidence.attempts()).isEqualTo(1);
    }

    @Test
    void howOftenItWasTriedHasThreeSteps() {
        assertThat(tried(0)).isEqualTo("not-yet");
        assertThat(tried(1)).isEqualTo("once-or-twice");
        assertThat(tried(2)).isEqualTo("once-or-twice");
        assertThat(tried(3)).isEqualTo("three-or-more");
        assertThat(tried(30)).isEqualTo("three-or-more");
    }

    private static String tried(int attempts) {
        return new Evidence(attempts, attempts, 0, 0, 1).tried().key();
    }

    private static Evidence evidence(PlaybookFolder playbook) {
        Library library = playbook.library();
        return library.evidence(library.practices().get("p"));
    }
}
