package org.practiceplaybook.content.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRangeTest {

    @ParameterizedTest(name = "{0} is {1}: {2} to {3} minutes")
    @CsvSource({
        "30 min, 30 min, 30, 30",
        "15min, 15 min, 15, 15",
        "30-45 min, 30-45 min, 30, 45",
        "30–45 min, 30-45 min, 30, 45",
        "30 - 45 minutes, 30-45 min, 30, 45",
        "45 to 60 mins, 45-60 min, 45, 60",
        "1 h, 1 h, 60, 60",
        "1 hour, 1 h, 60, 60",
        "1-2 hours, 1-2 h, 60, 120",
        "1.5 hours, 90 min, 90, 90",
        "'1,5 h', 90 min, 90, 90",
        "1 h - 1.5 h, 60-90 min, 60, 90",
        "45 minutes to 2 h, 45-120 min, 45, 120",
        "2-1 h, 1-2 h, 60, 120",
        "1 day, 1 day, 480, 480",
        "3 days, 3 days, 1440, 1440",
        "1-2 days, 1-2 days, 480, 960",
        "1 week, 1 week, 2400, 2400",
        "2 wks, 2 weeks, 4800, 4800",
        "about 20 min, 20 min, 20, 20",
        "~20 min, 20 min, 20, 20",
        "20 min., 20 min, 20, 20",
        "  20\u00a0MIN , 20 min, 20, 20",
        "15-20 min per person, 15-20 min per person, 15, 20",
        "15–20 min per person, 15-20 min per person, 15, 20",
        "'1 h, per participant', 1 h per person, 60, 60",
        "1 hour for each person, 1 h per person, 60, 60",
        "20min/person, 20 min per person, 20, 20",
        "5 MINUTES  PER HEAD, 5 min per person, 5, 5",
        "ongoing, ongoing, 0, 0",
        "Ongoing, ongoing, 0, 0",
    })
    void understandsWhatPeopleWrite(String written, String canonical, int low, int high) {
        TimeRange range = TimeRange.parse(written).orElseThrow();

        assertThat(range.canonical()).isEqualTo(canonical);
        assertThat(range.lowMinutes()).isEqualTo(low);
        assertThat(range.highMinutes()).isEqualTo(high);
        assertThat(TimeRange.parse(canonical)).contains(range);
    }

    @ParameterizedTest(name = "\"{0}\" is no time")
    @ValueSource(
            strings = {
                "",
                "30",
                "min",
                "a while",
                "0 min",
                "-5 min",
                "1 month",
                "30 min or so",
                "20 min per",
                "20 per person",
                "20 min per persons",
                "20 min a person",
                "per person",
                "ongoing per person",
                "1h30",
                "99999 h",
                "1/2 h",
                "30-45-60 min",
                "1e3 min",
                "٣ min"
            })
    void doesNotGuess(String written) {
        assertThat(TimeRange.parse(written)).isEmpty();
    }

    @Test
    void neverRunsBackwards() {
        assertThatThrownBy(() -> new TimeRange(5, 3, TimeRange.Unit.HOURS, false))
                .hasMessage("not a time: 5 to 3");
        assertThat(TimeRange.ONGOING.isOngoing()).isTrue();
    }
}
