package org.practiceplaybook.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                '\t', '\n', '\r', ' ', '~', 0xa0, 0xad, 0x200b, 0x200d, 0x200e, 0x202a, 0x2066, 0xe000, 0xfdcf, 0xfdf0
            })
    void aTextMayHold(int c) {
        assertThat(Characters.isAllowed(c)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0xfffd, 0x10000, 0x1f600, 0xe0041, 0xffffd, 0x10fffd})
    void aTextMayHoldBeyond(int c) {
        assertThat(Characters.isAllowed(c)).isTrue();
        assertThat(Characters.firstUnfit("a" + Character.toString(c) + "b", 0)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 1, 7, 8, 0xb, 0xc, 0xe, 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9f, 0x202d, 0x202e, 0xd800, 0xdfff, 0xfdd0,
                0xfdef, 0xfffe, 0xffff, 0x1fffe, 0x2ffff, 0x10fffe, 0x10ffff
            })
    void aTextMayNotHold(int c) {
        assertThat(Characters.isAllowed(c)).isFalse();
        assertThat(Characters.isAllowedInName(c)).isFalse();
        String text = "😀a" + Character.toString(c) + "b";
        assertThat(Characters.firstUnfit(text, 0)).isEqualTo(3);
        assertThat(Characters.legible(text))
                .hasSameSizeAs(text)
                .startsWith("😀a\uFFFD")
                .endsWith("b");
        assertThat(Characters.firstUnfit(Characters.legible(text), 0)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {'\n', '\t', 0x061c, 0x200b, 0x200e, 0x200f, 0x2028, 0x202a, 0x2060, 0x2066, 0x2069, 0xfeff})
    void aNameMayNotHoldBesides(int c) {
        assertThat(Characters.isAllowed(c)).isTrue();
        assertThat(Characters.isAllowedInName(c)).isFalse();
    }

    @Test
    void aNameMayHoldLettersOfAllLanguages() {
        assertThat("Größe 日本語 می\u200cخواهم क्\u200dष 👩\u200d🏫 (1).png".codePoints())
                .allMatch(Characters::isAllowedInName);
    }

    @Test
    void eachIsToldAtItsPlace() {
        List<Diagnostic> found = new ArrayList<>();
        SourceFile file = Characters.legible(new SourceFile("a.md", "a\nb\u0008😀\ud800c\n"), found);
        assertThat(file.text()).isEqualTo("a\nb\uFFFD😀\uFFFDc\n");
        assertThat(found).extracting(d -> d.place().start()).containsExactly(new Position(2, 2), new Position(2, 4));
        assertThat(found).extracting(Diagnostic::label).containsExactly("U+0008", "U+D800");
    }

    @Test
    void aTextWithoutThemIsTheSame() {
        SourceFile file = new SourceFile("a.md", "Ein Text – mit „Zeichen“ 😀\r\n");
        assertThat(Characters.legible(file, new ArrayList<>())).isSameAs(file);
        assertThat(Characters.legible(file.text())).isSameAs(file.text());
    }

    @Test
    void ofAFileFullOfThemTheFirstAreTold() {
        List<Diagnostic> found = new ArrayList<>();
        Characters.legible(new SourceFile("a.md", "\u0001".repeat(1_000)), found);
        assertThat(found).hasSize(20);
    }
}
