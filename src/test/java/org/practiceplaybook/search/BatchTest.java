package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {
    @Test
    void aLineIsAQuery() {
        assertThat(
                        Batch.of(
                                List.of(
                                        "\ufeff{\"id\": \"a\", \"text\": \"know your role\"}",
                                        "",
                                        "   ",
                                        " { \"text\" : \"\\u00fc \\\"x\\\" \\ud83d\\ude00 \\n\\/\" , \"more\": [1, {\"a\": null}, true], \"id\" : 7 } ")))
                .containsExactly(new Batch.Item("a", "know your role"), new Batch.Item("7", "ü \"x\" 😀 \n/"));
        assertThat(Batch.of(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "words",
                "{",
                "{}",
                "[]",
                "null",
                "1",
                "\"a\"",
                "{\"id\": \"a\"}",
                "{\"text\": \"a\"}",
                "{\"id\": \"a\", \"text\": 1}",
                "{\"id\": null, \"text\": \"a\"}",
                "{\"id\": \"a\", \"text\": \"b\"} x",
                "{\"id\": \"a\", \"text\": \"b}",
                "{\"id\": \"a\", \"text\": \"\\u12\"}",
                "{\"id\": \"a\", \"text\": \"\\uzzzz\"}",
                "{\"id\" \"a\"}",
                "{id: \"a\"}",
                "}",
                "{\"id\": 1e, \"text\": \"a\"}",
                "{\"id\": {}, \"text\": \"a\"}"
            })
    void anyOtherIsToldByItsNumber(String line) {
        assertThatThrownBy(() -> Batch.of(List.of("{\"id\": \"1\", \"text\": \"a\"}", "", line)))
                .isInstanceOfSatisfying(
                        Batch.UnreadableLine.class, e -> assertThat(e.number()).isEqualTo(3));
    }

    @Test
    void aDeepLineIsNoQuery() {
        for (String deep : List.of("[".repeat(200_000), "{\"id\":".repeat(100_000))) {
            assertThatThrownBy(() -> Batch.of(List.of(deep))).isInstanceOf(Batch.UnreadableLine.class);
        }
    }
}
