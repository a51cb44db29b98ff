package org.practiceplaybook.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.practiceplaybook.source.Diagnostic;

/** A file or a word that nothing asks for would do nothing, so it is told. */
class ThemeAdviceTest {
    private Map<String, byte[]> files;

    @BeforeEach
    void begin() {
        files = Theme.files(Optional.empty());
    }

    @Test
    void theProgramsOwnFilesNeedNoAdvice() {
        assertThat(advice()).isEmpty();
        assertThat(ThemeAdvice.on(Bundled.theme())).isEmpty();
    }

    @Test
    void aTemplateThatNothingIsMadeOfIsToldWithTheNearest() {
        put("templates/practise.peb", "x");
        put("templates/practice.html", "x");
        assertThat(advice())
                .extracting(found -> found.place().file().path(), Diagnostic::code)
                .containsExactly(
                        tuple("theme/templates/practice.html", "unused-template"),
                        tuple("theme/templates/practise.peb", "unused-template"));
        assertThat(advice().get(1).message()).endsWith("did you mean \"practice\"?");
    }

    @Test
    void aTemplateThatAnotherUsesIsWanted() {
        put("templates/banner.peb", "x");
        put("templates/top-extra.peb", "{% include 'banner' %}");
        assertThat(advice()).isEmpty();
        put("templates/top-extra.peb", "{# {% include 'banner' %} #}");
        assertThat(advice()).hasSize(1);
        put("templates/top-extra.peb", "{% include site.language == 'fr' ? 'banner' : 'other' %}");
        assertThat(advice()).as("a name that is only known when it runs").isEmpty();
    }

    @Test
    void aWordThatNothingAsksForIsToldByItsLine() {
        put("words/fr.yml", "nav:\n  find: Chercher\n  finds: Chercher\n");
        assertThat(advice()).singleElement().satisfies(found -> {
            assertThat(found.place().file().path()).isEqualTo("theme/words/fr.yml");
            assertThat(found.place().start().line()).isEqualTo(3);
            assertThat(found.message())
                    .isEqualTo("nothing asks for the words \"nav.finds\"; did you mean \"nav.find\"?");
        });
    }

    @Test
    void wordsOfATemplateOfOnesOwnAreWanted() {
        put("words/en.yml", "ours:\n  one-thing: A\n  count:\n    one: B\n    other: C\n");
        assertThat(advice()).hasSize(3);
        put("templates/top-extra.peb", "{{ t(\"ours.one-thing\") }}{{ tn(\"ours.count\", 2) }}");
        assertThat(advice()).isEmpty();
        put("templates/top-extra.peb", "{{ t(\"ours.\" ~ site.language) }}");
        assertThat(advice()).isEmpty();
    }

    private List<Diagnostic> advice() {
        return Theme.of(files, "en").advice();
    }

    private void put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
