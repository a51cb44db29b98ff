package org.practiceplaybook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practiceplaybook.fixture.Axe;

/** No page of any kind has what axe calls a violation: light or dark, on a phone or at a desk. */
class AccessibilityIT {
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

    @ParameterizedTest
    @CsvSource({"LIGHT, 390", "DARK, 1360"})
    void everyKindOfPageIsAccessible(ColorScheme scheme, int width) {
        List<String> violations = new ArrayList<>();
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900);
        try (SubPathServer server = new SubPathServer(site.folder());
                BrowserContext context = chromium.browser().newContext(options);
                Visit visit = new Visit(context, server.address())) {
            for (String path : BuiltSite.kinds()) {
                visit.go(server.address() + path);
                Axe.violations(visit.page()).forEach(violation -> violations.add(path + " " + violation));
            }
        }
        assertThat(violations).isEmpty();
    }
}
