package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practiceplaybook.browser.FormPage.ASK;
import static org.practiceplaybook.browser.FormPage.CHANGE;
import static org.practiceplaybook.browser.FormPage.TRIED;
import static org.practiceplaybook.browser.FormPage.WRITE;
import static org.practiceplaybook.browser.FormPage.fill;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.content.value.Slug;

/** Somebody writes a practice, logs an attempt, asks for a practice, and passes the text on. */
class WritingIT {
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

    private static void visit(String home, Browser.NewContextOptions options, Consumer<Page> work) {
        FormPage.visit(chromium, home, options, work);
    }

    private static void visit(Consumer<Page> work) {
        visit(server.address(), new Browser.NewContextOptions(), work);
    }

    @Test
    void theTextIsMadeOfTheFieldsAndShownAsItsPageWillBe() {
        visit(page -> {
            page.navigate(server.address() + WRITE);
            fill(
                    page,
                    Map.of(
                            "title", "Walk: in pairs",
                            "summary", "People sit too long. Send them out.",
                            "roles", "facilitator",
                            "time", "60 minutes",
                            "materials", "coats",
                            "steps.gist", "Go out",
                            "steps.minutes", "10",
                            "authors", "Ann",
                            "sources.title", "A book"));
            assertThat(page.locator("[data-file]").inputValue()).isEqualTo("""
                    ---
                    title: "Walk: in pairs"
                    summary: People sit too long. Send them out.
                    roles: [facilitator]
                    time: 60 min
                    materials:
                      - coats
                    sources:
                      - title: A book
                    authors:
                      - Ann
                    ---

                    ## What to do

                    1. **Go out.** (10 min)
                    """);
            Locator preview = page.locator("[data-preview]");
            assertThat(preview.locator("h2").textContent()).isEqualTo("Walk: in pairs");
            assertThat(preview.locator(".strip").textContent()).contains("60 min", "Facilitator");
            assertThat(preview.locator("h3").first().textContent().strip()).isEqualTo("What to do 10 min in all");
            assertThat(preview.locator("li .minutes").textContent()).isEqualTo("10 min");
            assertThat(preview.textContent()).contains("coats", "A book", "Ann");
        });
    }

