package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Words;

/** A playbook in a language whose words its own theme brings. */
class OwnLanguageTest {
    @TempDir
    Path folder;

    @Test
    void sectionsAreWrittenReadAndShownUnderTheHeadingsOfTheLanguage() {
        Run.write(folder, "theme/words/it.yml", """
                sections:
                  when: Quando usarla | Contesto
                  what: Che fare | Passi
                """);
        Run.write(folder, "content/playbook.yml", "name: Quaderno\nlanguage: it\n");
        assertThat(Run.in(folder, "new", "practice", "Camminare").status()).isZero();
        assertThat(Run.read(folder, "content/practices/camminare.md"))
                .contains("\n## Quando usarla\n", "\n## Che fare\n\n1. **Begin");

        Run.write(folder, "content/practices/camminare.md", """
                ---
                title: Camminare
                summary: Parlare camminando.
                ---

                ## Contesto

                Fuori.

                ## Passi

                1. **Uscire.** In due. (10 min)
                """);
        assertThat(Run.in(folder, "check").err()).doesNotContain("what-missing", "when-missing", "What to do");
        assertThat(Run.in(folder, "build").status()).isZero();
        assertThat(Run.read(folder, "site/practices/camminare.html")).contains("10 min in all");
    }

    @Test
    void formsForIssuesAreWrittenInTheWordsOfTheLanguage() {
        Run.write(folder, "theme/words/it.yml", """
                issue:
                  practice:
                    title: Come si chiama?
                """);
        Run.write(folder, "content/playbook.yml", "name: Quaderno\nlanguage: it\n");
        assertThat(Run.in(folder, "schema", "--forms").status()).isZero();
        assertThat(Run.read(folder, ".github/ISSUE_TEMPLATE/practice.yml"))
                .contains("id: title\n    attributes:\n      label: \"Come si chiama?\"\n");
        assertThat(Run.read(folder, ".gitlab/issue_templates/practice.md")).contains("### Come si chiama?\n");
        assertThat(folder.resolve("docs/schema/practice.schema.json")).isNotEmptyFile();
    }

    @Test
    void aLanguageThatTheThemeSpeaksNeedsOneLine() {
        Run.write(folder, "content/playbook.yml", "name: Cahier\nlanguage: fr\n");
        assertThat(Run.in(folder, "new", "practice", "Marcher à deux").status()).isZero();
        String text = Run.read(folder, "content/practices/marcher-à-deux.md");
        assertThat(text).contains("## Que faire\n", "# Par exemple ").doesNotContain("What to do", "For example");
        Run.write(folder, "content/practices/marcher-à-deux.md", text.replace("state: draft\n", "reviewed: 2026-05\n"));
        assertThat(Run.in(folder, "build").status()).isZero();
        assertThat(Run.read(folder, "site/practices/marcher-à-deux.html"))
                .contains("<html lang=\"fr\"", "mai 2026", "10 min en tout", "Aller au texte")
                .doesNotContain("Skip to", "in all");
    }

    /** Pages, labels and hints: nothing of the interface is left in English that the language says otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "de", "es", "ar"})
    void oneLineMakesItThatLanguageAllThrough(String language) {
        Run.write(
                folder,
                "content/playbook.yml",
                "name: Xx\naddress: https://xx.net/\nrepository: https://github.com/xx/xx\nemail: x@xx.net\nlanguage: "
                        + language + "\n");
        Run.write(folder, "content/taxonomy/roles.yml", "xa: {name: Xa, definition: Xaxa.}\n");
        Run.write(
                folder,
                "content/practices/xo.md",
                "---\ntitle: Xo\nsummary: Xo xo.\nroles: [xa]\ntime: 30 min\nwhere: together\ngroup: 4-12\nexperience: some\n"
                        + "materials: [xe]\nauthors: [Xi]\n---\n\n1. **Xu.** Xu. (30 min)\n");
        Run.write(folder, "content/practices/xy.md", "---\ntitle: Xy\nsummary: Xy xy.\nrelated: {xo: Xy}\n---\n");
        Run.write(
                folder,
                "content/attempts/xz.md",
                "---\ntitle: Xz\npractices: [xo]\nresult: mixed\nlesson: Xz.\nwhen: 2026\nshared_by: anonymous\n---\n\nXz.\n");
        assertThat(Run.in(folder, "build", "--downloads", "html").err()).doesNotContain("error:");
        List<String> english = english(language);
        assertThat(english).hasSizeGreaterThan(300);
        Map<String, String> files = new Terminal(folder).files();
        int pages = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (file.getKey().startsWith("site/") && file.getKey().endsWith(".html")) {
                pages++;
                String said = said(file.getValue());
                assertThat(english.stream().filter(said::contains))
                        .as(file.getKey())
                        .isEmpty();
            }
        }
        assertThat(pages).isGreaterThan(20);
    }

    /** What English says, between its places, and the language does not say. */
    private static List<String> english(String language) {
        Words english = Words.of(Bundled.theme(), "en");
        Words own = Words.of(Bundled.theme(), language);
        return english.keys().stream()
                .filter(key -> !english.get(key).equals(own.get(key)))
                .flatMap(key -> Stream.of(english.get(key).split("\\{\\w+}|\\n")))
                .map(String::strip)
                .filter(piece -> piece.length() > 13 && piece.contains(" "))
                .distinct()
                .toList();
    }

    /** The text of a page and its labels, but for what is English and says so, and what is code. */
    private static String said(String html) {
        Document page = Jsoup.parse(html);
        page.select("[lang=en], code, pre, script, style").remove();
        StringBuilder said = new StringBuilder(page.text());
        page.getAllElements()
                .forEach(element -> element.attributes()
                        .forEach(attribute -> said.append('\n').append(attribute.getValue())));
        return said.toString();
    }
}
