package org.practiceplaybook.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.content.value.FoundRange;
import org.practiceplaybook.content.value.GroupRange;
import org.practiceplaybook.content.value.GroupText;
import org.practiceplaybook.content.value.TimeRange;
import org.practiceplaybook.content.value.TimeText;

/** Times and groups as real libraries write them. */
class RangeTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15 - 30 minutes | 15-30 min",
                "15–30 minutes | 15-30 min",
                "1-2 hours | 1-2 h",
                "1 to 2 hours | 1-2 h",
                "between 1 and 2 hours | 1-2 h",
                "half a day | 4 h",
                "Half day | 4 h",
                "half an hour | 30 min",
                "An hour and a half | 90 min",
                "1.5 hours | 90 min",
                "1½ hours | 90 min",
                "1h30 | 90 min",
                "1 hour 30 minutes | 90 min",
                "1 hour and 15 mins | 75 min",
                "an hour | 1 h",
                "a day | 1 day",
                "Two days | 2 days",
                "30 min to 1 h | 30-60 min",
                "90' | 90 min",
                "about 45 mins | 45 min",
                "approx. 20min. | 20 min",
                "(30 minutes) | 30 min",
                "30-minute | 30 min",
                "Duration: 2-3 weeks | 2-3 weeks",
                "Ongoing | ongoing",
                "a couple of hours | 2 h",
                "15 - 20 minutes per person | 15-20 min per person",
                "about a quarter of an hour for each participant | 15 min per person",
                "Half an hour (per person) | 30 min per person",
            })
    void timesAreUnderstoodWhole(String written, String canonical) {
        FoundRange<TimeRange> found = TimeText.find(written).orElseThrow();
        assertThat(found.range().canonical()).isEqualTo(canonical);
        assertThat(found.rest()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1-2 hours per session | 1-2 h | per session",
                "10 minutes per person per day | 10 min per person | per day",
                "At least 1 hour | 1 h | at least",
                "up to 2 hours | 2 h | up to",
                "8+ hours, over some days | 8 h | at least over some days",
                "10 min preparation, then 1 hour | 10 min | preparation, then 1 hour",
                "45 | 45 min | taken as minutes",
            })
    void whatATimeSaysBeyondTheRangeIsGivenToo(String written, String canonical, String rest) {
        FoundRange<TimeRange> found = TimeText.find(written).orElseThrow();
        assertThat(found.range().canonical()).isEqualTo(canonical);
        assertThat(found.rest()).isEqualTo(rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "varies", "depends on the group", "as long as needed", "2019-03-21", "99999 hours", "1.0.3"})
    void whatIsNoTimeIsNone(String written) {
        assertThat(TimeText.find(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8+ | 8+",
                "8 or more | 8+",
                "5 to 12 people | 5-12",
                "5–12 participants | 5-12",
                "six to eight | 6-8",
                "at least 5 | 5+",
                "minimum of 3 people | 3+",
                "up to 20 | 1-20",
                "max. 12 | 1-12",
                "at least 2 people, maximum 12 | 2-12",
                "10-100+ | 10+",
                "5–∞ | 5+",
                "4 to unlimited people | 4+",
                "pairs | 2",
                "any number of people | any",
                "Unlimited | any",
                "7 | 7",
                "1 person | 1",
            })
    void groupsAreUnderstoodWhole(String written, String canonical) {
        FoundRange<GroupRange> found = GroupText.find(written).orElseThrow();
        assertThat(found.range().canonical()).isEqualTo(canonical);
        assertThat(found.rest()).isEmpty();
    }

    @Test
    void whatAGroupSaysBeyondTheRangeIsGivenToo() {
        assertThat(GroupText.find("4-8 per table")).contains(new FoundRange<>(new GroupRange(4, 8), "per table"));
        assertThat(GroupText.find("the whole team")).isEmpty();
        assertThat(GroupText.find("3rd parties")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-", "1 ", "a ", "( ", "1-", "h"})
    void longNonsenseIsReadQuickly(String piece) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            TimeText.find(piece.repeat(20_000));
            GroupText.find(piece.repeat(20_000));
        });
    }
}
