package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practiceplaybook.fixture.Axe;

/** The page "What changed", made by the finished jar in a repository, opened from a disk as a reviewer opens it. */
class ReviewIT {
    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static PlaybookRepository repository;
    private static Path page;

    @BeforeAll
    static void review() throws IOException {
        repository = PlaybookRepository.in(folder);
        Path practice = folder.resolve("content/practices/know-your-role.md");
        Files.writeString(practice, Files.readString(practice).replaceFirst("(?s)## When to use.*?## What to do", """
                ## When to use

                Whenever somebody asks "could staff do this?".

                | Who | What |
                |---|---|
                | staff | <script>alert(1)</script> |

                ## What to do"""));
        Files.delete(folder.resolve("content/practices/ask-why-people-come.md"));
        Files.move(
                folder.resolve("content/practices/say-what-we-do.md"),
                folder.resolve("content/practices/say-what-we-do-and-do-not.md"));
        Files.writeString(folder.resolve("content/practices/walk.md"), """
                ---
                title: Walk in pairs and then walk on for averylongwordindeedthatnoscreencouldeverholdinasingleline
                summary: After lunch a group is tired. Send people out in pairs.
                ---

                Text with a [link](know-your-role.md) and `code that is rather long and does not break at all`.
                """);
        assertThat(repository.run(List.of(), "review", "main")).isEqualTo(1);
        page = folder.resolve("target/review/index.html");
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"390, LIGHT", "390, DARK", "1280, LIGHT", "1280, DARK"})
    void isReadableByEverybody(int width, ColorScheme scheme) {
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme);
        try (BrowserContext context = chromium.browser().newContext(options);
                Visit visit = new Visit(context, folder.toUri().toString())) {
            visit.go(page.toUri().toString());
            assertThat(visit.complaints()).isEmpty();
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .as("it can be read without moving sideways")
                    .satisfies(over -> assertThat(((Number) over).intValue()).isLessThanOrEqualTo(0));
            assertThat(Axe.violations(visit.page())).isEmpty();
        }
    }

    @Test
    void leadsToThePageAsItWouldBe() {
        try (BrowserContext context = chromium.browser().newContext();
                Visit visit = new Visit(context, folder.toUri().toString())) {
            visit.go(page.toUri().toString());
            visit.page()
                    .locator(
                            "article.change",
                            new com.microsoft.playwright.Page.LocatorOptions().setHasText("Know your role"))
                    .first()
                    .locator("text=Open the page")
                    .click();
            assertThat(visit.page().url()).endsWith("/site/practices/know-your-role.html");
            assertThat(visit.page().locator("h1").textContent()).isEqualTo("Know your role");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void isValidHtml() throws Exception {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        assertThat(validator.validate(page).lines().filter(line -> !line.contains(": info")))
                .isEmpty();
    }

    @Test
    void withoutGitItSaysSo() throws IOException {
        assertThat(repository.run(List.of("PATH=" + folder.resolve("nothing-here")), "review", "main"))
                .isEqualTo(3);
        assertThat(repository.said()).startsWith("playbook: git is needed for this and is not installed here");
    }

    @Test
    void writesTheSummaryOfAWorkflow() throws IOException {
        Path summary = folder.resolve("step-summary.md");
        repository.run(List.of("GITHUB_STEP_SUMMARY=" + summary), "review", "main");
        assertThat(Files.readString(summary)).contains("## What changed").contains("Walk in pairs");
    }
}
