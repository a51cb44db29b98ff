package org.practiceplaybook.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A designer's folder replaces single files, and a mistake in one of them is told by its name and line. */
class ThemeTest {
    @TempDir
    Path folder;

    @Test
    void aSingleFileIsReplacedAndAllOthersStay() {
        put("templates/robots.peb", "Hello {{ page.name }}");
        Map<String, byte[]> files = Theme.files(Optional.of(folder));
        assertThat(files.keySet()).isEqualTo(Bundled.theme().keySet());
        assertThat(theme().render("robots", Map.of("page", Map.of("name", "<you>"))))
                .isEqualTo("Hello &lt;you&gt;");
        assertThat(files.get("templates/base.peb")).isEqualTo(Bundled.theme().get("templates/base.peb"));
    }

    @Test
    void filesOfItsOwnAreAdded() {
        put("templates/mine.peb", "{% extends \"frame\" %}{% block main %}inner{% endblock %}");
        put("templates/frame.peb", "<{% block main %}{% endblock %}>");
        assertThat(theme().render("mine", Map.of())).isEqualTo("<inner>");
    }

    @Test
    void hiddenFilesAreLeftOut() {
        put(".git/config", "x");
        put("templates/.robots.peb.swp", "x");
        assertThat(Theme.files(Optional.of(folder)).keySet())
                .isEqualTo(Bundled.theme().keySet());
    }

    @Test
    void linksOnDiskAreNotFollowed() throws Exception {
        Path outside = Files.writeString(folder.resolveSibling(folder.getFileName() + "-secret"), "secret");
        Files.createDirectories(folder.resolve("images"));
        Files.createSymbolicLink(folder.resolve("images/secret.png"), outside);
        assertThat(Theme.files(Optional.of(folder))).doesNotContainKey("images/secret.png");
    }

    @Test
    void everyTemplateOfTheJarCompiles() {
        theme().compile();
    }

    @Test
    void aBrokenTemplateIsToldByFileAndLine() {
        put("templates/robots.peb", "one\n{% if x %}\nthree\n");
        assertThatThrownBy(() -> theme().compile())
                .isInstanceOf(ThemeProblem.class)
                .hasMessageContaining("theme/templates/robots.peb:")
                .hasMessageMatching("(?s).*robots\\.peb:[234]: .*");
    }

    @Test
    void aValueThatIsNotThereIsToldByFileAndLine() {
        put("templates/robots.peb", "one\n{{ page.nothing }}");
        assertThatThrownBy(() -> theme().render("robots", Map.of("page", new Named("x"))))
                .isInstanceOf(ThemeProblem.class)
                .hasMessageContaining("theme/templates/robots.peb:2: ")
                .hasMessageContaining("nothing");
    }

    @Test
    void aTemplateThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> theme().render("nothing", Map.of()))
                .isInstanceOf(ThemeProblem.class)
                .hasMessage("the theme has no template templates/nothing.peb");
    }

    @Test
    void anIncludeThatIsNotThereIsNamed() {
        put("templates/robots.peb", "one\n{% include \"../words/en.yml\" %}");
        assertThatThrownBy(() -> theme().render("robots", Map.of()))
                .isInstanceOf(ThemeProblem.class)
                .hasMessageContaining("the theme has no template \"../words/en.yml\"");
    }

    @Test
    void aWordThatIsNotThereIsToldWithThePlaceThatAskedForIt() {
        put("templates/robots.peb", "one\n{{ t(\"no.such\") }}");
        assertThatThrownBy(() -> theme().render("robots", Map.of()))
                .isInstanceOf(ThemeProblem.class)
                .hasMessageContaining("\"no.such\" (theme/words/en.yml)")
                .hasMessageContaining("theme/templates/robots.peb:2");
    }

    @Test
    void anAssetThatIsNotThereIsToldWithThePlaceThatAskedForIt() {
        put("templates/robots.peb", "{{ asset(\"images/no.png\") }}");
        assertThatThrownBy(() -> theme().render("robots", Map.of()))
                .isInstanceOf(ThemeProblem.class)
                .hasMessageContaining("the theme has no file \"images/no.png\"")
                .hasMessageContaining("theme/templates/robots.peb:1");
    }

    @Test
    void onlyMarkupOfTheGeneratorsOwnPassesUnescaped() {
        put("templates/robots.peb", "{{ page.name | html }}");
        assertThatThrownBy(() -> theme().render("robots", Map.of("page", new Named("<b>"))))
                .isInstanceOf(ThemeProblem.class)
                .hasMessageContaining("only markup that the generator made");
    }

    @Test
    void whatIsEmptyAndAskedForAllTheSameIsToldByFileAndLine() {
        put("templates/robots.peb", "one\n{{ page.get }}");
        assertThatThrownBy(() -> theme().render("robots", Map.of("page", Optional.empty())))
                .isInstanceOf(ThemeProblem.class)
                .hasMessageContaining("theme/templates/robots.peb:2: ");
    }

    @Test
    void recordsAndOptionalValuesAreAskedByName() {
        put("templates/robots.peb", "{% if page.isPresent %}{{ page.get.name }}{{ page.get.name() }}{% endif %}");
        assertThat(theme().render("robots", Map.of("page", Optional.of(new Named("x")))))
                .isEqualTo("xx");
        assertThat(theme().render("robots", Map.of("page", Optional.empty()))).isEmpty();
    }

    @Test
    void aTemplateReachesNothingButItsValues() {
        put("templates/robots.peb", "{{ page.name.getClass().forName(\"java.lang.Runtime\") }}");
        assertThatThrownBy(() -> theme().render("robots", Map.of("page", new Named("x"))))
                .isInstanceOf(ThemeProblem.class);
    }

    @Test
    void textIsEscapedForElementsAndAttributes() {
        put("templates/robots.peb", "<p title=\"{{ page.name }}\">{{ page.name }}</p>");
        String page = theme().render("robots", Map.of("page", new Named("\"><script>&'")));
        assertThat(page).doesNotContain("<script>", "\"\">").contains("&lt;script&gt;&amp;");
    }

    /** A value as pages have it. */
    public record Named(String name) {}

    private Theme theme() {
        return Theme.of(Theme.files(Optional.of(folder)), "en");
    }

    private void put(String path, String text) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.write(folder.resolve(path), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
