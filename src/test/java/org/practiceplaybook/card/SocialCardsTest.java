package org.practiceplaybook.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.publish.PhoneFiles;
import org.practiceplaybook.publish.Publication;
import org.practiceplaybook.work.Workers;

/** A link to a practice shows its title and what it is about, in the theme's own letters. */
class SocialCardsTest {
    private static final String ADDRESS = "address: https://example.net/walks/";

    @TempDir
    Path folder;

    private PlaybookFolder playbook(String... settings) {
        return new PlaybookFolder(folder)
                .with("playbook.yml", "name: Walks", String.join("\n", settings))
                .practice("a-walk")
                .attempt("we-walked", "a-walk");
    }

    private static BufferedImage image(SiteFiles files, String path) throws IOException {
        return ImageIO.read(
                new ByteArrayInputStream(files.at(path).orElseThrow().bytes().get()));
    }

    private static Document page(SiteFiles files, String path) {
        return Jsoup.parse(new String(files.at(path).orElseThrow().bytes().get(), StandardCharsets.UTF_8));
    }

    @Test
    void practicesAndAttemptsHaveOneOnASiteWithAnAddress() throws IOException {
        SiteFiles files = playbook(ADDRESS).files();
        for (String entry : new String[] {"practices/a-walk", "attempts/we-walked"}) {
            BufferedImage card = image(files, entry + ".png");
            assertThat(card.getWidth()).isEqualTo(1200);
            assertThat(card.getHeight()).isEqualTo(630);
            assertThat(files.at(entry + ".png").orElseThrow().use()).isEqualTo(SiteFile.Use.SERVED);
            Document page = page(files, entry + ".html");
            assertThat(page.select("meta[property=og:image]").attr("content"))
                    .isEqualTo("https://example.net/walks/" + entry + ".png");
            assertThat(page.select("meta[name=twitter:card]").attr("content")).isEqualTo("summary_large_image");
        }
        Document home = page(files, "index.html");
        assertThat(home.select("meta[property=og:image]").attr("content")).contains("/assets/social-");
        assertThat(home.select("meta[name=twitter:card]")).isEmpty();
    }

    @Test
    void aSiteWithoutAnAddressHasNone() {
        SiteFiles files = playbook().files();
        assertThat(files.at("practices/a-walk.png")).isEmpty();
        assertThat(page(files, "practices/a-walk.html").select("meta[property=og:image], meta[name=twitter:card]"))
                .isEmpty();
    }

    @Test
    void nobodyCarriesThemAlong() {
        SiteFiles files = playbook(ADDRESS).files();
        Workers workers = new Workers(2);
        Publication whole = Publication.of(files.all(), workers);
        Edition edition = files.editions().get(0);
        String list =
                PhoneFiles.in(whole, edition.theme().assets().path("worker.js"), workers).files().entrySet().stream()
                        .filter(file -> file.getKey().startsWith("assets/phone-"))
                        .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                        .findFirst()
                        .orElseThrow();
        assertThat(whole.served()).contains("practices/a-walk.png");
        assertThat(list).contains("practices/a-walk.html").doesNotContain("a-walk.png");
    }

    /** The ink of a title is as wide as the font says, its letters have holes, and its colour is the playbook's. */
    @Test
    void isDrawnInTheLettersAndColoursOfTheTheme() throws IOException {
        PlaybookFolder playbook = playbook(ADDRESS, "accent: \"#7a1f5c\"");
        playbook.with("practices/a-walk.md", "---", "title: OÖO", "summary: Text.", "---", "", "Text.");
        SiteFiles files = playbook.files();
        BufferedImage card = image(files, "practices/a-walk.png");
        assertThat(card.getRGB(5, 300) & 0xFFFFFF).isEqualTo(0x7A1F5C);
        int left = 1200;
        int right = 0;
        int middle = 0;
        for (int x = 60; x < 1200; x++) {
            for (int y = 140; y < 240; y++) {
                if ((card.getRGB(x, y) & 0xFF) < 0x60) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    middle += y == 200 ? 1 : 0;
                }
            }
        }
        Edition edition = files.editions().get(0);
        Typeface serif = CardFit.of(edition.theme(), Optional.empty()).serif().orElseThrow();
        double wide = 0;
        for (double advance : serif.advances("OÖO".codePoints().toArray(), false)) {
            wide += 88 * advance;
        }
        assertThat((double) right - left).isCloseTo(wide, within(14.0));
        assertThat(middle).isBetween(30, (right - left) / 2);
    }

    @Test
    void theSitesOwnStandsWhereTheFontsLackALetter() {
        PlaybookFolder playbook = playbook(ADDRESS);
        playbook.with("practices/a-walk.md", "---", "title: 散歩", "summary: Text.", "---", "", "Text.");
        SiteFiles files = playbook.files();
        assertThat(files.at("practices/a-walk.png").orElseThrow().bytes().get())
                .isEqualTo(files.listed().entrySet().stream()
                        .filter(file -> file.getKey().startsWith("assets/social-"))
                        .findFirst()
                        .orElseThrow()
                        .getValue()
                        .bytes()
                        .get());
    }

    /** The fonts have no Arabic letters: of the top line the playbook's name is left. */
    @Test
    void theTopLineSaysWhatCanBeDrawn() throws IOException {
        PlaybookFolder playbook = playbook(ADDRESS, "language: ar");
        playbook.with("practices/a-walk.md", "---", "title: A walk", "summary: Text.", "---", "", "Text.");
        BufferedImage card = image(playbook.files(), "practices/a-walk.png");
        int ink = 0;
        for (int x = 70; x < 400; x++) {
            for (int y = 70; y < 105; y++) {
                ink += (card.getRGB(x, y) & 0xFF) < 0x80 ? 1 : 0;
            }
        }
        assertThat(ink).isGreaterThan(200);
    }

    @Test
    void aLongTitleAndALongSummaryStayOnTheCard() throws IOException {
        PlaybookFolder playbook = playbook(ADDRESS);
        playbook.with(
                "practices/a-walk.md",
                "---",
                "title: " + "A walk that takes very long ".repeat(10).strip(),
                "summary: "
                        + "And Donaudampfschifffahrtsgesellschaftskapitän "
                                .repeat(8)
                                .strip(),
                "---",
                "",
                "Text.");
        BufferedImage card = image(playbook.files(), "practices/a-walk.png");
        for (int y = 0; y < 630; y++) {
            for (int x = 0; x < 1200; x++) {
                boolean margin = x > 40 && x < 70 || x > 1140 || x > 40 && (y > 615 || y < 40);
                if (margin) {
                    assertThat(card.getRGB(x, y) & 0xFFFFFF).isEqualTo(0xFBFBF8);
                }
            }
        }
    }
}
