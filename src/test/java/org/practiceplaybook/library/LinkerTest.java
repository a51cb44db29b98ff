package org.practiceplaybook.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.history.History;

/** The whole playbook, linked. */
class LinkerTest {
    @TempDir
    Path root;

    private PlaybookFolder playbook;

    @BeforeEach
    void begin() {
        playbook = new PlaybookFolder(root);
    }

    @Test
    void draftsAreHiddenUnlessTheWriterWantsThem() {
        playbook.practice("a", "state: draft").practice("b");
        Library forReaders = playbook.library();
        assertThat(forReaders.practices()).containsOnlyKeys("b");
        assertThat(forReaders.hidden()).containsOnlyKeys("a");
        Library forWriters = Linker.link(playbook.read(), History.NONE, true);
        assertThat(forWriters.practices()).containsOnlyKeys("a", "b");
        assertThat(forWriters.hidden()).isEmpty();
    }

    @Test
    void attemptsStandTheNewestFirstThenThoseWithoutADate() {
        playbook.practice("p")
                .attempt("a", "p", "result: mixed")
                .attempt("b", "p", "result: mixed", "when: 2024")
                .attempt("c", "p", "result: mixed", "when: 2025-03")
                .attempt("d", "p", "result: mixed", "when: 2025-03");
        Library library = playbook.library();
        assertThat(library.attempts().keySet()).containsExactly("c", "d", "b", "a");
        assertThat(library.attemptsOf().get("p")).extracting(Attempt::slug).containsExactly("c", "d", "b", "a");
    }

    @Test
    void onlyWhatWasTriedIsEvidence() {
        playbook.practice("p", "aka: [former]")
                .practice("q")
                .attempt("a", "p", "led_to: [q]", "result: mixed")
                .with(
                        "attempts/b.md",
                        "---",
                        "title: B",
                        "led_to: [former, q]",
                        "result: fell-short",
                        "lesson: We learnt.",
                        "---");
        Library library = playbook.library();
        Practice p = library.practices().get("p");
        Practice q = library.practices().get("q");
        assertThat(library.attemptsAt(p)).extracting(Attempt::slug).containsExactly("a");
        assertThat(library.originsOf(p)).extracting(Attempt::slug).containsExactly("b");
        assertThat(library.evidence(p).attempts()).isEqualTo(1);
        assertThat(library.attemptsAt(q)).isEmpty();
        assertThat(library.originsOf(q)).extracting(Attempt::slug).containsExactly("a", "b");
        assertThat(library.evidence(q).tried()).isEqualTo(Evidence.Tried.NOT_YET);
    }

    @Test
    void attemptsThatFollowEachOtherAreAThread() {
        playbook.practice("p")
                .attempt("one", "p", "result: mixed", "when: 2024-01")
                .attempt("two", "p", "result: mixed", "when: 2024-02", "follows: one")
                .attempt("three", "p", "result: mixed", "when: 2024-03", "follows: two")
                .attempt("alone", "p", "result: mixed");
        Map<String, List<Attempt>> threads = playbook.library().threads();
        assertThat(threads).containsOnlyKeys("one", "two", "three");
        assertThat(threads.get("two")).extracting(Attempt::slug).containsExactly("one", "two", "three");
        assertThat(threads.get("three")).isEqualTo(threads.get("one"));
    }

    @Test
    void attemptsThatFollowEachOtherInARingDoNotHang() {
        playbook.practice("p")
                .attempt("one", "p", "result: mixed", "follows: two")
                .attempt("two", "p", "result: mixed", "follows: one")
                .attempt("self", "p", "result: mixed", "follows: self");
        assertThat(playbook.library().threads()).isEmpty();
    }

    @Test
    void aPracticeKnowsWhereItStandsInAPathway() {
        playbook.practice("a").practice("b").practice("c");
        playbook.with(
                "pathways/way.md",
                "---",
                "title: Way",
                "summary: S.",
                "steps:",
                "  - practice: a",
                "  - practice: b",
                "  - practice: nobody",
                "---");
        Library library = playbook.library();
        PathwayPosition second = library.positions().get("b").get(0);
        assertThat(second.step()).isEqualTo(2);
        assertThat(second.steps()).isEqualTo(3);
        assertThat(second.previous()).map(Practice::slug).contains("a");
        assertThat(second.next()).isEmpty();
        assertThat(library.positions()).doesNotContainKey("c");
    }

