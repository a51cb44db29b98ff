package org.practiceplaybook.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.SourceFile;

/** A colour of one's own that cannot be read, in the light or in the dark, is told with a shade that can. */
class PaletteTest {
    private static final String OWN = "theme/styles/own.css";

    @Test
    void theProgramsOwnColoursCanAllBeRead() {
        String tokens = new String(Bundled.theme().get("styles/tokens.css"), StandardCharsets.UTF_8);
        Palette palette = new Palette(List.of(new SourceFile("tokens.css", tokens)), Set.of("tokens.css"));
        assertThat(palette.colour("--accent", false)).hasToString("Optional[#0f5c4a]");
        assertThat(palette.colour("--accent", true)).hasToString("Optional[#83d3bc]");
        assertThat(palette.advice()).isEmpty();
    }

    @Test
    void anAccentForTheLightAloneIsToldWithBothShades() {
        List<Diagnostic> advice = advice(":root {\n  --accent: #7a2048;\n}\n");
        assertThat(advice).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo("low-contrast");
            assertThat(found.place().start().line()).isEqualTo(2);
            assertThat(found.message())
                    .matches("--accent #7a2048 has a contrast of 1\\.\\d+ to 1 on --tint #1e2823 in the dark;"
                            + " text needs 4\\.5 to 1");
            assertThat(found.label()).matches("the nearest shade that passes is #[0-9a-f]{6}");
            assertThat(found.remedy()).matches("write --accent: light-dark\\(#7a2048, #[0-9a-f]{6}\\);");
        });
        String mended = advice.get(0).edit().orElseThrow().text();
        assertThat(advice(":root { --accent: " + mended + "; }")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":root { --accent: light-dark(#7a2048, #e7a3bd); }",
                ":root { --accent: #7a2048 } @media (prefers-color-scheme: dark) { :root { --accent: #e7a3bd } }",
                ":root { --accent: #7a2048 } :root[data-theme=dark] { --accent: #e7a3bd }",
                ":root { --ours: #7a2048; --accent: light-dark(var(--ours), var(--no, #e7a3bd)) }",
                "/* :root { --accent: #eee } */ .card { --accent: #eee } @media print { :root { --accent: #eee } }",
                ":root { --accent: color-mix(in srgb, red, blue) }",
                ":root::before { content: \"} :root { --accent: #eee\" }",
                ".x:root > p { --accent: #eee }",
                "@layer tokens { :root { --soft: #eee } }", // tokens.css comes after it
                "",
                "{{{}}}}:root{--accent"
            })
    void whatCanBeReadOrIsNotForThePageIsLeftAlone(String css) {
        assertThat(advice(css)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            html { --accent: gold !important }                     | --accent #ffd700 | light | light-dark\\(#[0-9a-f]{6}, #ffd700\\)
            :root, .x { --focus: #fff000 }                         | --focus #fff000 | light | light-dark.*
            :root { --soft: hsl(0 0% 60%) }                        | --soft #999999 | light | light-dark.*
            :root[data-theme="dark"] { --accent: #7a2048 }         | --accent #7a2048 | dark | #[0-9a-f]{6}
            :root:not([data-theme="light"]) { --accent: #0a0a0a }  | --accent #0a0a0a | dark | light-dark.*
            :root { --code-name: #777 }                            | --code-name #777777 | dark | light-dark.*
            :root { --accent-ink: light-dark(#0f5c4a, #0b211a) }   | --accent-ink #0f5c4a | light | light-dark.*
            """)
    void eachColourIsMeasuredWhereItStands(String css, String told, String scheme, String better) {
        assertThat(advice(css)).anySatisfy(found -> {
            assertThat(found.message()).startsWith(told + " has").contains(" in the " + scheme + ";");
            assertThat(found.edit().orElseThrow().text()).matches(better);
        });
    }

    @Test
    void anotherPaperIsToldByTheColourThatCannotBeReadOnIt() {
        assertThat(advice(":root { --surface: #808080; }")).singleElement().satisfies(found -> {
            assertThat(found.message()).contains(" on --surface #808080 ");
            assertThat(found.edit()).isEmpty();
            assertThat(found.remedy()).isNotEmpty();
        });
    }

    @Test
    void aSheetWithoutALayerGoesBeforeOneWithALayer() {
        assertThat(advice(
                        ":root { --accent: light-dark(#0f5c4a, #83d3bc); } @layer pages { :root { --accent: #eee } }"))
                .isEmpty();
    }

    private static List<Diagnostic> advice(String css) {
        String tokens = new String(Bundled.theme().get("styles/tokens.css"), StandardCharsets.UTF_8);
        return new Palette(
                        List.of(new SourceFile(OWN, css), new SourceFile("theme/styles/tokens.css", tokens)),
                        Set.of(OWN))
                .advice();
    }
}
