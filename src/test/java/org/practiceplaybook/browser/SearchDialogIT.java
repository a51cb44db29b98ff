package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.fixture.Axe;
import org.practiceplaybook.fixture.PlaybookFolder;

/** Searching in the dialog, as readers do. */
class SearchDialogIT extends SearchReader {
    @ParameterizedTest
    @CsvSource({"http, click", "http, /", "http, Control+k", "http, Meta+K", "file, click", "file, /"})
    void theDialogFindsAndOpens(String scheme, String how) {
        visit(home(scheme), (page, visit) -> {
            visit.go(home(scheme) + "practices/know-your-role.html");
            if (how.equals("click")) {
                page.locator("[data-find]").click();
            } else {
                page.keyboard().press(how);
            }
            Locator input = page.locator("dialog[open] input");
            input.waitFor();
            assertThat(input.inputValue()).isEmpty();
            page.keyboard().type("leverage point");
            page.locator("dialog " + HITS).first().waitFor();
            assertThat(page.locator("dialog mark").count()).isPositive();
            page.keyboard().press("ArrowDown");
            String address = page.locator("dialog [aria-selected=true]").getAttribute("href");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*" + Pattern.quote(address.replace("../", "")) + "$"));
            assertThat(visit.complaints()).isEmpty();
        });
    }

    @Test
    void whoTurnsToAResultWhileOthersAreOnTheirWayIsAtOneOfThem() {
        visit(home("file"), (page, visit) -> {
            visit.go(home("file") + "practices/know-your-role.html");
            page.keyboard().press("/");
            page.locator("dialog[open] input").waitFor();
            page.keyboard().type("role");
            page.locator("dialog " + HITS).first().waitFor();
            page.locator("dialog[open] input").evaluate("""
                    input => {
                      input.value = "leverage point";
                      input.dispatchEvent(new Event("input"));
                      input.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown" }));
                    }""");
            page.locator("dialog " + HITS)
                    .getByText("Find the leverage point")
                    .first()
                    .waitFor();
            assertThat(page.locator("dialog [aria-selected=true]").count()).isEqualTo(1);
            page.keyboard().type("s");
            assertThat(page.locator("dialog [aria-selected=true]").count()).isZero();
        });
    }

    @Test
    void aResultThatIsNotAmongTheBestHasTheWordsAroundAMatchWhenAReaderTurnsToItOrTypesNoMore(@TempDir Path folder)
            throws IOException {
        PlaybookFolder playbook = new PlaybookFolder(folder.resolve("content")).with("playbook.yml", "name: Many");
        for (int i = 0; i < 80; i++) {
            playbook.with(
                    "pages/p" + i + ".md",
                    "---\ntitle: Page " + i + "\nsummary: Summary " + i + ".\n---\n",
                    "## First\n\n" + ("Boats of river " + i + " go by. ").repeat(60) + "\n",
                    "## Second\n\nA purple heron stands there.\n");
        }
        assertThat(BuiltSite.build(playbook.root(), folder.resolve("site"))).isZero();
        try (SubPathServer other = new SubPathServer(folder.resolve("site"))) {
            visit(other.address(), (page, visit) -> {
                page.clock().install();
                visit.go(other.address() + "index.html");
                List<String> asked = new ArrayList<>();
                page.onRequest(request -> asked.add(request.url()));
                page.keyboard().press("/");
                page.locator("dialog[open] input").waitFor();
                page.clock().pauseAt(((Number) page.evaluate("() => Date.now() + 1000")).longValue());
                page.locator("dialog[open] input").fill("heron");
                page.locator("dialog .hit-text mark").nth(1).waitFor();
                Locator third = page.locator("dialog " + HITS).nth(2);
                assertThat(page.locator("dialog .hit-text mark").count()).isEqualTo(2);
                assertThat(third.textContent()).contains("Summary");
                assertThat(asked).hasSizeBetween(3, 6);
                IntStream.range(0, 3).forEach(i -> page.keyboard().press("ArrowDown"));
                page.locator("dialog .hit-text mark").nth(2).waitFor();
                assertThat(third.textContent()).contains("purple heron");
                assertThat(third.getAttribute("href")).endsWith("#second");
                assertThat(third.getAttribute("aria-selected")).isEqualTo("true");
                page.locator("dialog " + HITS).nth(3).hover();
                page.locator("dialog .hit-text mark").nth(3).waitFor();
                assertThat(page.locator("dialog .hit-text mark").count()).isEqualTo(4);
                page.clock().runFor(1_200);
                page.locator("dialog .hit-text mark").nth(7).waitFor();
                page.keyboard().press("Enter");
                page.waitForURL(Pattern.compile(".*#second$"));
                assertThat(visit.complaints()).isEmpty();
            });
        }
    }

