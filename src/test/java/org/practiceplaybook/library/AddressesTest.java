package org.practiceplaybook.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practiceplaybook.content.Taxonomy;

/** Where things are in the site, and the way from one to another. */
class AddressesTest {
    @ParameterizedTest
    @CsvSource({
        "index.html,               practices/a.html,       practices/a.html",
        "practices/a.html,         index.html,             ../index.html",
        "practices/a.html,         practices/b.html,       b.html",
        "practices/a.html,         practices/a.html,       a.html",
        "practices/a.html,         practical/b.html,       ../practical/b.html",
        "pages/one/two/a.html,     pages/one/b.html,       ../b.html",
        "pages/one/a.html,         pages/one/two/b.html,   two/b.html",
        "pages/one/two/a.html,     glossary.html,          ../../../glossary.html",
        "practices/a.html,         ../files/a.png,         ../../files/a.png",
        "index.html,               ../files/a.png,         ../files/a.png"
    })
    void theWayIsRelative(String from, String to, String way) {
        assertThat(Addresses.relative(from, to)).isEqualTo(way);
    }

    @ParameterizedTest
    @CsvSource({
        "practices/know-your-role.html, practices/know-your-role.html",
        "files/images/two people.png,   files/images/two%20people.png",
        "pages/é.html,                  pages/%C3%A9.html",
        "pages/日.html,                  pages/%E6%97%A5.html",
        "pages/a#b?c.html,              pages/a%23b%3Fc.html",
        "pages/100%.html,               pages/100%25.html",
        "pages/a:b.html,                pages/a%3Ab.html"
    })
    void aPathInALinkIsEncoded(String path, String url) {
        assertThat(Addresses.url(path)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "con,           practices/con_.html",
        "Aux,           practices/Aux_.html",
        "com1,          practices/com1_.html",
        "con_,          practices/con__.html",
        "console,       practices/console.html",
        "nul.and-void,  practices/nul_.and-void.html",
        "com10,         practices/com10.html"
    })
    void aNameThatWindowsKeepsForItselfIsMarked(String slug, String path) {
        assertThat(Addresses.FIRST.practice(slug)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "images/a\"b.png,   files/images/a%22b.png",
                "images/a%22b.png,  files/images/a%2522b.png",
                "100%.png,          files/100%.png",
                "aux/LPT1.svg,      files/aux_/LPT1_.svg",
                "what?./a|b.pdf,    files/what%3F%2E/a%7Cb.pdf"
            })
    void aFileHasANameInTheSiteThatWindowsTakes(String file, String path) {
        assertThat(Addresses.FIRST.asset(file)).isEqualTo(path);
        assertThat(new Addresses("fr/").asset(file)).isEqualTo("../" + path);
    }

    @Test
    void everyKindOfPageHasSuchAName() {
        assertThat(Addresses.FIRST.term(Taxonomy.ROLES, "prn")).isEqualTo("roles/prn_.html");
        assertThat(Addresses.FIRST.folder("deep/aux")).isEqualTo("pages/deep/aux_/index.html");
    }

    @Test
    void listsTermsAndFoldersHaveAddresses() {
        assertThat(Addresses.FIRST.of(Taxonomy.CHALLENGES)).isEqualTo("challenges/index.html");
        assertThat(Addresses.FIRST.term(Taxonomy.LEVERAGE, "mindset")).isEqualTo("leverage/mindset.html");
        assertThat(Addresses.FIRST.folder("")).isEqualTo("pages/index.html");
        assertThat(Addresses.FIRST.folder("handbook/legal")).isEqualTo("pages/handbook/legal/index.html");
        assertThat(Addresses.FIRST.asset("images/a.png")).isEqualTo("files/images/a.png");
        assertThat(new Addresses("fr/").asset("images/a.png")).isEqualTo("../files/images/a.png");
        assertThat(new Addresses("fr/").inSite("index.html")).isEqualTo("fr/index.html");
        assertThat(Addresses.anchor("Leverage point")).isEqualTo("leverage-point");
        assertThat(List.of("C", "C++", "C#", ".NET", "NET", "the team's own", "check-in").stream()
                        .map(Addresses::anchor))
                .containsExactly("c", "c-2b2b", "c-23", "net-2e", "net", "the-teams-own", "check-in");
    }
}
