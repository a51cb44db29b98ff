package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.fixture.PlaybookFolder;

/** {@code playbook new translation}, and what becomes of a translation when its original changes. */
class NewTranslationTest {
    private static final String OLD = "practices/ask-first.md has changed since it was translated";

    @TempDir
    Path folder;

    private Terminal terminal;
    private PlaybookFolder content;
    private Path original;

    @BeforeEach
    void begin() {
        terminal = new Terminal(folder);
        content = new PlaybookFolder(folder.resolve("content"))
                .with(
                        "playbook.yml",
                        "name: Walks",
                        "address: https://walks.net/",
                        "email: walks@walks.net",
                        "languages: [en, fr]")
                .practice("go-first")
                .with(
                        "practices/ask-first.md",
                        "---",
                        "title: Ask first",
                        "summary: People guess what others need. Ask them.",
                        "time: 20 min",
                        "materials: [paper, pens]",
                        "aka: [Questions]",
                        "related:",
                        "  go-first: It begins the same day.",
                        "---",
                        "",
                        "## When to use",
                        "",
                        "Before you begin.",
                        "",
                        "## What to do",
                        "",
                        "1. **Ask.** One question. (20 min)");
        original = folder.resolve("content/practices/ask-first.md");
    }

    @Test
    void aRepositoryWithALauncherIsToldHowItIsCalledThere() throws IOException {
        Files.writeString(folder.resolve("playbook"), "#!/bin/sh\n");
        terminal.run("new", "translation", "ask-first", "fr");
        assertThat(terminal.out()).contains("See it with: ./playbook serve");
        Files.writeString(original, Files.readString(original).replace("Before you begin", "Long before you begin"));
        terminal.run("check");
        assertThat(terminal.err())
                .contains("and then run: ./playbook check --fix --translated practices/ask-first.fr.md");
        assertThat(terminal.run("serv")).isEqualTo(2);
        assertThat(terminal.err()).contains("did you mean \"./playbook serve\"?");
        Files.delete(folder.resolve("playbook"));
        terminal.run("new", "practice", "Another playbook serves");
        assertThat(terminal.out()).contains("See it with: playbook serve").contains("another-playbook-serves.md");
    }

