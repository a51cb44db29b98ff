package org.practiceplaybook.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.SourceFile;

/** Any signs in any order give a page that is whole and harmless, and findings that stand where there is text. */
class RandomMarkdownTest {
    private static final int TEXTS = 1_500;
    private static final Markdown GERMAN = PageMarkdown.of(QuotationMarks.of("de"));
    private static final String[] PIECES = {
        "a",
        "word ",
        " ",
        "  ",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "é",
        "😀",
        "\uD800",
        "\uFDD0",
        "\uFDD1",
        "\uFDD3",
        "\uFDDF",
        "\0",
        "0",
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "```\n",
        "~~~\n",
        "~~",
        "[",
        "]",
        "(",
        ")",
        "](",
        "![",
        "[^a]",
        "[^a]: ",
        "[a]: /u\n",
        "[a]",
        "<",
        ">",
        "> ",
        "- ",
        "+ ",
        "* ",
        "1. ",
        "2) ",
        "- [ ] ",
        "- [x] ",
        "# ",
        "## ",
        "###### ",
        "===\n",
        "---\n",
        "***\n",
        "|",
        "|a|b|\n|-|-|\n",
        ":",
        ": ",
        "\n: ",
        "\\",
        "&amp;",
        "&#106;",
        "&lt;",
        "&#xFDD0;",
        "\"",
        "'",
        "--",
        "...",
        "{",
        "}",
        "{width=3}",
        "{.left}",
        "> [!NOTE]\n",
        "https://a.b/c",
        "www.a.b",
        "a@b.c",
        "<https://a.b>",
        "<a@b.c>",
        "javascript:",
        "(javascript:alert(1))",
        "<a href=\"",
        "<a href=javascript:x>",
        "</a>",
        "<b>",
        "</b>",
        "<b onclick=x>",
        "<img src=x onerror=y>",
        "<script>",
        "</script>",
        "<style>",
        "<svg>",
        "</svg>",
        "<xmp>",
        "</xmp>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "?>",
        "<div>",
        "</div>",
        "<div>\n\n",
        "<p>",
        "</p>",
        "<table>",
        "<td>",
        "</table>",
        "<details>",
        "<h2>",
        "</h2>",
        "<title>",
        "<textarea>",
        "<noscript>",
        "<plaintext>",
        "<math>",
        "<mglyph>",
        "<select>",
        "<form>",
        "<template>",
        "<li>",
        "<pre>",
        "onload=",
        "style=",
        " title=\"",
        "\" ",
        "<br/>",
        "```java\n"
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20260510, 987654321})
    void neverFailsAndNeverHarms(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < TEXTS; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = 1 + random.nextInt(30); i > 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            check(text.toString());
        }
    }

    private static void check(String text) {
        String front = "---\ntitle: x\n---\n";
        SourceFile file = new SourceFile("a.md", front + text);
        Body body;
        String html;
        try {
            body = GERMAN.read(file, front.length());
            html = Rendered.html(body);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("failed on " + text, e);
        }
        Harmless.check(html, text);
        for (Part part : body.parts()) {
            part.text();
            Body.items(part)
                    .forEach(item -> assertThat(item.firstLine().length())
                            .isLessThanOrEqualTo(Escape.plain(item.marked()).length()));
        }
        for (Diagnostic d : body.diagnostics()) {
            assertThat(d.place().span().start()).as(text).isGreaterThanOrEqualTo(front.length());
            assertThat(d.place().span().end())
                    .as(text)
                    .isLessThanOrEqualTo(file.text().length());
        }
        for (Link link : body.links()) {
            assertThat(link.span().end())
                    .as(text)
                    .isLessThanOrEqualTo(file.text().length());
        }
        List<String> ids = body.headings().stream().map(Heading::id).toList();
        assertThat(ids).as(text).doesNotHaveDuplicates();
        assertThat(body.anchors()).as(text).containsAll(ids);
    }
}
