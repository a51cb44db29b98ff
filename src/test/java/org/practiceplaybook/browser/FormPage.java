package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A form in a browser, and how it is filled in. */
final class FormPage {
    static final String WRITE = "contribute/write-a-practice.html";
    static final String TRIED = "contribute/log-an-attempt.html";
    static final String ASK = "contribute/ask-for-a-practice.html";
    static final String CHANGE = "contribute/suggest-a-change.html";

    private FormPage() {}

    /** Looks at pages, and wants no complaint of the browser. */
    static void visit(Chromium chromium, String home, Browser.NewContextOptions options, Consumer<Page> work) {
        options.setReducedMotion(ReducedMotion.REDUCE);
        if (!home.startsWith("file")) {
            options.setPermissions(List.of("clipboard-read", "clipboard-write"));
        }
        try (BrowserContext context = chromium.browser().newContext(options);
                Visit visit = new Visit(context, home)) {
            work.accept(visit.page());
            assertThat(visit.complaints().stream().filter(line -> !line.contains("blob:")))
                    .isEmpty();
        }
    }

    /** Puts values into a form: {@code sources.url} is a field of a row; of boxes the value names the one to tick. */
    static void fill(Page page, Map<String, String> values) {
        page.locator("form").waitFor();
        page.evaluate("() => document.querySelectorAll('form details').forEach(fold => fold.open = true)");
        values.forEach((name, value) -> {
            int dot = name.indexOf('.');
            Locator place = page.locator("form");
            if (dot > 0) {
                String rows = name.substring(0, dot);
                if (page.locator("[data-rows=" + rows + "] .row").count() == 0) {
                    page.locator("[data-add=" + rows + "]").click();
                }
                place = page.locator("[data-rows=" + rows + "] .row").first();
            }
            put(place.locator("[name=" + name.substring(dot + 1) + "]" + (dot > 0 ? "" : ":not(.row *)")), value);
        });
        judged(page);
    }

    /** Waits for the judge, and has the form looked at now. */
    static void judged(Page page) {
        page.waitForFunction("() => window.playbookContribute && playbookContribute.judge");
        page.evaluate("() => playbookContribute.refresh()");
    }

    private static void put(Locator control, String value) {
        String kind = (String) control.first().evaluate("e => e.localName + ' ' + e.type");
        if (kind.startsWith("select")) {
            control.first().selectOption(value);
        } else if (kind.endsWith("checkbox") || kind.endsWith("radio")) {
            control.page()
                    .locator("[name=" + control.first().getAttribute("name") + "][value=" + value + "]")
                    .check();
        } else {
            control.fill(value);
        }
    }

    /** A text of this repository's playbook. */
    static String text(String path) {
        try {
            return Files.readString(Path.of("content", path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
