package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.search.ConstraintTable.Named;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Words;

/** What must fit is read where it is written in words. */
class ConstraintsIT {
    private static final List<Named> NAMED = List.of(
            new Named("challenge", "first", List.of("They meet for the first time", "first meeting", "strangers")),
            new Named("role", "facilitator", List.of("Facilitator")),
            new Named("where", "alone", List.of("alone")));

    private static Documents practices(String language) {
        return new Documents()
                .reading(ConstraintTable.of(Words.of(Bundled.theme(), language), NAMED))
                .with(Documents.page("short.html")
                        .title("Short round")
                        .facet("where", "together")
                        .facet("role", "facilitator")
                        .range("minutes", 15, Integer.MAX_VALUE)
                        .range("people", 2, 20))
                .with(Documents.page("half.html")
                        .title("Half an hour of pairs")
                        .hidden("first meeting")
                        .facet("where", "together")
                        .facet("challenge", "first")
                        .range("minutes", 30, Integer.MAX_VALUE)
                        .range("people", 6, 16))
                .with(Documents.page("large.html")
                        .title("Large room")
                        .facet("where", "together")
                        .range("minutes", 45, Integer.MAX_VALUE)
                        .range("people", 40, 200))
                .with(Documents.page("calls.html")
                        .title("Calls before")
                        .facet("where", "beforehand")
                        .each("minutes", 0, 2, 4)
                        .range("people", 1, 500))
                .with(Documents.page("desk.html").title("One hour alone").facet("where", "alone"));
    }

    private static final Script ENGLISH = practices("en").found().script;

