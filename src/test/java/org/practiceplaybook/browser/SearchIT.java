package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searching as readers do: in the dialog and on the page, from a server and from a disk. */
class SearchIT {
    private static final String HITS = ".search-results a.hit";
    private static Chromium chromium;
    private static BuiltSite site;
    private static SubPathServer server;

    @TempDir
    Path folder;

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

    private static String home(String scheme) {
        return scheme.equals("http") ? server.address() : site.folder().toUri().toString();
    }

    private static void visit(String home, BiConsumer<Page, Visit> reader) {
        visit(new Browser.NewContextOptions().setViewportSize(1280, 900), home, reader);
    }

    private static void visit(Browser.NewContextOptions options, String home, BiConsumer<Page, Visit> reader) {
        try (BrowserContext context = chromium.browser().newContext(options);
                Visit visit = new Visit(context, home)) {
            visit.page().setDefaultTimeout(10_000);
            reader.accept(visit.page(), visit);
        }
    }

    private static String active(Page page) {
        return (String) page.evaluate("() => document.activeElement.id || document.activeElement.className");
    }

    private static void waitFor(Page page, String script) {
        page.waitForFunction(script, null, new Page.WaitForFunctionOptions().setTimeout(10_000));
    }

    /** Waits until the search page or the dialog tells how much was found. */
    private static void found(Page page, String told) {
        waitFor(page, "() => [...document.querySelectorAll('.search-status')].some(e => " + told + ")");
    }

