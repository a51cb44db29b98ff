package org.practiceplaybook.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.Workers;

/** What there is no room for on a card is told by section and by how many characters it is too long. */
class CardAdviceTest {
    @TempDir
    private Path folder;

    private static List<Diagnostic> advice(Path content) {
        Content read = new PlaybookFolder(content).read();
        return CardAdvice.of(
                read,
                Linker.link(read, History.NONE, false),
                Theme.of(Bundled.theme(), read.settings().language()),
                new Workers(2));
    }

    private List<Diagnostic> practice(String title, String summary, String... body) {
        new PlaybookFolder(folder)
                .with("playbook.yml", "name: P")
                .with(
                        "practices/one.md",
                        "---",
                        "title: " + title,
                        "summary: " + summary,
                        "---",
                        "",
                        String.join("\n", body));
        return advice(folder);
    }

    @Test
    void theStartersCardsHaveRoomForAll() {
        assertThat(advice(Path.of("content"))).isEmpty();
    }

    @Test
    void aTitleAndASummaryThatAreTooLongAreNamed() {
        String title = "A title that goes on ".repeat(15).strip();
        String summary = "And the summary does not end either. ".repeat(20).strip();
        List<Diagnostic> found = practice(title, summary, "Text.");
        assertThat(found).extracting(Diagnostic::rule).containsOnly(RuleCode.CARD_FIT);
        assertThat(found.get(0).message()).matches("the title is \\d+ characters too long for its card");
        assertThat(found.get(1).message()).matches("the summary is \\d+ characters too long for its card");
        assertThat(found).allSatisfy(one -> {
            assertThat(one.effect()).startsWith("on the printed card");
            assertThat(one.remedy()).isNotEmpty();
        });
    }

    @Test
    void whatIsCutByAsManyCharactersAsItSaysHasRoom() {
        String summary = "And the summary does not end either, for words are cheap. "
                .repeat(12)
                .strip();
        String message = practice("Short", summary, "Text.").get(0).message();
        int many = Integer.parseInt(message.replaceAll("\\D+", ""));
        assertThat(practice("Short", summary.substring(0, summary.length() - many), "Text."))
                .isEmpty();
        assertThat(practice("Short", summary.substring(0, summary.length() - many) + " more words", "Text."))
                .hasSize(1);
    }

    @Test
    void sixtyStepsAreCountedAndTheFirstOfThemStay() {
        String steps = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> i + ". **Step " + i + " is done.** And more about it. (5 min)")
                .collect(Collectors.joining("\n"));
        List<Diagnostic> found = practice("Many", "Steps.", "## What to do", "", steps);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).message())
                .matches(
                        "\"What to do\" is \\d+ characters too long for its card, which has room for 1\\d of its 60 steps");
    }

    @Test
    void ofSeveralQuestionsTheFirstThatFitsIsTaken() {
        String longer = "- Is this " + "question, which nobody can say in one breath, ".repeat(10) + "too long?";
        assertThat(practice("Q", "S.", "## Ask yourselves", "", longer, "- Is this short?"))
                .isEmpty();
        assertThat(practice("Q", "S.", "## Ask yourselves", "", longer))
                .singleElement()
                .satisfies(one -> assertThat(one.message())
                        .matches("no question of \"Ask yourselves\" is short enough for its card; the first is \\d+"
                                + " characters too long"));
    }

    @Test
    void otherScriptsAndPicturesHaveLinesToo() {
        assertThat(practice("🎉 שלום 世界", "مرحبا بالعالم 👩‍👩‍👧 and on", "Text."))
                .isEmpty();
        assertThat(practice("世界".repeat(150), "S.", "Text.").get(0).message()).startsWith("the title is ");
    }

    @Test
    void inFontsOfTheReadersOwnNothingIsMeasuredAndNothingSaid() {
        new PlaybookFolder(folder).practice("one");
        String summary = "And the summary does not end either. ".repeat(20);
        new PlaybookFolder(folder)
                .with("playbook.yml", "name: P", "font_text: Georgia")
                .with("practices/one.md", "---", "title: One", "summary: " + summary, "---", "", "Text.");
        assertThat(advice(folder)).isEmpty();
    }
}
