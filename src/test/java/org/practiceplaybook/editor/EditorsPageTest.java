package org.practiceplaybook.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;

/** What is left to do stands on one page, each kind with its number. */
class EditorsPageTest {
    @TempDir
    private Path folder;

    private Document page(PlaybookFolder playbook) {
        byte[] page =
                playbook.files().at("for-editors.html").orElseThrow().bytes().get();
        return Jsoup.parse(new String(page, StandardCharsets.UTF_8));
    }

    @Test
    void draftsWhatIsNotTriedAndWhatHasNoPlaceAreNamed() {
        Document page = page(new PlaybookFolder(folder)
                .with("playbook.yml", "name: Walks\nrepository: https://github.com/walks/walks\n")
                .with("taxonomy/challenges.yml", "tired: {name: Tired, definition: Nobody moves.}\n")
                .practice("walk", "challenges: [tired]")
                .practice("sit")
                .practice("later", "state: draft")
                .attempt("one", "walk"));
        assertThat(page.select("h2").eachText())
                .contains("1 draft", "1 practice names no challenge", "1 practice that nobody has told of a try");
        assertThat(page.select("[aria-labelledby=page.drafts] a").attr("href"))
                .isEqualTo("https://github.com/walks/walks/edit/main/content/practices/later.md");
        assertThat(page.select("[aria-labelledby=page.untried] a").eachAttr("href"))
                .containsExactly("practices/sit.html");
        assertThat(page.select("[aria-labelledby=page.unplaced] li").eachText()).hasSize(1);
    }

    @Test
    void whatHasAPageOfItsOwnIsCountedAndLedTo() {
        Document page = page(new PlaybookFolder(folder)
                .with("playbook.yml", "name: Walks\nlanguages: [en, fr]\n")
                .with("practices/idea.md", "---\ntitle: An idea\nsummary: Somebody should write it.\n---\n")
                .practice("walk", "reviewed: 2001-01"));
        assertThat(page.select("[aria-labelledby=page.stubs] a").attr("href")).isEqualTo("help-write.html");
        assertThat(page.selectFirst("h2#page.stubs, [id='page.stubs']").text())
                .isEqualTo("1 practice waits to be written");
        assertThat(page.select("[aria-labelledby=page.unplaced]")).isEmpty();
    }
}
