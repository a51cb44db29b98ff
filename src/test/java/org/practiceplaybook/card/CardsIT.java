package org.practiceplaybook.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practiceplaybook.fixture.Axe;
import org.practiceplaybook.library.Addresses;

/** Cards as Chromium lays them out and prints them, and the list of what a reader keeps; all of it from a disk. */
class CardsIT extends CardsSite {
    // ---- what fits ----

    @Test
    void textsHaveTheLinesThatTheyWereMeasuredToHave() throws IOException {
        CardFit fit = CardFit.of(site.editions().get(0).theme(), Optional.empty());
        List<String> texts = texts();
        assertThat(texts).hasSizeGreaterThan(1500);
        go("cards/index.html");
        int equal = 0;
        int all = 0;
        List<String> fewer = new ArrayList<>();
        for (Object[] style : new Object[][] {
            {"p", "said", fit.serif().orElseThrow(), 12.5, 17.5, false, CardFit.WIDTH},
            {"p", "one", fit.serif().orElseThrow(), 10.5, 14.0, false, CardFit.WIDTH},
            {"h2", "", fit.serif().orElseThrow(), 22.0, 25.0, true, CardFit.WIDTH},
            {"p", "", fit.sans().orElseThrow(), 9.5, 12.5, false, CardFit.WIDTH - 16}
        }) {
            List<?> lines = (List<?>) page.evaluate("""
                    ([texts, tag, name, line, width]) => {
                      const face = document.createElement("section");
                      face.className = "face";
                      face.style.height = "auto";
                      face.style.overflow = "visible";
                      const box = document.createElement("div");
                      box.style.width = `${width}pt`;
                      face.append(box);
                      document.querySelector("main").append(face);
                      const made = texts.map((text) => {
                        const element = document.createElement(tag);
                        element.className = name;
                        element.textContent = text;
                        box.append(element);
                        return element;
                      });
                      const lines = made.map((one) => Math.round(one.getBoundingClientRect().height / (line * 96 / 72)));
                      face.remove();
                      return lines;
                    }""", List.of(texts, style[0], style[1], style[4], style[6]));
            for (int i = 0; i < texts.size(); i++) {
                int ours = TextLines.of(
                                texts.get(i), (Typeface) style[2], (double) style[3], (boolean) style[5], (double)
                                        style[6])
                        .count();
                int theirs = ((Number) lines.get(i)).intValue();
                all++;
                equal += ours == theirs ? 1 : 0;
                if (ours < theirs) {
                    fewer.add(style[0] + "." + style[1] + " " + ours + " not " + theirs + ": " + texts.get(i));
                }
            }
        }
        System.out.println("lines: " + equal + " of " + all);
        assertThat(fewer).isEmpty();
        assertThat(equal).isGreaterThanOrEqualTo((int) Math.ceil(all * 0.995));
    }

    @Test
    void nothingIsCutOffOnACard() {
        go("cards/index.html");
        assertThat(page.locator(".face").count())
                .isEqualTo(2 * CardMaker.practices(site.editions().get(0)).size());
        for (String deck : List.of("cards/index.html", "cards/questions.html", "cards/rungs.html")) {
            go(deck);
            assertThat(page.evaluate("""
                            () => Array.from(document.querySelectorAll(".face, .face h2, .face .said, .face .one, .face .asked"))
                              .filter((one) => one.scrollWidth > one.clientWidth + 1
                                || one.scrollHeight > one.clientHeight + parseFloat(getComputedStyle(one).lineHeight) * 0.6)
                              .map((one) => `${one.className} ${one.textContent.trim().slice(0, 60)}`)""")).as(deck).isEqualTo(List.of());
        }
    }

