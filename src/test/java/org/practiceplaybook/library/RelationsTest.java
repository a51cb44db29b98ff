package org.practiceplaybook.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;

/** Which practices stand beside a practice, and why. */
class RelationsTest {
    @TempDir
    Path root;

    private PlaybookFolder playbook;

    @BeforeEach
    void begin() {
        playbook = new PlaybookFolder(root)
                .with("taxonomy/challenges.yml", "one: {name: One, definition: D.}", "two: {name: Two, definition: D.}")
                .with("taxonomy/leverage.yml", "mindset: {name: Mindset, definition: D., number: 2}");
    }

    @Test
    void whatOneWritesIsShownOnBothSidesWithTheReason() {
        playbook.practice("a", "related:", "  b: it comes before").practice("b");
        assertThat(related("a")).containsExactly("b (it comes before)");
        assertThat(related("b")).containsExactly("a (it comes before)");
    }

    @Test
    void aListIsUnderstoodWithReasonsAndWithout() {
        playbook.practice("a", "related:", "  - b: it comes before", "  - c")
                .practice("b")
                .practice("c");
        assertThat(related("a")).containsExactly("b (it comes before)", "c ()");
    }

    @Test
    void ownReasonsGoBeforeOthers() {
        playbook.practice("a", "related:", "  b: of a").practice("b", "related:", "  c: of b", "  a: also of b");
        playbook.practice("c");
        assertThat(related("a")).containsExactly("b (of a)");
        assertThat(related("b")).containsExactly("c (of b)", "a (also of b)");
    }

    @Test
    void itselfAndWhatDoesNotExistAreLeftOut() {
        playbook.practice("a", "related:", "  a: it is me", "  nobody: nowhere");
        assertThat(related("a")).isEmpty();
    }

    @Test
    void aDraftIsNobodysRelation() {
        playbook.practice("a", "related:", "  b: soon").practice("b", "state: draft", "related:", "  a: yes");
        assertThat(related("a")).isEmpty();
    }

    @Test
    void whereLittleIsWrittenPracticesForTheSameSituationAreFound() {
        playbook.practice("a", "challenges: [one, two]")
                .practice("b", "challenges: [one]")
                .practice("c", "challenges: [one, two]")
                .practice("d");
        assertThat(related("a")).containsExactly("c = One", "b = One");
        assertThat(related("d")).isEmpty();
    }

    @Test
    void writtenOnesComeFirstAndThreeAreEnough() {
        playbook.practice("a", "challenges: [one]", "related:", "  e: chosen")
                .practice("b", "challenges: [one]")
                .practice("c", "challenges: [one]")
                .practice("d", "challenges: [one]")
                .practice("e", "challenges: [one]");
        assertThat(related("a")).containsExactly("e (chosen)", "b = One", "c = One");
    }

    @Test
    void allThatIsWrittenIsShown() {
        playbook.practice("a", "related:", "  b: 1", "  c: 2", "  d: 3", "  e: 4");
        List.of("b", "c", "d", "e").forEach(slug -> playbook.practice(slug));
        assertThat(related("a")).containsExactly("b (1)", "c (2)", "d (3)", "e (4)");
    }

    @Test
    void retiredPracticesAreNotFound() {
        playbook.practice("a", "challenges: [one]")
                .practice("b", "challenges: [one]", "state: retired")
                .practice("c", "challenges: [one]");
        assertThat(related("a")).containsExactly("c = One");
        assertThat(related("b")).isEmpty();
    }

    @Test
    void leverageAloneRelatesNothingButTipsTheScale() {
        playbook.practice("a", "challenges: [one]", "leverage: [mindset]")
                .practice("b", "challenges: [one]")
                .practice("c", "challenges: [one]", "leverage: [mindset]")
                .practice("d", "leverage: [mindset]");
        assertThat(related("a")).containsExactly("c = One", "b = One");
    }

    @Test
    void textsThatSpeakOfTheSameAreFoundWithTheWords() {
        text("a", "The heron waits for frogs beside the pond.");
        text("b", "Beside the pond a heron eats frogs.");
        text("c", "Invoices are paid within thirty days.");
        text("d", "Agendas want room.");
        text("e", "Chairs stand round.");
        text("f", "Maps hang here.");
        Library library = playbook.library();
        List<Relation> found = library.related(library.practices().get("a"));
        assertThat(found).extracting(relation -> relation.practice().slug()).containsExactly("b");
        assertThat(found.get(0).words()).hasSize(3).isSubsetOf("heron", "frogs", "beside", "pond");
        assertThat(library.related(library.practices().get("c"))).isEmpty();
    }

    @Test
    void aChallengeInCommonCountsMoreThanAWord() {
        playbook.practice("a", "challenges: [one]").practice("b", "challenges: [one]");
        for (String slug : List.of("a", "b")) {
            assertThat(related(slug)).hasSize(1);
        }
    }

    private void text(String slug, String text) {
        playbook.with("practices/" + slug + ".md", "---", "title: " + slug, "summary: S.", "---", "", text);
    }

    private List<String> related(String slug) {
        Library library = playbook.library();
        return library.related(library.practices().get(slug)).stream()
                .map(relation -> relation.practice().slug()
                        + relation.shared().map(term -> " = " + term.name()).orElse(" (" + relation.reason() + ")"))
                .toList();
    }
}
