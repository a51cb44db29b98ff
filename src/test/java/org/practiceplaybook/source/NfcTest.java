package org.practiceplaybook.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One disk writes é as one sign, another as e and an accent: both are one name. */
class NfcTest {

    @Test
    void joinsLettersAndTheirAccents() {
        assertThat(Nfc.of("cafe\u0301.md")).isEqualTo("caf\u00e9.md");
        assertThat(Nfc.of("caf\u00e9.md")).isEqualTo("caf\u00e9.md");
    }

    @Test
    void leavesPlainTextAsItIs() {
        String plain = "practices/know-your-role.md";

        assertThat(Nfc.of(plain)).isSameAs(plain);
        assertThat(Nfc.of("")).isEmpty();
    }
}
