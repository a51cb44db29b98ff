package org.practiceplaybook.content.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest(name = "{0} is {1}, from {2} to {3}")
    @CsvSource({
        "2026, 2026, 2026-01-01, 2026-12-31",
        "2026-05, 2026-05, 2026-05-01, 2026-05-31",
        "2026-5, 2026-05, 2026-05-01, 2026-05-31",
        "2024-02, 2024-02, 2024-02-01, 2024-02-29",
        "2026-05-17, 2026-05-17, 2026-05-17, 2026-05-17",
        "2024-02-29, 2024-02-29, 2024-02-29, 2024-02-29",
        "' 2026-5-7 ', 2026-05-07, 2026-05-07, 2026-05-07",
        "0099, 0099, 0099-01-01, 0099-12-31",
    })
    void isAsExactAsItWasWritten(String written, String iso, LocalDate first, LocalDate last) {
        PartialDate date = PartialDate.parse(written).orElseThrow();

        assertThat(date.iso()).isEqualTo(iso);
        assertThat(date.firstDay()).isEqualTo(first);
        assertThat(date.lastDay()).isEqualTo(last);
    }

    @ParameterizedTest(name = "\"{0}\" is no date")
    @ValueSource(
            strings = {
                "",
                "26",
                "2026-13",
                "2026-00",
                "2026-02-30",
                "2025-02-29",
                "2026-05-00",
                "17.5.2026",
                "May 2026",
                "2026-05-17T10:00:00Z",
                "2026-05-17 10:00",
                "2026/05",
                "20260517"
            })
    void isADayOfTheCalendar(String written) {
        assertThat(PartialDate.parse(written)).isEmpty();
    }

    /** As the JDK counts them, and has them at all. */
    @Test
    void daysAreThoseOfTheCalendarAndFollowEachOther() {
        PartialDate begin = PartialDate.parse("1899-12-31").orElseThrow();
        for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() < 2030; day = day.plusDays(1)) {
            PartialDate date = PartialDate.parse(day.toString()).orElseThrow();
            assertThat(date.dayNumber() - begin.dayNumber())
                    .isEqualTo((int) (day.toEpochDay() - begin.firstDay().toEpochDay()));
        }
        for (String wrong :
                List.of("2026-02-29", "1900-02-29", "2026-00", "2026-13", "2026-04-31", "2026-04-00", "2026-12-32")) {
            assertThat(PartialDate.parse(wrong)).as(wrong).isEmpty();
        }
        assertThat(PartialDate.parse("2000-02-29")).isPresent();
    }
}
