package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitUntilState;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.publish.PhoneFiles;
import org.practiceplaybook.publish.Publication;
import org.practiceplaybook.work.Workers;

/** A phone that loses its network: what was kept is there, and it is of one edition. */
class PhoneIT {
    private static final String BASE = "/some/sub/path/";
    /** Updates that end, half of them by losing the network and half by losing the worker. */
    private static final int ROUNDS = 50;

    private static Chromium chromium;
    private static Map<String, byte[]> one;
    private static Map<String, byte[]> two;

    @TempDir
    static Path temp;

    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private HttpServer http;
    private volatile Map<String, byte[]> site;
    /** How many answers are left before the network is cut. */
    private int left;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() {
        one = edition("one", "");
        two = edition("two", "A new word.");
        chromium = Chromium.whole();
    }

    @AfterAll
    static void end() {
        chromium.close();
    }

    private static Map<String, byte[]> edition(String name, String more) {
        PlaybookFolder content =
                new PlaybookFolder(temp.resolve(name)).with("playbook.yml", "name: Small", "edition: " + name);
        for (int i = 0; i < 6; i++) {
            content.practice("practice-" + i, "aka: [Number " + i + more + "]");
        }
        if (name.equals("two")) {
            content.practice("only-in-two");
        }
        SiteFiles files = content.files();
        Workers workers = new Workers(2);
        return PhoneFiles.in(
                        Publication.of(files.all(), workers),
                        files.editions().get(0).theme().assets().path("worker.js"),
                        workers)
                .files();
    }

    @BeforeEach
    void open() throws IOException {
        site = one;
        left = Integer.MAX_VALUE;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.start();
        visitor();
    }

    private void visitor() {
        context = chromium.browser().newContext();
        context.setDefaultTimeout(10_000);
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
        http.stop(0);
        threads.shutdownNow();
    }

    private synchronized boolean isCut() {
        return left <= 0 || --left < 0;
    }

