package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StemsTest {
    @Test
    void aWordInCapitalsIsNoFormOfAnother() {
        try (Stems stems = Stems.of("en")) {
            assertThat(stems.stem("AIDS")).contains("aids");
            assertThat(stems.stem("aids")).contains("aid");
            assertThat(stems.stem("FAIL")).contains("fail");
            assertThat(stems.stem("TRIZ")).contains("triz");
            assertThat(stems.stem("the")).isEmpty();
            assertThat(stems.stem("my")).isEmpty();
            assertThat(stems.stem("a".repeat(5000))).isPresent();
            assertThat(stems.stem("日本")).contains("日本");
        }
    }
}
