package org.practiceplaybook.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A browser may keep an asset for ever, because its name says what is in it. */
class AssetsTest {
    private Map<String, byte[]> theme;

    @BeforeEach
    void begin() {
        theme = new TreeMap<>();
        put("styles/b.css", "b{}\n\n");
        put("styles/a.css", "a{background:url(../images/x.svg)}");
        put("scripts/one.js", "one");
        put("scripts/two.js", "two");
        put("scripts/search/s.js", "s");
        put("images/x.svg", "<svg/>");
        put("fonts/f.woff2", "f");
        put("templates/base.peb", "no asset");
    }

    @Test
    void anotherContentHasAnotherName() {
        String before = assets().path("images/x.svg");
        assertThat(before).matches("assets/x-[0-9a-f]{10}\\.svg");
        assertThat(assets().path("images/x.svg")).isEqualTo(before);
        put("images/x.svg", "<svg></svg>");
        assertThat(assets().path("images/x.svg")).isNotEqualTo(before);
    }

    @Test
    void anotherImageGivesTheStyleThatShowsItAnotherName() {
        String before = assets().path("site.css");
        put("images/x.svg", "<svg></svg>");
        assertThat(assets().path("site.css")).isNotEqualTo(before);
    }

    @Test
    void stylesAndScriptsAreBundledInTheOrderOfTheirNames() {

        String image = assets().path("images/x.svg").substring("assets/".length());
        assertThat(text("site.css")).isEqualTo("a{background:url(\"" + image + "\")}b{}");
        assertThat(text("site.js")).isEqualTo("one\ntwo\n");
        assertThat(text("search.js")).isEqualTo("s\n");
    }

    @Test
    void aFolderOfStylesIsAFileOfItsOwnButForThePages() {
        put("styles/pages/c.css", "c{}\n");
        put("styles/apart/d.css", "d{}\n");
        assertThat(text("site.css")).endsWith("b{}c{}");
        assertThat(text("apart.css")).isEqualTo("d{}");
    }

    @Test
    void nothingElseIsAnAsset() {
        assertThat(assets().files().keySet())
                .hasSize(5)
                .allMatch(path -> path.matches("assets/(x|f|site|search)-[0-9a-f]{10}\\.(svg|woff2|css|js)"));
        assertThat(assets().has("templates/base.peb")).isFalse();
    }

    @Test
    void aStyleThatAsksForAFileThatIsNotThereIsTold() {
        put("styles/a.css", "a{background:url('../images/y.svg')}");
        assertThatThrownBy(this::assets)
                .isInstanceOf(ThemeProblem.class)
                .hasMessage("theme/styles: there is no file images/y.svg; did you mean \"images/x.svg\"?");
    }

    @Test
    void readersLoadNoCommentsAndNoIndentation() {
        put("styles/a.css", """
                /* A note. */
                a {
                  content: "/* said */";
                  /*! A licence. */
                  color: red; /* over
                  lines */
                }

                b::before { content: '\\'/*'; }
                """);
        put("styles/b.css", "/* never closed");
        assertThat(text("site.css")).isEqualTo("""
                a {content: "/* said */";/*! A licence. */
                color: red}b::before { content: '\\'/*'; }/* never closed
                """);
        put("scripts/two.js", "// a note\n  two(`a ${b}`); // kept\n");
        assertThat(text("site.js")).isEqualTo("one\ntwo(`a ${b}`); // kept\n");
        put("scripts/two.js", "two(`\n  // said`);\n");
        assertThat(text("site.js")).isEqualTo("one\ntwo(`\n  // said`);\n");
    }

    @Test
    void anAssetThatIsNotThereIsToldWithThoseThatAre() {
        assertThatThrownBy(() -> assets().path("images/y.svg"))
                .isInstanceOf(ThemeProblem.class)
                .hasMessageContaining("images/y.svg")
                .hasMessageContaining("images/x.svg, search.js, site.css, site.js");
    }

    @Test
    void twoFilesOfOneNameInTwoFoldersDoNotMeet() {
        put("images/a/x.svg", "one");
        put("images/b/x.svg", "two");
        assertThat(assets().path("images/a/x.svg")).isNotEqualTo(assets().path("images/b/x.svg"));
        assertThat(assets().files()).hasSize(7);
    }

    @Test
    void aFileWithoutAnEndKeepsItsName() {
        put("images/LICENSE", "text");
        assertThat(assets().path("images/LICENSE")).matches("assets/LICENSE-[0-9a-f]{10}");
    }

    private Assets assets() {
        return Assets.of(theme);
    }

    private String text(String name) {
        Assets assets = assets();
        return new String(assets.files().get(assets.path(name)), StandardCharsets.UTF_8);
    }

    private void put(String path, String text) {
        theme.put(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
