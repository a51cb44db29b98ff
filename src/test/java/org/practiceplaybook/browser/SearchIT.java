package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searching on the page, from a server and from a disk. */
class SearchIT extends SearchReader {
    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void theAddressKeepsWhatWasAsked(String scheme) {
        visit(home(scheme), (page, visit) -> {
            visit.go(home(scheme) + "search.html");
            page.locator("[name=q]").first().fill("team");
            found(page, "/^\\d+ results?$/.test(e.textContent)");
            assertThat(page.url()).endsWith("search.html?q=team");
            String all = page.locator(".search-status").first().textContent();
            page.locator("input[name=type][value=practice]").evaluate("e => e.closest('details').open = true");
            page.locator("input[name=type][value=practice]").check();
            waitFor(page, "() => document.querySelector('.search-page .search-status').textContent !== '" + all + "'");
            assertThat(page.url()).endsWith("?q=team&type=practice");
            String some = page.locator(".search-status").first().textContent();
            List<String> hits = page.locator(HITS).allTextContents();
            assertThat(page.locator(".hit-group").count()).isEqualTo(1);
            page.reload();
            page.locator(HITS).first().waitFor();
            assertThat(page.locator("[name=q]").first().inputValue()).isEqualTo("team");
            assertThat(page.locator("input[name=type][value=practice]").isChecked())
                    .isTrue();
            assertThat(page.locator(".search-status").first().textContent()).isEqualTo(some);
            assertThat(page.locator(HITS).allTextContents()).isEqualTo(hits);
            page.goBack();
            waitFor(page, "() => document.querySelector('.search-page .search-status').textContent === '" + all + "'");
            assertThat(page.locator("input[name=type][value=practice]").isChecked())
                    .isFalse();
            assertThat(page.url()).endsWith("?q=team");
            page.goForward();
            waitFor(page, "() => document.querySelector('.search-page .search-status').textContent === '" + some + "'");
            page.locator(HITS).first().click();
            page.waitForURL(Pattern.compile(".*/practices/.*"));
            page.goBack();
            page.locator(HITS).first().waitFor();
            assertThat(page.locator(HITS).allTextContents()).isEqualTo(hits);
            page.locator("[data-clear]").click();
            waitFor(page, "() => document.querySelector('.search-page .search-status').textContent === '" + all + "'");
            assertThat(page.locator("[data-clear]").isVisible()).isFalse();
            assertThat(visit.complaints()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "team"})
    void countsAreWhatAChoiceLeaves(String query) {
        visit(server.address(), (page, visit) -> {
            visit.go(server.address() + "search.html?q=" + query);
            waitFor(page, "() => /\\d/.test(document.querySelector('[data-count]').textContent)");
            @SuppressWarnings("unchecked") // what the script gives
            List<List<String>> choices = (List<List<String>>) page.evaluate(
                    "() => [...document.querySelectorAll('.choice')].map(label => { const box = label.querySelector('input');"
                            + " return [box.name, box.value, label.querySelector('[data-count]').textContent]; })");
            assertThat(choices).hasSizeGreaterThan(20);
            for (List<String> choice : choices) {
                Object total = page.evaluate(
                        "async ([query, name, value]) => (await (await PlaybookSearch.open('')).search(query, { limit: 500, filters: { [name]: [value] } })).hits.length",
                        List.of(query, choice.get(0), choice.get(1)));
                assertThat(String.valueOf(total)).as(choice.toString()).isEqualTo(choice.get(2));
            }
            if (query.isEmpty()) {
                Map<String, String> types = choices.stream()
                        .filter(choice -> choice.get(0).equals("type"))
                        .collect(Collectors.toMap(choice -> choice.get(1), choice -> choice.get(2)));
                assertThat(types.get("practice")).isEqualTo(files("practices"));
                assertThat(types.get("attempt")).isEqualTo(files("attempts"));
                assertThat(types.get("pathway")).isEqualTo(files("pathways"));
                assertThat(types.get("page")).isEqualTo(files("pages"));
            }
        });
    }

    private static String files(String kind) {
        try (Stream<Path> list = Files.list(Path.of("content", kind))) {
            return String.valueOf(
                    list.filter(path -> path.toString().endsWith(".md")).count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void constraintsNarrowAndZeroResultsSayWhatToDrop() {
        visit(server.address(), (page, visit) -> {
            visit.go(server.address() + "search.html?q=team&minutes=1&type=practice");
            Locator drop = page.locator(".search-hints button");
            drop.first().waitFor();
            assertThat(page.locator(".search-status").first().textContent()).isEqualTo("Nothing was found.");
            assertThat(page.locator(".search-hints").textContent())
                    .contains("Nothing fits all of it.")
                    .contains("1 minutes");
            assertThat(page.locator(".search-lists").isVisible()).isTrue();
            drop.first().click();
            page.locator(HITS).first().waitFor();
            assertThat(page.url()).doesNotContain("minutes=1&").contains("q=team");
            page.locator("[name=minutes]").fill("30");
            found(page, "true");
            waitFor(page, "() => location.search.includes('minutes=30')");
        });
    }

    @Test
    void whatFitsIsShownBesideAWordThatNoPageHas() {
        visit(server.address(), (page, visit) -> {
            visit.go(server.address() + "search.html?q=30+minutes+zzzzqqqq+12+people");
            page.locator(HITS).first().waitFor();
            assertThat(page.locator(HITS).first().locator(".hit-title").textContent())
                    .isEqualTo("Meet before you decide");
            assertThat(page.locator(".search-hints").textContent()).contains("No page has “zzzzqqqq”.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void whatMustFitIsReadAndCanBeTakenBack(String scheme) {
        visit(home(scheme), (page, visit) -> {
            visit.go(home(scheme) + "search.html");
            page.locator("[name=q]").first().fill("half an hour, 12 people, first meeting");
            found(page, "e.textContent === '1 result. What must fit: half an hour, 12 people, first meeting.'");
            assertThat(page.locator(HITS).first().locator(".hit-title").textContent())
                    .isEqualTo("Meet before you decide");
            Locator chips = page.locator(".chip");
            assertThat(chips.allTextContents())
                    .containsExactly(
                            "half an hour = 30 min",
                            "12 people",
                            "first meeting = People from different organisations meet for the first time");
            chips.nth(2).focus();
            page.keyboard().press("Enter");
            found(page, "e.textContent.endsWith('What must fit: half an hour, 12 people.')");
            assertThat(page.evaluate("() => document.activeElement.textContent.slice(0, 13)"))
                    .isEqualTo("first meeting");
            assertThat(chips.nth(2).getAttribute("aria-pressed")).isEqualTo("false");
            assertThat(page.url()).contains("plain=first+meeting");
            page.reload();
            found(page, "e.textContent.endsWith('What must fit: half an hour, 12 people.')");
            page.goBack();
            found(page, "e.textContent.endsWith('12 people, first meeting.')");
            page.locator("[name=q]").first().fill("5 minutes");
            Locator wider = page.locator(".search-read .plain-button");
            wider.waitFor();
            assertThat(wider.textContent()).isEqualTo("1 more with 10 min");
            wider.click();
            found(page, "e.textContent === '1 result. What must fit: 10 minutes.'");
            assertThat(page.locator("[name=q]").first().inputValue()).isEqualTo("10 minutes");
            assertThat(visit.complaints()).isEmpty();
        });
    }

    @Test
    void whatAnAddressChoseIsToldOnAPhoneAndCanBeTakenBack() {
        Browser.NewContextOptions phone = new Browser.NewContextOptions().setViewportSize(360, 740);
        visit(phone, server.address(), (page, visit) -> {
            visit.go(server.address() + "search.html?type=attempt&result=mixed&challenge=gone");
            Locator chips = page.locator(".chip:visible");
            chips.first().waitFor();
            assertThat(chips.allTextContents()).containsExactly("Mixed", "Attempts");
            Locator hints = page.locator(".search-hints");
            assertThat(hints.textContent()).isEqualTo("No longer in this playbook: gone.");
            chips.first().focus();
            page.keyboard().press("Enter");
            waitFor(page, "() => document.activeElement.textContent === 'Attempts'");
            assertThat(page.url()).endsWith("search.html?type=attempt");
            assertThat(hints.textContent()).isEmpty();
            page.keyboard().press("Enter");
            waitFor(page, "() => document.activeElement.parentElement.matches('[data-narrow]')");
            assertThat(chips.count()).isZero();
            assertThat(page.url()).endsWith("search.html");
            page.goBack();
            chips.first().waitFor();
            assertThat(chips.allTextContents()).containsExactly("Attempts");
            assertThat(visit.complaints()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"360, 740, team, 420", "320, 640, '30 minutes, 12 people, first meeting&type=practice', 600"})
    void onAPhoneTheFirstResultIsOnTheFirstScreen(int width, int height, String asked, int most) {
        Browser.NewContextOptions phone = new Browser.NewContextOptions().setViewportSize(width, height);
        visit(phone, server.address(), (page, visit) -> {
            visit.go(server.address() + "search.html?q=" + asked);
            page.locator(HITS).first().waitFor();
            assertThat(page.locator(HITS).first().boundingBox().y).isLessThan(most);
            assertThat(page.locator("#search\\.help").isVisible()).isFalse();
            visit.go(server.address() + "search.html");
            assertThat(page.locator("#search\\.help").isVisible()).isTrue();
        });
    }

    @Test
    void fromTheFirstPageThreeTapsLeadToWhatFits() {
        Browser.NewContextOptions phone =
                new Browser.NewContextOptions().setViewportSize(390, 844).setHasTouch(true);
        visit(phone, server.address(), (page, visit) -> {
            visit.go(server.address() + "index.html");
            page.locator("main [name=q]").tap();
            page.keyboard().type("30 minutes, 12 people, first meeting");
            page.locator("main .search-line button").tap();
            page.waitForURL("**/search.html?**");
            page.locator(HITS).first().waitFor();
            assertThat(page.locator(HITS).first().boundingBox().y).isLessThan(844);
            page.locator(HITS).first().tap();
            page.waitForURL("**/practices/meet-before-you-decide.html");
        });
    }

    @Test
    void moreResultsComeAndTheFirstOfThemHasTheFocus() {
        visit(server.address(), (page, visit) -> {
            visit.go(server.address() + "search.html?q=the+team+role+network+practice");
            page.locator(HITS).first().waitFor();
            assertThat(page.locator(HITS).count()).isEqualTo(20);
            List<?> before = (List<?>) page.evaluate("() => [...document.querySelectorAll('a.hit')].map(e => e.href)");
            page.locator("[data-more]").click();
            waitFor(page, "() => document.querySelectorAll('a.hit').length > 20");
            assertThat(active(page)).isEqualTo("hit");
            assertThat(before.contains(page.evaluate("() => document.activeElement.href")))
                    .isFalse();
        });
    }

    @Test
    void withoutScriptThereAreLists() {
        Browser.NewContextOptions options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        visit(options, server.address(), (page, visit) -> {
            visit.go(server.address() + "index.html");
            page.locator("[data-find]").click();
            assertThat(page.url()).endsWith("search.html");
            page.locator("noscript .notice, .notice").first().waitFor();
            assertThat(page.locator("noscript .notice, .notice").first().isVisible())
                    .isTrue();
            assertThat(page.locator(".search-lists a").count()).isGreaterThan(4);
            assertThat(page.locator(
                                    ".search-page :is(input, button, summary, #search\\.help, .search-status, .constraints):visible")
                            .count())
                    .isZero();
            page.locator(".search-lists a[href$='practices/index.html']").click();
            page.waitForURL("**/practices/index.html");
            page.locator("h1").waitFor();
        });
    }

    @ParameterizedTest
    @CsvSource({"search.html?q=team, 1280", "search.html?q=team, 390", "search.html, 390"})
    void nothingJumps(String path, int width) {
        visit(new Browser.NewContextOptions().setViewportSize(width, 844), server.address(), (page, visit) -> {
            page.addInitScript(
                    "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.shift += e.value))"
                            + ".observe({type: 'layout-shift', buffered: true});");
            visit.go(server.address() + path);
            waitFor(page, "() => /\\d/.test(document.querySelector('[data-count]').textContent)");
            page.evaluate("() => new Promise(done => setTimeout(done, 200))");
            assertThat(((Number) page.evaluate("() => window.shift")).doubleValue())
                    .isLessThan(0.05);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void anyTextCanBeTyped(String scheme) {
        List<String> texts = List.of(
                " ",
                "!?.,;:",
                "\"",
                "\"know your",
                "-",
                "--",
                "<img src=x onerror=alert(1)>",
                "</script>",
                "\u202ehcraes",
                "\u05e9\u05dc\u05d5\u05dd",
                "👩\u200d👩\u200d👧",
                "__proto__",
                "constructor",
                "constructor:x",
                "role:",
                "role:\"",
                "a".repeat(10_000),
                "team ".repeat(300),
                "日",
                "%",
                "%zz",
                "&=#?");
        visit(home(scheme), (page, visit) -> {
            visit.go(home(scheme) + "search.html");
            Locator input = page.locator("[name=q]").first();
            waitFor(page, "() => /\\d/.test(document.querySelector('[data-count]').textContent)");
            for (String text : texts) {
                input.fill("");
                page.keyboard().insertText(text);
                input.press("Enter");
            }
            page.evaluate(
                    "() => { const e = document.querySelector('[name=q]'); e.value = '\\ud83d'; e.dispatchEvent(new Event('input')); }");
            input.fill("know your role");
            page.locator(HITS).first().waitFor();
            waitFor(page, "() => document.querySelector('a.hit').href.includes('know-your-role')");
            assertThat(visit.complaints()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "http"})
    void whatIsDoneTogetherComesFirstAndTheRestApartWithItsTimeForAll(String scheme) {
        visit(home(scheme), (page, visit) -> {
            page.navigate(home(scheme) + "search.html?minutes=240&people=12");
            waitFor(page, "() => document.querySelector('.hits-apart a.hit')");
            assertThat(page.locator(".hit-group:not(.hits-apart) .hit-title").allTextContents())
                    .contains("Meet before you decide")
                    .doesNotContain("Ask why people come", "FAIL: first attempt in learning");
            assertThat(page.locator(".hits-apart .hit-title").allTextContents())
                    .containsExactly("Ask why people come", "FAIL: first attempt in learning");
            assertThat(page.locator(".hits-apart .hit-strip").first().textContent())
                    .isEqualTo("15–20 min per person · beforehand · any number · 3–4 hours for 12 people");
        });
    }
}
