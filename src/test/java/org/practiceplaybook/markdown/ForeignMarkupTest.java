package org.practiceplaybook.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.source.Diagnostic;

/** What GitHub or another tool shows otherwise is told at its line; what was mended as told, and ordinary words, are not. */
class ForeignMarkupTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\0',
            value = {
                "Who:\\n| a | b |\\n| c | d | ¦ table-rows ¦ Who:\\n| a | b |\\n| --- | --- |\\n| c | d |",
                "1. Go\\n   | a | b |\\n   | c | d | ¦ table-rows ¦ 1. Go\\n   | a | b |\\n   | --- | --- |\\n   | c | d |",
                "> | a |\\n> | b | ¦ table-rows ¦ > | a |\\n> | --- |\\n> | b |",
                "| a |\\n|---|---|\\n| b | ¦ table-rows ¦ | a |\\n|---|\\n| b |",
                "a | b | c\\n--|-- ¦ table-rows ¦ a | b\\n--|--",
                "|---|---|\\n| a | b | ¦ table-rows ¦ | x | y |\\n|---|---|\\n| a | b |",
                "## Head {#id} ¦ foreign-markup ¦ ## Head",
                "Head {: .c}\\n--- ¦ foreign-markup ¦ Head\\n---",
                "*words*{.c} ¦ foreign-markup ¦ *words*",
                "[a](b.md){target=_blank} ¦ foreign-markup ¦ [a](b.md)",
                "::: note\\na\\n::: ¦ foreign-markup ¦ > [!NOTE]\\n> a",
                ":::{tip}\\na\\n\\n::: ¦ foreign-markup ¦ > [!NOTE]\\n> a",
                ":::note\\na ¦ foreign-markup ¦ > [!NOTE]\\n> a",
                "!!! note\\n    a ¦ foreign-markup ¦ > [!NOTE]\\n> a",
                "??? note \\\"a\\\"\\n    a ¦ foreign-markup ¦ > [!NOTE]\\n> a",
                "[[a]] ¦ foreign-markup ¦ a",
                "[[a|b]] ¦ foreign-markup ¦ b",
                "- ![[a.png]] ¦ foreign-markup ¦ - ![what it shows](a.png)",
                "{ref}`a` ¦ foreign-markup ¦ `a`",
                "```{note}\\na\\n``` ¦ foreign-markup ¦ > [!NOTE]\\n> a",
                "~~~ {code} java\\na\\n~~~ ¦ foreign-markup ¦ ~~~ java\\na\\n~~~",
                "a {{ b }} c ¦ foreign-markup ¦ a `{{ b }}` c",
                "{% raw %} ¦ foreign-markup ¦ `{% raw %}`",
                "{{< figure >}} ¦ foreign-markup ¦ `{{< figure >}}`",
                "so $a+b$ is ¦ foreign-markup ¦ so `a+b` is",
                "so $1$ is ¦ foreign-markup ¦ so \\\\$1$ is",
                "$$\\nx\\n$$ ¦ foreign-markup ¦ `x`",
                "```mermaid\\na\\n``` ¦ foreign-markup ¦ ![what it shows](drawing.svg)",
                "Word\\n: meaning\\n\\nOther\\n: more ¦ foreign-markup ¦ - **Word**: meaning\\n- **Other**: more",
                "> Word\\n> :   meaning ¦ foreign-markup ¦ > - **Word**: meaning",
                "a[^b c] d[^b c]\\n\\n[^b c]: e ¦ foreign-markup ¦ a[^b-c] d[^b-c]\\n\\n[^b-c]: e",
                "![A](i.png){width=300} x ¦ foreign-markup ¦ <img src=\"i.png\" alt=\"A\" width=\"300\"> x",
                "![A](i.png){ .left } ¦ foreign-markup ¦ ![A](i.png)",
                "(walk)=\\n## Walk ¦ foreign-sign ¦ ## Walk",
                "- (walk.a_b)= ¦ foreign-sign ¦ - walk",
                "=== \"Tab\"\\n\\n    a ¦ foreign-sign ¦ ### Tab\\n\\na",
                "===! 'Tab' ¦ foreign-sign ¦ ### Tab",
                ".. note::\\n   a ¦ foreign-sign ¦ > [!NOTE]\\n> a",
                ".. image:: a.png ¦ foreign-sign ¦ ![what it shows](a.png)",
                "a %%b%% c ¦ foreign-sign ¦ a <!-- b --> c",
                "a ^[a note] b ¦ foreign-sign ¦ a [^1] b\\n\\n[^1]: a note",
                ".. _ref: ¦ foreign-sign ¦ a",
                "%%\\na\\nb\\n%% ¦ foreign-sign ¦ <!--\\na\\nb\\n-->",
                "a {/* b */} ¦ foreign-sign ¦ a",
                "a ^b1 ¦ foreign-sign ¦ a",
                "- a\\n- b ^2f-b ¦ foreign-sign ¦ - a\\n- b",
                "[TOC] ¦ foreign-sign ¦ a",
                "[[_TOC_]] ¦ foreign-sign ¦ a",
                "# :tada: a ¦ foreign-sign ¦ # a",
                "|a|\\n|-|\\n|:+1:| ¦ foreign-sign ¦ |a|\\n|-|\\n|👍|",
                "(:a_b::c:) ¦ foreign-sign ¦ (🙂)",
                "a ==b c==. ¦ foreign-sign ¦ a **b c**.",
                "a ++b++, c ¦ foreign-sign ¦ a b, c",
                "press ++ctrl+c++ ¦ foreign-sign ¦ press <kbd>Ctrl</kbd>",
                "2^nd^ ¦ foreign-sign ¦ 2<sup>nd</sup>",
                "import A from './a.js' ¦ foreign-sign ¦ a",
                "import './a.css'; ¦ foreign-sign ¦ a",
                "export const a = 1 ¦ foreign-sign ¦ a",
                "<Note>\\n\\na\\n\\n</Note> ¦ foreign-markup ¦ a",
                "Dear <your name>, a ¦ foreign-markup ¦ Dear `<your name>`, a",
                "a <?php b ?> c ¦ foreign-markup ¦ a `<?php b ?>` c",
                ":kbd:`a` ¦ foreign-markup ¦ `a`",
                "> [!faq]\\n> a ¦ foreign-sign ¦ > [!NOTE]\\n> a",
                "> [!NOTE] Rain\\n> a ¦ foreign-sign ¦ > [!NOTE]\\n> **Rain** a",
                "# a {{ b }} ¦ foreign-markup ¦ # a `{{ b }}`",
                "**「重要」**です ¦ stars ¦ 「**重要**」です",
                "**重要。**次に ¦ stars ¦ **重要**。次に",
                "彼は**「重要」です** ¦ stars ¦ 彼は「**重要」です**",
            })
    void isToldOnceAndNotWhereItIsMended(String markdown, String rule, String mended) {
        assertThat(Rendered.body(markdown.translateEscapes()).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(rule);
        assertThat(Rendered.body(mended.translateEscapes()).diagnostics()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "a | b, and a || b",
                "`| a | b |` and `{{ x }}` and `$a$`",
                "\\| a | b |",
                "$5 and $6, US$5-$6, 3 $ or 4 $",
                "[![alt][i]][t]\n\n[i]: i.png\n[t]: t.md",
                "Wait!!! really???",
                "a {b} c, f{x}",
                "Ratio 1::2, so: ::",
                "    | a |\n    | b |",
                "```java\n{{ x }} [[y]]\n```",
                "[[1]](a.md)",
                "at 10:30: x, 9:00:10 and 3:4:5, so: this: that",
                "C++, i++ and x++ y++; 2 ++ 3; C++ and G++.",
                "a == b and b == c; c==d==e; ==> or <==; x=y",
                "Title\n=====\n\na\n===",
                "f(x)=2, (x)=",
                "http://a.org/:b:c and [d](http://a.org/:b:) and <http://a.org/==b==>",
                "`:a:` `==b==` `%%c%%` `++d++` `^e^` `<F>`",
                "```\n:a:\n(b)=\n%%\n.. note::\n```",
                "    === \"a\"",
                "100%% and 50%%, 100 % of people, a %% b",
                "2^3 and 4^5, ^_^ and x ^2",
                "[toc](a.md) and [x]\n\n[x]: a.md",
                "C:\\a:b:\\c, std::vector: and Foo::bar:baz:",
                "import the cards from the box\nexport the list",
                ".. and so on\n... note::",
                "a < b and c > d <3, <https://a.org>, <a@b.org>, <!-- <Note> -->",
                "> [!NOTE]\n> a\n\n> [!tip]\n> b",
                "a {...} b, {.5}",
                "\\:a: \\==b== \\++c++ \\[toc] \\%%d%%",
                "**重要**です、**a**b",
            })
    void ordinaryWordsAreNotTold(String markdown) {
        assertThat(Rendered.body(markdown).diagnostics()).isEmpty();
    }
}