    private synchronized void cutAfter(int answers) {
        left = answers;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (isCut()) {
                return; // no answer at all
            }
            String path = exchange.getRequestURI().getPath();
            String below = path.startsWith(BASE) ? path.substring(BASE.length()) : "?";
            byte[] bytes = site.get(below.isEmpty() ? "index.html" : below);
            String end = path.substring(path.lastIndexOf('.') + 1);
            String type = Map.of(
                            "js",
                            "text/javascript",
                            "css",
                            "text/css",
                            "svg",
                            "image/svg+xml",
                            "json",
                            "application/json")
                    .getOrDefault(
                            end, end.equals("html") || below.isEmpty() ? "text/html" : "application/octet-stream");
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(bytes == null ? 404 : 200, bytes == null ? -1 : bytes.length);
            if (bytes != null) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private String address(String path) {
        return "http://localhost:" + http.getAddress().getPort() + BASE + path;
    }

    private void go(String path) {
        page.navigate(address(path));
        page.evaluate("() => navigator.serviceWorker.ready.then(() => null)");
    }

    private void waitForKept(String path) {
        page.waitForFunction("async (path) => Boolean(await caches.match(path))", address(path));
    }

    private void useNewer(String edition) {
        page.evaluate("() => { window.old = true; }");
        page.locator("[data-newer-use]").click();
        page.waitForFunction(
                "edition => !window.old && document.querySelector('.foot')?.textContent.includes('Edition ' + edition)",
                edition);
        page.waitForLoadState();
    }

    private void keepAll() {
        go("");
        page.locator("[data-phone] button").click();
        page.waitForFunction(
                "() => document.querySelector('[data-phone] [role=status]').textContent.includes('is on this phone now')");
    }

    /** The editions that all pages name which are there. */
    private Set<String> editions(Map<String, byte[]> of) {
        return editions("caches.match", of);
    }

    /** The editions of all pages that the worker gives a reader who asks for them. */
    private Set<String> answered(Map<String, byte[]> of) {
        return editions("fetch", of);
    }

    @SuppressWarnings("unchecked")
    private Set<String> editions(String from, Map<String, byte[]> of) {
        List<String> pages = of.keySet().stream()
                .filter(path -> path.endsWith(".html") && !path.equals("404.html"))
                .filter(path -> new String(of.get(path), java.nio.charset.StandardCharsets.UTF_8).contains("Edition "))
                .map(this::address)
                .toList();
        return new TreeSet<>((List<String>) page.evaluate("""
                async (pages) => {
                  const found = new Set();
                  for (const page of pages) {
                    try {
                      const text = await (await FROM(page)).text();
                      found.add(/Edition (\\w+)/.exec(text)[1]);
                    } catch (error) {
                      found.add("nothing");
                    }
                  }
                  return [...found];
                }
                """.replace("FROM", from), pages));
    }

    @Test
    void pagesThatWereReadOpenWithoutANetworkAndOthersDoNot() {
        go("");
        go("practices/practice-1.html");
        waitForKept("practices/practice-1.html");
        waitForKept("index.html");
        cutAfter(0);
        page.navigate(address("practices/practice-1.html?from=afar#x"));
        assertThat(page.locator("h1").textContent()).isEqualTo("practice-1");
        assertThat(page.evaluate("() => getComputedStyle(document.querySelector('.skip')).position"))
                .isEqualTo("absolute");
        page.navigate(address(""));
        assertThat(page.locator("h1").count()).isEqualTo(1);
        assertThatThrownBy(() -> page.navigate(address("practices/practice-2.html")))
                .isInstanceOf(PlaywrightException.class);
    }

    @Test
    void theWholePlaybookIsKeptWithoutANetworkUntilTheReaderTakesItBack() {
        keepAll();
        cutAfter(0);
        List<String> pages = one.keySet().stream()
                .filter(path -> path.endsWith(".html") && !path.equals("404.html"))
                .toList();
        assertThat(pages).hasSizeGreaterThan(15);
        assertThat(page.evaluate(
                        "async pages => { for (const page of pages) { if (!(await fetch(page)).ok) { return page; } } }",
                        pages.stream().map(this::address).toList()))
                .isNull();
        // of those that are made alike one is opened
        pages.stream().filter(path -> !path.matches(".*-[1-9].*")).forEach(path -> page.navigate(address(path)));
        page.navigate(address("search.html?q=practice-3"));
        page.waitForSelector("a[href*='practice-3']");
        page.navigate(address(""));
        // when the worker has said what it keeps
        page.locator("[data-phone] button:has-text('Remove it from this phone')")
                .click();
        page.waitForFunction(
                "() => document.querySelector('[data-phone] [role=status]').textContent.startsWith('Nothing')");
        assertThat(editions(one)).containsExactly("nothing");
        assertThat(page.locator("[data-phone] button").textContent())
                .isEqualTo("Keep the whole playbook on this phone");
    }

    @Test
    void aNewerEditionWaitsUntilTheReaderWantsIt() {
        keepAll();
        site = two;
        go("practices/practice-1.html");
        page.waitForSelector(".newer");
        assertThat(page.locator(".foot").textContent()).contains("Edition one");
        go("practices/practice-2.html");
        assertThat(page.locator(".foot").textContent()).contains("Edition one");
        page.waitForSelector(".newer");
        page.locator("[data-newer-later]").click();
        assertThat(page.locator(".newer").count()).isZero();
        go(""); // where the page asks the older worker what it keeps
        page.waitForSelector(".newer");
        cutAfter(0);
        useNewer("two");
        assertThat(page.locator(".foot").textContent()).contains("Edition two");
        page.navigate(address("practices/only-in-two.html"));
        assertThat(page.locator("h1").textContent()).isEqualTo("only-in-two");
        assertThat(editions(two)).containsExactly("two");
    }

    @Test
    void whatWasReadIsCarriedIntoTheNewerEdition() {
        go("");
        go("practices/practice-1.html");
        waitForKept("practices/practice-1.html");
        site = two;
        go("practices/practice-3.html");
        page.waitForSelector(".newer");
        useNewer("two");
        cutAfter(0);
        page.navigate(address("practices/practice-1.html"));
        assertThat(page.locator(".foot").textContent()).contains("Edition two");
    }

    @Test
    void anUpdateThatEndsAtAnyMomentLeavesTheOldOrTheNewEdition() {
        Random chance = new Random(12);
        String now = "one";
        int old = 0;
        int fresh = 0;
        keepAll();
        for (int i = 0; i < ROUNDS; i++) {
            Map<String, byte[]> before = site;
            String next = now.equals("one") ? "two" : "one";
            site = next.equals("one") ? one : two;
            CDPSession session = context.newCDPSession(page);
            boolean killed = i % 2 == 0;
            // somewhere in each stretch of the update
            cutAfter(killed ? Integer.MAX_VALUE : moment(chance, i, 60));
            // an update that has begun: the worker of the other edition installs itself now
            page.evaluate("async () => { const registration = await navigator.serviceWorker.getRegistration();"
                    + " await registration.update().catch(() => {}); }");
            if (killed) {
                page.waitForTimeout(moment(chance, i, 600));
                session.send("ServiceWorker.enable");
                session.send("ServiceWorker.stopAllWorkers");
                cutAfter(0);
            }
            page.waitForFunction("async () => !(await navigator.serviceWorker.getRegistration()).installing");
            cutAfter(0);
            page.navigate(address(""), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            assertThat(shown()).as("round " + i).isEqualTo(now);
            assertThat(answered(before)).as("round " + i).containsExactly(now);
            boolean whole = (boolean)
                    page.evaluate("async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)");
            if (whole) {
                page.waitForSelector(".newer");
                useNewer(next);
                assertThat(answered(site)).as("round " + i).containsExactly(next);
                assertThat(editions(site)).as("round " + i).containsExactly(next);
                now = next;
                fresh++;
            } else {
                site = before;
                old++;
            }
            session.detach();
        }
        assertThat(old).isPositive();
        assertThat(fresh).isPositive();
    }

    /** By chance within one of as many stretches as there are rounds of a kind. */
    private static int moment(Random chance, int round, int all) {
        int stretch = all / (ROUNDS / 2);
        return round / 2 * stretch + chance.nextInt(stretch);
    }

    /** The edition of the page that is open. */
    private String shown() {
        return page.locator(".foot:has-text('Edition')").textContent().replaceAll("(?s).*Edition (\\w+).*", "$1");
    }

    @Test
    void aFullStorageIsToldAndWhatWasReadStays() {
        go("practices/practice-1.html");
        waitForKept("practices/practice-1.html");
        go("");
        waitForKept("index.html");
        JsonObject quota = new JsonObject();
        quota.addProperty("origin", "http://localhost:" + http.getAddress().getPort());
        quota.addProperty("quotaSize", 1_000_000);
        context.newCDPSession(page).send("Storage.overrideQuotaForOrigin", quota);
        page.locator("[data-phone] button").click();
        page.waitForFunction(
                "() => document.querySelector('[data-phone] [role=status]').textContent.startsWith('This phone has no room')");
        cutAfter(0);
        page.navigate(address("practices/practice-1.html"));
        assertThat(page.locator("h1").textContent()).isEqualTo("practice-1");
    }
}
