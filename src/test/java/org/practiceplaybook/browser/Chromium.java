package org.practiceplaybook.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.practiceplaybook.fixture.DebianProgram;

/** A real browser. */
public final class Chromium implements AutoCloseable {
    private static final String[] NAMES = {"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"};

    /** The browser without its window: the same engine for some two thirds of the work. */
    private static final String SHELL = "chromium-headless-shell";

    /** The one of all classes that run in this process; its program ends with the process. */
    private static Chromium shared;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                // letters as wide as on paper and on good screens
                                "--font-render-hinting=none",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    /** Started once: it takes as long as to look at five pages. */
    public static synchronized Chromium start() {
        if (shared == null || !shared.browser.isConnected()) {
            shared = new Chromium(
                    DebianProgram.ifThereIs(SHELL, SHELL).orElseGet(() -> DebianProgram.find("chromium", NAMES)));
        }
        return shared;
    }

    /** With all that a reader's browser has: storage that can be full, pages kept without a network. */
    static Chromium whole() {
        return new Chromium(DebianProgram.find("chromium", NAMES));
    }

    public Browser browser() {
        return browser;
    }

    /** What another class would find open is closed; one that is not shared ends. */
    @Override
    public void close() {
        if (this == shared) {
            List.copyOf(browser.contexts()).forEach(BrowserContext::close);
        } else {
            browser.close();
            playwright.close();
        }
    }
}
