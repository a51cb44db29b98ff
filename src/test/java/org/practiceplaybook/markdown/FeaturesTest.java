package org.practiceplaybook.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.markdown.parser.QuotationMarks;

/** What the playbook's Markdown has beyond CommonMark. */
class FeaturesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\0',
            value = {
                "~~gone~~ a~b ¦ <p><del>gone</del> a~b</p>",
                "https://example.org/a_(b)?c=d&e. ¦ <p><a href=\"https://example.org/a_(b)?c=d&amp;e\">https://example.org/a_(b)?c=d&amp;e</a>.</p>",
                "www.example.org, ok ¦ <p><a href=\"http://www.example.org\">www.example.org</a>, ok</p>",
                "a@example.org ¦ <p><a href=\"mailto:a@example.org\">a@example.org</a></p>",
                "ftp://x.y `https://x.y` ¦ <p>ftp://x.y <code>https://x.y</code></p>",
                "[https://x.y](a.md) ¦ <p><a href=\"a.md\">https://x.y</a></p>",
                "\"Quoted\" and 'single' ¦ <p>“Quoted” and ‘single’</p>",
                "it's the '90s, \"it's 'nested' here\" ¦ <p>it’s the ’90s, “it’s ‘nested’ here”</p>",
                "a -- b --- c ... d ---- e .. f ¦ <p>a – b — c … d ---- e .. f</p>",
                "`\"a\" -- 'b' ...` ¦ <p><code>&quot;a&quot; -- 'b' ...</code></p>",
                "![A](i.png){width=300 .left} x ¦ <p><img src=\"i.png\" alt=\"A\" width=\"300\" class=\"left\" loading=\"lazy\" decoding=\"async\"> x</p>",
                "![A](i.png){width=\"30\" height=20 .wide .small} ¦ <p><img src=\"i.png\" alt=\"A\" width=\"30\" height=\"20\" class=\"wide small\" loading=\"lazy\" decoding=\"async\"></p>",
                "![A](i.png){onclick=x} ¦ <p><img src=\"i.png\" alt=\"A\" loading=\"lazy\" decoding=\"async\">{onclick=x}</p>",
                "![A](i.png){width=99999} ¦ <p><img src=\"i.png\" alt=\"A\" loading=\"lazy\" decoding=\"async\">{width=99999}</p>",
                "![A](i.png \"Caption\") ¦ <figure><img src=\"i.png\" alt=\"A\" loading=\"lazy\" decoding=\"async\"><figcaption>Caption</figcaption></figure>",
                "![A](https://x.y/i.png) ¦ <p><a href=\"https://x.y/i.png\">A</a></p>",
                "Term\\n: One\\n: Two ¦ <dl>\\n<dt>Term</dt>\\n<dd>One</dd>\\n<dd>Two</dd>\\n</dl>",
                "- [ ] a\\n- [x] b ¦ <ul class=\"tasks\">\\n<li><span class=\"task\" role=\"img\" aria-label=\"{taskOpen}\"></span> a</li>\\n<li><span class=\"task done\" role=\"img\" aria-label=\"{taskDone}\"></span> b</li>\\n</ul>",
                "- [a] b\\n- [](c) ¦ <ul>\\n<li>[a] b</li>\\n<li><a href=\"c\"></a></li>\\n</ul>",
                "> [!NOTE]\\n> Take *care* ¦ <div class=\"alert note\" role=\"note\"><p class=\"alert-title\">{alert.note}</p>\\n<p>Take <em>care</em></p>\\n</div>",
                "> [!warning]\\n> a\\n>\\n> b ¦ <div class=\"alert warning\" role=\"note\"><p class=\"alert-title\">{alert.warning}</p>\\n<p>a</p>\\n<p>b</p>\\n</div>",
                "> [!TIP] not alone ¦ <blockquote>\\n<p>[!TIP] not alone</p>\\n</blockquote>",
                "> [!OTHER]\\n> a ¦ <blockquote>\\n<p>[!OTHER]\\na</p>\\n</blockquote>",
                "{{ x }} {% y %} {role}`z` $5 and $6 ¦ <p>{{ x }} {% y %} {role}<code>z</code> $5 and $6</p>",
                "日本\\n語 **強**\\n調\\n*は* 한국\\n어 a\\n語 ¦ <p>日本語 <strong>強</strong>調<em>は</em> 한국\\n어 a\\n語</p>",
                "a[^Note]\\n\\n[^note]: b ¦ <p>a<sup class=\"footnote\"><a href=\"#fn.1\" id=\"fnref.1\">1</a></sup></p>\\n<section class=\"footnotes\" aria-label=\"{footnotes}\"><ol>\\n<li id=\"fn.1\">\\n<p>b <a class=\"back\" href=\"#fnref.1\" aria-label=\"{footnoteBack}\">↩</a></p>\\n</li>\\n</ol></section>",
                "שלום\\n\\nHello ¦ <p dir=\"auto\">שלום</p>\\n<p>Hello</p>",
                "- مرحبا\\n- hello ¦ <ul dir=\"auto\">\\n<li>مرحبا</li>\\n<li dir=\"auto\">hello</li>\\n</ul>",
                "> [!NOTE]\\n> שלום ¦ <div class=\"alert note\" role=\"note\"><p class=\"alert-title\">{alert.note}</p>\\n<p dir=\"auto\">שלום</p>\\n</div>",
                "# a\\n\\n## 12 שלום ¦ <h2 id=\"12-שלום\" dir=\"auto\">12 שלום</h2>",
                "- [x](b.md)\\n- [x][r]\\n- [x] www.x.y\\n\\n[r]: r.md ¦ <ul>\\n<li><a href=\"b.md\">x</a></li>\\n<li><a href=\"r.md\">x</a></li>\\n<li><span class=\"task done\" role=\"img\" aria-label=\"{taskDone}\"></span> <a href=\"http://www.x.y\">www.x.y</a></li>\\n</ul>",
                "http://a.b[c] http://a:b ¦ <p><a href=\"http://a.b\">http://a.b</a>[c] http://a:b</p>",
                "[](http://a.b) [ ](c.md) [![](d.png)](e.md) ¦ <p><a href=\"http://a.b\"></a> <a href=\"c.md\"> </a> <a href=\"e.md\"><img src=\"d.png\" alt=\"\" loading=\"lazy\" decoding=\"async\"></a></p>",
                "missing[^x] ¦ <p>missing[^x]</p>",
                "```\\n<b> & \"\\n``` ¦ <pre tabindex=\"0\"><code>&lt;b&gt; &amp; &quot;\\n</code></pre>",
                "```unknown\\nx\\n``` ¦ <pre tabindex=\"0\"><code class=\"language-unknown\">x\\n</code></pre>",
            })
    void isRenderedLikeThis(String markdown, String html) {
        assertThat(Rendered.html(markdown.translateEscapes())).isEqualTo(html.translateEscapes());
    }

    @Test
    void blocksTurnOnlyAgainstThePage() {
        Body body = PageMarkdown.of(QuotationMarks.of("he"))
                .read(new org.practiceplaybook.source.SourceFile("a.md", "שלום\n\nHello"), 0);
        assertThat(Rendered.html(body)).isEqualTo("<p>שלום</p>\n<p dir=\"auto\">Hello</p>");
    }

    @Test
    void tables() {
        String html = Rendered.html("| a | b |\n|:-:|--:|\n| 1 |\n| x \\| y | `p\\|q` | lost |\n");

        assertThat(html)
                .contains(
                        "<thead>\n<tr><th scope=\"col\" class=\"center\">a</th><th scope=\"col\" class=\"right\">b</th></tr>")
                .contains("<tr><td class=\"center\">1</td><td class=\"right\"></td></tr>")
                .contains("<td class=\"center\">x | y</td><td class=\"right\"><code>p|q</code></td></tr>");
        assertThat(Rendered.html("|a|\n|-|\n|b|")).contains("<th scope=\"col\">a</th>", "<td>b</td>");
        assertThat(Rendered.html("a | b\nc | d")).doesNotContain("<table>");
    }

    @Test
    void footnotes() {
        String html = Rendered.html("A[^1] b[^two] c[^1].\n\n[^two]: Second\n[^1]: First *note*.\n[^3]: Unused\n");

        assertThat(html)
                .contains("A<sup class=\"footnote\"><a href=\"#fn.1\" id=\"fnref.1\">1</a></sup>")
                .contains("b<sup class=\"footnote\"><a href=\"#fn.2\" id=\"fnref.2\">2</a></sup>")
                .contains("c<sup class=\"footnote\"><a href=\"#fn.1\" id=\"fnref.1.1\">1</a></sup>")
                .contains("<li id=\"fn.1\">\n<p>First <em>note</em>. <a class=\"back\" href=\"#fnref.1\"")
                .contains("<li id=\"fn.3\">\n<p>Unused</p>");
        assertThat(html.indexOf("First")).isLessThan(html.indexOf("Second"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"java", "Java", "python", "js", "yaml", "html", "bash", "sql"})
    void codeIsColouredWithoutLosingASign(String language) {
        String code = "if (x < 1) { return \"<b>\"; } // 'remark' & more\n\tend: /* open\nstill */ 12 \"unclosed\n";
        String html = Rendered.html("```" + language + "\n" + code + "```\n");

        assertThat(html).contains("<span class=\"hl-");
        assertThat(org.jsoup.Jsoup.parseBodyFragment(html)
                        .select("code")
                        .first()
                        .wholeText())
                .isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} has the anchor {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "What to do? | what-to-do",
                "a_b - c | a_b---c",
                "Über *uns* & `code` | über-uns--code",
                "日本語 の章 | 日本語-の章",
                "Rock 'n' roll -- now | rock-n-roll----now",
                "1. Start | 1-start",
                "😀 Smile | -smile",
                "[Link](a.md) text | link-text",
                "!!! | section",
                "A/B (C) | ab-c",
            })
    void headingsHaveTheAnchorsOfGitHub(String heading, String anchor) {
        Body body = Rendered.body("text\n\n## " + heading + "\n");

        assertThat(body.headings()).extracting(Heading::id).containsExactly(anchor);
        assertThat(body.anchors()).containsExactly(anchor);
    }

    @Test
    void anchorsAreUniqueAlsoWhereAHeadingIsCalledLikeOne() {
        assertThat(Rendered.body("## A\n## A\n## A-1\n## a\n").headings())
                .extracting(Heading::id)
                .containsExactly("a", "a-1", "a-1-1", "a-2");
    }

    @Test
    void theFirstHeadingIsTheTitleAndTheRestIsCutAtHeadings() {
        Body body = Rendered.body("# Title *x*\n\nintro\n\n## One\n\na\n\n> ## Inside\n\n### Two\n\nb\n");

        assertThat(body.title().orElseThrow().text()).isEqualTo("Title x");
        assertThat(body.parts())
                .extracting(part -> part.heading().map(Heading::text).orElse("-"))
                .containsExactly("-", "One", "Two");
        assertThat(body.parts()).extracting(Part::text).containsExactly("intro", "a Inside", "b");
        assertThat(body.isBlank()).isFalse();
        assertThat(Rendered.body("\n\n").isBlank()).isTrue();
    }

    @Test
    void linksKnowWhereTheyStand() {
        String text = "😀 [a](b.md \"t\") ![i](c.png) <https://d.e> [f]\n\n[f]: g.md#h\n";
        Body body = Rendered.body(text);

        assertThat(body.links())
                .extracting(
                        link -> text.substring(link.span().start(), link.span().end()))
                .containsExactly("b.md", "c.png", "https://d.e", "g.md#h");
        assertThat(body.links()).extracting(Link::image).containsExactly(false, true, false, false);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "https://a.b, OUTSIDE",
        "HTTP://a.b, OUTSIDE",
        "mailto:a@b, OUTSIDE",
        "tel:+1, OUTSIDE",
        "//a.b, OUTSIDE",
        "\\\\a.b, OUTSIDE",
        "/\\a.b, OUTSIDE",
        "http://a:80/b, OUTSIDE",
        "https://u:p@a.b?c, OUTSIDE",
        "http://[::1]:80/, OUTSIDE",
        "https://例え.jp, OUTSIDE",
        "https://%C3%A4.org, OUTSIDE",
        "http://a_b.c, OUTSIDE",
        "http://, UNSAFE",
        "https:a.b, UNSAFE",
        "http://a:b, UNSAFE",
        "http://a[b], UNSAFE",
        "http://a%5Bb, UNSAFE",
        "https://a|b/, UNSAFE",
        "//, UNSAFE",
        "a.md, INSIDE",
        "#x, INSIDE",
        "../a/b.md#c, INSIDE",
        "a:b/c, UNSAFE",
        "1:2, INSIDE",
        "'', INSIDE",
        "javascript:x, UNSAFE",
        "' JAVA\tscript:x', UNSAFE",
        "data:image/png;x, UNSAFE",
        "file:///x, UNSAFE",
        "ftp://x, UNSAFE",
        "C:\\x, UNSAFE",
        "blob:x, UNSAFE",
        "\u0001javascript:x, UNSAFE",
    })
    void addressesAreToldApartAsABrowserWould(String written, Url.Kind kind) {
        assertThat(Url.of(written).kind()).isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "en, “a” it’s ‘b’",
        "de, „a“ it’s ‚b‘",
        "fr, «\u00a0a\u00a0» it’s ‹\u00a0b\u00a0›",
        "ja, 「a」 it’s 『b』",
        "sv, ”a” it’s ’b’",
        "xx, “a” it’s ‘b’",
        "pt-BR, «a» it’s “b”"
    })
    void quotationMarksAreThoseOfTheLanguage(String language, String set) {
        assertThat(QuotationMarks.of(language).set("\"a\" it's 'b'")).isEqualTo(set);
    }
}
