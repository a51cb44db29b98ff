package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same site is read from a disk and online under any path: every page, every link, without a word in the console. */
class ReadingIT {
    private static Chromium chromium;
    private static BuiltSite site;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        site = BuiltSite.get();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void aChallengeAsksThreeQuestionsAndEndsInPractices() {
        String home = site.folder().toUri().toString();
        try (BrowserContext context =
                        chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
                Visit visit = new Visit(context, home)) {
            visit.go(home + "challenges/running-on-empty.html");
            Locator check = visit.page().locator(".self-check");
            assertThat(check.locator("fieldset").count()).isEqualTo(3);
            assertThat(check.locator(".check-yes").isVisible()).isFalse();
            check.locator("[value=yes]").nth(0).check();
            check.locator("[value=no]").nth(1).check();
            assertThat(check.locator(".check-yes").isVisible()).isFalse();
            check.locator("[value=no]").nth(2).check();
            assertThat(check.locator(".check-yes a").first().textContent())
                    .as("it names this challenge before others")
                    .isEqualTo("Look after the team that is always running");
            assertThat(check.locator(".check-yes").isVisible()).isTrue();
            assertThat(check.locator(".check-no").isVisible()).isFalse();
            check.locator("[value=no]").nth(0).check();
            assertThat(check.locator(".check-yes").isVisible()).isFalse();
            assertThat(check.locator(".check-no a").getAttribute("href")).endsWith("challenges/index.html");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aWordOpensItsMeaningInPlaceByTouchKeyAndPointer() {
        String home = site.folder().toUri().toString();
        String address = home + "practices/find-the-leverage-point.html";
        try (BrowserContext context = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setHasTouch(true)
                                .setViewportSize(320, 640));
                Visit visit = new Visit(context, home)) {
            visit.go(address);
            Locator word = visit.page().locator(".text a.term").first();
            Locator meaning = visit.page().locator(".meaning");
            String means = word.getAttribute("title");
            assertThat(means).isNotBlank();
            word.tap();
            assertThat(meaning.innerText()).isEqualTo(means + " Glossary");
            assertThat(meaning.boundingBox().x).isBetween(0.0, 320 - meaning.boundingBox().width);
            assertThat(word.getAttribute("aria-expanded")).isEqualTo("true");
            word.tap();
            assertThat(meaning.isVisible()).isFalse();
            assertThat(word.getAttribute("aria-expanded")).isEqualTo("false");
            word.focus();
            visit.page().keyboard().press("Enter");
            meaning.waitFor();
            visit.page().keyboard().press("Escape");
            assertThat(meaning.isVisible()).isFalse();
            assertThat(word.evaluate("word => word === document.activeElement")).isEqualTo(true);
            word.click();
            meaning.waitFor();
            visit.page().locator("h1").click();
            assertThat(meaning.isVisible()).isFalse();
            word.click();
            meaning.waitFor();
            visit.page().keyboard().press("Tab");
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL(home + "glossary.html#ladder");
            assertThat(visit.complaints()).isEmpty();
        }
        try (BrowserContext context =
                        chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
                Visit visit = new Visit(context, home)) {
            visit.go(address);
            visit.page().locator(".text a.term").first().click();
            visit.page().waitForURL(home + "glossary.html#ladder");
        }
    }

    @Test
    void aPageOfEachKindReadsWellOnlineUnderASubPath() {
        try (SubPathServer server = new SubPathServer(site.folder())) {
            readAll(server.address(), site.oneOfEach());
        }
    }

    @Test
    void everyPageReadsWellFromADisk() {
        readAll(site.folder().toUri().toString(), withoutServed());
    }

    /** All but the page that only a server shows. */
    private static List<String> withoutServed() {
        return site.pages().stream().filter(page -> !page.equals("404.html")).toList();
    }

    @Test
    void theZipReadsWellFromAFolderWithAnOddName(@TempDir Path temp) throws IOException {
        Path odd = unzip(site.zip(), temp.resolve("Stick #1 – für Übung 100%"));
        List<String> pages = BuiltSite.pages(odd.resolve("playbook"));
        assertThat(pages)
                .isEqualTo(site.pages().stream()
                        .filter(page -> !page.equals("404.html") && !page.matches("downloads/practice-.*"))
                        .toList());
        assertThat(odd.resolve("READ-ME.txt")).content().contains("START-HERE.html");
        readAll(
                odd.toUri().toString(),
                List.of(
                        "START-HERE.html",
                        "playbook/index.html",
                        "playbook/downloads/index.html",
                        "playbook/practices/know-your-role.html",
                        "playbook/pathways/start-here.run.html"));
    }

    @Test
    void aPageThatIsNotThereLeadsHome() {
        try (SubPathServer server = new SubPathServer(site.folder());
                BrowserContext context = chromium.browser().newContext();
                Visit visit = new Visit(context, server.address())) {
            visit.go(server.address() + "practices/deep/nobody-wrote-this.html");
            assertThat(visit.page().title()).startsWith("This page is not here");
            assertThat(visit.page().locator(".top .find").isVisible()).isTrue();
            visit.page().fill("main [name=q]", "team");
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL(server.address() + "search.html?q=team");
            visit.go(server.address() + "practices/deep/nobody-wrote-this.html");
            visit.page().locator("main .plain a").first().click();
            visit.page().waitForURL(server.address() + "index.html");
        }
    }

    @Test
    void aPlaybookWithoutAnAddressFindsItsWayHomeAtAnyDepth(@TempDir Path temp) throws IOException {
        Path content = temp.resolve("content");
        Files.createDirectories(content.resolve("practices"));
        Files.writeString(
                content.resolve("practices/walk.md"), "---\ntitle: Walk\nsummary: In pairs. Then talk.\n---\n");
        assertThat(BuiltSite.build(content, temp.resolve("site"), "--downloads", "none"))
                .isZero();
        try (SubPathServer server = new SubPathServer(temp.resolve("site"));
                BrowserContext context = chromium.browser().newContext()) {
            for (String wrong : List.of("none.html", "practices/none.html", "a/b%20c/none.html")) {
                Page page = context.newPage();
                page.navigate(server.address() + wrong);
                assertThat(page.title()).startsWith("This page is not here");
                page.locator("form").waitFor();
                assertThat(page.locator("main a").first().evaluate("link => link.href"))
                        .isEqualTo(server.address() + "index.html");
                page.fill("[name=q]", "walk");
                page.keyboard().press("Enter");
                page.waitForURL(server.address() + "search.html?q=walk");
                page.close();
            }
        }
    }

    @Test
    void anOldAddressLeadsToTheNewOne(@TempDir Path temp) throws IOException {
        Path content = temp.resolve("content");
        Files.createDirectories(content.resolve("practices"));
        Files.writeString(
                content.resolve("practices/new-name.md"),
                "---\ntitle: New name\nsummary: It was renamed. Old links work.\naka: [old-name]\n---\n");
        assertThat(BuiltSite.build(content, temp.resolve("site"), "--downloads", "none"))
                .isZero();
        try (BrowserContext context = chromium.browser().newContext();
                Visit visit = new Visit(context, temp.toUri().toString())) {
            visit.go(temp.resolve("site/practices/old-name.html").toUri().toString());
            visit.page().waitForURL("**/new-name.html");
            assertThat(visit.page().locator("h1").textContent()).isEqualTo("New name");
        }
    }

    /** Reads pages, and follows each link to a page and its anchor. */
    private static void readAll(String home, List<String> pages) {
        Map<String, Set<String>> idsOf = new HashMap<>();
        Map<String, Set<String>> linksOf = new HashMap<>();
        Set<String> complaints = new TreeSet<>();
        try (BrowserContext context = chromium.browser().newContext();
                Visit visit = new Visit(context, home)) {
            for (String path : pages) {
                visit.go(home + path.replace("%", "%25").replace("#", "%23").replace(" ", "%20"));
                visit.complaints().forEach(complaint -> complaints.add(path + ": " + complaint));
                visit.complaints().clear();
                idsOf.put(path, strings(visit.page(), "() => [...document.querySelectorAll('[id]')].map(e => e.id)"));
                linksOf.put(
                        path,
                        strings(
                                visit.page(),
                                "() => [...document.querySelectorAll('a[href]')]"
                                        + ".map(a => new URL(a.getAttribute('href'), document.baseURI).href)"));
            }
            boolean whole = new HashSet<>(pages).containsAll(withoutServed());
            Set<String> reached = new HashSet<>();
            linksOf.forEach((from, links) -> links.forEach(link -> {
                if (link.startsWith(home) && link.contains(".html")) {
                    String target = decoded(link.substring(home.length()).replaceFirst("[?][^#]*", ""));
                    String page = target.contains("#") ? target.substring(0, target.indexOf('#')) : target;
                    String anchor = target.contains("#") ? target.substring(target.indexOf('#') + 1) : "";
                    reached.add(page);
                    if (whole && !pages.contains(page)) {
                        complaints.add(from + ": a link to nothing: " + link);
                    } else if (!anchor.isEmpty()
                            // what a form begins with, not a heading: a draft of this browser, notes of a run, a choice
                            // of cards
                            && !anchor.matches("(?:draft=|notes:|p=).*")
                            && idsOf.containsKey(page)
                            && !idsOf.get(page).contains(anchor)) {
                        complaints.add(from + ": a link to no heading: " + link);
                    }
                }
            }));
            assertThat(complaints).isEmpty();
            if (whole) {
                Set<String> unreached = new TreeSet<>(pages);
                unreached.removeAll(reached);
                unreached.remove("404.html");
                assertThat(unreached).as("pages that no link leads to").isEmpty();
            }
        }
    }

    @SuppressWarnings("unchecked") // the scripts above give lists of text
    private static Set<String> strings(Page page, String script) {
        return new TreeSet<>((List<String>) page.evaluate(script));
    }

    private static String decoded(String url) {
        return URLDecoder.decode(url.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Path unzip(Path zip, Path into) throws IOException {
        Path top = null;
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = into.resolve(entry.getName());
                assertThat(file.normalize()).startsWithRaw(into);
                Files.createDirectories(file.getParent());
                Files.copy(entries, file);
                top = into.resolve(entry.getName().substring(0, entry.getName().indexOf('/')));
            }
        }
        return top;
    }
}
