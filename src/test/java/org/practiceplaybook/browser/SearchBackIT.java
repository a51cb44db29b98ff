package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Back from a result far down leads to the same list and the same place, from a server and from a disk. */
class SearchBackIT {
    private static final String HITS = ".search-results a.hit";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void backFromTheNinetyFirstResult(String scheme) throws IOException {
        Path content = folder.resolve("content");
        Files.createDirectories(content.resolve("pages"));
        Files.writeString(content.resolve("playbook.yml"), "name: Many\naddress: https://example.org/\n");
        for (int i = 0; i < 130; i++) {
            Files.writeString(
                    content.resolve("pages/heron-" + i + ".md"),
                    "# Heron number " + i + "\n\nA heron stands in the river" + " and waits".repeat(i % 9) + ".\n");
        }
        Path out = folder.resolve("a site #1");
        assertThat(BuiltSite.build(content, out, "--downloads", "none")).isZero();
        try (Chromium chromium = Chromium.start();
                SubPathServer server = new SubPathServer(out);
                BrowserContext context = chromium.browser().newContext()) {
            String home = scheme.equals("http") ? server.address() : out.toUri().toString();
            try (Visit visit = new Visit(context, home)) {
                Page page = visit.page();
                page.setDefaultTimeout(10_000);
                visit.go(home + "search.html?q=heron");
                for (int shown = 20; shown < 100; shown += 20) {
                    waitForHits(page, shown);
                    page.locator("[data-more]").click();
                }
                waitForHits(page, 100);
                List<String> hits = page.locator(HITS).allTextContents();
                Locator hit = page.locator(HITS).nth(90);
                hit.scrollIntoViewIfNeeded();
                int top = top(page);
                assertThat(top).isGreaterThan(2000);
                String address = hit.getAttribute("href");
                hit.click();
                page.waitForURL(Pattern.compile(".*" + Pattern.quote(address) + "$"));
                page.goBack();
                waitForHits(page, 100);
                page.waitForFunction("top => Math.abs(scrollY - top) < 4", top);
                assertThat(page.locator(HITS).allTextContents()).isEqualTo(hits);
                assertThat(page.evaluate("() => document.activeElement.getAttribute('href')"))
                        .isEqualTo(address);
                assertThat(page.url()).endsWith("search.html?q=heron");
                page.reload();
                waitForHits(page, 100);
                assertThat(visit.complaints()).isEmpty();
            }
        }
    }

    private static int top(Page page) {
        return ((Number) page.evaluate("() => Math.round(scrollY)")).intValue();
    }

    private static void waitForHits(Page page, int count) {
        page.waitForFunction(
                "count => document.querySelectorAll('a.hit').length === count && !document.querySelector('[aria-busy=true]')",
                count);
    }
}
