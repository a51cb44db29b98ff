package org.practiceplaybook.content.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest(name = "\"{0}\" becomes \"{1}\"")
    @CsvSource({
        "Know your role, know-your-role",
        "know-your-role, know-your-role",
        "'  What?! -- Why & how  ', what-why-how",
        "Don't panic, dont-panic",
        "Don’t panic, dont-panic",
        "snake_case.name, snake-case-name",
        "ÜBER uns, über-uns",
        "u\u0308ber, über",
        "日本語 の 名前, 日本語-の-名前",
        "هدف مشترك, هدف-مشترك",
        "--a--, a",
        "!!!, ''",
        "'', ''",
        "../../etc/passwd, etc-passwd",
        "😀 smile, smile",
        "A1 B2, a1-b2",
    })
    void isMadeOfAnyText(String text, String slug) {
        assertThat(Slug.of(text)).isEqualTo(slug);
        assertThat(Slug.of(slug)).as("again").isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Know", "a b", "-a", "a-", "a--b", "a/b", "..", "a.b", "a_b"})
    void isNotJustAnything(String text) {
        assertThat(Slug.isValid(text)).isFalse();
    }
}