    @ParameterizedTest
    @CsvSource({"210mm, 297mm, ltr", "8.5in, 11in, ltr", "8.5in, 11in, rtl"})
    void everyCodeIsReadFromTheSheetAndLiesBehindItsFront(String width, String height, String direction)
            throws IOException {
        boolean leftToRight = direction.equals("ltr");
        go("cards/index.html");
        page.evaluate("direction => { document.documentElement.dir = direction; }", direction);
        List<String> order = page.locator(".fronts .face").all().stream()
                .map(face -> face.getAttribute("data-of"))
                .toList();
        double margin = 18 * 25.4 / 96;
        List<Sheet> sheets = printed(width, height);
        assertThat(sheets).hasSize(2 * ((order.size() + 3) / 4));
        List<String> read = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i += 2) {
            Sheet front = sheets.get(i);
            assertThat(front.codes()).as("codes on fronts").isEmpty();
            double cutX = front.mark(true, 2, 95, 120);
            double cutY = front.mark(false, 2 + (front.across() - 210) / 2, 130, 150);
            assertThat(cutX).isCloseTo(front.across() / 2, within(0.2));
            assertThat(cutY).isCloseTo(139.7, within(0.2));
            Map<Integer, String> behind = new TreeMap<>();
            for (Code code : sheets.get(i + 1).codes()) {
                // turned over its long edge, a sheet has its columns the other way round
                behind.put(2 * code.row() + (leftToRight ? 1 - code.column() : code.column()), code.text());
                double card = front.across() - cutX - 105 + 105 * code.column();
                if (leftToRight) {
                    assertThat(code.left() - card).as("left of %s", code).isCloseTo(margin, within(0.2));
                }
                assertThat(cutY + 139.7 * code.row() - code.bottom())
                        .as("below %s", code)
                        .isCloseTo(margin, within(0.2));
            }
            read.addAll(behind.values());
        }
        assertThat(read)
                .extracting(code -> code.replaceFirst("#card=[0-9a-f]{20}$", ""))
                .containsExactlyElementsOf(order.stream()
                        .map(slug -> "https://practices.collaboration.earth/playbook/practices/" + Addresses.url(slug)
                                + ".html")
                        .toList());
        assertThat(read).allMatch(code -> code.matches(".*#card=[0-9a-f]{20}"));
    }

    @Test
    void theHolderOfAnOlderCardIsToldWhatHasChanged() {
        String marks = marks("know-your-role");
        go("practices/know-your-role.html#card=" + marks);
        page.waitForCondition(
                () -> page.evaluate("() => Boolean(window.playbookKept)").equals(true));
        page.waitForTimeout(200);
        assertThat(page.locator("main .notice").count()).isZero();
        // another mark, another summary and other steps
        String older = (marks.startsWith("0") ? "1" : "0")
                + marks.substring(1, 8)
                + other(marks, 8)
                + marks.substring(10, 14)
                + other(marks, 14)
                + marks.substring(16);
        go("practices/know-your-role.html#card=" + older);
        shows(
                "main .notice",
                "This page has changed since your card was printed. Changed: summary, steps. Print today's card");
        page.locator("main .notice a").click();
        shows(".fronts .face h2", "Know your role");
        go("practices/know-your-role.html#card=<img src=x onerror=alert(1)>");
        page.waitForTimeout(200);
        assertThat(page.locator("main .notice").count()).isZero();
    }

    // ---- which cards ----

    @Test
    void theAddressChoosesCardsAndNamesWhatIsGone() {
        go(
                "cards/index.html#p=know-your-role,gone-long-ago,%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E,ask-why-people-come,__proto__");
        shows(".fronts .face h2", "Know your role", "Ask why people come");
        shows(".backs .face .back-title", "Ask why people come", "Know your role");
        assertThat(page.locator(".backs .face .back-title")
                        .evaluateAll("titles => titles.map(title => getComputedStyle(title).textWrapMode)"))
                .as("a title on a back has one line")
                .isEqualTo(List.of("nowrap", "nowrap"));
        assertThat(page.locator(".backs .cell").first().textContent()).contains("Ask why people come");
        assertThat(texts("[data-selected]").get(0))
                .contains("2 chosen", "Not here: gone-long-ago.")
                .doesNotContain("img", "proto");
        page.locator("[value=fold]").check();
        assertThat(page.locator(".card-sheet").count()).isEqualTo(1);
        shows(
                ".card-sheet .face :is(h2, .back-title)",
                "Know your role",
                "Know your role",
                "Ask why people come",
                "Ask why people come");
        page.locator("[data-whole]").click();
        page.waitForCondition(() -> page.locator(".front").count() > 10);
        assertThat(page.locator("[data-selected]").isVisible()).isFalse();
        assertThat(page.locator(".front").count()).isGreaterThan(10);
    }

    @Test
    void theBacksMoveAsThePrinterNeedsItAndTheBrowserRemembers() {
        go("cards/index.html");
        Locator back = page.locator(".backs .face").first();
        double before = back.boundingBox().x;
        page.locator(".printing summary").click();
        page.locator("[name=x]").fill("2");
        page.locator("[name=y]").click();
        assertThat(back.boundingBox().x - before).isCloseTo(2 * 96 / 25.4, within(0.3));
        go("cards/index.html");
        assertThat(page.locator("[name=x]").inputValue()).isEqualTo("2");
        assertThat(page.locator(".backs .face").first().boundingBox().x - before)
                .isCloseTo(2 * 96 / 25.4, within(0.3));
    }

    @Test
    void withoutScriptTheWholeDeckIsThere() {
        try (BrowserContext bare =
                chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page tab = bare.newPage();
            tab.navigate(folder.toUri() + "cards/index.html#p=know-your-role");
            assertThat(tab.locator(".front").count()).isGreaterThan(10);
            assertThat(tab.locator("[data-printing]").isVisible()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cards/index.html?p=know-your-role, DARK",
        "cards/rungs.html, LIGHT",
        "shortlist.html?p=know-your-role%2Chear-a-large-room, LIGHT",
        "shortlist.html?p=know-your-role%2Cgone, DARK",
        "shortlist.run.html?p=know-your-role%2Cgone, DARK"
    })
    void everybodyCanUseThePagesOnASmallPhoneToo(String path, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        go(path);
        page.waitForCondition(
                () -> page.locator(":is(.front, [data-list] li, .part)").count() > 0);
        assertThat(Axe.violations(page)).isEmpty();
        page.setViewportSize(320, 640);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        assertThat((Integer) page.evaluate("document.documentElement.scrollHeight"))
                .isLessThan(12 * 640);
    }
}
