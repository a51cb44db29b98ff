package org.practiceplaybook.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.practiceplaybook.fixture.English;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Words;

/** The words of a language name the sections: for reading, for rules, for the template. */
class SectionNamesTest {
    private static final String FRENCH = """
            sections:
              when: Quand l'utiliser | Contexte
              what: Que faire | Étapes
              reasons: "Pourquoi, à nos yeux"
            """;

    private static SectionNames french() {
        Map<String, byte[]> files = new HashMap<>(Bundled.theme());
        files.put("words/fr.yml", FRENCH.getBytes(StandardCharsets.UTF_8));
        return Words.of(files, "fr").sections();
    }

    @Test
    void aHeadingOfTheLanguageIsUnderstoodAndEnglishBesideIt() {
        assertThat(french().kind("QUE FAIRE ?")).isEqualTo(SectionKind.WHAT);
        assertThat(french().kind("Que faire\u00a0?")).isEqualTo(SectionKind.WHAT);
        assertThat(french().kind("Que faire\u202f?")).isEqualTo(SectionKind.WHAT);
        assertThat(french().kind("Étapes :")).isEqualTo(SectionKind.WHAT);
        assertThat(french().kind("Quand l’utiliser")).isEqualTo(SectionKind.WHEN);
        assertThat(french().kind("Pourquoi, à nos yeux")).isEqualTo(SectionKind.REASONS);
        assertThat(french().kind("What to do")).isEqualTo(SectionKind.WHAT);
        assertThat(french().kind("Autre chose")).isEqualTo(SectionKind.OTHER);
        assertThat(English.SECTIONS.kind("Que faire")).isEqualTo(SectionKind.OTHER);
    }

    @Test
    void theFirstHeadingIsTheUsualOneAndWhatIsNotTranslatedIsSaidInEnglish() {
        assertThat(french().usual(SectionKind.WHAT)).isEqualTo("Que faire");
        assertThat(french().usual(SectionKind.WATCH)).isEqualTo("Watch out for");
    }

    @Test
    void aLineOfNothingButSignsLeavesTheEnglishNames() {
        Map<String, byte[]> files = new HashMap<>(Bundled.theme());
        files.put("words/fr.yml", "sections: {what: \" | \"}\n".getBytes(StandardCharsets.UTF_8));
        assertThat(Words.of(files, "fr").sections().usual(SectionKind.WHAT)).isNotEmpty();
        assertThat(Words.of("en", Map.of("sections.what", "|")).sections().usual(SectionKind.WHAT))
                .isEmpty();
    }

    @Test
    void everyKindHasAnEnglishName() {
        assertThat(Stream.concat(SectionKind.OF_PRACTICE.stream(), SectionKind.OF_ATTEMPT.stream()))
                .allSatisfy(kind -> assertThat(English.SECTIONS.usual(kind)).isNotEmpty());
    }
}
