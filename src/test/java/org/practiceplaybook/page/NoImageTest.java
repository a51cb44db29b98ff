package org.practiceplaybook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.fixture.PlaybookFolder;

/** Files that are shown as an image and are none. */
class NoImageTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"way.pdf", "way.csv", "way.mp4", "way.MP3", "way.docx"})
    void areLinkedTo(String file) {
        Document page = page("![The way](" + file + ") and ![](" + file + ")", file);
        assertThat(page.select("main img")).isEmpty();
        assertThat(page.select("main a[href$=" + file + "]").eachText()).containsExactly("The way", file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"way.svg", "way.avif", "way.ICO"})
    void imagesStayImages(String file) {
        assertThat(page("![The way](" + file + ")", file).select("main img[src$=" + file + "]"))
                .hasSize(1);
    }

    private Document page(String text, String file) {
        PlaybookFolder playbook = new PlaybookFolder(folder)
                .with(
                        "pages/" + file,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".substring(file.endsWith("svg") ? 0 : 1))
                .with("pages/a.md", "# A", "", text);
        return Jsoup.parse(new String(
                playbook.files().at("pages/a.html").orElseThrow().bytes().get(), StandardCharsets.UTF_8));
    }
}
