package org.practiceplaybook.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A reader who searches the site of this repository, from a server and from a disk. */
abstract class SearchReader {
    /** Results that are whole: with the words around those that were looked for. */
    static final String HITS = ".search-results:not([aria-busy=true]) a.hit";

    static Chromium chromium;
    static BuiltSite site;
    static SubPathServer server;

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

    static String home(String scheme) {
        return scheme.equals("http") ? server.address() : site.folder().toUri().toString();
    }

    static void visit(String home, BiConsumer<Page, Visit> reader) {
        visit(new Browser.NewContextOptions().setViewportSize(1280, 900), home, reader);
    }

    static void visit(Browser.NewContextOptions options, String home, BiConsumer<Page, Visit> reader) {
        try (BrowserContext context = chromium.browser().newContext(options);
                Visit visit = new Visit(context, home)) {
            visit.page().setDefaultTimeout(30_000);
            reader.accept(visit.page(), visit);
        }
    }

    static String active(Page page) {
        return (String) page.evaluate("() => document.activeElement.id || document.activeElement.className");
    }

    static void waitFor(Page page, String script) {
        page.waitForFunction(script, null, new Page.WaitForFunctionOptions().setTimeout(30_000));
    }

    /** Waits until the search page or the dialog tells how much was found. */
    static void found(Page page, String told) {
        waitFor(page, "() => [...document.querySelectorAll('.search-status')].some(e => " + told + ")");
    }
}
