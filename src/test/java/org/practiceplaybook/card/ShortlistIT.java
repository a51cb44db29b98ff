package org.practiceplaybook.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a reader keeps, its order, its run, and the address that carries it. */
class ShortlistIT extends CardsSite {
    // ---- the shortlist ----

    @Test
    void whatIsKeptIsAListInOrderWithTimesAndWaysOn() {
        for (String slug : List.of("know-your-role", "hear-a-large-room", "ask-why-people-come")) {
            go("practices/" + slug + ".html");
            page.locator("[data-keep]").click();
            assertThat(page.locator("[data-keep]").textContent().strip()).isEqualTo("Kept");
        }
        go("shortlist.html");
        shows("[data-list] a", "Know your role", "Hear a large room", "Ask why people come");
        assertThat(page.url()).endsWith("#p=know-your-role,hear-a-large-room,ask-why-people-come");
        shows("[data-sum]", "In all: 1 hour 45 min – 2 hours 30 min, and 15–20 min for each person");
        page.locator("[data-list] li").first().locator("[data-by='1']").press("Enter");
        shows("[data-told]", "Know your role is number 2 of 3 now.");
        page.locator("[data-drag]").nth(2).press("ArrowUp");
        shows("[data-list] a", "Hear a large room", "Ask why people come", "Know your role");
        drag(2, 0);
        shows("[data-list] a", "Know your role", "Hear a large room", "Ask why people come");
        page.locator("[data-begins]").fill("10:00");
        shows("[data-list] .clock", "10:00", "11:15", "");
        page.locator("[data-run]").click();
        shows(".part h2", "Know your role", "Hear a large room", "Ask why people come");
        shows("[data-parts] .clock", "at 10:00", "at 11:15", "");
        page.locator("[data-back]").click();
        shows("[data-list] a", "Know your role", "Hear a large room", "Ask why people come");
        go("shortlist.html");
        page.locator("[data-deck]").click();
        page.waitForCondition(() -> page.locator(".front").count() == 3);
        shows(".fronts .face h2", "Know your role", "Hear a large room", "Ask why people come");
        go("practices/know-your-role.html");
        page.locator("[data-keep]").click();
        go("shortlist.html");
        shows("[data-list] a", "Hear a large room", "Ask why people come");
        page.locator("[data-out]").first().click();
        page.locator("[data-out]").first().click();
        assertThat(page.locator("[data-empty]").isVisible()).isTrue();
    }

    @Test
    void anotherTabAndTheWayBackShowTheListAsItIsNow() {
        go("practices/know-your-role.html");
        page.locator("[data-keep]").click();
        go("shortlist.html");
        shows("[data-list] a", "Know your role");
        Page other = context.newPage();
        other.navigate(folder.toUri() + "practices/%C3%BCber.html");
        other.locator("[data-keep]").click();
        shows("[data-list] a", "Know your role", "Over the fence");
        page.locator("[data-list] a").nth(1).click();
        page.waitForURL(url -> url.contains("practices/"));
        assertThat(page.locator("[data-keep]").textContent()).isEqualTo("Kept");
        page.locator("[data-keep]").click();
        page.goBack();
        shows("[data-list] a", "Know your role");
        assertThat(page.locator("[data-shared]").isVisible()).isFalse();
        page.reload();
        shows("[data-list] a", "Know your role");
        assertThat(page.locator("[data-shared]").isVisible()).isFalse();
    }

    @Test
    void whatFollowsATimePerPersonHasNoClockTime() {
        String list = "p=hear-a-large-room,%C3%BCber,know-your-role";
        go("shortlist.html#" + list);
        page.fill("[data-begins]", "10:00");
        shows("[data-list] .clock", "10:00", "10:45", "");
        shows("[data-ends]", "");
        go("shortlist.run.html?" + list + "&at=10:00");
        shows("[data-parts] .clock", "at 10:00", "at 10:45", "");
    }

