package org.practiceplaybook.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON that may stand inside a page. */
class JsonTest {
    @Test
    void valuesAreWritten() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", List.of(1, 2.5, true, "x"));
        map.put("a", null);
        map.put("e", List.of());
        map.put("m", Map.of());
        assertThat(Json.of(map)).hasToString("{\"b\":[1,2.5,true,\"x\"],\"a\":null,\"e\":[],\"m\":{}}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "</script>,      \\u003c/script\\u003e",
                "<!--,           \\u003c!--",
                "a&b,            a\\u0026b",
                "a\"b\\c,        a\\\"b\\\\c",
                "`a\u2028b`,     a\\u2028b",
                "`a\u0001b`,     a\\u0001b",
                "`a\tb\nc\rd`,   a\\tb\\nc\\rd",
                "😀,             😀",
                "日本é,           日本é"
            })
    void noSignCanEndAScriptOrAText(String text, String written) {
        assertThat(Json.of(text)).hasToString("\"" + written + "\"");
    }

    @Test
    void halfASignIsEscaped() {
        assertThat(Json.of("a\ud83db")).hasToString("\"a\\ud83db\"");
        assertThat(Json.of("a\ude00")).hasToString("\"a\\ude00\"");
        assertThat(Json.of("\ud83d")).hasToString("\"\\ud83d\"");
    }

    @Test
    void nothingElseIsTaken() {
        assertThatThrownBy(() -> Json.of(new ArrayList<>(List.of(new Object()))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