    private static String read(Script script, String query) {
        return script.search(query, 10).read().stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 minutes 12 people | minutes=30 people=12",
                "30min, 12 persons | minutes=30 people=12",
                "30 min with 12 | minutes=30 people=12",
                "we are 12 and have 30 minutes | people=12 minutes=30",
                "with 12 for half an hour | people=12 minutes=30",
                "half an hour, large group, first meeting | minutes=30 people=40 challenge=first",
                "30 minutes, 12 people, first meeting | minutes=30 people=12 challenge=first",
                "a first meeting of twelve people in thirty minutes | challenge=first people=12 minutes=30",
                "an hour and a half | minutes=90",
                "an hour and 15 minutes | minutes=75",
                "one and a half hours | minutes=90",
                "2.5 hours | minutes=150",
                "2½ hours | minutes=150",
                "1h30 12 of us | minutes=90 people=12",
                "1 hour 20 min | minutes=80",
                "20 to 30 minutes | minutes=30",
                "20-30 min | minutes=30",
                "three quarters of an hour for a dozen people | minutes=45 people=12",
                "45-minute session, twenty-five participants | minutes=45 people=25",
                "HALF AN HOUR, FACILITATOR | minutes=30 role=facilitator",
                "15 minutes, alone | minutes=15 where=alone",
                "2 hours 12 people | minutes=120 people=12",
                "large group | people=40",
                "with a large group, 1 hour | people=40 minutes=60",
                "no more than 30 minutes | minutes=30",
                "it must not last longer than an hour | minutes=60",
                "doesn't take more than an hour and a half | minutes=90",
                "we don’t have at least 2 hours | minutes=120",
                "at least 30 people | people=30",
                "more than 30 people, an hour | people=30 minutes=60",
                "at least 2 hours, 12 people | people=12",
                "more than 30 minutes but less than an hour | minutes=60",
                "whole day | minutes=480",
                "a whole day, 12 people | minutes=480 people=12",
                "all day with 12 | minutes=480 people=12",
                "full day workshop | minutes=480",
                "two days | minutes=960",
                "3 days, 12 people | minutes=1440 people=12",
                "a two-day workshop | minutes=960",
                "1½ days | minutes=720",
                "a couple of hours | minutes=120",
                "1:30 hours | minutes=90",
                "1:30h, 12 people | minutes=90 people=12",
                "1:30 | minutes=90",
                "1:30 12 people | minutes=90 people=12",
                "12 people 0:45 | people=12 minutes=45",
                "30m 12p | minutes=30 people=12",
                "1h 30m | minutes=90",
                "30 minuts 12 peple | minutes=30 people=12",
                "30 mintues, 12 participents | minutes=30 people=12",
                "2 houurs, 12 poeple | minutes=120 people=12",
            })
    void inEnglish(String query, String expected) {
        assertThat(read(ENGLISH, query)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first meeting",
                "facilitator",
                "12",
                "30 12",
                "one change",
                "12 steps",
                "with 12 chairs",
                "\"30 minutes\"",
                "-\"30 minutes\" team",
                "minute taking",
                "0 minutes",
                "99999 people",
                "the hour of truth",
                "large groups of organisations that stay apart",
                "for one reason",
                "longer than an hour",
                "longer than an hour and a half",
                "at least 2 hours",
                "more than 90 minutes",
                "more than 1 hour 20 min",
                "over 20 to 30 minutes",
                "no less than half an hour",
                "2 hours or more",
                "an hour at least",
                "30 min+",
                "more than 2 days",
                "more than 1:30 hours",
                "at 1:30",
                "meeting 1:30",
                "11:30",
                "title:30",
                "12 tours",
                "3 houses",
                "12 forks",
                "minuts"
            })
    void wordsStayWords(String query) {
        assertThat(read(ENGLISH, query)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | 30 Minuten, 12 Leute | minutes=30 people=12",
                "de | eine halbe Stunde, große Gruppe | minutes=30 people=40",
                "de | grosse gruppe | ''",
                "de | wir sind zwölf und haben anderthalb Stunden | people=12 minutes=90",
                "de | zu zwölft in einer Viertelstunde | people=12 minutes=15",
                "de | 20 bis 30 Min mit 8 | minutes=30 people=8",
                "fr | une demi-heure, 12 personnes | minutes=30 people=12",
                "fr | nous sommes 12, trois quarts d’heure | people=12 minutes=45",
                "fr | une heure et demie à 12 | minutes=90 people=12",
                "fr | 1 h 30, grand groupe | minutes=90 people=40",
                "fr | un quart d'heure avec une dizaine de personnes | minutes=15 people=10",
                "es | media hora, somos 12 | minutes=30 people=12",
                "es | hora y media con doce personas | minutes=90 people=12",
                "es | 2 horas y media, grupo pequeño | minutes=150 people=5",
                "es | 2 horas y media, grupo pequeno | minutes=150 people=5",
                "de | länger als eine Stunde | ''",
                "de | mindestens 2 Stunden mit mehr als 30 Leuten | people=30",
                "de | nicht länger als eine Stunde | minutes=60",
                "de | eine Stunde oder mehr | ''",
                "fr | plus de 90 minutes | ''",
                "fr | au moins deux heures, au moins 30 personnes | people=30",
                "fr | pas plus de 90 minutes | minutes=90",
                "fr | 2 heures minimum | ''",
                "es | más de una hora | ''",
                "es | al menos 2 horas con al menos 30 personas | people=30",
                "es | que no dure más de una hora | minutes=60",
                "es | 2 horas como mínimo | ''",
                "de | einen ganzen Tag | minutes=480",
                "de | zwei Tage mit 12 Leuten | minutes=960 people=12",
                "de | ein paar Stunden | minutes=120",
                "de | 30 Minutn, 12 Persoen | minutes=30 people=12",
                "fr | toute la journée, 12 personnes | minutes=480 people=12",
                "fr | deux jours | minutes=960",
                "fr | 30 mintues, 12 persones | minutes=30 people=12",
                "fr | 30m 12p | minutes=30 people=12",
                "es | todo el día | minutes=480",
                "es | 2 días con 12 personas | minutes=960 people=12",
                "es | un par de horas | minutes=120",
                "es | 30 mintuos, 12 peronas | minutes=30 people=12",
                "es | 12 hojas | ''",
                "ar | يوم كامل | minutes=480",
                "ar | 3 أيام، 12 شخصا | minutes=1440 people=12",
                "ar | يومان | minutes=960",
                "ar | 30 دقييقة | minutes=30",
                "ar | أكثر من ساعة | ''",
                "ar | 30 شخصا على الأقل، ساعتان على الأقل | people=30",
                "ar | لا تزيد عن ساعة | minutes=60",
            })
    void inOtherLanguages(String language, String query, String expected) {
        assertThat(read(practices(language).found().script, query)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a quick workshop for 12 people in no more than 30 minutes",
                "30min 12ppl",
                "less than 30 minutes for a team of 12",
                "exercise, about 12 people, under half an hour"
            })
    void whatSaysNothingOfANeedIsNotLookedFor(String query) {
        assertThat(ENGLISH.search(query, 10).pages())
                .isEqualTo(ENGLISH.search("30 minutes 12 people", 10).pages())
                .isNotEmpty();
    }

    @Test
    void whatIsReadMustFitAndIsNotLookedFor() {
        Script.Answer answer = ENGLISH.search("30 minutes with 12 people", 10);
        assertThat(answer.pages()).containsExactly("short.html", "half.html");
        assertThat(answer.keys()).isEmpty();
        assertThat(answer.apart()).containsExactly("calls.html");
        assertThat(ENGLISH.search("pairs, 30 minutes", 10).pages()).containsExactly("half.html");
        assertThat(ENGLISH.search("half an hour, first meeting", 10).pages()).containsExactly("half.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"15 min zzzzqqqq 12 people", "zzzzqqqq 15 minutes", "the zzzzqqqq in 15 minutes"})
    void wordsThatNoPageHasTakeNothingAwayFromWhatFits(String query) {
        Script.Answer answer = ENGLISH.search(query, 10, Map.of(), true);
        assertThat(answer.pages()).containsExactly("short.html");
        assertThat(answer.total()).isEqualTo(1);
        assertThat(answer.counts().get("role")).containsEntry("facilitator", 1);
        assertThat(answer.keys()).contains("zzzzqqqq");
    }

    @Test
    void wordsThatNoPageHasFindNothingWhereNothingIsRead() {
        assertThat(ENGLISH.search("zzzzqqqq", 10).pages()).isEmpty();
        assertThat(ENGLISH.search("zzzzqqqq", 10, Map.of("minutes", List.of("15")), false)
                        .pages())
                .isEmpty();
        assertThat(ENGLISH.plain("15 minutes zzzzqqqq", "15 minutes").filters()).isEmpty();
    }

    @Test
    void itCanBeTakenBack() {
        Script.Answer answer = ENGLISH.plain("half an hour, 12 people", "half an hour");
        assertThat(answer.read()).extracting(Script.Read::plain).containsExactly(true, false);
        assertThat(answer.filters()).containsOnlyKeys("people");
        assertThat(answer.pages()).first().isEqualTo("half.html");
        assertThat(ENGLISH.plain("half an hour", "half an hour").pages()).contains("half.html", "desk.html");
    }

    @Test
    void whatIsChosenAlreadyIsNotReadAgain() {
        Script.Answer answer = ENGLISH.search("30 minutes 12 people", 10, Map.of("minutes", List.of("60")), false);
        assertThat(answer.read()).hasToString("[people=12]");
        assertThat(answer.filters()).containsEntry("minutes", List.of("60"));
    }

    @Test
    void whatNearlyFitsIsOffered() {
        assertThat(ENGLISH.search("10 minutes 12 people", 10).near()).contains(new Script.Near("minutes", 15, 1));
        assertThat(ENGLISH.search("30 minutes, 30 people", 10).near())
                .containsExactly(new Script.Near("people", 20, 1));
        assertThat(ENGLISH.search("20 minutes 40 people", 10).near())
                .containsExactly(new Script.Near("minutes", 45, 1), new Script.Near("people", 20, 1));
        assertThat(ENGLISH.search("2 hours", 10).near()).isEmpty();
    }

    @Test
    void anIndexWithoutRangesReadsNothing() {
        Documents.Found found = new Documents()
                .reading(ConstraintTable.of(Words.of(Bundled.theme(), "en"), NAMED))
                .page("a.html", "Thirty minutes", "12 people")
                .found();
        assertThat(found.search("30 minutes 12 people, facilitator").read()).isEmpty();
    }
}
