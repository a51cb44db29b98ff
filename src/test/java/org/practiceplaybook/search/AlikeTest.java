package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Words;

/** What stands in a text is found by what else a language says for it. */
class AlikeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Before your next gathering | before the workshop",
                "en | They meet for the first time | nobody knows each other",
                "en | A pause to move faster | energizer",
                "fr | Avant votre prochaine rencontre | avant l'atelier",
                "fr | Elles se voient pour la première fois | personne ne se connaît",
                "fr | L’équipe est à bout | surmenage",
                "fr | Une pause pour aller plus vite | energizer",
                "de | Vor dem nächsten Treffen | vor dem Workshop",
                "de | Sie sehen sich zum ersten Mal | alle sind neu",
                "de | Das Team ist am Limit | überarbeitet",
                "de | Eine Pause, um schneller zu sein | Auflockerung",
                "es | Antes de vuestro próximo encuentro | antes del taller",
                "es | Se ven por primera vez | nadie se conoce",
                "es | El equipo está sin fuerzas | quemados",
                "es | Una pausa para ir más deprisa | energizante",
                "ar | ما قبل اللقاء القادم | قبل الورشة",
                "ar | هذا أول لقاء | الجميع جدد",
                "ar | نحن متعبون | مرهقون",
                "ar | توقف لتسرع | تنشيط",
            })
    void ofALanguage(String language, String text, String said) {
        assertThat(new Alike(Words.of(Bundled.theme(), language)).of(List.of(text)))
                .contains(said);
    }
}
