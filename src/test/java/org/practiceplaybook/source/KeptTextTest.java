package org.practiceplaybook.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A text that is kept while others are worked on. */
class KeptTextTest {
    private static final String TEXT = "caf\u00e9 \u2019 \ud83d\ude00";

    @Test
    void whoeverKeepsTheBytesItIsTheSameText() {
        List<byte[]> shelf = new ArrayList<>();
        KeptText moved = new KeptText(TEXT);
        moved.moveTo(bytes -> {
            shelf.add(bytes);
            return () -> shelf.get(0).clone();
        });
        assertThat(shelf).hasSize(1);
        assertThat(moved).hasToString(TEXT).isEqualTo(new KeptText(TEXT)).hasSameHashCodeAs(new KeptText(TEXT));
        assertThat(moved).isNotEqualTo(new KeptText("other"));
        assertThat(moved.isBlank()).isFalse();
        assertThat(new KeptText(" \n").isBlank()).isTrue();
    }
}
