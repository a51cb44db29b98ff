package org.practiceplaybook.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practiceplaybook.fixture.PlaybookFolder;

/** A designer's folder replaces single files, and a mistake in one of them is told by its name and line. */
class ThemeTest {
    @TempDir
    Path folder;

    @Test
    void aSingleFileIsReplacedAndAllOthersStay() {
        put("templates/robots.peb", "Hello {{ page.name }}");
        Map<String, byte[]> files = Theme.files(Optional.of(folder));
        assertThat(own(files)).isEqualTo(Bundled.theme().keySet());
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
        assertThat(own(Theme.files(Optional.of(folder))))
                .isEqualTo(Bundled.theme().keySet());
    }

    @Test
    void aTemplateOfOnesOwnExtendsTheProgramsAndChangesABlock() {
        put("templates/log.peb", """
                {% extends "default/log" %}
                {% block summary %}<p>Ours</p>{{ parent() }}{% endblock %}
                """);
        put("templates/base.peb", "{% block main %}{% endblock %}");
        Map<String, Object> page = Map.of(
                "summary", "3 attempts", "help", "", "ways", List.of(), "years", List.of(), "paging", new Pages());
        assertThat(theme().render("log", Map.of("page", page, "frame", Map.of("root", ""))))
                .contains("<h1>Learning log</h1>", "<p>Ours</p>", "3 attempts");
    }

    @Test
    void aMacroOfOnesOwnTakesThePlaceOfOneAndTheOthersStay() {
        put("templates/macros.peb", "{% macro result(key, text) %}={{ text }}={% endmacro %}");
        put("templates/mine.peb", "{% import \"macros\" %}{{ result(\"mixed\", \"So so\") }}{{ links([], \"\") }}");
        put("templates/robots.peb", "{% include \"mine\" %}");
        assertThat(theme().render("robots", Map.of())).isEqualTo("=So so=");
        put("templates/robots.peb", "{% import \"macros\" %}{{ attemptCard(page, \"\") }}");
        assertThat(theme().render("robots", Map.of("page", card()))).contains("=Mixed=");
    }

    @Test
    void theEmptyPlacesOfEveryPageCanBeFilled() {
        put("templates/foot-extra.peb", "<p>Ours, at {{ site.name }}</p>");
        put("templates/foot.peb", "{% block \"foot-extra\" %}{% include \"foot-extra\" %}{% endblock %}");
        assertThat(theme().render("foot", Map.of("site", new Named("home")))).isEqualTo("<p>Ours, at home</p>");
    }

    @Test
    void aBlockThatNoPageHasIsToldWithTheNearest() {
        put("templates/practice.peb", "{% extends \"default/practice\" %}\n{% block realted %}x{% endblock %}");
        assertThatThrownBy(this::theme)
                .isInstanceOf(ThemeProblem.class)
                .hasMessageStartingWith("theme/templates/practice.peb:2: ")
                .hasMessageContaining("no block \"realted\"")
                .hasMessageEndingWith("did you mean \"related\"?");
    }

    @Test
    void aBlockWithinABlockOfOnesOwnIsNew() {
        put(
                "templates/log.peb",
                "{% extends \"default/log\" %}{% block summary %}{% block ours %}x{% endblock %}{% endblock %}");
        theme().compile();
    }

