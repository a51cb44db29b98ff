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
        Run.write(folder, "theme/words/fr.yml", """
                sections:
                  when: Quand l'utiliser | Contexte
                  what: Que faire | Étapes
                """);
        Run.write(folder, "content/playbook.yml", "name: Cahier\nlanguage: fr\n");
        assertThat(Run.in(folder, "new", "practice", "Marcher").status()).isZero();
        assertThat(Run.read(folder, "content/practices/marcher.md"))
                .contains("\n## Quand l'utiliser\n", "\n## Que faire\n\n1. **Begin");

        Run.write(folder, "content/practices/marcher.md", """
                ---
                title: Marcher
                summary: Parler en marchant.
                ---

                ## Contexte

                Dehors.

                ## Étapes

                1. **Sortir.** À deux. (10 min)
                """);
        assertThat(Run.in(folder, "check").err()).doesNotContain("what-missing", "when-missing", "What to do");
        assertThat(Run.in(folder, "build").status()).isZero();
        assertThat(Run.read(folder, "site/practices/marcher.html")).contains("10 min in all");
    }
}
