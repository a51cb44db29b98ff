package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
