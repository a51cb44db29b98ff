package org.practiceplaybook.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nu.validator.client.EmbeddedValidator;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Whatever raw HTML a contributor writes, the Nu HTML checker finds no error in what comes of it. */
class ValidRawHtmlTest {
    private static final int TEXTS = Integer.getInteger("texts", 300);
    private static final long SEED = Long.getLong("seed", 20261127);

    /** Elements of every kind, open, closed, crossed, out of place; with attributes; and Markdown around and in them. */
    private static final String[] PIECES = {
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<em>",
        "</em>",
        "<span>",
        "</span>",
        "<a href=\"#x\">",
        "<a href=\"b.md\">",
        "<a name=x>",
        "<a href=\"javascript:x\">",
        "</a>",
        "<ul>",
        "</ul>",
        "<ol>",
        "</ol>",
        "<ol start=x>",
        "<ol type=a>",
        "<li>",
        "</li>",
        "<li value=3>",
        "<dl>",
        "</dl>",
        "<dt>",
        "</dt>",
        "<dd>",
        "</dd>",
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td>",
        "</td>",
        "<th>",
        "<th scope=row>",
        "<th scope=x>",
        "<td colspan=2>",
        "<td rowspan=3>",
        "<td colspan=0>",
        "<thead>",
        "</thead>",
        "<tbody>",
        "<tfoot>",
        "<caption>",
        "</caption>",
        "<col>",
        "<colgroup>",
        "<col span=2>",
        "<details>",
        "</details>",
        "<summary>",
        "</summary>",
        "<details open>",
        "<figure>",
        "</figure>",
        "<figcaption>",
        "</figcaption>",
        "<blockquote>",
        "</blockquote>",
        "<pre>",
        "</pre>",
        "<code>",
        "</code>",
        "<h1>",
        "<h2>",
        "</h2>",
        "<h3 id=x>",
        "</h3>",
        "<hr>",
        "<br>",
        "<wbr>",
        "<ruby>",
        "</ruby>",
        "<rt>",
        "</rt>",
        "<rp>",
        "<bdo>",
        "<bdo dir=rtl>",
        "</bdo>",
        "<bdi>",
        "<time>",
        "<time datetime=\"2026-05\">",
        "<time datetime=never>",
        "</time>",
        "<del datetime=x>",
        "</del>",
        "<ins>",
        "</ins>",
        "<abbr title=t>",
        "</abbr>",
        "<dfn>",
        "</dfn>",
        "<section>",
        "</section>",
        "<img src=a.png>",
        "<img src=\"https://a.b/c.png\" alt=x>",
        "<b id=x>",
        "<i id=y>",
        "<b id=\"a b\">",
        "<span lang=qq>",
        "<span lang=de>",
        "<p dir=x>",
        "<p align=center>",
        "<div class=\"alert x\">",
        "<b tabindex=0>",
        "<b role=img>",
        "<div role=group aria-label=x>",
        "<li id=\"fn.1\">",
        "<a href=\"#fn.1\">",
        "<a id=\"page.top\">",
        "<b title=\"&quot;<>\">",
        "<p hidden>",
        "<div title=\"",
        "<b title='",
        "<div onclick=x>",
        "<script>",
        "</script>",
        "<style>",
        "</style>",
        "<svg>",
        "</svg>",
        "<math>",
        "<mi>",
        "<select>",
        "<option>",
        "<template>",
        "</template>",
        "<textarea>",
        "<title>",
        "</title>",
        "<form>",
        "<input>",
        "<button>",
        "</button>",
        "<iframe>",
        "<object>",
        "<noscript>",
        "<marquee>",
        "</marquee>",
        "<center>",
        "</center>",
        "<font>",
        "<nobr>",
        "<main>",
        "</main>",
        "<body>",
        "</body>",
        "<html>",
        "</html>",
        "<head>",
        "<nav>",
        "<article>",
        "</article>",
        "<plaintext>",
        "<xmp>",
        "<my-tag>",
        "<!--",
        "-->",
        "<!-- a -->",
        "<!DOCTYPE x>",
        "<?x?>",
        "<![CDATA[x]]>",
        "&lt;",
        "&#0;",
        "&nbsp;",
        "&bogus;",
        "text",
        "word *em*",
        "**b",
        "**",
        "[l](c.md)",
        "[",
        "](x.md)",
        "[n][r]",
        "[^1]",
        "`c`",
        "`",
        "a",
        "![i](d.png)",
        "# Head",
        "## x",
        "- item",
        "1. step",
        "> quote",
        "> [!NOTE]",
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
        "Term\n: means",
        "- [x] done",
        "```\\ncode\\n```",
        "    indented",
        "~~s~~",
        "~~",
        "\\",
        "\"",
        "'",
        "www.example.org",
        "a@b.c",
        "<https://a.b>",
        "![f](e.png \"Caption\")"
    };

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 2 + random.nextInt(14); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
            text.append(
                    switch (random.nextInt(6)) {
                        case 0 -> "\n";
                        case 1 -> "\n\n";
                        case 2 -> "\n  ";
                        case 3 -> " ";
                        default -> "";
                    });
        }
        return text + "\n\n[r]: r.md\n\n[^1]: A *note*.\n";
    }

    @Test
    void isValidInAnyOrder() throws Exception {
        Random random = new Random(SEED);
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<title>Page</title></head><body><main>\n");
        for (int i = 0; i < TEXTS; i++) {
            String markdown = text(random);
            String html = Rendered.html(markdown);
            Harmless.check(html, markdown);
            assertThat(Jsoup.parse(html).select("[id]").eachAttr("id"))
                    .as(markdown)
                    .doesNotHaveDuplicates();
            page.append("<div>\n").append(html).append("\n</div>\n");
        }
        page.append("</main></body></html>");

        assertThat(errors(page.toString())).isEmpty();
    }

    /**
     * One page for all texts, for the checker takes its time to begin: so ids may be doubled in it. That a heading leaves
     * out a level is valid HTML, and told of Markdown and HTML alike.
     */
    private static List<String> errors(String page) throws Exception {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        String[] lines = page.split("\n", -1);
        return validator
                .validate(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)))
                .lines()
                .filter(line ->
                        !line.contains(": info") && !line.contains("Duplicate ID") && !line.contains("heading level"))
                .map(line -> line + "\n" + around(lines, line))
                .toList();
    }

    private static String around(String[] lines, String error) {
        int line = Integer.parseInt(error.replaceAll("^\\D*(\\d+).*", "$1"));
        return String.join("\n", Arrays.asList(lines).subList(Math.max(0, line - 12), Math.min(lines.length, line)));
    }
}
