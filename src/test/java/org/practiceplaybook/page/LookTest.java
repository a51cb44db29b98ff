package org.practiceplaybook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.LookSheet;
import org.practiceplaybook.theme.Theme;

/** Name, logo, accent, fonts, menu, foot and first page are settings. */
class LookTest {
    @TempDir
    Path folder;

    private PlaybookFolder playbook;

    @BeforeEach
    void begin() {
        playbook = new PlaybookFolder(folder)
                .practice("pause", "roles: [member]")
                .attempt("tried", "pause")
                .with("pages/about.md", "# About us", "", "Text.")
                .with("images/our mark.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>")
                .with("taxonomy/roles.yml", "member: {name: Member, definition: Who takes part.}");
    }

    @Test
    void withoutSettingsThereIsNoSheetAndEverySection() {
        settings("name: Ours");
        assertThat(sheet()).isEmpty();
        assertThat(page("index.html"))
                .doesNotContain("look-", "<img")
                .containsSubsequence("id=\"home.start\"", "id=\"home.who\"", "id=\"home.log\"", "id=\"home.write\"");
    }

    @Test
    void anAccentIsMadeReadableInTheDark() {
        settings("name: Ours", "accent: \"#7A2048\"");
        assertThat(sheet().orElseThrow())
                .matches("(?s)@layer tokens \\{\n:root \\{\n--accent: light-dark\\(#7a2048, #[0-9a-f]{6}\\);\n}\n}\n")
                .doesNotContain("(#7a2048, #7a2048)");
        assertThat(page("practices/pause.html")).containsPattern("href=\"\\.\\./assets/look-[0-9a-f]{10}\\.css\"");
        assertThat(advice()).isEmpty();
    }

    @Test
    void anAccentThatCannotBeReadIsToldWithOneThatCan() {
        settings("name: Ours", "accent: ff9900");
        assertThat(advice()).singleElement().satisfies(found -> {
            assertThat(found.place().file().path()).isEqualTo("playbook.yml");
            assertThat(found.place().start().line()).isEqualTo(2);
            assertThat(found.message())
                    .startsWith("--accent #ff9900 has a contrast of 1.")
                    .contains(" in the light;");
            assertThat(found.remedy()).matches("write \"#[0-9a-f]{6}\"");
        });
        settings("name: Ours", "accent: " + advice().get(0).edit().orElseThrow().text());
        assertThat(advice()).isEmpty();
        settings("name: Ours", "accent: \"#0f5c4a\"", "accent_dark: \"#123\"");
        assertThat(advice()).singleElement().satisfies(found -> {
            assertThat(found.place().start().line()).isEqualTo(3);
            assertThat(found.message()).startsWith("--accent #112233").contains(" in the dark;");
        });
    }

    @Test
    void aFontOfTheThemeIsLoadedAndAnyOtherIsNamed() {
        settings("name: Ours", "font_text: Our Face", "font_interface: Gill Sans", "font_code: Literata");
        Map<String, byte[]> theme = new TreeMap<>(Theme.files(Optional.empty()));
        theme.put("fonts/our-face.woff2", new byte[1]);
        theme.put("fonts/our-face-italic.woff2", new byte[2]);
        LookSheet sheet =
                Theme.of(theme, "en").sheet(playbook.read().settings().look()).orElseThrow();
        assertThat(new String(sheet.bytes(), StandardCharsets.UTF_8))
                .containsPattern("font-family: \"Our Face\"; src: url\\(\"our-face-[0-9a-f]{10}\\.woff2\"\\)")
                .containsPattern("url\\(\"our-face-italic-[0-9a-f]{10}\\.woff2\"\\).* font-style: italic;")
                .contains(
                        "--serif: \"Our Face\", Georgia", "--sans: \"Gill Sans\", system-ui", "--mono: \"Literata\", ")
                .doesNotContain("font-family: \"Gill Sans\"");
        // the theme itself says which of its files has which letters
        assertThat(new String(sheet.bytes(), StandardCharsets.UTF_8)).doesNotContain("font-family: \"Literata\"");
    }

    @Test
    void theLogoStandsBesideTheName() {
        settings("name: Ours", "logo: images/our mark.svg");
        assertThat(page("practices/pause.html"))
                .contains("<img class=\"brand\" src=\"../files/images/our%20mark.svg\" alt=\"\">")
                .doesNotContain("<svg class=\"brand\"");
        settings("name: Ours", "logo: images/other.svg");
        assertThat(page("index.html")).contains("<svg class=\"brand\"").doesNotContain("<img");
    }

    @Test
    void menuAndFootLeadWhereTheSettingsSay() {
        settings(
                "name: Ours",
                "menu:",
                "  - roles",
                "  - to: pages/about.md",
                "    text: Who we are",
                "  - to: https://example.org/a?b=c&d",
                "    text: Our network",
                "  - javascript:alert(1)",
                "  - nowhere",
                "footer: [practices/pause, attempts]");
        String top = page("practices/pause.html");
        assertThat(top)
                .contains("<a href=\"../roles/index.html\">")
                .contains("<a href=\"../pages/about.html\">")
                .contains("<a href=\"https://example.org/a?b=c&amp;d\">")
                .contains("Who we are</a>", "Our network</a>")
                .doesNotContain("javascript", "nowhere");
        assertThat(top.substring(top.indexOf("page.footer")))
                .contains("<a href=\"../practices/pause.html\">pause</a>", "<a href=\"../attempts/index.html\">")
                .doesNotContain("About us");
        assertThat(page("attempts/index.html")).doesNotContain("aria-current=\"true\"");
        assertThat(page("roles/index.html")).isNotEmpty();
    }

    @Test
    void theFirstPageHasTheSectionsThatTheSettingsName() {
        settings("name: Ours", "home: [attempts, roles, pages]");
        assertThat(page("index.html"))
                .containsSubsequence("id=\"home.log\"", "id=\"home.who\"", "id=\"home.pages\"")
                .doesNotContain("home.start", "home.write", "home.when");
    }

    private void settings(String... lines) {
        playbook.with("playbook.yml", lines);
    }

    private Optional<String> sheet() {
        return files().entrySet().stream()
                .filter(file -> file.getKey().matches("assets/look-[0-9a-f]{10}\\.css"))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .findFirst();
    }

    private String page(String path) {
        return new String(files().get(path), StandardCharsets.UTF_8);
    }

    private Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        playbook.files()
                .listed()
                .values()
                .forEach(sheet -> files.put(sheet.path(), sheet.bytes().get()));
        return files;
    }

    private List<Diagnostic> advice() {
        return Theme.of(Theme.files(Optional.empty()), "en")
                .sheet(playbook.read().settings().look())
                .orElseThrow()
                .advice();
    }
}
