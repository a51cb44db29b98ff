package org.practiceplaybook.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An icon is a drawing in a file, and stands in a page among its words. */
class IconsTest {
    @Test
    void aDrawingTakesItsSizeAndColoursFromTheStyleSheet() {
        String file = """
                <?xml version="1.0"?>
                <!-- Drawn by us -->
                <svg xmlns="http://www.w3.org/2000/svg" width="24" height='24' class="lucide" viewBox="0 0 24 24"
                     fill="none" stroke="currentColor" stroke-width="2" preserveAspectRatio="none">
                  <path d="M1 1"/>
                  <path fill="currentColor" d="M2 2"/>
                </svg>
                """;
        assertThat(icons(file).get("star", "icon"))
                .isEqualTo(
                        "<svg class=\"icon\" viewBox=\"0 0 24 24\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                                + "<path d=\"M1 1\"/><path fill=\"currentColor\" d=\"M2 2\"/></svg>");
        assertThat(icons("<svg><g/></svg>").get("star", "brand"))
                .isEqualTo("<svg class=\"brand\" aria-hidden=\"true\"><g/></svg>");
    }

    @Test
    void aFileThatIsNoDrawingIsToldByItsName() {
        assertThatThrownBy(() -> icons("<html>"))
                .isInstanceOf(ThemeProblem.class)
                .hasMessageStartingWith("theme/icons/star.svg is no drawing");
    }

    private static Icons icons(String file) {
        return Icons.of(Map.of("icons/star.svg", file.getBytes(StandardCharsets.UTF_8), "images/x.svg", new byte[0]));
    }
}