    @Test
    void theDialogIsAComboboxAtEveryStep() {
        visit(server.address(), (page, visit) -> {
            visit.go(server.address() + "index.html");
            page.keyboard().press("/");
            Locator input = page.locator("dialog[open] input");
            input.waitFor();
            assertThat(input.getAttribute("role")).isEqualTo("combobox");
            assertThat(input.getAttribute("aria-expanded")).isEqualTo("false");
            assertThat(page.locator("#" + input.getAttribute("aria-controls").replace(".", "\\."))
                            .getAttribute("role"))
                    .isEqualTo("listbox");
            input.fill("role"); // at once: an answer to some letters of it would go when the next one comes
            page.locator("dialog " + HITS).nth(1).waitFor();
            assertThat(input.getAttribute("aria-expanded")).isEqualTo("true");
            assertThat(input.getAttribute("aria-activedescendant")).isNull();
            assertThat(page.locator("dialog .search-status").textContent()).matches("\\d+ results?\\.");
            int options = page.locator("dialog [role=option]").count();
            page.keyboard().press("ArrowDown");
            assertThat(selected(page)).isEqualTo("page.search-hit.0");
            page.keyboard().press("ArrowDown");
            assertThat(selected(page)).isEqualTo("page.search-hit.1");
            page.keyboard().press("ArrowUp");
            page.keyboard().press("ArrowUp");
            assertThat(selected(page)).isEqualTo("page.search-hit." + (options - 1));
            page.keyboard().press("ArrowDown");
            assertThat(selected(page)).isEqualTo("page.search-hit.0");
            page.keyboard().type("zzzzqqqq");
            found(page, "e.textContent.startsWith('Nothing was found.')");
            assertThat(input.getAttribute("aria-activedescendant")).isNull();
            assertThat(page.locator("dialog .search-status").textContent())
                    .isEqualTo("Nothing was found. No page has “rolezzzzqqqq”.");
            page.keyboard().press("ArrowDown");
            assertThat(selected(page)).isEqualTo("page.search-hit.0");
            assertThat(visit.complaints()).isEmpty();
        });
    }

