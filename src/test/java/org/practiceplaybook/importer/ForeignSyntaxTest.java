package org.practiceplaybook.importer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other tools add to Markdown says the same in plain Markdown, line for line. */
class ForeignSyntaxTest {
    /** Of a line, {@code ;} stands for its end. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = "⇒",
            quoteCharacter = '\u0000',
            value = {
                // notes: Docusaurus, Pandoc, MkDocs, MyST, GitHub, GitBook, Hugo
                ":::tip[Go slow] ;Take time.;::: ⇒ > **Go slow:**;> Take time.;",
                "::: {.warning};Mind.;::: ⇒ > **Warning:**;> Mind.;",
                ":::note;One.;;:::tip;Two.;:::;:::: ⇒ > **Note:**;> One.;>;> :::tip;> Two.;;::::",
                "!!! danger \"Stop here!\";    Wait.;;    Go.;After. ⇒ > **Stop here!**;> Wait.;>;> Go.;After.",
                "```{seealso} Other;:class: x;Read.;``` ⇒ > **Other:**;>;> Read.;",
                "> [!IMPORTANT];> Read. ⇒ > **Important:**;> Read.",
                "{% hint style=\"info\" %};Read.;{% endhint %} ⇒ > **Info:**;> Read.;",
                "{{% notice tip %}};Read.;{{% /notice %}} ⇒ > **Notice:**;> Read.;",
                // figures and films
                "```{figure} a.png;:alt: A cat;;A cat sits.;``` ⇒ ![A cat](a.png);;;A cat sits.;",
                "{{< figure src=\"a.png\" alt=\"A cat\" caption=\"It sits\" >}} ⇒ ![A cat](a.png) *It sits*",
                "{% include figure.html src=\"a.png\" alt='A cat' %} ⇒ ![A cat](a.png)",
                "{{< youtube aB-9 >}} ⇒ [Film](https://www.youtube.com/watch?v=aB-9)",
                "{% include youtube.html id=\"aB9\" %} ⇒ [Film](https://www.youtube.com/watch?v=aB9)",
                "<iframe width=\"5\" src=\"//www.youtube.com/embed/aB9?x=1\" title=\"How [we] walk\"></iframe> ⇒ [How  we  walk](https://www.youtube.com/watch?v=aB9)",
                "<iframe src='https://maps.example.org/a'></iframe> ⇒ [maps.example.org](https://maps.example.org/a)",
                "{% embed url=\"https://example.org/film\" %} ⇒ <https://example.org/film>",
                // roles, links, labels, layout
                "See {doc}`the guide <guide.md>` and {term}`walk`, {abbr}`EU (European Union)`. ⇒ See [the guide](guide.md) and walk, EU (European Union).",
                "[x]({{< relref \"a/b.md\" >}}) [y]({% link _a/b.md %}) ⇒ [x](a/b.md) [y](_a/b.md)",
                "(a-label)=;# One ⇒ ;# One",
                "<section class=\"x\" markdown=\"1\" >;Text.;</section> ⇒ ;Text.;",
                "Text.;{: .note #id } ⇒ Text.;",
                "<style>;p { color: red };</style>;Text. ⇒ ;;;Text.",
                "{% highlight js %};a < b;{% endhighlight %} ⇒ ```js;a < b;```",
                "```{toctree};a;b;```;Text. ⇒ ;;;;Text.",
                "{% tab title=\"Mac\" %};Text.;{% endtab %} ⇒ **Mac**;Text.;",
            })
    void becomesPlain(String written, String plain) {
        String text = written.replace(";", "\n");
        assertThat(ForeignSyntax.plain(text)).isEqualTo((plain == null ? "" : plain).replace(";", "\n"));
        assertThat(ForeignSyntax.plain(text).lines().count() + 2)
                .isGreaterThanOrEqualTo(text.lines().count());
    }

    /** Code, what is not closed, and what nobody knows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "```;:::note;{{< youtube a >}};<style>;```",
                "~~~;!!! note;    x;~~~",
                "```{r};plot(1);```",
                ":::unheard-of;Text.;:::",
                ":::note;Never closed.",
                "{% hint style=\"info\" %};Never closed.",
                "```{note;Never closed.",
                "<iframe src=\"javascript:alert(1)\"></iframe>",
                "{{< unheard-of >}}",
                "A {brace} and `{doc}` alone, a {doc} `gap`.",
                "!!!;!!!note",
            })
    void staysAsItIsWritten(String written) {
        String text = written.replace(";", "\n");
        assertThat(ForeignSyntax.plain(text)).isEqualTo(text);
    }

    /** Minutes, where the time of one of them grew with the square of its length. */
    @ParameterizedTest
    @Timeout(30)
    @ValueSource(
            strings = {
                ":::note\n",
                "<iframe ",
                "<iframe>",
                "<style>\n",
                "<style ",
                "{% hint %}\n",
                "{% highlight java %}\n",
                "```{note}\n",
                "{{< figure ",
                "{{< youtube a ",
                "{% include figure ",
                "!!! a\n    "
            })
    void aLongTextIsReadInTimeThatGrowsWithIt(String piece) {
        assertThat(ForeignSyntax.plain(piece.repeat(150_000))).hasSizeGreaterThan(100_000);
    }

    @Test
    void aBlockOfCodeKeepsItsOwnFence() {
        assertThat(ForeignSyntax.plain("````{code} md\n```\nx\n```\n````")).isEqualTo("````md\n```\nx\n```\n````");
    }
}
