package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A meeting is run from a page: on a phone step by step, on paper all at once, from a disk as from the web. */
class RunIT {
    private static final String PRACTICE = "practices/meet-before-you-decide.run.html";
    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    private static Chromium chromium;
    private static BuiltSite site;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        site = BuiltSite.get();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    private static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions().setViewportSize(390, 844).setTimezoneId("Europe/Berlin");
    }

    private static String disk(String path) {
        return site.folder().resolve(path).toUri().toString();
    }

    private static List<String> shown(Page page) {
        return page.locator(".screen.here")
                .evaluateAll("all => all.map(one => one.id)")
                .toString()
                .transform(text -> List.of(text.substring(1, text.length() - 1).split(", ")));
    }

    private static String text(Page page, String selector) {
        return page.locator(selector).innerText().strip();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneStepIsOnTheScreenAndTheClockIsKept(boolean fromDisk) {
        try (SubPathServer server = new SubPathServer(site.folder());
                BrowserContext context = chromium.browser().newContext(phone());
                Visit visit = new Visit(context, fromDisk ? disk("") : server.address())) {
            Page page = visit.page();
            page.clock().install(new com.microsoft.playwright.Clock.InstallOptions().setTime("2026-11-27T09:58:20Z"));
            visit.go((fromDisk ? disk("") : server.address()) + PRACTICE);
            assertThat(shown(page)).containsExactly("run.ready");
            page.fill("[data-begins] input", "10:15");
            page.dispatchEvent("[data-begins] input", "change");
            page.locator("[data-begins] input").blur();
            assertThat(page.locator(".overview .clock").allInnerTexts())
                    .containsExactly("at 10:15", "at 10:17", "at 10:23", "at 10:31", "at 10:39", "at 10:43");
            assertThat(text(page, "[data-ends]")).isEqualTo("and end at 10:45");

            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(shown(page)).containsExactly("run.1.2");
            assertThat(page.url()).endsWith("#run.1.2");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("run.1.2-title");
            assertThat(page.locator(".at-hand li:visible").count()).isEqualTo(2);
            assertThat(text(page, "[data-digits]")).isEqualTo("6:00");

            page.click("[data-go]");
            assertThat(page.locator("[data-says]").textContent()).isEqualTo("Step 2 of 6: 6 min");
            // a locked screen: nothing runs until it is looked at again
            page.clock().fastForward("05:10");
            assertThat(text(page, "[data-digits]")).isEqualTo("0:50");
            assertThat(page.locator("[data-says]").textContent()).isEqualTo("1 min left");
            page.clock().fastForward("00:55");
            assertThat(text(page, "[data-digits]")).startsWith("+0:0");
            assertThat(page.locator("[data-says]").textContent()).isEqualTo("The time is up.");
            page.click("[data-more]");
            assertThat(text(page, "[data-digits]")).startsWith("4:5");
            page.click("[data-turn='1']");
            // begun at 10:58, six minutes and five more
            assertThat(text(page, ".screen.here .clock")).isEqualTo("at 11:09");
            assertThat(text(page, "[data-timed]")).isEqualTo("Step 2 of 6");

            page.reload();
            assertThat(shown(page)).containsExactly("run.1.3");
            assertThat(text(page, "[data-digits]")).startsWith("4:");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void timeThatRunsOverMovesWhatFollows() {
        try (BrowserContext context = chromium.browser().newContext(phone());
                Visit visit = new Visit(context, disk(""))) {
            Page page = visit.page();
            page.clock().install(new com.microsoft.playwright.Clock.InstallOptions().setTime("2026-11-27T09:12:00Z"));
            visit.go(disk(PRACTICE) + "#run.1.1");
            page.click("[data-go]");
            assertThat(page.locator("[data-begins] input").inputValue()).isEqualTo("10:12");
            page.clock().fastForward("15:00");
            page.clock().runFor(1000);
            assertThat(page.locator(".overview .clock").allTextContents())
                    .containsExactly("at 10:12", "at 10:27", "at 10:33", "at 10:41", "at 10:49", "at 10:53");
            page.reload();
            assertThat(page.locator("[data-begins] input").inputValue()).isEqualTo("10:12");
            assertThat(page.locator("[data-ends]").textContent()).isEqualTo("and end at 10:55");
            page.click("[data-turn='1']");
            assertThat(text(page, "[data-go]")).isEqualTo("Start: Step 2 of 6");
            assertThat(page.locator("[data-more]").isVisible()).isFalse();
            page.focus("[data-go]");
            page.keyboard().press("s");
            assertThat(text(page, "[data-go]")).isEqualTo("Pause");
            page.clock().fastForward("01:00");
            page.keyboard().press("s");
            page.clock().fastForward("20:00");
            page.clock().runFor(1000);
            // begun at 10:27, five of six minutes are left at 10:48
            assertThat(page.locator(".overview .clock").allTextContents().get(2))
                    .isEqualTo("at 10:53");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void whatIsWrittenIsPrintedAndLostOnlyWhereThatIsWanted() {
        try (BrowserContext context = chromium.browser().newContext(phone())) {
            Page page = context.newPage();
            List<Boolean> answers = new ArrayList<>(List.of(false, true));
            page.onDialog(dialog -> {
                assertThat(dialog.message()).isEqualTo("Clear notes and times? This cannot be taken back.");
                if (answers.remove(0)) {
                    dialog.accept();
                } else {
                    dialog.dismiss();
                }
            });
            page.navigate(disk(PRACTICE) + "#run.end");
            page.fill("#run\\.notes", "Five came.");
            assertThat(page.locator(".notes [data-written]").textContent()).isEqualTo("Five came.");
            page.click("[data-anew]");
            assertThat(page.inputValue("#run\\.notes")).isEqualTo("Five came.");
            page.click("[data-anew]");
            assertThat(page.inputValue("#run\\.notes")).isEmpty();
            assertThat(answers).isEmpty();
        }
    }

    @Test
    void theWayPastTheMenuAndTheWayBackKeepToTheScreens() {
        try (BrowserContext context = chromium.browser().newContext(phone())) {
            Page page = context.newPage();
            page.navigate(disk(PRACTICE));
            page.locator(".overview a").nth(2).click();
            page.waitForCondition(() -> shown(page).equals(List.of("run.1.3")));
            page.locator(".skip").press("Enter");
            page.reload();
            assertThat(shown(page)).containsExactly("run.1.3");
            page.navigate(disk(PRACTICE));
            page.locator(".overview a").nth(1).click();
            page.waitForCondition(() -> shown(page).equals(List.of("run.1.2")));
            page.goBack();
            page.waitForCondition(() -> shown(page).equals(List.of("run.ready")));
        }
    }

    @Test
    void whatWasNotedIsInTheFormOfTheLog() {
        try (BrowserContext context = chromium.browser().newContext(phone());
                Visit visit = new Visit(context, disk(""))) {
            Page page = visit.go(disk(PRACTICE) + "#run.end").page();
            page.fill("#run\\.notes", "We began late & laughed.\nTwo pairs stayed.");
            page.reload();
            assertThat(page.inputValue("#run\\.notes")).startsWith("We began late");
            page.click("[data-tell]");
            page.waitForFunction("() => document.querySelector('[name=happened]').value !== ''");
            assertThat(page.inputValue("[name=happened]")).isEqualTo("We began late & laughed.\nTwo pairs stayed.");
            assertThat(page.inputValue("[name=practice]")).isEqualTo("meet-before-you-decide");
            assertThat(page.inputValue("[name=when]")).matches("\\d{4}-\\d{2}");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatAReaderKeepsIsRunAsOneMeeting(boolean fromDisk) {
        try (SubPathServer server = new SubPathServer(site.folder());
                BrowserContext context = chromium.browser().newContext(phone());
                Visit visit = new Visit(context, fromDisk ? disk("") : server.address())) {
            String list = "shortlist.html#p=hear-a-large-room,gone-long-ago,meet-before-you-decide";
            Page page =
                    visit.go((fromDisk ? disk("") : server.address()) + list).page();
            page.fill("[data-begins]", "10:00");
            page.click("[data-run]");
            page.waitForCondition(() -> page.locator(".part").count() == 2);
            assertThat(page.locator(".overview:visible li").allInnerTexts())
                    .extracting(line -> line.replaceAll("\\s+", " "))
                    .containsExactly(
                            "Hear a large room 45 min in all at 10:00",
                            "Meet before you decide 30 min in all at 10:45");
            assertThat(text(page, "[data-sum]")).startsWith("In all: ");
            page.fill("[data-first]", "14:30");
            page.dispatchEvent("[data-first]", "change");
            assertThat(page.locator("[data-parts] .clock").allInnerTexts()).containsExactly("at 14:30", "at 15:15");
            page.fill("[data-first]", "10:00");
            page.dispatchEvent("[data-first]", "change");
            assertThat(page.locator(".bring li").count()).isGreaterThan(3);
            assertThat(page.locator("[data-gone]").isVisible()).isFalse();
            assertThat(page.evaluate(
                            "() => new Set(Array.from(document.querySelectorAll('[id]'), (one) => one.id)).size"
                                    + " === document.querySelectorAll('[id]').length"))
                    .isEqualTo(true);
            page.click("[data-parts] li:nth-child(2) a");
            assertThat(shown(page)).containsExactly("run.2");
            assertThat(text(page, ".here .label")).isEqualTo("Step 2 of 2");
            page.keyboard().press("ArrowRight");
            assertThat(shown(page)).containsExactly("run.2.1");
            assertThat(text(page, ".here .clock")).isEqualTo("at 10:45");
            page.reload();
            page.waitForCondition(() -> shown(page).equals(List.of("run.2.1")));
            page.click("[data-notes] summary");
            page.fill("#run\\.notes", "Both went well.");
            assertThat(page.getAttribute("[data-tell]", "href"))
                    .contains("?practice=hear-a-large-room&practice=meet-before-you-decide#notes:")
                    .contains("Both+went+well");
            // what is gone is told, and another list is another meeting
            visit.go(
                    (fromDisk ? disk("") : server.address())
                            + "shortlist.run.html?p=hear-a-large-room,ask-why-people-come,gone-long-ago,meet-before-you-decide&at=09:05");
            page.waitForCondition(() -> page.locator(".part").count() == 3);
            // what is done beforehand takes none of the meeting's time
            assertThat(page.locator("[data-parts] .clock").allTextContents())
                    .containsExactly("at 09:05", "", "at 09:50");
            assertThat(text(page, "[data-gone]")).isEqualTo("No longer in this playbook: gone-long-ago.");
            assertThat(page.locator("[data-begin]").isVisible()).isTrue();
            visit.go((fromDisk ? disk("") : server.address()) + "shortlist.run.html?p=%3Cimg%20src=x%3E,gone");
            page.waitForCondition(() -> page.locator("[data-empty]").isVisible());
            assertThat(page.locator("[data-begin], .end").allTextContents()).isNotEmpty();
            assertThat(page.locator("[data-begin]").isVisible()).isFalse();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void withoutScriptAllStepsStandBelowEachOther() {
        try (BrowserContext context = chromium.browser().newContext(phone().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(disk(PRACTICE));
            assertThat(page.locator(".screen:visible").count()).isEqualTo(8);
            assertThat(page.locator(".run-bar").isVisible()).isFalse();
            assertThat(page.locator(".at-hand li:visible").count()).isEqualTo(5);
        }
    }

    @Test
    void onPaperItIsOneSheet() {
        List<String> longer = new ArrayList<>();
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            for (String path : site.pages()) {
                if (path.endsWith(".run.html")) {
                    page.navigate(disk(path));
                    byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(false));
                    long sheets = SHEET.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                            .results()
                            .count();
                    assertThat(sheets).isPositive();
                    if (sheets > 1) {
                        longer.add(path + " " + sheets);
                    }
                }
            }
        }
        assertThat(longer).isEmpty();
    }
}
