package org.practiceplaybook.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    @ParameterizedTest
    @CsvSource({"-1, 0", "3, 2", "-2, -1"})
    void neverRunsBackwardsOrStartsBeforeTheText(int start, int end) {
        assertThatThrownBy(() -> new Span(start, end)).hasMessage("not a span: " + start + " to " + end);
    }

    @Test
    void mayBeEmpty() {
        assertThat(new Span(4, 4).length()).isZero();
        assertThat(Span.NONE.length()).isZero();
        assertThat(new Span(2, 9).length()).isEqualTo(7);
    }

    @Test
    void staysWithItsValueWhenThatIsChanged() {
        Located<String> slug = new Located<>("know-your-role", new Span(3, 17));

        assertThat(slug.map(String::length)).isEqualTo(new Located<>(14, new Span(3, 17)));
    }
}
