package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practiceplaybook.fixture.Axe;

/**
 * A page of each kind, loaded once and looked at on every screen: it does not jump, nothing is cut off at the side, and axe
 * finds no violation, light on a phone and dark at a desk. A screen is a matter of style sheets, so that none needs another visit.
 */
class KindsIT {
    private static final int PHONE = 390;
    private static final int DESK = 1360;
    private static final int[] OTHERS = {320, 768, 1024, 2200};

    private static Chromium chromium;
    private static SubPathServer server;
    private static Visit visit;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        server = new SubPathServer(BuiltSite.get().folder());
        BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(PHONE, 844));
        context.addInitScript(
                "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.shift += e.value))"
                        + ".observe({type: 'layout-shift', buffered: true});");
        visit = new Visit(context, server.address());
    }

    @AfterAll
    static void stop() {
        server.close();
        chromium.close();
    }

    @ParameterizedTest
    @MethodSource("org.practiceplaybook.browser.BuiltSite#kinds")
    void standsStillFitsAndIsAccessibleOnEveryScreen(String path) {
        List<String> faults = new ArrayList<>();
        visit.complaints().clear();
        Page page = visit.page();
        page.setViewportSize(PHONE, 844);
        visit.go(server.address() + path);
        page.evaluate("() => document.fonts.ready.then(() => true)");
        double shift = ((Number) page.evaluate("() => window.shift")).doubleValue();
        assertThat(shift).as("it jumps").isLessThan(0.05);
        look(page, PHONE, ColorScheme.LIGHT, faults);
        look(page, DESK, ColorScheme.DARK, faults);
        for (int width : OTHERS) {
            resize(page, width, faults);
        }
        assertThat(visit.complaints()).isEmpty();
        assertThat(faults).isEmpty();
    }

    private static void look(Page page, int width, ColorScheme scheme, List<String> faults) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        resize(page, width, faults);
        Axe.violations(page).forEach(violation -> faults.add(scheme + " at " + width + ": " + violation));
    }

    private static void resize(Page page, int width, List<String> faults) {
        page.setViewportSize(width, 844);
        int over = (Integer)
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over > 0) {
            faults.add("cut off at " + width + " by " + over);
        }
    }
}
