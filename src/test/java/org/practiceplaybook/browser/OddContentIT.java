package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.Photo;
import org.practiceplaybook.fixture.PlaybookFolder;

/** Whatever people write, pages hold their shape on the narrowest screen. */
class OddContentIT {
    private static final int NARROWEST = 320;
    private static final String OWN_RUN =
            "shortlist.run.html?p=long-title,unbroken,gone-long-ago,one-section,sixty-steps,forty-relations&at=10:00";

    @TempDir
    static Path temp;

    private static Chromium chromium;
    private static Path site;

    @BeforeAll
    static void build() throws IOException {
        PlaybookFolder playbook = new PlaybookFolder(temp.resolve("content"));
        Path content = Path.of("content");
        try (Stream<Path> files = Files.walk(content)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                playbook.with(content.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        practice(
                playbook,
                "long-title",
                "Wörter ohne Ende 会议 اجتماع 🙂 ".repeat(12).substring(0, 300),
                "",
                "1. **Go.** Now.");
        practice(
                playbook,
                "unbroken",
                "W".repeat(120),
                "",
                "1. **" + "B".repeat(150) + ".** " + "c".repeat(300) + "\n\n" + "| kkkkkkkkkkkk ".repeat(20) + "|\n"
                        + "|---".repeat(20) + "|");
        playbook.with(
                "practices/one-section.md",
                "---",
                "title: One",
                "summary: It has one.",
                "---",
                "",
                "## When to use",
                "",
                "Now.");
        practice(
                playbook,
                "sixty-steps",
                "Sixty steps",
                "group: 2-100",
                IntStream.rangeClosed(1, 60)
                        .mapToObj(i -> i + ". **Step " + i + " of very many.** Do this. (2 min)\n")
                        .collect(Collectors.joining()));
        IntStream.range(0, 40)
                .forEach(i ->
                        practice(playbook, "fellow-" + i, "Fellow " + i + " 👩‍👩‍👧 नमस्ते", "", "1. **Go.** Now."));
        practice(
                playbook,
                "forty-relations",
                "Forty relations",
                "related: ["
                        + IntStream.range(0, 40).mapToObj(i -> "fellow-" + i).collect(Collectors.joining(", ")) + "]",
                "1. **Go.** Now. ![A wide photo](wide.jpg)");
        Files.write(
                temp.resolve("content/practices/wide.jpg"), Photo.of(2000, 500, "jpg", BufferedImage.TYPE_3BYTE_BGR));
        IntStream.range(0, 500)
                .forEach(i -> playbook.attempt(
                        "try-" + i,
                        "forty-relations",
                        "result: " + List.of("went-well", "mixed", "fell-short").get(i % 3)));
        site = temp.resolve("site");
        assertThat(BuiltSite.build(temp.resolve("content"), site)).isZero();
        chromium = Chromium.start();
    }

    private static void practice(PlaybookFolder playbook, String slug, String title, String more, String steps) {
        playbook.with(
                "practices/" + slug + ".md",
                "---",
                "title: \"" + title + "\"",
                "summary: " + ("unbroken".equals(slug) ? "a".repeat(200) : "About it. 🎉"),
                "challenges: [running-on-empty]",
                more,
                "---",
                "",
                "## What to do",
                "",
                steps);
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void everyPageHoldsItsShape() {
        List<String> pages = new ArrayList<>(BuiltSite.kinds());
        pages.removeIf(page -> page.equals("404.html") || !Files.exists(site.resolve(page)));
        for (String slug :
                List.of("long-title", "unbroken", "one-section", "sixty-steps", "forty-relations", "fellow-3")) {
            pages.add("practices/" + slug + ".html");
        }
        for (String run : List.of("long-title", "unbroken", "sixty-steps")) {
            pages.add("practices/" + run + ".run.html");
        }
        pages.addAll(List.of(
                "practice-map.html",
                "who-does-what.html",
                "due-for-review.html",
                "help-write.html",
                "attempts/try-3.html",
                "cards/index.html?p=long-title,unbroken",
                "shortlist.html?p=long-title,unbroken,gone-long-ago",
                OWN_RUN));
        String home = site.toUri().toString();
        Map<String, Object> wide = new java.util.TreeMap<>();
        try (BrowserContext context =
                        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(NARROWEST, 640));
                Visit visit = new Visit(context, home)) {
            for (String page : pages.stream().distinct().toList()) {
                visit.go(home + page);
                if (page.equals(OWN_RUN)) {
                    visit.page()
                            .waitForCondition(() ->
                                    visit.page().locator("[data-parts] li").count() == 5);
                }
                Object width = visit.page().evaluate("() => document.documentElement.scrollWidth");
                if (!Integer.valueOf(NARROWEST).equals(width)) {
                    wide.put(page, width);
                }
            }
            assertThat(wide).as("pages that scroll sideways").isEmpty();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    /** A phone loads the picture that it shows, and its place is kept free before it is there. */
    @Test
    void aPictureComesAsWideAsItIsShown() {
        String home = site.toUri().toString();
        try (BrowserContext context =
                        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(390, 844));
                Visit visit = new Visit(context, home)) {
            visit.go(home + "practices/forty-relations.html");
            visit.page().locator(".text img").scrollIntoViewIfNeeded();
            visit.page().waitForCondition(() -> (Boolean)
                    visit.page().locator(".text img").evaluate("image => image.complete && image.naturalWidth > 0"));
            assertThat((String) visit.page().locator(".text img").evaluate("image => image.currentSrc"))
                    .matches(".*/pictures/practices/wide-[0-9a-f]{8}-480\\.jpg");
            assertThat(visit.page().locator(".text img").boundingBox().height)
                    .isEqualTo(visit.page().locator(".text img").boundingBox().width / 4);
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
