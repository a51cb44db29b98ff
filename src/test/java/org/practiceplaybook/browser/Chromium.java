package org.practiceplaybook.browser;

import com.microsoft.playwright.Browser;
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

    public static Chromium start() {
        return new Chromium(
                DebianProgram.ifThereIs(SHELL, SHELL).orElseGet(() -> DebianProgram.find("chromium", NAMES)));
    }

    /** With all that a reader's browser has: storage that can be full, pages kept without a network. */
    static Chromium whole() {
        return new Chromium(DebianProgram.find("chromium", NAMES));
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
