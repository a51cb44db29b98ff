package org.practiceplaybook.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EditsTest {
    private static Edit edit(int start, int end, String text) {
        return new Edit(new Span(start, end), text);
    }

    @Test
    void areMadeTogetherInWhateverOrderTheyCome() {
        assertThat(Edits.apply("one two three", List.of(edit(8, 13, "3"), edit(0, 3, "1"), edit(7, 7, " and"))))
                .isEqualTo("1 two and 3");
    }

    @Test
    void areRefusedWhereTheyOverlap() {
        assertThatThrownBy(() -> Edits.apply("one", List.of(edit(0, 2, "a"), edit(1, 3, "b"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Edits.apply("one", List.of(edit(1, 1, "a"), edit(1, 1, "b"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofTwoThatOverlapTheFirstIsKept() {
        assertThat(Edits.apart(List.of(edit(1, 3, "b"), edit(0, 2, "a"), edit(3, 4, "c"))))
                .containsExactly(edit(0, 2, "a"), edit(3, 4, "c"));
    }
}
