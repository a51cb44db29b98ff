package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;

/** The lists of three hundred practices on a phone. */
class LongListsIT {
    private static final int PRACTICES = 300;
    private static final int MOST_SCREENS = 12;
    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;
    private static final String QUESTION = "\n- What would stop tomorrow if we stepped back, who would pick it up?";

    @Test
    void noListIsTallerThanADozenScreens(@TempDir Path folder) throws IOException {
        PlaybookFolder playbook = new PlaybookFolder(folder.resolve("content"))
                .with("playbook.yml", "name: Many practices")
                .with(
                        "taxonomy/challenges.yml",
                        "busy:",
                        "  name: We have too much to do",
                        "  definition: Always more.")
                .with("taxonomy/roles.yml", "host:", "  name: Host", "  definition: Who invites.");
        List<String> slugs = new ArrayList<>();
        for (int i = 0; i < PRACTICES; i++) {
            String name = (char) ('a' + i % 26) + "-practice-with-a-name-of-some-length-" + i;
            slugs.add(name);
            playbook.practice(
                    name,
                    "challenges: [busy]",
                    "roles: [host]",
                    "time: 30 min",
                    "group: 6-16",
                    i > 0 && i < 100 ? "related: [" + slugs.get(i - 1) + "]" : "materials: [pens]",
                    i % 3 == 0 ? "reviewed: 2024-0" + (1 + i % 9) : "experience: some");
            if (i < 36) {
                Files.writeString(
                        playbook.root().resolve("practices/" + name + ".md"),
                        "\n## Ask yourselves\n" + QUESTION.repeat(7),
                        StandardOpenOption.APPEND);
            }
            if (i % 2 == 0) {
                playbook.attempt("attempt-" + i, name, "result: mixed", "when: 2025-0" + (1 + i % 9));
            }
        }
        Path site = folder.resolve("site");
        assertThat(BuiltSite.build(playbook.root(), site, "--downloads", "none"))
                .isZero();
        List<String> lists = BuiltSite.pages(site).stream()
                .filter(page -> page.matches("(practices|attempts)/index.*|(challenges/busy|roles/host|due-for-review"
                        + "|help-write|search|index|prompts|practice-map)(\\.\\d)?\\.html"))
                .toList();
        assertThat(lists)
                .contains(
                        "practices/index.5.html",
                        "due-for-review.2.html",
                        "prompts.4.html",
                        "challenges/busy.2.html",
                        "practice-map.2.html");
        List<String> tall = new ArrayList<>();
        try (Chromium chromium = Chromium.start();
                BrowserContext context =
                        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT));
                Visit visit = new Visit(context, site.toUri().toString())) {
            for (String page : lists) {
                visit.go(site.resolve(page).toUri().toString());
                int height = (Integer) visit.page().evaluate("() => document.documentElement.scrollHeight");
                if (height > MOST_SCREENS * HEIGHT) {
                    tall.add(page + ": " + height);
                }
            }
            visit.go(site.resolve("practices/index.html").toUri().toString());
            visit.page()
                    .locator(".letters a", new Page.LocatorOptions().setHasText("Z"))
                    .click();
            assertThat(visit.page().url()).contains("practices/index.5.html#letter.");
            visit.go(site.resolve("challenges/busy.html").toUri().toString());
            assertThat(visit.page().locator(".group-name").allTextContents()).startsWith("Tried and told");
            Locator rest = visit.page().locator(".show-all .rows li");
            assertThat(rest.count()).isEqualTo(48);
            String shown = "row => row.checkVisibility({ contentVisibilityAuto: true })";
            assertThat(rest.last().evaluate(shown)).isEqualTo(false);
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(rest.last().evaluate(shown)).isEqualTo(true);
            assertThat(visit.page().locator(".show-all .plain li").last().evaluate(shown))
                    .isEqualTo(true);
            assertThat(visit.page().locator(".show-all summary:visible").count())
                    .isZero();
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            visit.page().locator(".show-all summary").first().click();
            assertThat(rest.last().evaluate(shown)).isEqualTo(true);
            visit.page().locator(".narrow-in a").first().click();
            assertThat(visit.page().url()).endsWith("search.html?challenge=busy");
            visit.page().locator(".search-results a.hit").first().waitFor();
        }
        assertThat(tall).isEmpty();
    }
}
