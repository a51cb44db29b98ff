package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every kind of page to look at, in {@code docs/screenshots}, by {@code mvn verify -P screenshots}: on a phone and on a desktop,
 * light and dark, and on paper, side by side. Not a test of the usual run, for another machine's fonts make other pictures.
 */
class PageScreenshots {
    private static final Path SHEETS = Path.of("docs", "screenshots");
    /** A sheet's height in pixels; what a page has below is cut off. */
    private static final int HEIGHT = 760;

    private static final double SETTLED_MS = 700;

    /** How a page is looked at, and how wide the picture of it is on the sheet. */
    private record Look(int width, int height, ColorScheme scheme, Media media, int shown) {}

    private static final List<Look> LOOKS = List.of(
            new Look(390, 844, ColorScheme.LIGHT, Media.SCREEN, 270),
            new Look(390, 844, ColorScheme.DARK, Media.SCREEN, 270),
            new Look(1280, 900, ColorScheme.LIGHT, Media.SCREEN, 540),
            new Look(1280, 900, ColorScheme.DARK, Media.SCREEN, 540),
            new Look(794, 1123, ColorScheme.LIGHT, Media.PRINT, 400));

    private static Chromium chromium;
    private static SubPathServer server;
    private static final List<Page> PAGES = new ArrayList<>();
    private static Page sheet;

    @BeforeAll
    static void open() throws IOException {
        Files.createDirectories(SHEETS);
        chromium = Chromium.start();
        server = new SubPathServer(BuiltSite.get().folder());
        for (Look look : LOOKS) {
            BrowserContext context = chromium.browser()
                    .newContext(new Browser.NewContextOptions()
                            .setViewportSize(look.width(), look.height())
                            .setColorScheme(look.scheme())
                            .setReducedMotion(ReducedMotion.REDUCE));
            Page page = context.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(look.media()));
            PAGES.add(page);
        }
        sheet = chromium.browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(2070, HEIGHT))
                .newPage();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "home, index.html",
        "practices, practices/index.html",
        "practice, practices/find-the-leverage-point.html",
        "run, practices/find-the-leverage-point.run.html",
        "pathway, pathways/start-here.html",
        "cards, cards/index.html",
        "shortlist, shortlist.html?p=meet-before-you-decide%2Cpause-to-move-faster",
        "shortlist-run, shortlist.run.html?p=meet-before-you-decide%2Cpause-to-move-faster",
        "search, 'search.html?q=30 minutes, 12 people'",
        "challenge, challenges/meeting-for-the-first-time.html",
        "role, roles/facilitator.html",
        "rung, leverage/mindset.html",
        "ladder, leverage/index.html",
        "matrix, who-does-what.html",
        "map, practice-map.html",
        "neighbourhood, practice-map.html#know-your-role",
        "log, attempts/index.html",
        "attempt, attempts/dialogues-full-agenda.html",
        "questions, prompts.html",
        "glossary, glossary.html",
        "about, pages/about.html",
        "downloads, downloads/index.html",
        "contribute, contribute/index.html",
        "write-a-practice, contribute/write-a-practice.html",
        "log-an-attempt, contribute/log-an-attempt.html",
        "review, due-for-review.html",
        "404, 404.html"
    })
    void everyKindOfPage(String name, String path) throws IOException {
        StringBuilder columns = new StringBuilder(
                "<style>* {margin: 0} body {display: flex; gap: 10px; background: #888} div {overflow: hidden; height: "
                        + HEIGHT + "px}</style>");
        for (int i = 0; i < LOOKS.size(); i++) {
            Look look = LOOKS.get(i);
            columns.append("<div style='width: ")
                    .append(look.shown())
                    .append("px'><img width=")
                    .append(look.shown());
            columns.append(" src='data:image/png;base64,")
                    .append(Base64.getEncoder().encodeToString(picture(PAGES.get(i), look, path)))
                    .append("'></div>");
        }
        sheet.setContent(columns.toString());
        sheet.waitForFunction("() => [...document.images].every(image => image.complete && image.naturalWidth > 0)");
        byte[] taken = sheet.screenshot(
                new Page.ScreenshotOptions().setType(ScreenshotType.JPEG).setQuality(62));
        assertThat(taken.length).isGreaterThan(10_000);
        Files.write(SHEETS.resolve(name + ".jpg"), taken);
    }

    private static byte[] picture(Page page, Look look, String path) {
        page.navigate("about:blank"); // else a fragment alone would not begin anew
        page.navigate(server.address() + path.replace(" ", "%20"));
        page.evaluate(
                "() => Promise.all([...document.fonts].map(font => font.load().catch(() => font))).then(() => true)");
        page.waitForTimeout(SETTLED_MS);
        double height = (double) HEIGHT * look.width() / look.shown();
        double top = path.contains("#") ? ((Number) page.evaluate("() => scrollY")).doubleValue() : 0;
        page.setViewportSize(look.width(), (int) height); // what clings to a screen's end clings to the sheet's
        page.evaluate("top => scrollTo(0, top)", top);
        byte[] picture = page.screenshot();
        page.setViewportSize(look.width(), look.height());
        return picture;
    }
}
