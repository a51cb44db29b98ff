package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pictures of the documentation, taken of what they show: {@code mvn verify -P screenshots}. Not a test of the usual
 * run, for another machine's fonts make other pictures.
 */
class Screenshots {
    private static final Path IMAGES = Path.of("docs", "images");
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+?/(?=\\s)");
    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static BrowserContext context;

    @BeforeAll
    static void open() throws IOException {
        Files.createDirectories(IMAGES);
        chromium = Chromium.start();
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1200, 760)
                        .setColorScheme(ColorScheme.LIGHT)
                        .setReducedMotion(ReducedMotion.REDUCE));
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Page page(String address) {
        Page page = context.newPage();
        page.navigate(address);
        page.waitForLoadState();
        page.evaluate(
                "() => Promise.all([...document.fonts].map(font => font.load().catch(() => font))).then(() => true)");
        page.reload(); // the fonts are there from the second look on
        page.waitForLoadState();
        return page;
    }

    private static Page built(String path) {
        return page(BuiltSite.get().folder().resolve(path).toUri().toString());
    }

    private static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name)));
        page.close();
    }

    private static void toTheTop(Locator locator) {
        locator.evaluate("element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 24)");
    }

    @Test
    void formOnTheSite() {
        Page page = built("contribute/write-a-practice.html");
        page.locator("[name=title]").fill("Walk in pairs");
        page.locator("[name=summary]")
                .fill("After lunch a group is tired and the shy ones stay silent."
                        + " Send people out in pairs with one question, and let each bring back one thing.");
        page.locator("[name=when]").fill("When energy is low and there is a path to walk on.");
        page.locator("[name=title]").focus();
        toTheTop(page.locator("h1"));
        page.waitForTimeout(1_000); // what is said of the text comes when somebody stops to write
        take(page, "form.png");
    }

    @Test
    void suggestAChange() {
        Page page = built("practices/know-your-role.html");
        Locator edit = page.locator(".colophon a").last();
        edit.evaluate("element => scrollTo(0, element.getBoundingClientRect().bottom + scrollY - innerHeight + 90)");
        edit.focus();
        take(page, "suggest-a-change.png");
    }

    @Test
    void whatChanged() throws IOException {
        Path root = Files.createDirectory(folder.resolve("changed"));
        PlaybookRepository repository = PlaybookRepository.in(root);
        Path practice = root.resolve("content/practices/leave-room-in-the-agenda.md");
        String text = Files.readString(practice);
        int sentence = text.indexOf("## What to do");
        Files.writeString(
                practice,
                text.substring(0, sentence).replaceFirst("\\b(many|too much|often|always)\\b", "usually")
                        + "## What to do\n\nAsk two people to look at the agenda with you before anybody else sees it.\n"
                        + text.substring(sentence + "## What to do".length()));
        Files.writeString(root.resolve("content/practices/walk-in-pairs.md"), """
                ---
                title: Walk in pairs
                summary: After lunch a group is tired and the shy ones stay silent. Send people out in pairs with one question.
                roles: [facilitator]
                time: 30-40 min
                ---

                ## What to do

                1. **Ask one question.** (10 min)
                2. **Send people out in pairs.** (20 min)
                """);
        assertThat(repository.run(List.of(), "review", "main"))
                .as(repository.said())
                .isZero();
        Page page = page(root.resolve("target/review/index.html").toUri().toString());
        toTheTop(page.locator("article.change", new Page.LocatorOptions().setHasText("Leave room")));
        take(page, "what-changed.png");
    }

    @Test
    void writersDesk() throws IOException {
        Path root = Files.createDirectory(folder.resolve("desk"));
        PlaybookRepository repository = PlaybookRepository.in(root);
        assertThat(repository.run(List.of(), "new", "practice", "Walk in pairs"))
                .isZero();
        Process server = repository.jar("serve").start();
        try {
            take(page(address(repository) + "practices/walk-in-pairs.html"), "serve.png");
        } finally {
            server.destroy();
        }
    }

    private static String address(PlaybookRepository repository) {
        for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
            Matcher address = ADDRESS.matcher(repository.said());
            if (address.find()) {
                return address.group();
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new IllegalStateException("no server: " + repository.said());
    }
}
