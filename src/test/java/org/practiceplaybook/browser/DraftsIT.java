package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practiceplaybook.browser.FormPage.ASK;
import static org.practiceplaybook.browser.FormPage.TRIED;
import static org.practiceplaybook.browser.FormPage.WRITE;
import static org.practiceplaybook.browser.FormPage.fill;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody wrote is kept for each tab apart until it is handed over, and the way to hand it over is in sight. */
class DraftsIT {
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

    private static String home(boolean fromDisk) {
        return fromDisk ? site.folder().toUri().toString() : server.address();
    }

    private static void visit(boolean fromDisk, Browser.NewContextOptions options, Consumer<Page> work) {
        FormPage.visit(chromium, home(fromDisk), options, work);
    }

    private static String title(Page page) {
        return page.locator("[name=title]").inputValue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoTabsHaveTwoDrafts(boolean fromDisk) {
        String form = home(fromDisk) + WRITE;
        try (BrowserContext context = chromium.browser().newContext()) {
            Page one = context.newPage();
            Page two = context.newPage();
            one.navigate(form);
            two.navigate(form);
            fill(one, Map.of("title", "Walk in pairs"));
            fill(two, Map.of("title", "Sit in a circle"));
            fill(one, Map.of("summary", "People sit too long."));
            one.reload();
            two.reload();
            one.locator("[data-draft]").waitFor();
            two.locator("[data-draft]").waitFor();
            assertThat(title(one)).isEqualTo("Walk in pairs");
            assertThat(title(two)).isEqualTo("Sit in a circle");

            Page three = context.newPage();
            three.navigate(form);
            three.locator("[data-drafts] li").first().waitFor();
            assertThat(title(three)).isEmpty();
            assertThat(three.locator("[data-drafts] a").allTextContents())
                    .containsExactlyInAnyOrder("Write a practice: Walk in pairs", "Write a practice: Sit in a circle");
            assertThat(three.locator("[data-drafts] .small").allTextContents())
                    .hasSize(2)
                    .allMatch(day -> day.matches("\\p{L}{3} \\d{1,2}, \\d{4}"));
            three.locator("[data-drafts] a:has-text('circle')").click();
            three.waitForFunction("() => document.querySelector('[name=title]')?.value === 'Sit in a circle'");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneDraftInTwoTabsBecomesTwoAndThatIsSaid(boolean fromDisk) {
        String form = home(fromDisk) + WRITE;
        try (BrowserContext context = chromium.browser().newContext()) {
            Page one = context.newPage();
            one.navigate(form);
            fill(one, Map.of("title", "Walk in pairs"));
            Page two = context.newPage();
            two.navigate(form);
            two.locator("[data-draft]").waitFor();
            fill(two, Map.of("title", "Walk in threes"));
            fill(one, Map.of("title", "Walk alone"));
            assertThat(one.locator("[data-draft-text]").textContent()).contains("another tab");
            one.reload();
            two.reload();
            one.locator("[data-draft]").waitFor();
            two.locator("[data-draft]").waitFor();
            assertThat(title(one)).isEqualTo("Walk alone");
            assertThat(title(two)).isEqualTo("Walk in threes");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasTypedLastIsKeptWhenThePageIsLeft(boolean fromDisk) {
        visit(fromDisk, new Browser.NewContextOptions(), page -> {
            page.navigate(home(fromDisk) + WRITE);
            page.waitForFunction(
                    "() => window.playbookContribute && playbookContribute.rules && playbookContribute.keep");
            page.locator("[name=title]").fill("Walk in pairs");
            page.navigate(home(fromDisk) + "index.html");
            page.navigate(home(fromDisk) + WRITE);
            page.locator("[data-draft]").waitFor();
            assertThat(title(page)).isEqualTo("Walk in pairs");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDraftIsGoneAfterHandingOverAndComesBackWhenAsked(boolean fromDisk) {
        visit(fromDisk, new Browser.NewContextOptions(), page -> {
            page.navigate(home(fromDisk) + WRITE);
            fill(page, Map.of("title", "Walk in pairs", "summary", "People sit too long. Send them out."));
            page.locator("[data-act=copy]").click();
            page.locator("[data-next] li").first().waitFor();
            assertThat(page.locator("[data-next]").textContent()).contains("https://github.com/walks/playbook");
            assertThat(kept(page)).isZero();
            page.locator("[data-next] button").click();
            assertThat(kept(page)).isOne();
            page.locator("[data-act=copy]").click();
            page.waitForFunction("() => document.querySelector('[data-next] button')");
            page.reload();
            page.waitForFunction(
                    "() => window.playbookContribute && playbookContribute.rules && playbookContribute.keep");
            assertThat(title(page)).isEmpty();
        });
    }

    private static int kept(Page page) {
        return (Integer)
                page.evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('playbook.draft')).length");
    }

    @Test
    void aDraftThatIsThrownAwayComesBackWhenAsked() {
        visit(false, new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + TRIED);
            fill(page, Map.of("title", "We walked"));
            page.reload();
            page.locator("[data-draft-clear]").click();
            page.waitForFunction("() => document.querySelector('[name=title]').value === ''");
            assertThat(kept(page)).isZero();
            page.locator("[data-draft-clear]").click();
            page.waitForFunction("() => document.querySelector('[name=title]').value === 'We walked'");
            assertThat(kept(page)).isOne();
        });
    }

    @Test
    void theForkIsToldOf() {
        visit(false, new Browser.NewContextOptions(), page -> {
            page.context().route(url -> url.startsWith("https:"), route -> route.abort());
            page.navigate(server.address() + WRITE);
            fill(page, Map.of("title", "Walk in pairs", "summary", "People sit too long. Send them out."));
            page.locator("[data-act=host]").click();
            page.locator("[data-next] li:has-text('Fork this repository')").waitFor();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onAPhoneTheCheckIsInSight(boolean fromDisk) {
        visit(fromDisk, new Browser.NewContextOptions().setViewportSize(390, 844), page -> {
            page.navigate(home(fromDisk) + WRITE);
            fill(page, Map.of("when", "[x](nowhere.md)"));
            page.locator("[name=summary]").scrollIntoViewIfNeeded();
            page.waitForFunction(
                    "() => { const box = document.querySelector('[data-verdict-again]').getBoundingClientRect();"
                            + " return box.height > 0 && box.bottom <= innerHeight; }");
            assertThat(page.locator("[data-verdict-again]").textContent()).contains("to mend");
            page.locator(".check-bar a").last().click();
            page.waitForFunction(
                    "() => { const box = document.querySelector('#hand-over-title').getBoundingClientRect();"
                            + " return box.top >= 0 && box.top < innerHeight; }");
        });
    }

    @Test
    void takingPartIsInTheMenuAndPassingOnInTheSummary() {
        visit(false, new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + "index.html");
            page.locator(".areas a:has-text('Take part')").click();
            page.locator("a:has-text('Write a practice')").first().click();
            fill(page, Map.of("title", "Walk in pairs"));
            page.locator("[data-act=copy]").click();
            page.locator("[data-summary] a[href='#hand-over-title']").waitFor();
            assertThat(page.locator(".pane a[href='#hand-over-title']").isVisible())
                    .isTrue();
        });
    }

    @Test
    void aDraftIsKeptAndCanBeThrownAway() {
        visit(false, new Browser.NewContextOptions(), page -> {
            page.navigate(server.address() + TRIED + "?practice=know-your-role");
            page.locator("[data-practices]").waitFor();
            assertThat(page.locator("[data-practices]").inputValue()).isEqualTo("know-your-role");
            fill(page, Map.of("title", "We tried: silence", "result", "mixed", "roles", "member"));
            page.reload();
            page.locator("[data-draft]").waitFor();
            assertThat(page.locator("[data-draft]").textContent()).contains("is back");
            assertThat(page.locator("[name=title]").inputValue()).isEqualTo("We tried: silence");
            assertThat(page.locator("[name=result][value=mixed]").isChecked()).isTrue();
            assertThat(page.locator("[name=roles][value=member]").isChecked()).isTrue();
            page.waitForFunction("() => window.playbookContribute.judge");
            page.locator("[data-draft-clear]").click();
            page.waitForFunction("() => document.querySelector('[name=title]').value === ''");
            assertThat(page.locator("[data-practices]").inputValue()).isEqualTo("know-your-role");
        });
    }

    @Test
    void aBrowserThatKeepsNothingStillLetsOneWrite() {
        visit(false, new Browser.NewContextOptions(), page -> {
            page.addInitScript("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }});");
            page.navigate(server.address() + ASK);
            fill(page, Map.of("title", "End well", "summary", "x"));
            assertThat(page.locator("[data-file]").inputValue()).contains("title: End well");
            page.locator("[data-draft]").waitFor();
            assertThat(page.locator("[data-draft]").textContent()).contains("does not keep");
        });
    }

    /** A practice and what came of it go off in one, and the page of all forms says where they are. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void severalDraftsAreHandedOverTogether(boolean fromDisk) {
        visit(fromDisk, new Browser.NewContextOptions(), page -> {
            page.context().route(url -> url.startsWith("https:"), route -> route.abort());
            String doors = home(fromDisk) + "contribute/index.html";
            page.navigate(doors);
            assertThat(page.locator("[data-yours]").isVisible()).isFalse();
            page.navigate(home(fromDisk) + WRITE);
            fill(page, Map.of("title", "Walk in pairs", "summary", "People sit too long. Send them out."));
            page.navigate(home(fromDisk) + TRIED);
            fill(page, Map.of("title", "We walked", "lesson", "Take coats.", "happened", "Rain.\n\n```\na box\n```"));
            page.locator("[data-practices]").first().selectOption("walk-in-pairs");
            fill(page, Map.of("result", "mixed", "when", "2026-05"));
            page.navigate(home(fromDisk) + ASK);
            fill(page, Map.of("title", "End well"));

            page.navigate(doors);
            page.locator("[data-list=drafts] li").nth(2).waitFor();
            assertThat(page.locator("[data-list=drafts] input:visible").count()).isEqualTo(2);
            String address = page.locator("[data-act=issue]").getAttribute("href");
            assertThat(address)
                    .startsWith("https://github.com/walks/playbook/issues/new?title=")
                    .contains("Walk+in+pairs")
                    .contains("&body=%23%23%23+");
            page.evaluate("() => { Navigator.prototype.__defineGetter__('clipboard', () => undefined); }");
            page.locator("[data-act=copy]").click();
            page.locator("[data-list=handed] li").nth(1).waitFor();
            String text = page.locator("[data-text]").inputValue();
            assertThat(text)
                    .contains("### practices/walk-in-pairs.md\n\n```markdown\n---\ntitle: Walk in pairs\n")
                    .contains("### attempts/we-walked.md\n\n````markdown\n---\ntitle: We walked\n")
                    .contains("practices: [walk-in-pairs]");
            assertThat(page.locator("[data-list=handed]").textContent()).contains("until you pass it on");
            assertThat(kept(page)).isOne();
            page.locator("[data-next] button").click();
            assertThat(kept(page)).isEqualTo(3);
            assertThat(page.locator("[data-part=handed]").isVisible()).isFalse();

            page.locator("[data-act=issue]").click();
            page.locator("[data-list=handed] a[href='https://github.com/walks/playbook/issues?q=author%3A%40me']")
                    .first()
                    .waitFor();
            assertThat(page.locator("[data-next]").textContent()).contains("GitHub opens in a new tab");
            page.evaluate("() => localStorage.setItem('playbook.handed:' + location.pathname.replace(/[^/]*$/, ''),"
                    + " JSON.stringify([{at: 1, way: 'host', title: 'Mine', path: 'practices/know-your-role.md'}]))");
            page.reload();
            page.locator("[data-list=handed] a").click();
            page.waitForURL(home(fromDisk) + "practices/know-your-role.html");
        });
    }
}
