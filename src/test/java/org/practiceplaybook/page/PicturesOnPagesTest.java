package org.practiceplaybook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.Photo;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.publish.Publication;
import org.practiceplaybook.work.Workers;

/** A page says how large its pictures are and asks for no more of them than it shows. */
class PicturesOnPagesTest {
    @TempDir
    Path folder;

    private SortedMap<String, byte[]> files;

    @BeforeEach
    void build() throws IOException {
        PlaybookFolder playbook = new PlaybookFolder(folder)
                .with("playbook.yml", "name: Pictures", "languages: [en, fr]")
                .with(
                        "pages/a.md",
                        "# A",
                        "",
                        "![A wide photo](wide.jpg) ![A photo](photo.jpg) ![Small](photo.jpg){.small}",
                        "![Narrow](photo.jpg){width=300} ![A drawing](drawing.svg) [the photo](alone.jpg)",
                        "![Far down](narrow.png)");
        write("wide.jpg", Photo.jpeg(2400, 300));
        write("photo.jpg", Photo.jpeg(1300, 300));
        write("alone.jpg", Photo.jpeg(1300, 310));
        write("narrow.png", Photo.of(400, 300, "png", BufferedImage.TYPE_3BYTE_BGR));
        playbook.with("pages/drawing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"/>");
        files = Publication.of(playbook.files().all(), new Workers(2)).files();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve("pages").resolve(name), bytes);
    }

    private Document page(String path) {
        return Jsoup.parse(new String(files.get(path), StandardCharsets.UTF_8));
    }

    @Test
    void eachHasItsSizeAndComesInTheWidthsThatThereAre() throws IOException {
        for (String path : List.of("pages/a.html", "fr/pages/a.html")) {
            List<Element> shown = page(path).select("main .text img");
            assertThat(shown).hasSize(6);
            assertThat(shown).allSatisfy(image -> {
                assertThat(Integer.parseInt(image.attr("width"))).isPositive();
                assertThat(Integer.parseInt(image.attr("height"))).isPositive();
            });
            for (Element image : shown.subList(0, 4)) {
                int widest = 0;
                for (String candidate : image.attr("srcset").split(", ")) {
                    String[] parts = candidate.split(" ");
                    byte[] file = files.get(resolved(path, parts[0]));
                    assertThat(file).as(parts[0]).isNotNull();
                    widest = ImageIO.read(new ByteArrayInputStream(file)).getWidth();
                    assertThat(parts[1]).isEqualTo(widest + "w");
                }
                assertThat(image.attr("srcset").split(", ")).hasSize(3);
                assertThat(image.attr("srcset")).contains(image.attr("src"));
                assertThat(widest).isEqualTo(image.attr("alt").equals("A wide photo") ? 1440 : 1300);
            }
            assertThat(shown.stream().map(image -> image.attr("sizes")))
                    .containsExactly(
                            "(min-width: 41rem) 37rem, 92vw",
                            "(min-width: 41rem) 37rem, 92vw",
                            "12rem",
                            "min(300px, 92vw)",
                            "",
                            "");
            assertThat(shown.get(4).attr("width")).isEqualTo("1200");
            assertThat(shown.stream().map(image -> image.attr("loading")))
                    .containsExactly("", "lazy", "lazy", "lazy", "lazy", "lazy");
        }
    }

    @Test
    void whatIsOnlyLinkedToIsNotMadeAgain() {
        assertThat(files.keySet().stream().filter(path -> path.startsWith("pictures/")))
                .hasSize(5)
                .allMatch(path -> path.contains("wide") || path.contains("photo"));
        assertThat(files).containsKeys("files/pages/alone.jpg", "files/pages/wide.jpg");
    }

    private static String resolved(String page, String address) {
        return Path.of(page).getParent().resolve(address).normalize().toString().replace('\\', '/');
    }
}
