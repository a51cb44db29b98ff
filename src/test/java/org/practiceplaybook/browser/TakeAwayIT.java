package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers take with them works from a disk: the playbook on one page, and the site's own search. */
class TakeAwayIT {
    private static final Pattern PDF_PAGE = Pattern.compile("/Type /Page\\b");

    private static Chromium chromium;
    private static String page;
    private static String site;
    private static Path folder;

    @BeforeAll
    static void start(@TempDir Path temp) {
        chromium = Chromium.start();
        folder = BuiltSite.get().copy(temp.resolve("a b#c%20d ü"));
        page = folder.resolve("downloads/practice-playbook.html").toUri().toString();
        site = folder.toUri().toString();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void thePageShowsOnePartAtATimeAndBackWorks() {
        try (BrowserContext context = chromium.browser().newContext();
                Visit visit = new Visit(context, site)) {
            visit.go(page);
            Page tab = visit.page();
            assertThat(tab.locator(".leaf:visible").count()).isEqualTo(1);
            assertThat(tab.locator("#home").isVisible()).isTrue();
            tab.locator("header a[href='#contents']").click();
            tab.locator("#contents a[href='#practices/know-your-role']").click();
            shows(tab, "practices/know-your-role");
            assertThat(tab.title()).startsWith("Know your role · ");
            tab.goBack();
            shows(tab, "contents");
            tab.evaluate("location.hash = '#practices/know-your-role:watch-out-for'");
            tab.locator("[id='practices/know-your-role:watch-out-for']").waitFor();
            assertThat(tab.locator(".age").first().textContent()).startsWith("This copy is from ");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void theWayPastTheHeaderLeadsToThePartThatIsShown() {
        try (BrowserContext context = chromium.browser().newContext();
                Visit visit = new Visit(context, site)) {
            Page tab = visit.go(page + "#practices/know-your-role").page();
            tab.locator(".skip").focus();
            tab.keyboard().press("Enter");
            shows(tab, "practices/know-your-role");
            assertThat(tab.evaluate("document.activeElement.id")).isEqualTo("practices/know-your-role");
        }
    }

    @Test
    void onAPhoneWhatItsSearchFindsIsWithinTheScreen() {
        try (BrowserContext context =
                        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(360, 640));
                Visit visit = new Visit(context, site)) {
            Page tab = visit.go(page).page();
            tab.keyboard().press("/");
            tab.keyboard().type("role");
            BoundingBox found = tab.locator(".single-found").boundingBox();
            assertThat(found.x).isNotNegative();
            assertThat(found.x + found.width).isLessThanOrEqualTo(360);
            BoundingBox header = tab.locator(".single-top").boundingBox();
            BoundingBox input = tab.locator(".single-search input").boundingBox();
            assertThat(input.y + input.height).isLessThan(header.y + header.height - 8);
        }
    }

    /** A drawing that is left without its styles is filled with black. */
    @Test
    void theMapIsDrawnAsInTheSite() {
        try (BrowserContext context = chromium.browser().newContext();
                Visit visit = new Visit(context, site)) {
            Page tab = visit.go(page + "#practice-map").page();
            assertThat(tab.evaluate("() => [...document.querySelectorAll('.map path')]"
                            + ".every(path => getComputedStyle(path).fill === 'none')"))
                    .isEqualTo(true);
            assertThat(tab.locator(".map:visible").count()).isEqualTo(1);
        }
    }

    @Test
    void theBookDrawsTheMapAndSaysHowDeepAPracticeReachesInWords(@TempDir Path temp) throws IOException {
        try (FileSystem book = FileSystems.newFileSystem(folder.resolve("downloads/practice-playbook.epub"))) {
            for (String name : List.of("book.css", "practice-map.xhtml", "practices/know-your-role.xhtml")) {
                Path copy = temp.resolve(name);
                Files.createDirectories(copy.getParent());
                Files.copy(book.getPath("EPUB", name), copy);
            }
        }
        try (BrowserContext context = chromium.browser().newContext();
                Visit visit = new Visit(context, temp.toUri().toString())) {
            Page tab = visit.go(temp.resolve("practice-map.xhtml").toUri().toString())
                    .page();
            assertThat(tab.locator(".map path").first().evaluate("path => getComputedStyle(path).fill"))
                    .isEqualTo("none");
            assertThat(tab.locator(".map:visible").count()).isEqualTo(1);
            visit.go(temp.resolve("practices/know-your-role.xhtml").toUri().toString());
            assertThat(tab.locator(".rung-strip").innerText())
                    .doesNotContain("1211")
                    .startsWith("Reaches ");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void itsSearchAnswersFastAndLeadsToThePart() {
        try (BrowserContext context = chromium.browser().newContext();
                Visit visit = new Visit(context, site)) {
            visit.go(page);
            Page tab = visit.page();
            tab.keyboard().press("/");
            tab.keyboard().type("pausing");
            assertThat(tab.locator(".single-found [role=status]").textContent()).matches("\\d+ pages? found");
            assertThat(tab.locator(".single-found li").first().textContent()).contains("Pause to move faster");
            double millis = ((Number)
                            tab.evaluate("() => { const field = document.querySelector('.single-search input');"
                                    + " const from = performance.now(); field.value = 'agenda meeting';"
                                    + " field.dispatchEvent(new Event('input')); return performance.now() - from; }"))
                    .doubleValue();
            assertThat(millis).isLessThan(50);
            tab.keyboard().press("Enter");
            hidden(tab.locator(".single-found"));
            assertThat(tab.locator(".leaf:visible").count()).isEqualTo(1);
            tab.locator(".single-search input").fill("zzzz");
            assertThat(tab.locator(".single-found [role=status]").textContent()).isEqualTo("Nothing found");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void withoutScriptAllOfItIsThere() {
        try (BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page tab = context.newPage();
            List<String> told = new ArrayList<>();
            tab.onConsoleMessage(message -> told.add(message.text()));
            tab.navigate(page);
            assertThat(tab.locator(".leaf:visible").count())
                    .isEqualTo(tab.locator(".leaf").count())
                    .isGreaterThan(40);
            assertThat(tab.locator(".single-search").isVisible()).isFalse();
            tab.locator("#contents a[href='#practices/know-your-role']").click();
            assertThat(tab.url()).endsWith("#practices/know-your-role");
            assertThat(told).isEmpty();
        }
    }

    @Test
    void theHomeSearchOfTheUnpackedSiteLeadsToItsSearch() {
        try (BrowserContext context = chromium.browser().newContext();
                Visit visit = new Visit(context, site)) {
            visit.go(site + "index.html");
            Page tab = visit.page();
            tab.locator(".search-form [name=q]").fill("pause & rest");
            tab.locator(".search-form [name=minutes]").fill("30");
            tab.locator(".search-form button").click();
            tab.waitForURL(url -> url.contains("search.html"));
            assertThat(tab.url())
                    .contains("search.html?q=pause+%26+rest&minutes=30")
                    .doesNotContain("people");
            assertThat(tab.locator("[data-search-page] [name=q]").inputValue()).isEqualTo("pause & rest");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aPracticeIsAtMostTwoSheetsOfEitherPaper() throws IOException {
        List<Path> practices;
        try (Stream<Path> files = Files.list(folder.resolve("practices"))) {
            practices = files.filter(file -> file.toString().endsWith(".html") && !file.endsWith("index.html"))
                    .toList();
        }
        assertThat(practices).hasSizeGreaterThan(10);
        try (BrowserContext context = chromium.browser().newContext()) {
            Page tab = context.newPage();
            for (Path practice : practices) {
                tab.navigate(practice.toUri().toString());
                for (String paper : List.of("A4", "Letter")) {
                    byte[] pdf = tab.pdf(new Page.PdfOptions().setFormat(paper));
                    long sheets = PDF_PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                            .results()
                            .count();
                    assertThat(sheets)
                            .as("%s on %s", practice.getFileName(), paper)
                            .isBetween(1L, 2L);
                }
            }
        }
    }

    /** A browser tells the page of a new fragment a moment after the address has it. */
    private static void shows(Page tab, String part) {
        tab.locator(".leaf[id='" + part + "']").waitFor();
        assertThat(tab.locator(".leaf:visible").count()).isEqualTo(1);
    }

    private static void hidden(Locator locator) {
        locator.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }
}
