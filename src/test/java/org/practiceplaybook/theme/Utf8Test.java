package org.practiceplaybook.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that grows as bytes. */
class Utf8Test {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "\u007f\u0080",
                "\u07ff\u0800",
                "caf\u00e9 \u2019 \uffff",
                "\ud83d\ude00!",
                "a\ud83d",
                "\ude00b"
            })
    void everyWayOfWritingGivesTheBytesThatJavaGives(String text) {
        Utf8 out = new Utf8();
        out.write(text);
        out.write(text.toCharArray());
        out.write("<" + text + ">", 1, text.length());
        out.write(("<" + text + ">").toCharArray(), 1, text.length());
        assertThat(out.toBytes()).isEqualTo(asWritten(text).repeat(4).getBytes(StandardCharsets.UTF_8));
        assertThat(out).hasToString(asWritten(text).repeat(4));
    }

    @Test
    void itGrows() {
        Utf8 out = new Utf8();
        for (int i = 0; i < 3000; i++) {
            out.write('a');
            out.write('\u00e9');
            out.write("\u20ac");
        }
        Utf8 twice = new Utf8();
        twice.write(out);
        twice.write(out);
        assertThat(twice).hasToString("a\u00e9\u20ac".repeat(6000));
    }

    @Test
    void aTextOfMegabytesIsWholeAlsoInsideAnother() {
        String line = "caf\u00e9 ".repeat(100_000);
        Utf8 out = new Utf8();
        for (int i = 0; i < 7; i++) {
            out.write(line);
            out.write('.');
        }
        Utf8 around = new Utf8();
        around.write("<");
        around.write(out);
        around.write(">");
        assertThat(around.toBytes()).isEqualTo(("<" + (line + ".").repeat(7) + ">").getBytes(StandardCharsets.UTF_8));
    }

    /** A text whose lone halves of signs are question marks, as they will be. */
    private static String asWritten(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
