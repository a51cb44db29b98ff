package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practiceplaybook.browser.FormPage.ASK;
import static org.practiceplaybook.browser.FormPage.CHANGE;
import static org.practiceplaybook.browser.FormPage.TRIED;
import static org.practiceplaybook.browser.FormPage.WRITE;
import static org.practiceplaybook.browser.FormPage.fill;
import static org.practiceplaybook.browser.FormPage.judged;
import static org.practiceplaybook.browser.FormPage.text;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.fixture.Axe;

/** Somebody changes a text that is there, in fields or as a whole. */
class ChangingIT {
    private static final String TITLE = "[name=title]:not(.row *)";
    private static final String ROLE = "practices/know-your-role.md";

    private static Chromium chromium;
    private static BuiltSite site;
    private static SubPathServer server;

    @TempDir
    private Path temp;

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

    private static void visit(String home, Consumer<Page> work) {
        FormPage.visit(chromium, home, new Browser.NewContextOptions(), work);
    }

    private static void open(Page page, String home, String path) {
        page.navigate(home + CHANGE + "?file=" + path);
        page.waitForFunction("() => document.querySelector('[data-file]').value");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aChangedFieldTouchesNothingElse(boolean fromDisk) {
        String home = fromDisk ? site.folder().toUri().toString() : server.address();
        visit(home, page -> {
            open(page, home, ROLE);
            assertThat(page.locator(TITLE).inputValue()).isEqualTo("Know your role");
            assertThat(page.locator("[data-verdict]").textContent()).isEqualTo("Nothing is changed yet.");
            fill(page, Map.of("title", "Know: your role"));
            assertThat(page.locator("[data-file]").inputValue())
                    .isEqualTo(text(ROLE).replace("title: Know your role", "title: \"Know: your role\""));
            page.locator("[data-as=text]").click();
            assertThat(page.locator("#f-text").inputValue()).contains("title: \"Know: your role\"");
            page.fill("#f-text", page.locator("#f-text").inputValue().replace("\"Know: your role\"", "Know mine"));
            page.locator("[data-as=fields]").click();
            assertThat(page.locator(TITLE).inputValue()).isEqualTo("Know mine");
            assertThat(page.locator("[data-file]").inputValue())
                    .isEqualTo(text(ROLE).replace("title: Know your role", "title: Know mine"));
        });
    }

    @Test
    void everyTextCanBeChangedInThePage() {
        visit(server.address(), page -> {
            for (String path : List.of(
                    ROLE,
                    "attempts/members-tool.md",
                    "pathways/start-here.md",
                    "pages/leverage-points.md",
                    "taxonomy/roles.yml",
                    "practices/pause-to-move-faster.md")) {
                open(page, server.address(), path);
                assertThat(page.locator("[data-file]").inputValue()).as(path).isEqualTo(text(path));
                assertThat(page.locator("[data-verdict]").textContent()).isEqualTo("Nothing is changed yet.");
                assertThat(page.locator("[data-problems] li").allTextContents())
                        .as(path)
                        .isEmpty();
                boolean fields = path.startsWith("practices") || path.startsWith("attempts");
                assertThat(page.locator(TITLE).count()).as(path).isEqualTo(fields ? 1 : 0);
                assertThat(page.locator("#f-text").isVisible()).as(path).isEqualTo(!fields);
            }
        });
    }

    @Test
    void aTextWhoseFieldsCannotBeToldApartIsShownAsAWhole() {
        visit(server.address(), page -> {
            open(page, server.address(), ROLE);
            page.locator("[data-as=text]").click();
            page.fill("#f-text", text(ROLE).replace("title: Know your role", "title: \"Know your role"));
            page.locator("[data-problems] li[data-code=quote-open] a").waitFor();
            assertThat(page.locator("[data-problems] li[data-code=quote-open]").textContent())
                    .startsWith("Line 2: A quotation mark opens here");
            page.locator("[data-as=fields]").click();
            assertThat(page.locator("#f-text").isVisible()).isTrue();
            assertThat(page.locator("#f-text").inputValue()).contains("title: \"Know your role\n");
        });
    }

    @Test
    void rawHtmlIsShownAsTextAndANoteSaysSo() {
        visit(server.address(), page -> {
            open(page, server.address(), ROLE);
            Locator note = page.locator("[data-preview] .raw-note");
            page.locator("[data-as=text]").click();
            assertThat(note.count()).isZero();
            page.fill("#f-text", text(ROLE) + "\n<details>\n<summary>More</summary>\nWords.\n</details>\n");
            note.waitFor();
            assertThat(note.textContent()).startsWith("Raw HTML is shown as text here");
            assertThat(page.locator("[data-preview] code.raw").first().textContent())
                    .contains("<summary>More</summary>");
            assertThat(page.locator("[data-preview] summary").count()).isZero();
        });
    }

    @Test
    void aMistakeInAWholeTextLeadsToItsLine() {
        visit(server.address(), page -> {
            open(page, server.address(), ROLE);
            page.locator("[data-as=text]").click();
            String text = text(ROLE);
            page.fill(
                    "#f-text",
                    text.replace("](say-what-we-do.md)", "](say-what.md)").replace("time: 60-90", "time: 60–"));
            Locator first =
                    page.locator("[data-problems] li[data-code=broken-link] a").first();
            int line = text.substring(0, text.indexOf("](say-what-we-do.md)")).split("\n").length;
            assertThat(first.textContent()).startsWith("Line " + line + ": There is nothing at");
            first.click();
            assertThat((String) page.evaluate("() => { const area = document.activeElement;"
                            + " return area.value.slice(area.selectionStart, area.selectionEnd); }"))
                    .isEqualTo(text.split("\n")[line - 1].replace("say-what-we-do.md", "say-what.md"));
            assertThat(page.evaluate("() => document.activeElement.scrollTop > 0"))
                    .isEqualTo(true);
        });
    }

    @Test
    void aDraftOfAChangeIsKept() {
        visit(server.address(), page -> {
            open(page, server.address(), ROLE);
            fill(page, Map.of("summary", "Short."));
            open(page, server.address(), ROLE);
            page.waitForFunction("() => document.querySelector('[name=summary]').value === 'Short.'");
            page.locator("[data-draft-clear]").click();
            page.waitForFunction("() => document.querySelector('[name=summary]').value !== 'Short.'");
            assertThat(page.locator("[data-file]").inputValue()).isEqualTo(text(ROLE));
        });
    }

    @Test
    void aTextThatIsNotThereIsNamed() {
        visit(server.address(), page -> {
            page.navigate(server.address() + CHANGE + "?file=practices/<b>nope.md");
            page.locator(".none:visible").waitFor();
            assertThat(page.locator(".none p").first().textContent())
                    .startsWith("There is no text practices/<b>nope.md in this playbook. First open the page");
        });
    }

    @Test
    void aPlaybookWithoutRepositoryTakesChangesByMail() throws IOException {
        Path built = built("repository: https://github.com/example/practice-playbook", "email: playbook@walks.net");
        String home = built.toUri().toString();
        visit(home, page -> {
            page.navigate(home + "practices/know-your-role.html");
            page.locator("text=Suggest a change").last().click();
            page.waitForFunction("() => document.querySelector('[data-file]')?.value");
            assertThat(page.locator("[data-act=host]").count()).isZero();
            fill(page, Map.of("summary", "Short."));
            assertThat(page.locator("[data-act=email]").getAttribute("href")).startsWith("mailto:playbook@walks.net?");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "https://gitlab.com/a/b, , https://gitlab.com/a/b/-/new/main/content/practices?file_name=walk.md&content=",
        "https://git.walks.net/a/b, gitea, https://git.walks.net/a/b/_new/main?filename=content/practices/walk.md&value="
    })
    void eachHostHasItsOwnAddresses(String repository, String kind, String expected) throws IOException {
        Path built = built(
                "repository: https://github.com/example/practice-playbook",
                "repository: " + repository + (kind == null ? "" : "\nhost: " + kind));
        String home = built.toUri().toString();
        visit(home, page -> {
            page.navigate(home + WRITE);
            fill(page, Map.of("title", "Walk", "summary", "x"));
            assertThat(page.locator("[data-act=host]").getAttribute("href")).startsWith(expected);
        });
    }

    private Path built(String before, String after) throws IOException {
        Path content = temp.resolve("content");
        try (Stream<Path> walk = Files.walk(Path.of("content"))) {
            for (Path from : walk.toList()) {
                Path to = content.resolve(Path.of("content").relativize(from));
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
        }
        Path settings = content.resolve("playbook.yml");
        Files.writeString(settings, Files.readString(settings).replace(before, after));
        Path built = temp.resolve("site");
        assertThat(BuiltSite.build(content, built, "--downloads", "none")).isZero();
        return built;
    }

    @Test
    void aFormInUseIsAccessible() {
        visit(server.address(), page -> {
            for (String path : List.of(WRITE, TRIED, ASK, CHANGE + "?file=" + ROLE, CHANGE)) {
                page.navigate(server.address() + path);
                if (path.startsWith(CHANGE)) {
                    page.locator(TITLE + ":visible, .none:visible").first().waitFor();
                } else {
                    page.locator("[data-add]").all().forEach(Locator::click);
                    fill(
                            page,
                            Map.of(
                                    "title",
                                    "Know the role",
                                    path.equals(TRIED) ? "lesson" : "summary",
                                    "x".repeat(241)));
                    page.locator("[data-act=copy]").click();
                }
                if (!path.equals(CHANGE)) {
                    judged(page);
                    page.evaluate("() => document.querySelectorAll('details').forEach(fold => fold.open = true)");
                }
                look(page, path, ColorScheme.LIGHT, 390);
                look(page, path, ColorScheme.DARK, 1360);
            }
        });
    }

    private static void look(Page page, String path, ColorScheme scheme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 900);
        assertThat(Axe.violations(page)).as(path).isEmpty();
        int over = (Integer)
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(over).as(path).isZero();
    }
}