    // ---- the dialog ----

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
            page.keyboard().type("role");
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
            waitFor(page, "() => document.querySelector('dialog input').getAttribute('aria-expanded') === 'false'");
            assertThat(input.getAttribute("aria-activedescendant")).isNull();
            assertThat(page.locator("dialog .search-status").textContent())
                    .isEqualTo("Nothing was found. No page has “rolezzzzqqqq”.");
            page.keyboard().press("ArrowDown");
            assertThat(input.getAttribute("aria-activedescendant")).isNull();
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
            assertThat(violations(page)).isEmpty();
            visit.go(server.address() + "search.html?q=teem");
            page.locator(HITS).first().waitFor();
            assertThat(violations(page)).isEmpty();
            visit.go(server.address() + "search.html?q=team&minutes=1&type=practice");
            page.locator(".search-hints button").first().waitFor();
            assertThat(violations(page)).isEmpty();
            assertThat((Integer) page.evaluate(
                            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isZero();
        });
    }

    private static List<String> violations(Page page) {
        List<String> violations = new ArrayList<>();
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(violation -> violation
                        .getNodes()
                        .forEach(node -> violations.add(
                                violation.getId() + " " + node.getTarget() + " " + node.getFailureSummary())));
        return violations;
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

    // ---- the page ----

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
    void aTimeInTheWordsIsOfferedAsAFilter() {
        visit(server.address(), (page, visit) -> {
            visit.go(server.address() + "search.html");
            page.locator("[name=q]").first().fill("team 60 minutes");
            Locator offer = page.locator(".search-hints button[name=minutes]");
            offer.waitFor();
            assertThat(offer.textContent()).contains("60 minutes");
            offer.click();
            waitFor(page, "() => location.search === '?q=team&minutes=60'");
            assertThat(page.locator("[name=minutes]").inputValue()).isEqualTo("60");
            page.locator("[name=minutes]").fill("");
            page.locator("[name=q]").first().fill("2 hours");
            offer.waitFor();
            offer.click();
            waitFor(page, "() => location.search === '?minutes=120'");
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
            page.locator(".search-lists a").first().click();
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

    // ---- what can go wrong ----

    /** A copy of the site. */
    private Path copy(String name) {
        Path copy = folder.resolve(name);
        try (Stream<Path> walk = Files.walk(site.folder())) {
            for (Path path : walk.toList()) {
                Path to = copy.resolve(site.folder().relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(path, to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    private static List<Path> shards(Path site) {
        try (Stream<Path> walk = Files.walk(site.resolve("search"))) {
            return walk.filter(path -> path.toString().matches(".*[/\\\\].[/\\\\][0-9a-z]{6}\\.js"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"http, missing", "http, cut", "file, missing", "file, cut"})
    void ofAnIncompleteCopyTheRestIsFound(String scheme, String damage) throws IOException {
        Path copy = copy("mein Büro #2");
        // briefs are those that have a path in them
        int harmed = 0;
        for (Path shard : shards(copy)) {
            String text = Files.readString(shard);
            if (text.contains("practices/know-your-role.html") || text.contains("glossary.html")) {
                harmed++;
                if (damage.equals("cut")) {
                    Files.writeString(shard, text.substring(0, text.length() / 2));
                } else {
                    Files.delete(shard);
                }
            }
        }
        assertThat(harmed).isPositive();
        try (SubPathServer other = new SubPathServer(copy)) {
            String home = scheme.equals("http") ? other.address() : copy.toUri().toString();
            visit(home, (page, visit) -> {
                List<String> errors = new ArrayList<>();
                page.onPageError(error -> errors.add(error));
                visit.go(home + "search.html?q=know+your+role");
                page.locator(HITS).first().waitFor();
                assertThat(page.locator(".search-hints").textContent())
                        .contains("If this is a copy, copy the whole folder again.");
                page.keyboard().press("/");
                visit.go(home + "index.html");
                page.keyboard().press("/");
                page.locator("dialog[open] input").waitFor();
                page.keyboard().type("know your role");
                page.locator("dialog " + HITS).first().waitFor();
                waitFor(
                        page,
                        "() => document.querySelector('dialog .search-status').textContent.includes('copy the whole folder')");
                // a cut script is a slip of grammar to the browser, which nobody can catch
                assertThat(errors).allMatch(error -> error.contains("SyntaxError") && damage.equals("cut"));
            });
        }
    }

    @Test
    void everyShardMayBeMissing() throws IOException {
        Path copy = copy("all");
        for (Path shard : shards(copy)) {
            Files.delete(shard);
        }
        String home = copy.toUri().toString();
        visit(home, (page, visit) -> {
            List<String> errors = new ArrayList<>();
            page.onPageError(error -> errors.add(error));
            visit.go(home + "search.html?q=team&role=facilitator");
            waitFor(
                    page,
                    "() => document.querySelector('.search-hints').textContent.includes('copy the whole folder')");
            assertThat(page.locator(".search-lists").isVisible()).isTrue();
            assertThat(errors).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"search/index.js", "assets/search-"})
    void withoutIndexOrScriptTheReaderIsTold(String what) throws IOException {
        Path copy = copy("rootless");
        try (Stream<Path> walk = Files.walk(copy)) {
            for (Path path : walk.filter(Files::isRegularFile)
                    .filter(path -> copy.relativize(path).toString().startsWith(what))
                    .toList()) {
                Files.delete(path);
            }
        }
        String home = copy.toUri().toString();
        visit(home, (page, visit) -> {
            visit.go(home + "search.html?q=team");
            page.locator("[data-search-failed]").waitFor();
            assertThat(page.locator(".search-lists a").first().isVisible()).isTrue();
            visit.go(home + "index.html");
            page.keyboard().press("/");
            if (what.equals("search/index.js")) {
                waitFor(
                        page,
                        "() => document.querySelector('dialog .search-status')?.textContent.includes('could not be loaded')");
            } else {
                page.waitForURL(Pattern.compile(".*search\\.html$"));
            }
        });
    }

    @Test
    void afterADeployAnOpenPageSearchesTheNewSite() throws IOException {
        Path content = folder.resolve("content");
        copyFolder(Path.of("content"), content);
        Path out = folder.resolve("deployed");
        assertThat(BuiltSite.build(content, out, folder.resolve("a.zip"))).isZero();
        try (SubPathServer other = new SubPathServer(out)) {
            visit(other.address(), (page, visit) -> {
                visit.go(other.address() + "search.html?q=team");
                page.locator(HITS).first().waitFor();
                write(content.resolve("pages/about.md"), "# About\n\nThe purple heron stands in the team river.\n");
                try (Stream<Path> walk = Files.walk(content.resolve("practices"))) {
                    for (Path file : walk.filter(Files::isRegularFile).toList()) {
                        write(file, Files.readString(file) + "\n\nHerons everywhere, wading and waiting.\n");
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                assertThat(BuiltSite.build(content, out, folder.resolve("b.zip"), "--keep-going"))
                        .isBetween(0, 1);
                // each letter is a query, and all of them wait for the new index
                page.locator("[name=q]").first().fill("");
                page.locator("[name=q]").first().pressSequentially("wading herons everywhere");
                waitFor(
                        page,
                        "() => document.querySelectorAll('a.hit').length > 5"
                                + " && !document.querySelector('.search-hints').textContent.includes('copy the whole')");
                assertThat(page.locator(HITS).first().textContent()).contains("wading");
            });
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    @Test
    void twoPlaybooksOnOneHostKeepApart() throws IOException {
        Path both = folder.resolve("both");
        copyFolder(site.folder(), both.resolve("one"));
        Path content = folder.resolve("small");
        Files.createDirectories(content.resolve("pages"));
        write(content.resolve("playbook.yml"), "name: Small\naddress: https://example.org/\n");
        write(content.resolve("pages/heron.md"), "# The purple heron\n\nIt stands in the team river.\n");
        assertThat(BuiltSite.build(content, both.resolve("two"), folder.resolve("c.zip")))
                .isZero();
        Files.copy(both.resolve("one/404.html"), both.resolve("404.html"));
        try (SubPathServer other = new SubPathServer(both)) {
            visit(other.address(), (page, visit) -> {
                for (int round = 0; round < 2; round++) {
                    visit.go(other.address() + "one/search.html?q=team");
                    page.locator(HITS).first().waitFor();
                    assertThat(page.locator(HITS).count()).isGreaterThan(5);
                    visit.go(other.address() + "two/search.html?q=team");
                    page.locator(HITS).first().waitFor();
                    assertThat(page.locator(HITS).count()).isEqualTo(1);
                    assertThat(page.locator(HITS).first().textContent()).contains("heron");
                }
                assertThat(visit.complaints()).isEmpty();
            });
        }
    }

    @Test
    void whatWasMissingForAMomentIsFoundTheNextTime() {
        visit(server.address(), (page, visit) -> {
            visit.go(server.address() + "search.html");
            waitFor(page, "() => /\\d/.test(document.querySelector('[data-count]').textContent)");
            page.context().setOffline(true);
            page.locator("[name=q]").first().fill("gathering");
            waitFor(page, "() => document.querySelector('.search-hints').textContent.includes('could not be read')");
            page.context().setOffline(false);
            page.locator("[name=q]").first().fill("gatherings");
            page.locator(HITS).first().waitFor();
            assertThat(page.locator(".search-hints").textContent()).doesNotContain("could not be read");
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
