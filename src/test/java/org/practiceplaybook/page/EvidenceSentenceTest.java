package org.practiceplaybook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.library.Evidence;

/** Evidence is told in a sentence, never as a score. */
class EvidenceSentenceTest {
    @TempDir
    Path root;

    private Cards cards;

    @BeforeEach
    void begin() {
        cards = new PlaybookFolder(root).practice("p").site().cards();
    }

    @Test
    void withoutAnAttemptItInvites() {
        assertThat(sentence(0, 0, 0, 0)).isEqualTo("Nobody has logged a try yet. Be the first.");
    }

    @Test
    void oneOrTwoAreToldOneByOne() {
        assertThat(sentence(0, 1, 0, 1)).isEqualTo("Tried once: 1 mixed.");
        assertThat(sentence(1, 0, 1, 2)).isEqualTo("Tried twice: 1 went well, 1 fell short.");
    }

    @Test
    void moreAreToldWithTheirPeople() {
        assertThat(sentence(3, 1, 1, 3)).isEqualTo("Tried 5 times by 3 people: 3 went well, 1 mixed, 1 fell short.");
        assertThat(sentence(3, 0, 0, 2)).isEqualTo("Tried 3 times by 2 people: 3 went well.");
    }

    @Test
    void oneTellerIsNamedAsOne() {
        assertThat(sentence(3, 0, 0, 1)).isEqualTo("Tried 3 times by one person: 3 went well.");
    }

    private String sentence(int wentWell, int mixed, int fellShort, int sharers) {
        return cards.evidence(new Evidence(wentWell + mixed + fellShort, wentWell, mixed, fellShort, sharers));
    }
}
