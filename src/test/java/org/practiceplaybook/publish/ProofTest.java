package org.practiceplaybook.publish;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.theme.ThemeProblem;
import org.practiceplaybook.work.Workers;

/** Nothing is published that the programs it is for cannot read. */
class ProofTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0001", "\u0008", "\u000c", "\u001b", "\0", "\u007f", "\u0085", "\u202e", "\ufdd0", "\ufffe", "\uffff"
            })
    void noSignThatCannotBeSeenIsPublished(String sign) {
        for (String path : List.of("index.html", "feed.xml", "search/index.js", "manifest.webmanifest", "a.svg")) {
            assertThatThrownBy(() -> Proof.read(path, bytes("<a>\n–" + sign + " </a>")))
                    .isInstanceOf(ThemeProblem.class)
                    .hasMessageContaining(path + " holds a sign that cannot be seen")
                    .hasMessageContaining("line 2, column 2");
        }
    }

    @Test
    void theLargestNoncharacterIsFoundToo() {
        assertThatThrownBy(() -> Proof.read("a.html", bytes("x" + Character.toString(0x10ffff) + "x")))
                .hasMessageContaining("U+10FFFF");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <a><b></a>
            <a>&nbsp;</a>
            <a>x & y</a>
            <a x=1/>
            <a/><a/>
            <!DOCTYPE a [<!ENTITY x 'y'>]><a/>
            """)
    void xmlThatCannotBeReadIsNotPublished(String xml) {
        for (String path : List.of("feeds/practices.xml", "files/pages/circle.svg")) {
            assertThatThrownBy(() -> Proof.read(path, bytes(xml)))
                    .isInstanceOf(ThemeProblem.class)
                    .hasMessageContaining(path + " is not well-formed XML at line 1, column ");
        }
    }

    @Test
    void whatIsInOrderPasses() {
        assertThatCode(() -> {
                    Proof.read(
                            "a.xml",
                            bytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>– „x“ \uFFFD 😀 \ue000</a>"));
                    Proof.read("a.html", bytes("<p>A & B<br>\ttext\r\n— “x” \u00a0 \ufb01"));
                    Proof.read("files/a.png", new byte[] {0, 1, 2, -1, -2});
                    Proof.read("files/a.txt", new byte[] {27});
                })
                .doesNotThrowAnyException();
    }

    @Test
    void nothingIsMadeWhereOneFileFails() {
        List<SiteFile> sheets = List.of(
                new SiteFile("a.html", () -> bytes("<p>")), new SiteFile("sitemap.xml", () -> bytes("<urlset>")));
        assertThatThrownBy(() -> Publication.of(sheets, new Workers(2)))
                .isInstanceOf(ThemeProblem.class)
                .hasMessageContaining("sitemap.xml");
    }
}
