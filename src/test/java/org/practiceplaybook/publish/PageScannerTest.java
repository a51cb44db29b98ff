package org.practiceplaybook.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page is read as it stands, letter by letter, in linear time. */
class PageScannerTest {
    private static List<String> tokens(String page) {
        List<String> tokens = new ArrayList<>();
        PageScanner scanner = new PageScanner(page);
        while (scanner.next()) {
            tokens.add(scanner.kind() + " " + scanner.source());
        }
        return tokens;
    }

    @Test
    void tagsTextsAndNotesAreTold() {
        assertThat(tokens("<!doctype html><P CLASS='a>b' hidden x=1>1 < 2</P ><!-- <b> --><br/>"))
                .containsExactly(
                        "NOTE <!doctype html>",
                        "OPEN <P CLASS='a>b' hidden x=1>",
                        "TEXT 1 ",
                        "TEXT < 2",
                        "CLOSE </P >",
                        "NOTE <!-- <b> -->",
                        "OPEN <br/>");
    }

    @Test
    void attributesAreReadAsABrowserReadsThem() {
        PageScanner scanner = new PageScanner("<A HREF=\"a?b=1&amp;c=&#x41;&lt;&unknown;&\" hidden title = 'x'/>");
        assertThat(scanner.next()).isTrue();
        assertThat(scanner.name()).isEqualTo("a");
        assertThat(scanner.attribute("href")).isEqualTo("a?b=1&c=A<&unknown;&");
        assertThat(scanner.has("hidden")).isTrue();
        assertThat(scanner.attribute("title")).isEqualTo("x");
        assertThat(scanner.isEmptyElement()).isTrue();
    }

    @Test
    void inScriptsAndStylesNothingIsATag() {
        assertThat(tokens("<script>if (a</b>c) x</script><style>a>b{}</STYLE><title>a<b</title>"))
                .containsExactly(
                        "OPEN <script>",
                        "TEXT if (a</b>c) x",
                        "CLOSE </script>",
                        "OPEN <style>",
                        "TEXT a>b{}",
                        "CLOSE </STYLE>",
                        "OPEN <title>",
                        "TEXT a<b",
                        "CLOSE </title>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "</",
                "<a",
                "<a b",
                "<a b=",
                "<a b='",
                "<!--",
                "<!",
                "<script>",
                "<script>x",
                "a<",
                "<a/",
                "</a"
            })
    void whatBreaksOffEndsThere(String page) {
        assertThat(String.join(
                        "",
                        tokens(page).stream()
                                .map(token -> token.substring(token.indexOf(' ') + 1))
                                .toList()))
                .isEqualTo(page);
    }

    @Test
    void nothingIsLostWhateverStandsThere() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder page = new StringBuilder();
            for (int j = random.nextInt(30); j > 0; j--) {
                page.append("<>/!-='\" ab&;script".charAt(random.nextInt(19)));
            }
            assertThat(String.join(
                            "",
                            tokens(page.toString()).stream()
                                    .map(token -> token.substring(token.indexOf(' ') + 1))
                                    .toList()))
                    .isEqualTo(page.toString());
        }
    }

    @Test
    @Timeout(20)
    void thatTakesTimeAsLongAsThePage() {
        for (String shape : List.of("<", "<a ", "<a b='", "<!--", "</a", "<script>", "&#x", "<a b=&amp;")) {
            Assertions.assertThatCode(() -> org.junit.jupiter.api.Assertions.assertTimeout(
                            Duration.ofSeconds(2), () -> tokens(shape.repeat(100_000))))
                    .as(shape)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void idsAreThoseThatAParserFinds() {
        String page = "<p id=a><!-- <p id=b> --><script>\"<p id=c>\"</script><i title='<p id=d>' id='e'>";
        List<String> ids = new ArrayList<>();
        PageScanner scanner = new PageScanner(page);
        while (scanner.next()) {
            if (scanner.kind() == PageScanner.Kind.OPEN && scanner.has("id")) {
                ids.add(scanner.attribute("id"));
            }
        }
        assertThat(ids).isEqualTo(Jsoup.parse(page).select("[id]").eachAttr("id"));
    }
}