    @Test
    void aRunThatIsGivenAnotherTimeBeginsThen() {
        go("practices/know-your-role.run.html?at=10:00");
        assertThat(page.locator("[data-begins] input").inputValue()).isEqualTo("10:00");
        go("practices/know-your-role.run.html?at=14:30");
        assertThat(page.locator("[data-begins] input").inputValue()).isEqualTo("14:30");
        page.locator("[data-begins] input").fill("15:00");
        page.locator("[data-begins] input").dispatchEvent("change");
        page.reload();
        assertThat(page.locator("[data-begins] input").inputValue()).isEqualTo("15:00");
    }

    @Test
    void aListThatCameWithTheAddressLeavesTheReadersOwnAlone() {
        go("practices/know-your-role.html");
        page.locator("[data-keep]").click();
        go("shortlist.html?p=hear-a-large-room,gone-long-ago,%3Cscript%3E");
        shows("[data-list] a", "Hear a large room");
        shows("[data-gone]", "No longer in this playbook: gone-long-ago.");
        assertThat(page.locator("[data-shared]").isVisible()).isTrue();
        page.locator("[data-own]").click();
        shows("[data-list] a", "Know your role");
        go("shortlist.html?p="
                + IntStream.range(0, 90).mapToObj(i -> "gone-" + i).collect(Collectors.joining(",")));
        shows("[data-gone]", "No longer in this playbook: gone-0, gone-1, gone-2, gone-3, gone-4 … (90).");
        go("shortlist.html#p=hear-a-large-room");
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.message());
            dialog.accept();
        });
        page.locator("[data-take]").click();
        go("shortlist.html");
        shows("[data-list] a", "Hear a large room");
        assertThat(asked).containsExactly("Make it mine? This cannot be taken back.");
        page.locator("[data-propose] summary").click();
        page.locator("[data-copy]").click();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("propose.title");
        page.locator("[id='propose.title']").fill("A \"large\" start");
        assertThat(page.locator("[data-file]").textContent())
                .contains("title: \"A \\\"large\\\" start\"", "  - practice: hear-a-large-room");
        assertThat(page.locator("[data-file-name]").textContent()).isEqualTo("pathways/a-large-start.md");
    }

    @Test
    void whatCouldNotBeLoadedStaysInTheList() {
        for (String slug : List.of("know-your-role", "hear-a-large-room")) {
            go("practices/" + slug + ".html");
            page.locator("[data-keep]").click();
        }
        page.route("**/cards/facts-*.js", route -> route.fulfill(new Route.FulfillOptions().setBody("")));
        go("shortlist.html");
        shows("[data-gone]", "Could not be loaded just now: know-your-role, hear-a-large-room. Load the page again.");
        go("shortlist.run.html");
        shows("[data-gone]", "Could not be loaded just now: know-your-role, hear-a-large-room. Load the page again.");
        page.unroute("**/cards/facts-*.js");
        go("shortlist.html");
        shows("[data-list] a", "Know your role", "Hear a large room");
    }

    @Test
    void theWayPastTheMenuLeavesAListOfAnAddressAlone() {
        go("shortlist.html#p=hear-a-large-room,ask-why-people-come");
        shows("[data-list] a", "Hear a large room", "Ask why people come");
        page.locator(".skip").press("Enter");
        page.waitForURL(url -> url.endsWith("#page.content"));
        shows("[data-list] a", "Hear a large room", "Ask why people come");
        assertThat(page.locator("[data-shared]").isVisible()).isTrue();
    }

    @Test
    void aBrowserThatKeepsNothingHasTheListInTheAddress() {
        context.addInitScript(
                "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } });");
        go("practices/know-your-role.html");
        page.locator("[data-keep]").click();
        page.waitForURL(url -> url.contains("shortlist.html"));
        page.waitForCondition(() -> page.locator("[data-list] a").count() == 1);
        assertThat(page.locator("[data-unkept]").isVisible()).isTrue();
        shows("[data-list] a", "Know your role");
    }
}