    @Test
    void itHoldsTheWordsOfTheOriginalAndNoFact() throws IOException {
        assertThat(terminal.run("new", "translation", "ask-first", "fr"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("Begun: content/practices/ask-first.fr.md");
        assertThat(Files.readString(folder.resolve("content/practices/ask-first.fr.md")))
                .startsWith("---\ntitle: Ask first\nsummary: People guess what others need. Ask them.\n"
                        + "materials: [paper, pens]\nrelated:\n  go-first: It begins the same day.\ntranslates: ")
                .containsPattern("translates: [0-9a-f]{8}\n---\n\n## Quand l’utiliser\n\nBefore you begin.\n")
                .contains("## Que faire")
                .doesNotContain("time:", "aka:", "## When");
        terminal.run("check");
        assertThat(terminal.err()).doesNotContain("ask-first.fr.md");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ask-frist | fr | did you mean ask-first?",
                "ask-first | en | the playbook is written in en already",
                "ask-first | de | first write into playbook.yml: languages: [en, fr, de]",
                "ask-first | 12 | is no language"
            })
    void whatCannotBeTranslatedIsTold(String name, String language, String told) {
        assertThat(terminal.run("new", "translation", name, language)).isEqualTo(2);
        assertThat(terminal.err()).contains(told);
        assertThat(terminal.files().keySet()).noneMatch(path -> path.contains(".fr.") || path.contains(".de."));
    }

    @Test
    void oneThatIsThereIsLeftAlone() {
        terminal.run("new", "translation", "practices/ask-first.md", "fr");
        assertThat(terminal.run("new", "translation", "ask-first", "FR")).isEqualTo(2);
        assertThat(terminal.err()).contains("is there already; go on in that file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Before you begin.       | Before  you begin!   | false",
                "Before you begin.       | BEFORE you *begin*.  | false",
                "time: 20 min            | time: 30 min         | false",
                "aka: [Questions]        | reviewed: 2026-01    | false",
                "One question. (20 min)  | Two questions. (20 min) | true",
                "summary: People guess   | summary: Nobody knows | true",
                "It begins the same day. | It begins later.     | true"
            })
    void onlyWhatMeansSomethingElseMakesATranslationOld(String before, String after, boolean old) throws IOException {
        terminal.run("new", "translation", "ask-first", "fr");
        Files.writeString(original, Files.readString(original).replace(before, after));
        terminal.run("check");
        assertThat(terminal.err().contains(OLD)).isEqualTo(old);
    }

    /** Where git has the text that was translated, it is said what of it has changed, to translators and on their page. */
    @Test
    void whatHasChangedSinceIsSaid() throws IOException {
        GitFolder git = GitFolder.empty(folder);
        terminal.run("new", "translation", "ask-first", "fr");
        git.commit("translated");
        Files.writeString(
                original, Files.readString(original).replace("time: 20 min", "time: 20 min\nexperience: some"));
        git.commit("a fact");
        String text = Files.readString(original)
                .replace("People guess", "Nobody knows")
                .replace("One question", "Two questions");
        Files.writeString(original, text + "\n\n## Watch out for\n\n- **Too many.** Take two.\n");
        terminal.run("check");
        assertThat(terminal.err())
                .contains(OLD)
                .contains("changed: summary, \"What to do\", \"Watch out for\"")
                .doesNotContain("When to use\"");
        assertThat(terminal.run("build", "--downloads", "none"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.err()).contains("changed: summary, \"What to do\"");
        assertThat(Jsoup.parse(folder.resolve("site/fr/to-translate.html"), "UTF-8")
                        .select("[aria-labelledby='translations.old'] bdi")
                        .eachText())
                .containsExactly("Résumé", "What to do", "Watch out for");
    }

    @Test
    void whoeverHasLookedRenewsTheMark() throws IOException {
        terminal.run("new", "translation", "ask-first", "fr");
        Files.writeString(original, Files.readString(original).replace("One question", "Two questions"));
        terminal.run("check", "--fix");
        assertThat(terminal.err()).contains(OLD, "Nothing to mend without guessing.");
        assertThat(terminal.run("check", "--translated", "all")).isEqualTo(2);
        assertThat(terminal.err()).contains("--translated changes files, so it goes together with --fix");
        assertThat(terminal.run("check", "--fix", "--translated", "practices/no.fr.md"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("there is no file practices/no.fr.md");
        terminal.run("check", "--fix", "--translated", "content/practices/ask-first.fr.md");
        assertThat(terminal.err()).contains("Mended 1 file.");
        terminal.run("check");
        assertThat(terminal.err()).doesNotContain(OLD);
    }

    @Test
    void theMarkOfAFileThatIsMendedOtherwiseIsRenewedToo() throws IOException {
        terminal.run("new", "translation", "ask-first", "fr");
        Path french = folder.resolve("content/practices/ask-first.fr.md");
        Files.writeString(french, Files.readString(french) + "\n• un\n• deux\n");
        Files.writeString(original, Files.readString(original).replace("One question", "Two questions"));
        terminal.run("check", "--fix", "--translated", "practices/ask-first.fr.md");
        assertThat(Files.readString(french)).contains("- un\n- deux");
        terminal.run("check");
        assertThat(terminal.err()).doesNotContain(OLD);
    }

    /** Lines may end and front matter may close as editors and other tools write them. */
    @ParameterizedTest
    @ValueSource(strings = {"---\r\n%s---\r\n\r\n---\r\n", "---  \n%s...\n\n---\n", "\n---\n%s---\n---\n"})
    void theMarkStandsBetweenTheLinesHoweverTheyAreWritten(String frame) throws IOException {
        Files.writeString(original, frame.formatted("title: Ask first\nsummary: People guess. Ask them.\n"));
        terminal.run("new", "translation", "ask-first", "fr");
        Path french = folder.resolve("content/practices/ask-first.fr.md");
        assertThat(Files.readString(french))
                .matches(
                        "(?s)---\\R*title: Ask first\\R+summary: People guess\\. Ask them\\.\\R+translates: [0-9a-f]{8}\\R---.*");
        Files.writeString(french, frame.formatted("title: Demander\nsummary: On devine. Demandez.\n"));
        terminal.run("check", "--fix", "--translated", "all");
        assertThat(Files.readString(french))
                .matches("(?s)\\s*--- *\\R+translates: [0-9a-f]{8}\\R+title: Demander\\R+summary: On devine.*");
    }

    @Test
    void aLanguageWithoutWordsIsTold() {
        content.with("playbook.yml", "name: Walks", "languages: [en, xx]");
        terminal.run("check");
        assertThat(terminal.err())
                .contains("the interface has no words in xx")
                .contains("theme/words/xx.yml")
                .contains("there are words in ar, de, en, es, fr");
    }
}
