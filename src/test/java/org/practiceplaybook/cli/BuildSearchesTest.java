package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;

/** {@code playbook build --searches}: what readers looked for in vain. */
class BuildSearchesTest {
    @TempDir
    private Path folder;

    /** The site's log tells what nobody answers, and nobody who asked. */
    @Test
    void whatWasSearchedForInVainIsNamed() throws IOException {
        new PlaybookFolder(folder.resolve("content"))
                .with("playbook.yml", "name: Walks\naddress: https://walks.net/\nlanguages: [en, fr]\n")
                .practice("walking-pairs");
        String line = "203.0.113.7 - ann [27/Nov/2026:10:00:00 +0000] \"GET %s HTTP/1.1\" 200 512 \"-\" \"Firefox\"\n";
        Files.writeString(
                folder.resolve("access.log"),
                String.format(line, "/search.html?q=walked+pair").repeat(9)
                        + String.format(line, "/search.html?q=fishbowls").repeat(4)
                        + String.format(line, "/search.html?q=%3Cb%3Ewhy+me%3C/b%3E")
                                .repeat(5)
                        + String.format(line, "/search.html?q=30+zz").repeat(3)
                        + String.format(line, "/search.html?q=quintessa").repeat(2)
                        + String.format(line, "/fr/search.html?q=bocal").repeat(3));
        Terminal terminal = new Terminal(folder);
        assertThat(terminal.run("build", "--searches", "access.log", "--downloads", "none"))
                .as(terminal.err())
                .isZero();
        Document page = Jsoup.parse(folder.resolve("site/for-editors.html"), "UTF-8");
        assertThat(page.select("[aria-labelledby=page.unanswered] h2").text())
                .isEqualTo("3 searches have a word that no page has");
        assertThat(page.select("[aria-labelledby=page.unanswered] li").eachText())
                .containsExactly("“<b>why me</b>”, 5 times", "“fishbowls”, 4 times", "“30 zz”, 3 times");
        assertThat(Jsoup.parse(folder.resolve("site/fr/for-editors.html"), "UTF-8")
                        .select("[aria-labelledby=page.unanswered] li")
                        .eachText())
                .containsExactly("« bocal », 3 fois");
        assertThat(terminal.files().entrySet().stream()
                        .filter(file -> file.getKey().startsWith("site/"))
                        .map(Map.Entry::getValue))
                .noneMatch(text -> text.contains("203.0.113.7") || text.contains("quintessa"));
        assertThat(terminal.run("build", "--searches", "none.log")).isEqualTo(2);
        assertThat(terminal.err()).contains("there is no file \"none.log\"");
    }
}