    @Test
    void anEntryKnowsWhoSpeaksOfIt() {
        playbook.practice("a")
                .with("pages/p.md", "# P", "[a](../practices/a.md), [again](../practices/a.md), [me](p.md)")
                .with("practices/draft.md", "---", "title: D", "summary: S.", "state: draft", "---", "[a](a.md)");
        Map<String, List<Entry>> mentions = playbook.library().mentions();
        assertThat(mentions).containsOnlyKeys("practices/a.md");
        assertThat(mentions.get("practices/a.md")).extracting(Entry::slug).containsExactly("p");
    }

    @Test
    void termsStandByTheirOrderAndLeadToPracticesAndAttempts() {
        playbook.with(
                        "taxonomy/roles.yml",
                        "z: {name: Z, definition: D., order: 2}",
                        "a: {name: A, definition: D., order: 3}",
                        "m: {name: M, definition: D., order: 1}")
                .practice("p", "roles: [z, a, nobody]")
                .attempt("t", "p", "result: mixed", "roles: [m, z]");
        Library library = playbook.library();
        assertThat(library.terms(Taxonomy.ROLES)).extracting(Term::slug).containsExactly("m", "z", "a");
        assertThat(library.practicesOf()).containsOnlyKeys("roles/z", "roles/a");
        assertThat(library.attemptsOfTerm()).containsOnlyKeys("roles/m", "roles/z", "roles/a");
        assertThat(library.attemptsOfTerm().get("roles/z")).hasSize(1);
        assertThat(library.terms(Taxonomy.ROLES, library.practices().get("p")))
                .extracting(Term::slug)
                .containsExactly("z", "a");
    }

    @Test
    void onlyFilesThatATextUsesArePublished() {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>";
        playbook.with("images/used.svg", svg)
                .with("images/unused.svg", svg)
                .with("pages/p.md", "# P", "![x](../images/used.svg) ![y](../images/used.svg)");
        assertThat(playbook.library().files()).extracting(ContentAsset::path).containsExactly("images/used.svg");
    }

    @Test
    void theGlossaryStandsInTheOrderOfTheAlphabet() {
        playbook.with("glossary.yml", "Zebra: {means: M.}", "apple: {means: M.}", "Bee: {means: M.}");
        assertThat(playbook.library().glossary())
                .extracting(entry -> entry.term().value())
                .containsExactly("apple", "Bee", "Zebra");
    }

    @Test
    void itsTodayIsTheNewestDateThatThePlaybookKnows() {
        playbook.practice("a", "reviewed: 2023-05").attempt("t", "a", "result: mixed", "when: 2024-06");
        assertThat(playbook.library().asOf()).contains(LocalDate.of(2024, 6, 1));
        History history = new History(
                Map.of(
                        "practices/a.md",
                        new History.FileHistory(
                                LocalDate.of(2020, 1, 1), LocalDate.of(2025, 2, 3), List.of("Ada"), "")),
                Optional.empty(),
                Optional.empty());
        assertThat(Linker.link(playbook.read(), history, false).asOf()).contains(LocalDate.of(2025, 2, 3));
    }

    @Test
    void aPracticeIsDueWhenItsMonthsAreOver() {
        playbook.with("playbook.yml", "name: P", "review_after_months: 6")
                .practice("old", "reviewed: 2024-01")
                .practice("edge", "reviewed: 2024-07-01")
                .practice("never")
                .attempt("t", "old", "result: mixed", "when: 2025-01");
        Library library = playbook.library();
        assertThat(library.reviewDue(library.practices().get("old"))).contains(LocalDate.of(2024, 7, 31));
        assertThat(library.isDue(library.practices().get("old"))).isTrue();
        assertThat(library.isDue(library.practices().get("edge"))).isFalse();
        assertThat(library.isDue(library.practices().get("never"))).isFalse();
    }

    @Test
    void aFileIsChangedWhenGitSaysSoElseWhenItWasReviewedOrTried() {
        playbook.practice("a", "reviewed: 2023-05-04").attempt("t", "a", "result: mixed", "when: 2024-06");
        Library library = playbook.library();
        assertThat(library.changed(library.practices().get("a"))).contains(LocalDate.of(2023, 5, 4));
        assertThat(library.changed(library.attempts().get("t"))).contains(LocalDate.of(2024, 6, 1));
        History history = new History(
                Map.of(
                        "practices/a.md",
                        new History.FileHistory(
                                LocalDate.of(2020, 1, 1), LocalDate.of(2025, 2, 3), List.of("Ada"), "")),
                Optional.empty(),
                Optional.empty());
        Library dated = Linker.link(playbook.read(), history, false);
        assertThat(dated.changed(dated.practices().get("a"))).contains(LocalDate.of(2025, 2, 3));
    }
}