    private static String selected(Page page) {
        Locator selected = page.locator("dialog [aria-selected=true]");
        assertThat(selected.count()).isEqualTo(1);
        String id = selected.getAttribute("id");
        assertThat(page.locator("dialog input").getAttribute("aria-activedescendant"))
                .isEqualTo(id);
        return id;
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void whatMustFitIsReadHereToo(String scheme) {
        visit(home(scheme), (page, visit) -> {
            visit.go(home(scheme) + "practices/know-your-role.html");
            page.keyboard().press("/");
            page.locator("dialog[open] input").waitFor();
            page.keyboard().type("half an hour with 12");
            found(page, "e.textContent === '2 results. What must fit: half an hour, with 12.'");
            assertThat(page.locator("dialog " + HITS).first().textContent()).contains("Meet before you decide");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            assertThat(active(page)).isEqualTo("chip");
            page.keyboard().press("Space");
            found(page, "e.textContent.endsWith('What must fit: with 12.')");
            assertThat(page.locator("dialog [data-all]").getAttribute("href")).endsWith("&plain=half+an+hour");
            page.locator("dialog input").press("Enter");
            page.waitForURL(Pattern.compile(".*search\\.html\\?q=half\\+an\\+hour\\+with\\+12&plain=half\\+an\\+hour"));
            assertThat(visit.complaints()).isEmpty();
        });
    }

    @Test
    void whereNothingIsFoundTheChallengesAreOffered() {
        visit(server.address(), (page, visit) -> {
            visit.go(server.address() + "index.html");
            page.keyboard().press("/");
            page.locator("dialog[open] input").waitFor();
            page.keyboard().type("zzzzqqqq");
            found(page, "e.textContent.startsWith('Nothing was found.')");
            assertThat(page.locator("dialog .hit-group .label").textContent()).isEqualTo("Or what are you facing?");
            assertThat(page.locator("dialog " + HITS).count()).isEqualTo(7);
            assertThat(page.locator("dialog .search-foot a").last().getAttribute("href"))
                    .isEqualTo("contribute/ask-for-a-practice.html");
        });
    }

    @Test
    void closingGivesTheFocusBack() {
        visit(server.address(), (page, visit) -> {
            visit.go(server.address() + "index.html");
            for (String how : List.of("Escape", "button")) {
                page.locator("[data-find]").focus();
                page.keyboard().press("Enter");
                page.locator("dialog[open] input").waitFor();
                if (how.equals("button")) {
                    page.locator("dialog [data-close]").click();
                } else {
                    page.keyboard().press("Escape");
                }
                assertThat(page.locator("dialog[open]").count()).isZero();
                assertThat(active(page)).isEqualTo("find");
            }
            page.keyboard().press("/");
            page.locator("dialog[open] input").waitFor();
            page.mouse().click(5, 5);
            assertThat(page.locator("dialog[open]").count()).isZero();
        });
    }

    @Test
    void enterWithoutAChoiceOpensAllResults() {
        visit(server.address(), (page, visit) -> {
            visit.go(server.address() + "practices/index.html");
            page.keyboard().press("/");
            page.locator("dialog[open] input").waitFor();
            page.keyboard().type("team & \"role\"");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*search\\.html\\?q=.*"));
            assertThat(page.locator("[name=q]").first().inputValue()).isEqualTo("team & \"role\"");
        });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 390", "DARK, 390", "LIGHT, 1280", "DARK, 1280"})
    void nothingIsInaccessible(ColorScheme scheme, int width) {
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 844);
        visit(options, server.address(), (page, visit) -> {
            visit.go(server.address() + "index.html");
            page.keyboard().press("/");
            page.locator("dialog[open] input").waitFor();
            page.keyboard().type("leverage tem");
            page.locator("dialog " + HITS).first().waitFor();
            page.keyboard().press("ArrowDown");
            assertThat(Axe.violations(page)).isEmpty();
            visit.go(server.address() + "search.html?q=teem");
            page.locator(HITS).first().waitFor();
            assertThat(Axe.violations(page)).isEmpty();
            visit.go(server.address() + "search.html?q=team&minutes=1&type=practice");
            page.locator(".search-hints button").first().waitFor();
            assertThat(Axe.violations(page)).isEmpty();
            assertThat((Integer) page.evaluate(
                            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isZero();
        });
    }

    @Test
    void nothingIsLoadedBeforeSomebodyWantsToSearch() {
        visit(server.address(), (page, visit) -> {
            List<String> loaded = new ArrayList<>();
            page.onRequest(request -> loaded.add(request.url()));
            visit.go(server.address() + "practices/know-your-role.html");
            page.evaluate("() => new Promise(done => setTimeout(done, 300))");
            assertThat(loaded).noneMatch(url -> url.contains("search"));
            page.locator("[data-find]").focus();
            waitFor(page, "() => window.PlaybookSearch");
            assertThat(loaded).anyMatch(url -> url.contains("/assets/search-"));
        });
    }
}
