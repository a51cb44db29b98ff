package org.practiceplaybook.content.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupRangeTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "6, 6, 6, 6",
        "4-12, 4-12, 4, 12",
        "4 – 12 people, 4-12, 4, 12",
        "4 to 12 participants, 4-12, 4, 12",
        "12-4, 4-12, 4, 12",
        "8+, 8+, 8, 2147483647",
        "8 or more, 8+, 8, 2147483647",
        "1+, any, 1, 2147483647",
        "any, any, 1, 2147483647",
        "Any, any, 1, 2147483647",
        "' 6\u00a0people', 6, 6, 6",
    })
    void understandsWhatPeopleWrite(String written, String canonical, int low, int high) {
        GroupRange range = GroupRange.parse(written).orElseThrow();

        assertThat(range).isEqualTo(new GroupRange(low, high));
        assertThat(range.canonical()).isEqualTo(canonical);
        assertThat(GroupRange.parse(canonical)).contains(range);
    }

    @ParameterizedTest(name = "\"{0}\" is no number of people")
    @ValueSource(strings = {"", "0", "0-4", "many", "-4", "4-", "+8", "1000000000", "4.5", "four"})
    void doesNotGuess(String written) {
        assertThat(GroupRange.parse(written)).isEmpty();
    }

    @Test
    void hasSomebodyInIt() {
        assertThatThrownBy(() -> new GroupRange(0, 3)).hasMessage("not a group: 0 to 3");
        assertThat(GroupRange.ANY.isAny()).isTrue();
        assertThat(new GroupRange(2, GroupRange.NO_LIMIT).isAny()).isFalse();
    }
}
