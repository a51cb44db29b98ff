package org.practiceplaybook.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours are read as CSS writes them, and their contrast is what WCAG says. */
class ColourTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            #7A2048             | #7a2048
            #fff                | #ffffff
            rebeccapurple       | #663399
            rgb(122, 32, 72)    | #7a2048
            rgb(122 32 72 / 1)  | #7a2048
            rgb(100% 0% 50%)    | #ff0080
            hsl(120, 100%, 25%) | #008000
            hsl(210deg 50% 40%) | #336699
            hsl(-240 100% 25%)  | #008000
            oklch(62.8% 0.25768 29.23) | #ff0000
            oklch(0.51975 0.17686 142.495) | #008000
            """)
    void isReadAsCssWritesIt(String css, String hex) {
        assertThat(Colour.of(css)).hasToString("Optional[" + hex + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "#12",
                "#12345g",
                "rgb(1, 2)",
                "rgb(a b c)",
                "rgb(0 0 0 / 0.5)",
                "#7a204880",
                "var(--x)"
            })
    void whatIsNoColourOrShinesThroughIsNone(String css) {
        assertThat(Colour.of(css)).isEmpty();
    }

    /** Known pairs: the extremes, and the grey that just passes on white. */
    @ParameterizedTest
    @CsvSource({
        "#000, #fff, 21",
        "#fff, #fff, 1",
        "#767676, #ffffff, 4.5422",
        "#777777, #ffffff, 4.4780",
        "#f00, #fff, 3.9984"
    })
    void hasAContrastByTheFormulaOfWcag(String one, String other, double ratio) {
        Colour first = Colour.of(one).orElseThrow();
        Colour second = Colour.of(other).orElseThrow();
        assertThat(first.contrast(second)).isCloseTo(ratio, within(0.0001));
        assertThat(second.contrast(first)).isEqualTo(first.contrast(second));
    }

    @Test
    void theNearestShadeHasTheSameHueAndPasses() {
        Colour white = Colour.of("white").orElseThrow();
        Colour orange = Colour.of("#ff9900").orElseThrow();
        Colour shade =
                orange.nearestShade(colour -> colour.contrast(white) >= 4.5).orElseThrow();
        assertThat(shade.contrast(white)).isBetween(4.5, 4.65);
        assertThat(shade.red()).isGreaterThan(shade.green());
        assertThat(shade.green()).isGreaterThan(shade.blue());
        assertThat(orange.nearestShade(colour -> true)).contains(orange);
        assertThat(orange.nearestShade(colour -> false)).isEmpty();
    }
}
