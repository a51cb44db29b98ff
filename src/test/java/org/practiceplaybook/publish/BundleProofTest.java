package org.practiceplaybook.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.theme.ThemeProblem;
import org.practiceplaybook.work.Workers;

/** What is carried away works where nobody can mend it. */
class BundleProofTest {
    private static final String OTHER = "<p id=\"there\"><a href=\"../index.html\">x</a><p id=\"caf\u00e9 1\">";

    private static Set<String> proof(Map<String, String> more) {
        Map<String, byte[]> files = new TreeMap<>();
        Map<String, String> texts = new TreeMap<>(Map.of(
                "index.html",
                "<!doctype html><a href=practices/other.html#there>x</a>",
                "practices/other.html",
                OTHER,
                "assets/site.css",
                "a { background: url(dot.svg) }",
                "assets/dot.svg",
                "<svg/>",
                "assets/site.js",
                "open();"));
        texts.putAll(more);
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return BundleProof.of(
                files,
                path -> path.equals("practices/a.html")
                        ? Optional.of(new SourceFile("practices/a.md", "---\n---\n\n[x](gone)"))
                        : Optional.empty(),
                new Workers(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"other.html\">x</a>",
                "<a href='other.html#there'>x</a>",
                "<a href=other.html#caf%C3%A9%201>x</a>",
                "<a href=\"./../practices/other.html?a=b&amp;c=d#there\">x</a>",
                "<a href=\"#\">x</a><a href=\"#top\">x</a><p id=own><a href=\"#own\">x</a>",
                "<a href=\"https://example.org/\">x</a><a href=\"mailto:a@example.org\">x</a><a href=\"tel:1\">x</a>",
                "<link rel=canonical href=https://example.org/><meta property=og:image content=https://example.org/x.png>",
                "<link rel=stylesheet href=../assets/site.css><script src=\"../assets/site.js\" defer></script>",
                "<img src=\"data:image/png;base64,AA==\" alt><img srcset=\"../assets/dot.svg 1x, ../assets/dot.svg 2x\" alt>",
                "<!-- <a href=\"nowhere\" id=a id=a> --><p>1 < 2 & <3",
                "<script type=\"application/ld+json\">{\"a\": \"<a href=x> fetch(\"}</script>",
                "<svg><use href=\"#i\"/></svg><i id=\"i\"></i>",
                "<template><p id=x></template><template><p id=x></template><p id=x>",
                "<meta http-equiv=refresh content=\"0; url=other.html\">",
            })
    void whatIsInOrderPasses(String page) {
        assertThat(proof(Map.of("practices/a.html", page))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <a href=gone.html>                                        | leads to gone.html, where there is no file (made of practices/a.md:4)
            <p><a href="../../index.html">                            | leads to ../../index.html, where there is no file
            <a href="../practices/">                                  | leads to ../practices/, where there is no file
            <a href="/index.html">                                    | leads to /index.html, which on a disk is counted from the disk's root
            <a href="//example.org/">                                 | asks for //example.org/, which is not inside
            <a href="FILE:///etc/passwd">                             | asks for FILE:///etc/passwd
            <a href=other.html#nope>                                  | leads to "#nope", which practices/other.html does not have
            <a href="#nope">                                          | leads to "#nope", which practices/a.html does not have
            <p id=x><i id="x">                                        | has the id "x" twice
            <img src=https://example.org/a.png>                       | asks for https://example.org/a.png
            <img srcset="../assets/dot.svg 1x, http://example.org/b 2x"> | asks for http://example.org/b
            <script src="&#104;ttps://example.org/a.js"></script>     | asks for https://example.org/a.js
            <link rel="stylesheet" href="http://example.org/a.css">   | asks for http://example.org/a.css
            <link rel="alternate stylesheet" href="http://example.org/a.css"> | asks for http://example.org/a.css
            <form action="https://example.org/">                      | asks for https://example.org/
            <iframe src=https://example.org/></iframe>                | asks for https://example.org/
            <object data=gone.svg></object>                           | leads to gone.svg
            <video poster=gone.png></video>                           | leads to gone.png
            <meta http-equiv="Refresh" content="3;URL=gone.html">     | leads to gone.html
            <base href="..">                                          | has a base element
            <script type="module" src="../assets/site.js"></script>   | has a script of the type module
            <script integrity="sha256-x" src="../assets/site.js"></script> | has the attribute integrity
            <img crossorigin src="../assets/dot.svg">                 | has the attribute crossorigin
            <link rel=manifest href="../assets/dot.svg">              | has a link of the kind manifest
            <svg><use href="../assets/dot.svg#a"/></svg>              | takes a drawing from the file ../assets/dot.svg#a
            <style>a{background:url('gone.png')}</style>              | leads to gone.png
            <p style="background:url(http://example.org/a)">          | asks for http://example.org/a
            <script>new Worker("x")</script>                          | uses new Worker
            """)
    void whatWouldNotWorkIsToldWithItsPlace(String tags, String told) {
        assertThatThrownBy(() -> proof(Map.of("practices/a.html", "<!doctype html>\n" + tags)))
                .isInstanceOf(ThemeProblem.class)
                .hasMessageContaining("practices/a.html:2 " + told)
                .hasMessageContaining("nothing was published")
                .hasMessageContaining("--downloads none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fetch('x')", "a = new XMLHttpRequest()", "import('./x.js')", "new\nSharedWorker(x)"})
    void noScriptOfTheThemeDoesWhatBrowsersRefuse(String script) {
        assertThatThrownBy(() -> proof(Map.of("assets/other.js", "a();\n" + script)))
                .hasMessageContaining("assets/other.js:2 uses ");
        assertThat(proof(Map.of("contribute/texts-1.js", "window.a = \"" + script.replace("\n", " ") + "\"")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@import 'x.css';",
                "a{background:url(\"gone.png\")}",
                "a{background:url( https://example.org/ )}"
            })
    void noStyleSheetAsksForWhatIsNotInside(String style) {
        assertThatThrownBy(() -> proof(Map.of("assets/other.css", style))).hasMessageContaining("assets/other.css:1 ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            practices/con.html       | is called like a device of Windows
            files/Aux.tar.gz         | is called like a device of Windows
            files/lpt1/a.png         | is called like a device of Windows
            files/a:b.png            | has a sign in its name
            files/what?.png          | has a sign in its name
            files/dot./a.png         | has a sign in its name
            PRACTICES/new.html       | is for Windows and macOS the same name as
            assets/Dot.svg           | is for Windows and macOS the same name as
            """)
    void noNameIsOneThatSomeSystemCannotKeep(String path, String told) {
        assertThatThrownBy(() -> proof(Map.of(path, ""))).hasMessageContaining(told);
    }

    @Test
    void lettersThatAreOneOnMacAreOneName() {
        assertThatThrownBy(() -> proof(Map.of("files/caf\u00e9.png", "", "files/cafe\u0301.png", "")))
                .hasMessageContaining("the same name as");
    }

    @Test
    void namesThatAreTooLongAreTold() {
        assertThatThrownBy(() -> proof(Map.of("pages/" + "a".repeat(260) + ".html", "")))
                .hasMessageContaining("more than 255 bytes")
                .hasMessageContaining("has a path of 271 letters");
        assertThatThrownBy(() -> proof(Map.of("pages/" + "\u65e5".repeat(90) + ".html", "")))
                .hasMessageContaining("more than 255 bytes");
        assertThat(proof(Map.of("pages/" + "a".repeat(180) + ".html", ""))).isNotEmpty();
    }

    @Test
    void manyFaultsAreCounted() {
        assertThatThrownBy(() -> proof(Map.of("a.html", "<a href=x>".repeat(50))))
                .hasMessageContaining("and 30 more");
    }

    @Test
    void whatPagesAndStylesNameIsKnown() {
        assertThat(proof(Map.of("a.html", "<link rel=stylesheet href=assets/site.css>")))
                .contains("assets/dot.svg", "assets/site.css")
                .doesNotContain("assets/site.js");
    }
}
