package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A playbook in three languages, as readers meet it: written in English, in French in part, in Arabic not yet. */
class EditionsIT {
    private static final Path FRENCH = Path.of("src/test/resources/french");

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static SubPathServer server;

    @BeforeAll
    static void start() throws IOException {
        Path content = folder.resolve("content");
        copy(Path.of("content"), content);
        copy(FRENCH, content);
        Path settings = content.resolve("playbook.yml");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replaceAll("(?m)^language:.*$", "languages: [en, fr, ar]")
                        .replaceAll("example\\.org", "playbook.walks.org"));
        int status = BuiltSite.build(content, folder.resolve("site"), "--downloads", "none");
        assertThat(status).isZero();
        server = new SubPathServer(folder.resolve("site"));
        chromium = Chromium.start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    private static void visit(String scheme, boolean script, int width, BiConsumer<Page, String> reader) {
        String home = scheme.equals("http")
                ? server.address()
                : folder.resolve("site").toUri().toString();
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setJavaScriptEnabled(script).setViewportSize(width, 844);
        try (BrowserContext context = chromium.browser().newContext(options);
                Visit visit = new Visit(context, home)) {
            visit.page().setDefaultTimeout(10_000);
            reader.accept(visit.page(), home);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void theSwitchStaysOnThePageByKeyboardAndWithoutScript(String scheme) {
        visit(scheme, false, 1280, (page, home) -> {
            page.navigate(home + "practices/know-your-role.html");
            page.locator(".languages a[hreflang=fr]").press("Enter");
            page.waitForURL(home + "fr/practices/know-your-role.html");
            assertThat(page.locator("h1").textContent()).isEqualTo("Connaître son rôle");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
            page.locator(".languages a[hreflang=en]").press("Enter");
            page.waitForURL(home + "practices/know-your-role.html");
            page.navigate(home + "fr/pathways/index.html");
            page.locator(".languages a[hreflang=ar]").press("Enter");
            page.waitForURL(home + "ar/pathways/index.html");
        });
    }

    @Test
    void onPaperNoLanguageIsOffered() {
        visit("file", true, 1280, (page, home) -> {
            page.navigate(home + "practices/know-your-role.html");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".languages").isVisible()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void aSearchInFrenchFindsFrench(String scheme) {
        visit(scheme, true, 1280, (page, home) -> {
            page.navigate(home + "fr/search.html");
            page.locator("[name=q]").first().fill("nos membres mènent, qui fait quoi");
            page.locator(".search-page a[href*='practices/know-your-role.html']")
                    .first()
                    .waitFor();
            assertThat(page.locator(".search-page a[href*='practices/know-your-role.html']")
                            .first()
                            .textContent())
                    .contains("Connaître son rôle");
            assertThat(page.locator(".search-page .search-status").textContent())
                    .containsPattern("résultat");
        });
    }

    @Test
    void whatIsNotTranslatedSaysSo() {
        visit("http", true, 390, (page, home) -> {
            page.navigate(home + "fr/practices/hear-a-large-room.html");
            assertThat(page.locator(".notice").first().textContent()).contains("Personne n’a encore traduit");
            assertThat(page.locator("h1").getAttribute("lang")).isEqualTo("en");
            assertThat(page.locator(".text section[lang=en]").count()).isGreaterThan(3);
            page.navigate(home + "fr/practices/know-your-role.html");
            assertThat(page.locator(".notice, .head [lang=en], .text [lang=en]").count())
                    .as("all of it is French, and up to date")
                    .isZero();
            page.navigate(home + "fr/shortlist.html#p=hear-a-large-room,know-your-role");
            page.locator("[data-shortlist] li a[href*=know-your-role]").waitFor();
            assertThat(page.locator("[data-shortlist] li a[lang=en]").count()).isOne();
            assertThat(page.locator("[data-shortlist] li a[href*=hear-a-large-room]")
                            .getAttribute("lang"))
                    .isEqualTo("en");
        });
    }

    @Test
    void quotationMarksAreThoseOfTheLanguage() {
        visit("http", true, 1280, (page, home) -> {
            for (List<String> language : List.of(List.of("", "“"), List.of("fr/", "«"))) {
                page.navigate(home + language.get(0) + "index.html");
                assertThat((String) page.evaluate("getComputedStyle(document.querySelector('.sentence')).quotes"))
                        .contains(language.get(1));
            }
        });
    }

    /** Everything turns round: no page is wider than the screen, and what is English in it is read from the left. */
    @Test
    void arabicIsReadFromTheRight() {
        visit("http", true, 390, (page, home) -> {
            for (String path : List.of(
                    "index.html",
                    "practices/index.html",
                    "practices/know-your-role.html",
                    "attempts/index.html",
                    "leverage/index.html",
                    "contribute/write-a-practice.html",
                    "cards/index.html",
                    "shortlist.html#p=know-your-role",
                    "to-translate.html",
                    "search.html")) {
                page.navigate(home + "ar/" + path);
                assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as(path)
                        .isTrue();
            }
            page.navigate(home + "ar/practices/know-your-role.html");
            assertThat((String) page.evaluate("getComputedStyle(document.querySelector('.text ol')).direction"))
                    .isEqualTo("ltr");
            page.navigate(home + "ar/to-translate.html");
            assertThat((String) page.evaluate("getComputedStyle(document.querySelector('main li code')).direction"))
                    .isEqualTo("ltr");
        });
    }

    /** A form has the original of a translation at hand, and says of it what the check says, in English and marked so. */
    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void aTranslationIsJudgedBesideItsOriginal(String scheme) {
        visit(scheme, true, 1280, (page, home) -> {
            page.navigate(home + "fr/contribute/suggest-a-change.html?file=practices/know-your-role.fr.md");
            page.locator("[data-as=text]").click();
            String text = page.locator("#f-text").inputValue();
            page.locator("#f-text").fill(text.replaceFirst("translates:", "time: 3 h\ntranslates:"));
            page.locator("[data-advice] li:has-text('time is not as in practices/know-your-role.md')")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            assertThat(page.locator("[data-advice] bdi[lang=en]").first().textContent())
                    .contains("not as in");
            assertThat(page.locator("[data-advice] a").first().textContent()).startsWith("Ligne ");
            page.locator("#f-text").fill(text + "\n");
            page.waitForCondition(() -> page.locator("[data-advice] li").count() == 0);
        });
    }
}