    @Test
    void aTemplateThatExtendsItselfIsToldHowToBuildOnTheProgramsOwn() {
        put("templates/robots.peb", "{% extends \"robots\" %}");
        assertThatThrownBy(() -> theme().render("robots", Map.of()))
                .isInstanceOf(ThemeProblem.class)
                .hasMessageStartingWith("theme/templates/robots.peb ")
                .hasMessageContaining("{% extends \"default/robots\" %}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            {{ page.nmae }} ~ nothing called "nmae" here; did you mean "name"?
            {{ pgae.name }} ~ there is no value "pgae"; did you mean "page"?
            {{ t("nav.serch") }} ~ no "nav.serch" (theme/words/en.yml); did you mean "nav.search"?
            {{ tn("count.practice", 2) }} ~ did you mean "count.practices.other"?
            {{ keep("a", "b", "c") }} ~ the macro "keep" is in "macros"; write {% import "macros" %} at the top
            {{ icon("serch") }} ~ the theme has no icon "serch" (theme/icons/serch.svg); did you mean "search"?
            {{ asset("images/icn.svg") }} ~ no file "images/icn.svg"; did you mean "images/icon.svg"?
            {{ iccon("search") }} ~ no function or macro "iccon"; did you mean "icon"?
            {{ page.name | jsn }} ~ no filter "jsn"; did you mean "json"?
            {% if page is emty %}{% endif %} ~ no test "emty"; did you mean "empty"?
            {% blok main %} ~ no tag "blok"; did you mean "block"?
            {% include "macos" %} ~ no template "macos"; did you mean "macros"?
            {{ page | json }} ~ not for JSON
            """)
    void whatIsMisspeltIsToldWithItsLineAndTheNearestName(String mistake, String told) {
        put("words/en.yml", "nav:\n  search: Look\n");
        put("templates/robots.peb", "one\n\n" + mistake);
        assertThatThrownBy(() -> theme().render("robots", Map.of("page", new Named("x"))))
                .isInstanceOf(ThemeProblem.class)
                .hasMessageContaining("theme/templates/robots.peb:3")
                .hasMessageContaining(told);
    }

    @Test
    void indentationAndLinesOfTagsLeaveNothingBehindButWhatIsTypedStays() {
        put("templates/robots.peb", """
                <ul>
                  {% for x in [1, 2] %}
                    {# a note #}
                    <li>{{ x }}</li>
                  {% endfor %}
                </ul>
                <pre>
                  as typed
                </pre>
                  {{ nothing }}
                """);
        assertThatThrownBy(() -> theme().render("robots", Map.of())).hasMessageContaining("robots.peb:10: ");
        assertThat(theme().render("robots", Map.of("nothing", "")))
                .isEqualTo("<ul>\n<li>1</li>\n<li>2</li>\n</ul>\n<pre>\n  as typed\n</pre>\n\n");
    }

    @Test
    void filesThatAreCalledAsTheProgramsOwnAreRefused() {
        put("default/templates/log.peb", "x");
        assertThatThrownBy(this::theme).hasMessageContaining("move yours to theme/templates/log.peb");
    }

    @Test
    void noLineOfATemplateIsTooLongToRead() {
        Bundled.theme().forEach((path, bytes) -> {
            if (path.endsWith(".peb")) {
                assertThat(new String(bytes, StandardCharsets.UTF_8).lines())
                        .as(path)
                        .allMatch(line -> line.length() <= 120);
            }
        });
    }

    @Test
    void theStyleOfThePageThatIsNotThereHasTheHashThatItsPolicyNames() throws Exception {
        String page = new String(
                new PlaybookFolder(folder.resolve("content"))
                        .practice("p")
                        .files()
                        .at("404.html")
                        .orElseThrow()
                        .bytes()
                        .get(),
                StandardCharsets.UTF_8);
        String style = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(page).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
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

    /** A list on one page. */
    public record Pages(List<String> pages) {
        Pages() {
            this(List.of());
        }
    }

    private static Map<String, Object> card() {
        return Map.of(
                "result",
                "mixed",
                "resultText",
                "Mixed",
                "path",
                "p",
                "title",
                "T",
                "lesson",
                "L",
                "practices",
                List.of(),
                "when",
                "",
                "sharedBy",
                "us",
                "tongue",
                Map.of("language", ""));
    }

    private static Set<String> own(Map<String, byte[]> files) {
        return files.keySet().stream()
                .filter(path -> !path.startsWith("default/"))
                .collect(Collectors.toSet());
    }

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
