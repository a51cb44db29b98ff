package org.practiceplaybook.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts of one shape and any length, which make a careless parser take quadratic time. */
public final class Shapes {
    /** Repeated as often as there is room. */
    private static final String[] REPEATED = {
        "~~a~",
        "~~~a",
        "a~~",
        "<a href=x>",
        "<a href=#x>y</a> ",
        "[a] ",
        "[a][b] ",
        "[^1] ",
        "[^1]",
        "a\n: b\n\n",
        "a\n\n: b\n\n",
        "<p><b>",
        "<b><p>",
        "<i><b><p>",
        "<p><b class=x>",
        "<p></b>",
        "<!X ",
        "x <!-- ",
        "<!-- a -->\n\n",
        "<?",
        "x <![CDATA[",
        "<a",
        "<a x=",
        "</",
        "&",
        "&amp;",
        "`a ",
        "``a ",
        "*a_ ",
        "*a **b ",
        "*a* ",
        "_a ",
        "\\[",
        "![",
        "![](",
        "[](<a",
        "[a](b) ",
        "[a](b \"",
        "[a](b 'c",
        "[a](b){",
        "[[a]",
        "[a]]",
        "](",
        "http://a.b ",
        "www.a",
        "a@b",
        "a@b.c ",
        "<http:",
        "- a\n\n",
        "- [x] a\n\n",
        "- a\n  - b\n\n",
        "> a\n\n",
        "## a\n\n",
        "a\n===\n\n",
        "    a\n\n",
        "```java\nint a = 1;\n```\n",
        "| a | b |\n|-|-|\n|1|2|\n\n",
        "|-",
        "a'b ",
        "\"a ",
        "\"*a ",
        "--- ",
        "[a]: /x\n\n",
        "[a]: /x \"",
        "[^a]: ",
        "<div>\n\n",
        "<div>a</div>\n\n",
        "</div>\n\n",
        "<table>a",
        "<table><tr><td>",
        "<td>",
        "<li>",
        "<dl><dt>",
        "<img src=x> ",
        "<svg>",
        "<script>a</script>",
        "<option>",
        "<textarea>",
        "<title>",
        "<h2>a</h2>",
        "<h2>\n\n",
        "<b id=x>y</b>",
        "<a name=x>",
        "<font>",
        "<nobr>",
        "<a><b>",
        "<ruby><rt>",
        "<b onclick=x>",
        "[![a](b)](c) ",
        "> [!NOTE]\n> a\n\n",
        "TODO ",
        "[your a] ",
        "(a)[b.md] ",
        "[a] (b.md) ",
        "word ",
        "a",
        "<<",
        "é",
    };

    private Shapes() {}

    /** A maker of texts of about so many characters, by the shape's name. */
    public static Map<String, IntFunction<String>> all() {
        Map<String, IntFunction<String>> shapes = new LinkedHashMap<>();
        for (String unit : REPEATED) {
            shapes.put(unit, length -> unit.repeat(length / unit.length()));
        }
        shapes.put("[a] with [a]: /x", after("[a]: /x\n\n", "[a] "));
        shapes.put("[^1] with [^1]: a", after("[^1]: a\n\n", "[^1] "));
        shapes.put("code in quotes", after("```java\n", "\"a"));
        shapes.put("headings after HTML", after("x <b>y</b>\n\n", "## a\n\n"));
        shapes.put("tables after HTML", after("x <b>y</b>\n\n", "|a|\n|-|\n|1|\n\n"));
        shapes.put("links after [", length -> "[".repeat(length / 2) + "[a](b) ".repeat(length / 14));
        shapes.put("links after ![", length -> "![".repeat(length / 4) + "[a](b) ".repeat(length / 14));
        shapes.put("[ … ](b)", around("[", "](b)"));
        shapes.put("* … *", around("*", "*"));
        shapes.put("~~ … ~~", around("~~", "~~"));
        shapes.put("<b> … </b>", around("<b>", "</b>"));
        shapes.put("<a> … </a>", around("<a href=x>", "</a>"));
        shapes.put("a row", length -> "|a".repeat(length / 2) + "|\n");
        shapes.put(
                "a wide table",
                length -> "|a".repeat(length / 6) + "|\n" + "|-".repeat(length / 6) + "|\n" + "|1".repeat(length / 6));
        shapes.put(
                "short rows",
                length -> "|a".repeat(length / 8) + "|\n" + "|-".repeat(length / 8) + "|\n"
                        + "|1|\n".repeat(Math.min(2_900, length / 8)));
        shapes.put("references", counted(i -> "[r" + i + "]: /x\n\n"));
        shapes.put("names of references", counted(i -> "[r" + i + "] "));
        shapes.put("headings", counted(i -> "# a\n\n# a-" + i + "\n\n"));
        shapes.put("anchors", counted(i -> "<p><b id=x" + i + ">"));
        shapes.put("headings in HTML", counted(i -> "<h2 id=x" + i + ">a</h2>\n\n"));
        shapes.put("handlers", counted(i -> "<b on" + i + "=1>x</b> "));
        shapes.put("attributes", counted(i -> "<b a" + i + "=1>x</b> "));
        shapes.put("runs of backticks", counted(i -> "`".repeat(i + 1) + "x"));
        shapes.put("runs of stars", counted(i -> "*".repeat(i + 1) + "a "));
        shapes.put(
                "notes and their uses",
                length -> IntStream.range(0, 900)
                                .mapToObj(i -> "[^" + i + "]: a\n\n")
                                .collect(Collectors.joining())
                        + IntStream.range(0, length / 7)
                                .mapToObj(i -> "[^" + i % 900 + "] ")
                                .collect(Collectors.joining()));
        shapes.put("lines", length -> "[a]: /x\n".repeat(Math.min(9_900, length / 8)));
        shapes.put("emphasis in lines", length -> "*a*\n".repeat(Math.min(9_900, length / 4)));
        shapes.put("a title in lines", length -> "[a]: /x 'a\n".repeat(Math.min(9_900, length / 11)));
        return shapes;
    }

    private static IntFunction<String> after(String head, String unit) {
        return length -> head + unit.repeat(length / unit.length());
    }

    private static IntFunction<String> around(String open, String close) {
        return length -> {
            int times = length / (open.length() + close.length());
            return open.repeat(times) + "a" + close.repeat(times);
        };
    }

    private static IntFunction<String> counted(IntFunction<String> unit) {
        return length -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; text.length() < length; i++) {
                text.append(unit.apply(i));
            }
            return text.toString();
        };
    }
}
