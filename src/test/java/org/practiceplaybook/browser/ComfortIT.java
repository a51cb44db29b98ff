package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reading by keyboard, without script, on a narrow screen, on paper, by one's own choice of light or dark. */
class ComfortIT {
    private static final int A4_WIDTH = 688;
    private static final Pattern PDF_PAGE = Pattern.compile("/Type /Page\\b");

    private static Chromium chromium;
    private static BuiltSite site;
    private static SubPathServer server;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        site = BuiltSite.get();
        server = new SubPathServer(site.folder());
    }

    @AfterAll
    static void stop() {
        server.close();
        chromium.close();
    }

    @Test
    void theKeyboardReachesEveryLinkInTheOrderOfThePage() {
        withPage(new Browser.NewContextOptions().setViewportSize(1360, 900), page -> {
            page.navigate(server.address() + "practices/know-your-role.html");
            page.keyboard().press("Tab");
            assertThat(focused(page, "e => e.textContent")).isEqualTo("Skip to the text");
            assertThat(focused(page, "e => getComputedStyle(e).outlineStyle")).isEqualTo("solid");
            page.keyboard().press("Enter");
            assertThat(focused(page, "e => e.tagName")).isEqualTo("MAIN");
            int links = (Integer) page.evaluate(
                    "() => [...document.querySelectorAll('main a[href], main button, main [tabindex=\"0\"]')]"
                            + ".filter(e => e.getClientRects().length > 0).length");
            List<String> order = new ArrayList<>();
            for (int i = 0; i < links; i++) {
                page.keyboard().press("Tab");
                order.add(focused(page, "e => e.closest('main') ? 'in' : 'out ' + e.outerHTML"));
            }
            assertThat(order).containsOnly("in");
            page.keyboard().press("Tab");
            assertThat(focused(page, "e => e.closest('footer') ? 'foot' : e.outerHTML"))
                    .isEqualTo("foot");
        });
    }

    @Test
    void theChoiceOfLightOrDarkIsKept() {
        withPage(new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + "index.html");
            String before = paper(page);
            page.locator("[data-theme-button]").focus();
            page.keyboard().press("Enter");
            String after = paper(page);
            assertThat(after).isNotEqualTo(before);
            page.navigate(server.address() + "practices/know-your-role.html");
            assertThat(paper(page)).isEqualTo(after);
        });
    }

    @Test
    void everyPageWorksWithoutScript() {
        withPage(new Browser.NewContextOptions().setJavaScriptEnabled(false), page -> {
            for (String path : BuiltSite.kinds()) {
                page.navigate(server.address() + path);
                assertThat(page.locator("h1").isVisible()).as(path).isTrue();
                assertThat(page.locator("[data-theme-button]").count()).as(path).isZero();
            }
            page.navigate(server.address() + "index.html");
            page.locator("text=My small team is running on empty").click();
            page.locator(".card :is(h3, h4) a", new Page.LocatorOptions().setHasText("Look after the team"))
                    .click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Look after the team that is always running");
        });
    }

    @Test
    void onPaperTheNavigationIsLeftOut() {
        withPage(new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + "pathways/start-here.run.html");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".top").isVisible()).isFalse();
            assertThat(page.locator(".foot a:visible").count()).isZero();
            assertThat(page.locator(".foot .imprint").isVisible()).isTrue();
            assertThat(page.locator("h1").isVisible()).isTrue();
            assertThat(page.locator(".run-step").first().isVisible()).isTrue();
            byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4"));
            assertThat(pdf).hasSizeGreaterThan(10_000);
        });
    }

    @Test
    void onPaperWhatAPathwayNeedsIsToldBeforeItsSteps() {
        withPage(new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + "pathways/start-here.html");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".need").boundingBox().y)
                    .isLessThan(page.locator(".text").boundingBox().y);
            assertThat(page.locator(".need li").first().evaluate("item => getComputedStyle(item).display"))
                    .isEqualTo("inline");
        });
    }

    @Test
    void onPaperTheMapIsTheWideOneInTheColoursOfItsKey() {
        withPage(
                new Browser.NewContextOptions().setViewportSize(A4_WIDTH, 900).setColorScheme(ColorScheme.DARK),
                page -> {
                    page.navigate(server.address() + "practice-map.html");
                    assertThat(page.locator(".wide-map").isVisible()).isFalse();
                    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                    assertThat(page.locator(".narrow-map").isVisible()).isFalse();
                    List<String> colours =
                            List.of(style(page, ".map-key .design", "color"), style(page, ".map-key .intent", "color"));
                    assertThat(colours)
                            .doesNotHaveDuplicates()
                            .containsExactly(
                                    style(page, ".wide-map rect.design", "stroke"),
                                    style(page, ".wide-map rect.intent", "stroke"));
                });
    }

    @Test
    void onPaperTheLadderIsTwoSheetsAndNoRungIsCut() {
        withPage(new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + "leverage/index.html");
            String pdf = new String(page.pdf(new Page.PdfOptions().setFormat("A4")), StandardCharsets.ISO_8859_1);
            assertThat(PDF_PAGE.matcher(pdf).results().count()).isEqualTo(2);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(style(page, ".rungs > li", "breakInside")).isEqualTo("avoid");
        });
    }

    @Test
    void onPaperASearchIsWhatWasAskedAndFound() {
        withPage(new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + "search.html?q=silence");
            page.locator(".search-results .hit").first().waitFor();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator("#search\\.q").isVisible()).isTrue();
            assertThat(page.locator(".search-results .hit").first().isVisible()).isTrue();
            assertThat(page.locator(":is(.search-facets, .search-lists, [data-keep], .constraints):visible")
                            .count())
                    .isZero();
        });
    }

    @Test
    void aPracticeLeadsToItsNeighbourhoodWithoutScript() {
        withPage(new Browser.NewContextOptions().setJavaScriptEnabled(false), page -> {
            page.navigate(server.address() + "practices/know-your-role.html");
            page.locator("h2 a").click();
            assertThat(page.url()).endsWith("practice-map.html#know-your-role");
            assertThat(page.locator(".near:visible .here + text").allTextContents())
                    .singleElement()
                    .asString()
                    .contains("Know your role");
            String next = page.locator("#pause-to-move-faster > .to-near").getAttribute("href");
            page.navigate(server.address() + "practice-map.html" + next);
            assertThat(page.locator(".near:visible .here + text").allTextContents())
                    .singleElement()
                    .asString()
                    .contains("Pause to move");
        });
    }

    @Test
    void onPaperWhatIsFoldedAwayIsOpen() {
        withPage(new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + "pages/about.html");
            page.evaluate("() => { document.querySelector('.text').innerHTML +="
                    + " '<details><summary>More</summary><p id=\"folded\">Words</p></details>'; }");
            String visible = "() => document.getElementById('folded').checkVisibility()";
            assertThat(page.evaluate(visible)).isEqualTo(false);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.evaluate(visible)).isEqualTo(true);
        });
    }

    @Test
    void theManifestIsThereOnlineAlone() {
        withPage(new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + "practices/index.html");
            assertThat(page.locator("link[rel=manifest]").getAttribute("href")).isEqualTo("../manifest.webmanifest");
            page.navigate(site.folder().resolve("index.html").toUri().toString());
            assertThat(page.locator("link[rel=manifest]").count()).isZero();
        });
    }

    private static String style(Page page, String element, String property) {
        return (String) page.locator(element).first().evaluate("(e, name) => getComputedStyle(e)[name]", property);
    }

    private static String paper(Page page) {
        return (String) page.evaluate("() => getComputedStyle(document.body).backgroundColor");
    }

    private static String focused(Page page, String script) {
        return (String) page.evaluate("() => (" + script + ")(document.activeElement)");
    }

    private static void withPage(Browser.NewContextOptions options, java.util.function.Consumer<Page> reader) {
        try (BrowserContext context = chromium.browser().newContext(options)) {
            reader.accept(context.newPage());
        }
    }
}
