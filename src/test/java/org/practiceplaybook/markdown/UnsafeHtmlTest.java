package org.practiceplaybook.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Findings;

/** Raw HTML passes by an allow-list: what could act is taken out and told, what helps a text stays. */
class UnsafeHtmlTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                // elements that run or fetch
                "<script>alert(1)</script>",
                "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
                "<script\\n>alert(1)</script\\n>",
                "<script/x>alert(1)</script>",
                "<<script>alert(1)//<</script>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "text <script>alert(1)</script> text",
                "<iframe src=\"javascript:alert(1)\"></iframe>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<object data=\"data:text/html;base64,PHNjcmlwdD4=\"></object>",
                "<embed src=\"data:text/html,x\">",
                "<applet code=x></applet>",
                "<base href=\"https://evil.example/\">",
                "<meta http-equiv=\"refresh\" content=\"0;url=javascript:alert(1)\">",
                "<link rel=stylesheet href=https://evil.example/x.css>",
                "<style>@import 'https://evil.example/x.css';</style>",
                "<form action=https://evil.example><input name=q><button formaction=javascript:alert(1)>x</button></form>",
                "<video><source onerror=\"alert(1)\"></video>",
                "<audio src=x onerror=alert(1)>",
                "<template><script>alert(1)</script></template>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<marquee onstart=alert(1)>x</marquee>",
                "<portal src=https://evil.example></portal>",
                "<dialog open>x</dialog>",
                "<textarea><script>alert(1)</script></textarea>",
                "<title><img src=x onerror=alert(1)></title>",
                "<xmp><script>alert(1)</script></xmp>",
                "x <xmp><img src=x onerror=alert(1)></xmp>",
                "x <noframes><script>alert(1)</script></noframes>",
                "x <noembed><script>alert(1)</script></noembed>",
                "<plaintext><script>alert(1)</script>",
                "<frameset onload=alert(1)><frame src=x></frameset>",
                "<body onload=alert(1)>",
                "<html onclick=alert(1)><body background=javascript:alert(1)>x",
                // vector images and formulas, and what hides in them
                "<svg onload=alert(1)></svg>",
                "<svg><script>alert(1)</script></svg>",
                "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
                "<svg><animate attributeName=href values=javascript:alert(1) /></svg>",
                "<svg><foreignObject><iframe src=x></iframe></foreignObject></svg>",
                "<svg><style><img src=x onerror=alert(1)></style></svg>",
                "<math><a xlink:href=\"javascript:alert(1)\">x</a></math>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">",
                // attributes that run
                "<img src=x onerror=alert(1)>",
                "<IMG SRC=x OnErRoR=alert(1)>",
                "<img src=x onerror\\n=alert(1)>",
                "<img/src=x/onerror=alert(1)>",
                "<img src=\"x\"onerror=\"alert(1)\">",
                "<b onmouseover=alert(1)>x</b>",
                "<details open ontoggle=alert(1)>x</details>",
                "<p onpointerenter=alert(1)>x</p>",
                "<a href=x onfocus=alert(1) autofocus tabindex=1>x</a>",
                "<div style=\"background:url(javascript:alert(1))\">x</div>",
                "<div style=\"position:fixed;inset:0\">x</div>",
                "<b \\u0000onclick=alert(1)>x</b>",
                "<b title=\"x\"/onclick=alert(1)>x</b>",
                "<b title='>' onclick=alert(1)>x</b>",
                "<table background=javascript:alert(1)><tr><td>x</table>",
                // addresses that run
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" javascript:alert(1)\">x</a>",
                "<a href=\"java\\tscript:alert(1)\">x</a>",
                "<a href=\"java&Tab;script&colon;alert(1)\">x</a>",
                "<a href=\"&#106;&#97;vascript:alert(1)\">x</a>",
                "<a href=\"&#x6A&#x61vascript:alert(1)\">x</a>",
                "<a href=\"\\u0001javascript:alert(1)\">x</a>",
                "<a href=\"JAVASCRIPT:alert(1)\">x</a>",
                "<a href=\"vbscript:x\">x</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<a href=\"blob:https://x\">x</a>",
                "<a href=\"file:///etc/passwd\">x</a>",
                "<a href=\"view-source:javascript:alert(1)\">x</a>",
                "<a href=javascript&colon;alert(1)>x</a>",
                "<img src=\"javascript:alert(1)\">",
                "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
                // what would break out of the page's own elements
                "</div></main><script>alert(1)</script>",
                "</p></section></article></main></body></html>text",
                "<div><div><div>never closed",
                "</td></tr></table>x",
                "<table><tr><td>never closed",
                "<!-- never closed",
                "<!--><img src=x onerror=alert(1)>-->",
                "<!--[if IE]><script>alert(1)</script><![endif]-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?xml version=\"1.0\"?><script>alert(1)</script>",
                "<!DOCTYPE html><script>alert(1)</script>",
                "<select><option><script>alert(1)</script>",
                // HTML around Markdown and Markdown around HTML
                "<b title=\"\\n\\n[x](javascript:alert(1))\\n\\n\">y</b>",
                "<div title=\"\\n\\n[x](https://a.example)\\n\\n\">y</div>",
                "<div title='\\n\\n![\" onerror=\"alert(1)](x.png)\\n\\n'>y</div>",
                "[<b>x](javascript:alert(1))</b>",
                "[x](https://a.example \"\\\" onclick=\\\"alert(1)\")",
                "![\\\" onerror=alert(1) x=\\\"](x.png)",
                "[<img src=x onerror=alert(1)>](y)",
                "<a href=\"x\">[y](javascript:alert(1))</a>",
                "`<script>alert(1)</script>` <b>x</b>",
                "```html\\n<script>alert(1)</script>\\n```\\n<b>x</b>",
                "```\\\"><script>alert(1)</script>\\nx\\n```",
                "| <script>alert(1)</script> | b |\\n|--|--|\\n| <img src=x onerror=alert(1)> | <b>x |",
                "> [!NOTE]\\n> <script>alert(1)</script>",
                "x[^1] <b>y</b>\\n\\n[^1]: <img src=x onerror=alert(1)>",
                "Term\\n: <script>alert(1)</script>",
                "- [ ] <img src=x onerror=alert(1)>",
                "# <script>alert(1)</script>\\n\\n## <img src=x onerror=alert(1)> b",
                "\\\\<script>alert(1)</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt; <i>x</i>",
                "<i>&lt;script&gt;</i>",
                "{{ constructor.constructor('alert(1)')() }} <b>x</b>",
                // marks of our own, forged
                "\\uFDD00\\uFDDF x \\uFDD1 \\uFDD3brokenLink\\uFDDF <b>y</b> [z](javascript:alert(1))",
                "<b title=\"\\uFDD00\\uFDDF\">y</b> [z](https://a.example)",
                "<b title=\"&#xFDD0;0&#xFDDF;\">y</b> [z](https://a.example)",
                "<b>&#64976;0&#64991;y&#64977;</b> [z](javascript:alert(1))",
                "&#xFDD0;0&#xFDDF; &#xFDD2;0&#xFDDF; [z](https://a.example)",
                // names that a page's scripts could stumble over
                "<a id=\"page.search\">x</a><a name=\"page.menu\">y</a><b id=\"fn.1\">z</b>",
                "<h2 id=\"x\\\" onclick=\\\"alert(1)\">y</h2>",
            })
    void nothingInAPageCanAct(String written) {
        String markdown = written.replace("\\uFDD0", "\uFDD0")
                .replace("\\uFDD1", "\uFDD1")
                .replace("\\uFDD3", "\uFDD3")
                .replace("\\uFDDF", "\uFDDF")
                .replace("\\u0000", "\0")
                .replace("\\u0001", "\u0001")
                .translateEscapes();
        for (String text : new String[] {
            markdown,
            "# Title\n\n" + markdown + "\n\nafter *it*",
            "- item " + markdown,
            "> " + markdown,
            "<div>" + markdown
        }) {
            Harmless.check(Rendered.html(text), text);
        }
    }

    @ParameterizedTest(name = "{0}: {1} at {2}:{3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "ok\\n\\n<script>alert(1)</script> | <script> is not allowed in the playbook | 3 | 1",
                "one <iframe src=x></iframe> | <iframe> is not allowed in the playbook | 1 | 5",
                "a\\n\\nb <b onclick=x>y</b> | the attribute onclick runs code, which is not allowed | 3 | 6",
                "<form>\\n<b>x</b></form> | <form> is not allowed in the playbook | 1 | 1",
                "x <a href=\"javascript:alert(1)\">y</a> | this kind of address is not allowed | 1 | 12",
                "[x](javascript:alert(1)) | this kind of address is not allowed | 1 | 5",
                "😀 <javascript:alert(1)> | this kind of address is not allowed | 1 | 4",
            })
    void isToldAsAnErrorAtItsPlace(String markdown, String message, int line, int column) {
        Body body = Rendered.body(markdown.translateEscapes());

        assertThat(body.diagnostics()).allMatch(Diagnostic::isError);
        Diagnostic found = body.diagnostics().get(0);
        assertThat(found.message()).isEqualTo(message);
        assertThat(Findings.place(found)).isEqualTo("a.md:" + line + ":" + column);
        assertThat(found.effect()).isNotEmpty();
        assertThat(found.remedy()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Press <kbd>Ctrl</kbd> | <p>Press <kbd>Ctrl</kbd></p>",
                "H<sub>2</sub>O x<sup>2</sup> | <p>H<sub>2</sub>O x<sup>2</sup></p>",
                "a<br>b<br/>c | <p>a<br>b<br>c</p>",
                "<mark>x</mark> <small>y</small> <u>z</u> | <p><mark>x</mark> <small>y</small> <u>z</u></p>",
                "<span lang=\"de\">Guten Tag</span> | <p><span lang=\"de\">Guten Tag</span></p>",
                "<abbr title=\"First attempt in learning\">FAIL</abbr> | <p><abbr title=\"First attempt in learning\">FAIL</abbr></p>",
                "<time datetime=\"2026-05\">May</time> | <p><time datetime=\"2026-05\">May</time></p>",
                "<details>\\n<summary>More</summary>\\n\\nHidden *text*\\n\\n</details> | <details>\\n<summary>More</summary>\\n<p>Hidden <em>text</em></p>\\n</details>",
                "<div align=\"center\">x</div> | <div class=\"center\">x</div>",
                "<p align=right>x</p> | <p class=\"right\">x</p>",
                "<img src=\"a.png\" alt=\"A\" width=\"30\" height=\"20\"> | <img src=\"a.png\" alt=\"A\" width=\"30\" height=\"20\" loading=\"lazy\" decoding=\"async\">",
                "<a href=\"b.md\" title=\"t\">x</a> | <p><a href=\"b.md\" title=\"t\">x</a></p>",
                "<!-- a remark -->text | text",
                "text <!-- a remark --> end | <p>text  end</p>",
                "<center>kept words</center> | kept words",
                "<font color=red>kept</font> | <p>kept</p>",
                "List<String> and <my-widget>x</my-widget> | <p>List&lt;String&gt; and &lt;my-widget&gt;x&lt;/my-widget&gt;</p>",
            })
    void whatHelpsATextStays(String markdown, String html) {
        assertThat(Rendered.html(markdown.translateEscapes())).isEqualTo(html.translateEscapes());
    }

    @Test
    void anAnchorInHtmlCanBeLinkedTo() {
        Body body = Rendered.body(
                "<a name=\"old-place\"></a>\n\n<span id=\"Here\">x</span>\n\n## Here\n\n<h3>In HTML</h3>\n");

        assertThat(body.anchors()).contains("old-place", "Here", "here", "in-html");
        assertThat(Rendered.html(body)).contains("id=\"old-place\"", "id=\"Here\"", "<h3 id=\"in-html\">In HTML</h3>");
        assertThat(body.headings()).extracting(Heading::id).containsExactly("here", "in-html");
    }

    @Test
    void noAnchorIsGivenTwiceAndNoneOfThePages() {
        Body body = Rendered.body("## A\n\n<b id=\"a\">x</b> <i id=\"page.search\">y</i> <i id=\"fnref.1\">z</i>\n");

        assertThat(Rendered.html(body)).doesNotContain("page.search", "fnref.1").containsOnlyOnce("id=\"a\"");
    }

    @Test
    void attributesThatAreNotKeptAreNamedOnce() {
        Body body = Rendered.body("<b style=\"x\" data-a=\"1\">a</b> <i style=\"y\">b</i>\n");

        assertThat(Findings.lines(body.diagnostics()))
                .containsExactly("advice html-attribute a.md:1:4 these HTML attributes are not kept: data-a, style");
    }

    @Test
    void aLinkInHtmlIsALinkLikeAny() {
        Body body = Rendered.body("x <a href=\"#fn9\">y</a>\n\n> <a\n> href=\"b.md\">*z*</a> <img src=\"c.png\">\n");

        assertThat(body.links()).extracting(link -> link.url().value()).containsExactly("#fn9", "b.md", "c.png");
        assertThat(body.links()).extracting(Link::text).containsExactly("y", "z", "");
        assertThat(body.links().get(0).span().start()).isEqualTo(11);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "one\\n\\n<!-- two\\n\\nthree | 3:1 | two three",
                "one <!-- two\\n\\nthree | 1:5 | two three",
                "<div><!-- two</div>\\n\\n*three* | 1:6 | two three",
                "<!-- two\\n\\n## three\\n\\n<!-- four --> five | 1:1 | two three five",
                "- <!-- two\\n- three | 1:3 | two three",
                "a <!-- two <!-- four --> three | 1:3 | two three",
            })
    void aCommentThatNothingEndsIsToldAndSwallowsNothing(String markdown, String place, String words) {
        Body body = Rendered.body(markdown.translateEscapes());

        assertThat(Findings.lines(body.diagnostics()))
                .containsExactly("error comment-open a.md:" + place + " a comment begins here and nothing ends it");
        assertThat(Escape.plain(Rendered.html(body))).contains(words.split(" ")).contains("<!--");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<!-- a remark\n\nof two paragraphs -->\n\ntext",
                "text <!-- a remark --> text",
                "\\<!-- text",
                "`<!--` text",
                "```\n<!--\n```\ntext",
                "<!---> text",
                "<div><!-- a --> text <!-- b --></div>"
            })
    void otherCommentsAreNotTold(String markdown) {
        Body body = Rendered.body(markdown);

        assertThat(body.diagnostics()).isEmpty();
    }

    @Test
    void whatIsNotClosedEndsWithItsLines() {
        assertThat(Rendered.html("<div title=\"x\n\n*y* \"z\"\n\n<title>\n\n*a*\n"))
                .contains("&lt;div title=", "<em>y</em>", "<em>a</em>");
    }

    @Test
    void anIdThatAHeadingHasIsNotGivenAgain() {
        assertThat(Rendered.html("## a\n\n<h2 id=\"a\">b</h2>\n\n<li id=\"fn.1\">c</li>\n\nd[^1]\n\n[^1]: e\n"))
                .containsOnlyOnce("id=\"a\"")
                .containsOnlyOnce("id=\"fn.1\"")
                .contains("<h2 id=\"b\">b</h2>");
    }
}
