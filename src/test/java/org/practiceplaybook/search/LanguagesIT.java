package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the playbook's language any form of a word finds the others. */
class LanguagesIT {
    @ParameterizedTest(name = "{0}: {1} finds {2}")
    @CsvSource({
        "en, gatherings, A gathering of leaders",
        "en, facilitating, She facilitates every meeting",
        "en-GB, organisations, One organisation",
        "de, Häuser, Ein Haus am See",
        "de, treffen, Das Treffens wegen",
        "de, strasse, Die Straße entlang",
        "de, uebung, Eine Uebung",
        "fr, réunions, La réunion du lundi",
        "fr, animateur, Les animateurs parlent",
        "fr, l'équipe, Une équipe heureuse",
        "fr, ecole, Nos écoles publiques",
        "es, reuniones, Una reunión corta",
        "es, facilitadoras, La facilitadora llega",
        "es, canción, Las canciones suenan",
        "ar, كتاب, قرأت الكتاب أمس",
        "ar, المعلمون, قال المعلم",
        "ar, سلام, السَّلَام عليكم",
        "ja, 食べる, 昨日食べた",
        "ja, 会議, 長い会議でした",
        "ja, ｶﾞｲﾄﾞ, 読むガイドです",
        "ko, 회의, 오늘 회의는 짧다",
        "th, ประชุม, การประชุมวันนี้",
        "ru, встречи, Одна встреча",
        "tr, ISPARTA, ısparta gülü",
        "he, שלום, שָׁלוֹם לכם",
        "xx, gathering, A gathering",
        "tlh, Qapla, Qapla says all"
    })
    void aFormFindsTheOthers(String language, String query, String text) {
        Documents.Found found = new Documents()
                .in(language)
                .page("other.html", "Zzz", "qqq www")
                .page("it.html", "Xyz", text)
                .page("same.html", "Yyy", query)
                .found();
        assertThat(found.pages(query + " ")).containsExactlyInAnyOrder("it.html", "same.html");
    }

    @ParameterizedTest
    @CsvSource({
        "مدرسة, ذهبنا إلى المدرسة",
        "كتب, قرأت الكتب أمس",
        "مشاركون, قال المشاركون",
        "بيت, للبيت باب",
        "الباب, هذا باب"
    })
    void anArabicWordIsFoundWithItsArticleAndWithout(String query, String text) {
        Documents.Found found = new Documents()
                .in("ar")
                .page("other.html", "Zzz", "qqq www")
                .page("it.html", "Xyz", text)
                .found();
        assertThat(found.pages(query + " ")).containsExactly("it.html");
    }

    @Test
    void aFormDoesNotFindOtherWords() {
        Documents.Found found = new Documents()
                .page("a.html", "One", "The university opened.")
                .page("b.html", "Two", "We planned the work.")
                .page("c.html", "Three", "No planning was done.")
                .page("d.html", "Four", "The universe is large.")
                .found();
        assertThat(found.pages("planning ")).containsExactlyInAnyOrder("b.html", "c.html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ar",
                "bg",
                "bn",
                "ca",
                "ckb",
                "cs",
                "da",
                "de",
                "el",
                "en",
                "es",
                "et",
                "eu",
                "fa",
                "fi",
                "fr",
                "ga",
                "gl",
                "hi",
                "hu",
                "hy",
                "id",
                "it",
                "ja",
                "ko",
                "lt",
                "lv",
                "nb",
                "ne",
                "nl",
                "nn",
                "no",
                "pl",
                "pt-BR",
                "ro",
                "ru",
                "sr",
                "sv",
                "ta",
                "te",
                "th",
                "tr",
                "uk",
                "zh",
                "zh-Hant",
                "",
                "x-klingon",
                "not a tag!"
            })
    void everyTagGivesAnIndexThatFindsAWordAsItStands(String language) {
        Documents.Found found = new Documents()
                .in(language)
                .page("a.html", "Zukunft", "Kooperation")
                .page("b.html", "Qwrtz", "Bxlmpf")
                .found();
        assertThat(found.pages("bxlmpf")).containsExactly("b.html");
    }
}