    @Test
    void markupStaysText() {
        visit(page -> {
            List<String> dialogs = new ArrayList<>();
            page.onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            String evil =
                    "<img src=x onerror=alert(1)><script>alert(2)</script> **<b>x</b>** [x](javascript:alert(3)) `<i>`";
            page.navigate(server.address() + WRITE);
            fill(page, Map.of("title", evil, "summary", evil, "when", evil, "steps.gist", evil, "materials", evil));
            page.locator("[data-act=host]").click();
            assertThat(page.locator(
                                    "[data-preview] img, [data-preview] script, [data-preview] b, [data-preview] [href^=java]")
                            .count())
                    .isZero();
            assertThat(page.locator("[data-preview]").textContent()).contains("<script>alert(2)</script>");
            assertThat(dialogs).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTextIsHandedOverInFourWays(boolean fromDisk) {
        String home = fromDisk ? site.folder().toUri().toString() : server.address();
        visit(home, new Browser.NewContextOptions().setAcceptDownloads(true), page -> {
            // nobody leaves this machine in a test
            page.context().route(url -> url.startsWith("https:"), route -> route.abort());
            page.navigate(home + WRITE);
            fill(page, Map.of("title", "Walk: in pairs & more", "summary", "Ä +%?#=\" x"));
            String text = page.locator("[data-file]").inputValue();
            String host = page.locator("[data-act=host]").getAttribute("href");
            assertThat(host)
                    .startsWith(
                            "https://github.com/walks/playbook/new/main?filename=content/practices/walk-in-pairs-more.md&value=");
            assertThat(URLDecoder.decode(host.substring(host.indexOf("&value=") + 7), StandardCharsets.UTF_8))
                    .isEqualTo(text);
            String mail = page.locator("[data-act=email]").getAttribute("href");
            assertThat(URLDecoder.decode(mail.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .startsWith(
                            "mailto:?subject=Write a practice: Walk: in pairs & more&body=practices/walk-in-pairs-more.md")
                    .endsWith(text.replace("\n", "\r\n"));
            Download download = page.waitForDownload(
                    () -> page.locator("[data-act=download]").click());
            assertThat(download.suggestedFilename()).isEqualTo("walk-in-pairs-more.md");
            assertThat(download.path()).content().isEqualTo(text);
            page.locator("[data-act=copy]").click();
            page.locator("[data-next] li:has-text('The text is copied.')").waitFor();
            page.locator("[name=aka]").focus();
            page.locator("[name=aka]").fill("");
            page.keyboard().press("Control+v");
            assertThat(page.locator("[name=aka]").inputValue()).isEqualTo(text);
        });
    }

    @Test
    void aLongTextIsCopiedAndTheStepsSaySo() {
        visit(page -> {
            page.context().route(url -> url.startsWith("https:"), route -> route.abort());
            page.navigate(server.address() + WRITE);
            fill(page, Map.of("title", "Walk in pairs", "summary", "x", "why", "Long words. ".repeat(600)));
            assertThat(page.locator("[data-act=host]").getAttribute("href"))
                    .isEqualTo(
                            "https://github.com/walks/playbook/new/main?filename=content/practices/walk-in-pairs.md");
            assertThat(page.locator("[data-act=email]").getAttribute("href").length())
                    .isLessThan(2000);
            page.context()
                    .waitForPage(() -> page.locator("[data-act=host]").click())
                    .close();
            Locator steps = page.locator("[data-next] li");
            steps.first().waitFor();
            assertThat(steps.first().textContent()).contains("too long");
            assertThat(steps.allTextContents())
                    .anySatisfy(step -> assertThat(step).contains("walk-in-pairs.md"));
        });
    }

    @Test
    void whereABrowserDoesNotCopyTheTextIsMarked() {
        visit(page -> {
            page.addInitScript("Object.defineProperty(navigator, 'clipboard', {value: undefined});"
                    + "Document.prototype.execCommand = () => false;");
            page.navigate(server.address() + ASK);
            fill(page, Map.of("title", "End well", "summary", "x"));
            page.locator("[data-act=copy]").click();
            page.locator("[data-next] li:has-text('Ctrl+C')").waitFor();
            assertThat(page.evaluate("() => document.activeElement.hasAttribute('data-file')"
                            + " && getSelection().toString().startsWith('---')"))
                    .isEqualTo(true);
        });
    }

    @Test
    void whatAWordProcessorCopiedBecomesMarkdown() {
        visit(page -> {
            page.navigate(server.address() + WRITE);
            page.locator("[name=when]").focus();
            page.waitForFunction("() => window.playbookContribute.judge");
            paste(page, "[name=when]", "Bring:\n•\tpens\no\tblack\n•\ttape");
            assertThat(page.locator("[name=when]").inputValue()).isEqualTo("Bring:\n- pens\n  - black\n- tape");
            page.evaluate("() => document.querySelectorAll('details').forEach(fold => { fold.open = true; })");
            paste(page, "[name=why]", "Who\tWhat\nAnn\tLeads");
            assertThat(page.locator("[name=why]").inputValue())
                    .isEqualTo("| Who | What |\n| --- | --- |\n| Ann | Leads |");
            page.locator("[data-add=steps]").click();
            int rows = page.locator("[data-rows=steps] > .row").count();
            paste(page, "[data-rows=steps] > .row:last-child [name=gist]", "1.\tGo out\n2.\tCome back\n3.\tTell");
            assertThat(page.locator("[data-rows=steps] > .row").count()).isEqualTo(rows + 2);
            assertThat(page.locator("[data-rows=steps] [name=gist]").all().stream()
                            .map(gist -> gist.inputValue())
                            .filter(gist -> !gist.isEmpty()))
                    .containsExactly("Go out", "Come back", "Tell");
            paste(page, "[name=title]", "Walk\nin pairs");
            assertThat(page.locator("[name=title]").inputValue()).isEqualTo("Walk in pairs");
        });
    }

    private static void paste(Page page, String selector, String text) {
        page.locator(selector)
                .evaluate(
                        "(field, text) => { field.focus(); const data = new DataTransfer(); data.setData('text/plain', text);"
                                + " field.dispatchEvent(new ClipboardEvent('paste',"
                                + " { clipboardData: data, bubbles: true, cancelable: true })); }",
                        text);
    }

    @Test
    void mistakesAreListedAndTheListLeadsToThem() {
        visit(page -> {
            page.navigate(server.address() + WRITE);
            assertThat(page.locator("[data-problems] li").count()).isZero();
            page.locator("[data-add=steps]").focus();
            page.keyboard().press("Enter");
            assertThat(page.evaluate("() => document.activeElement.name")).isEqualTo("gist");
            fill(page, Map.of("story", "[x](nowhere.md)"));
            page.locator("[data-act=copy]").focus();
            page.keyboard().press("Enter");
            page.waitForFunction("() => document.activeElement.hasAttribute('data-summary')");
            assertThat(page.locator("[data-summary] li").allTextContents()).hasSize(3);
            page.locator("[data-summary] [data-code=broken-link] a").focus();
            page.keyboard().press("Enter");
            assertThat(page.evaluate("() => document.activeElement.name")).isEqualTo("story");
            assertThat(page.locator("[name=story]").getAttribute("aria-invalid"))
                    .isEqualTo("true");
            assertThat(page.locator("[name=story]").isVisible()).isTrue();
        });
    }

    @Test
    void whatTheCheckWouldWriteIsWrittenByAButton() {
        visit(page -> {
            page.navigate(server.address() + WRITE);
            fill(page, Map.of("title", "Walk", "summary", "Go.", "when", "See [x](know-you-role.md)."));
            page.locator("[data-code=broken-link] button").click();
            assertThat(page.locator("[name=when]").inputValue()).isEqualTo("See [x](know-your-role.md).");
            assertThat(page.locator("[data-code=broken-link]").count()).isZero();
        });
    }

    @Test
    void aHeadingOfAnotherTextIsLookedUp() {
        visit(page -> {
            page.navigate(server.address() + WRITE);
            fill(page, Map.of("title", "Walk", "summary", "Go.", "when", "[x](know-your-role.md#what-to-do)"));
            page.waitForFunction("() => !document.querySelector('[data-code=broken-anchor]')");
            fill(page, Map.of("when", "[x](know-your-role.md#what-to-doo)"));
            page.locator("[data-code=broken-anchor]").waitFor();
        });
    }

    @Test
    void practicesThatAreThereAlreadyAreFoundByTheSearch() {
        visit(page -> {
            page.navigate(server.address() + WRITE);
            page.fill("[name=title]", "Know your own role");
            page.locator("[data-alike] a:has-text('Know your role')").waitFor();
        });
    }

    @Test
    void theAllClearIsGivenOnlyOfWhatIsWhole() {
        visit(page -> {
            page.navigate(server.address() + ASK);
            fill(page, Map.of("title", "End well"));
            Locator verdict = page.locator("[data-verdict]");
            assertThat(verdict.textContent()).startsWith("So far, so good;");
            fill(page, Map.of("summary", "Meetings end late. Say when."));
            assertThat(verdict.textContent()).isEqualTo("Nothing to mend.");
        });
    }

    @Test
    void aTitleThatGivesNoNameOfAFileIsTold() {
        visit(page -> {
            Locator told = page.locator("[data-problems] [data-code=title-name]");
            page.navigate(server.address() + ASK);
            fill(page, Map.of("title", "a".repeat(Slug.LONGEST), "summary", "x"));
            assertThat(told.count()).isZero();
            for (String title : List.of("a".repeat(Slug.LONGEST + 1), "円".repeat(Slug.LONGEST / 3 + 1))) {
                fill(page, Map.of("title", title));
                assertThat(told.textContent().toLowerCase()).contains("too long for the name of a file");
            }
            fill(page, Map.of("title", "?!"));
            assertThat(told.textContent()).contains("at least one letter");
        });
    }

    @Test
    void longLinesStayInThePaneOfTheCheck() {
        Browser.NewContextOptions phone = new Browser.NewContextOptions().setViewportSize(390, 844);
        visit(server.address(), phone, page -> {
            page.navigate(server.address() + WRITE);
            fill(
                    page,
                    Map.of("title", "W".repeat(70), "summary", "x", "what", "```\n" + "word ".repeat(30) + "\n```\n"));
            page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)");
            assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);
        });
    }

    @Test
    void withoutScriptThePageTellsHowToDoItByHand() {
        try (BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            for (String path : List.of(WRITE, TRIED, ASK, CHANGE)) {
                page.navigate(server.address() + path);
                assertThat(page.locator("form").isVisible()).as(path).isFalse();
                assertThat(page.locator(".by-hand-steps").first().isVisible())
                        .as(path)
                        .isTrue();
            }
            page.navigate(server.address() + WRITE);
            assertThat(page.locator(".by-hand pre").first().textContent())
                    .contains("title: Title here", "## What to do");
        }
    }

    @ParameterizedTest
    @CsvSource({"**/rules.js", "**/judge-*.js", "**/checks.js"})
    void aPartThatIsMissingIsTold(String part) {
        // what the phone's worker asks for passes by the route
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setServiceWorkers(ServiceWorkerPolicy.BLOCK);
        try (BrowserContext context = chromium.browser().newContext(options)) {
            Page page = context.newPage();
            page.route(part, route -> route.abort());
            page.navigate(server.address() + WRITE);
            if (!part.contains("rules")) {
                page.locator("[name=title]").focus();
            }
            page.locator("[data-broken]").waitFor();
            assertThat(page.locator(".by-hand-steps").isVisible()).isTrue();
        }
    }

    @Test
    void rowsAreToldApartByEar() {
        visit(page -> {
            page.navigate(server.address() + WRITE);
            Locator rows = page.locator("[data-rows=steps] .row");
            page.locator("[data-add=steps]").click();
            page.locator("[data-add=steps]").click();
            rows.first().locator("[name=gist]").fill("Sit down");
            assertThat(rows.last().getAttribute("aria-label")).isEqualTo("Step 2");
            Locator up = rows.last().locator("[data-up]");
            assertThat(up.getAttribute("aria-label")).isEqualTo("Move up: Step 2");
            up.click();
            assertThat(rows.last().locator("[name=gist]").inputValue()).isEqualTo("Sit down");
            assertThat(rows.first().locator("[data-up]").getAttribute("aria-disabled"))
                    .isEqualTo("true");
        });
    }
}
