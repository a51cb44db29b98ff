package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.Jar;

/** The writer's desk in a real browser: what is wrong is shown over the page, and goes by itself when it is mended. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DeskIT {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+/");

    @TempDir
    Path content;

    @Test
    void errorsComeAndGoWithoutAHandOnTheBrowser() throws IOException {
        write("practices/first.md", "---\ntitle: First\nsummary: S.\n---\nText.\n");
        Process desk = new ProcessBuilder(Jar.command("serve", "--content", content.toString(), "--port", "0"))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said =
                        new BufferedReader(new InputStreamReader(desk.getInputStream(), StandardCharsets.UTF_8));
                Chromium chromium = Chromium.start();
                BrowserContext context = chromium.browser().newContext();
                Visit visit = new Visit(context, "http://localhost:")) {
            String address = address(said);
            Page page = visit.page();
            page.navigate(address + "practices/first.html");
            String errors = "aside.desk-error";
            assertThat(page.locator(errors).count()).isZero();

            write("practices/first.md", "---\ntitle: First\n---\n[x](none.md) <b>\n");
            page.waitForSelector(errors);
            assertThat(page.locator(".desk-bar summary").textContent()).contains("2 errors");
            assertThat(page.locator(errors).allTextContents())
                    .anySatisfy(text -> assertThat(text).contains("the summary is missing"))
                    .anySatisfy(text -> assertThat(text).contains("there is nothing at \"none.md\"", "Line 4"));
            assertThat(page.locator(errors).first().isVisible()).isTrue();
            screenshot(page, "desk");

            write("practices/first.md", "---\ntitle: First\nsummary: S.\n---\nText.\n");
            page.waitForCondition(() -> page.locator(errors).count() == 0);

            Files.delete(content.resolve("practices/first.md"));
            write("practices/other.md", "---\ntitle: Other\nsummary: S.\n---\nText.\n");
            page.waitForCondition(() -> page.locator("h1").textContent().equals("This page is not here"));
            write("practices/first.md", "---\ntitle: First again\nsummary: S.\n---\nText.\n");
            page.waitForCondition(() -> page.locator("h1").textContent().equals("First again"));
            assertThat(visit.complaints()).allMatch(DeskIT::isExpected);
        } finally {
            desk.destroy();
        }
    }

    /** A reload ends the request that waits for a change; a page that is not there is what this test asks for. */
    private static boolean isExpected(String complaint) {
        return complaint.contains("/-/changed.js") || complaint.contains("404");
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private static String address(BufferedReader said) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                return matcher.group();
            }
        }
        throw new AssertionError("serve gave no address: " + all);
    }

    private void write(String path, String text) throws IOException {
        Path file = content.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
