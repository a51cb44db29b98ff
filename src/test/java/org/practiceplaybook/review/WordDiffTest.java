package org.practiceplaybook.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.practiceplaybook.markdown.Html;

/** Marked words, in texts that stay as whole as they were. */
class WordDiffTest {
    private static WordDiff diff(String before, String after) {
        return WordDiff.of(Html.rendered(before), Html.rendered(after));
    }

    @Test
    void marksTheWordsThatDiffer() {
        WordDiff diff = diff("<p>Ask one question first.</p>", "<p>Ask two good questions first.</p>");
        assertThat(diff.before()).hasToString("<p>Ask <del>one question</del> first.</p>");
        assertThat(diff.after()).hasToString("<p>Ask <ins>two good questions</ins> first.</p>");
        assertThat(diff.removed()).isEqualTo(2);
        assertThat(diff.added()).isEqualTo(3);
    }

    @Test
    void marksNeverCrossTags() {
        WordDiff diff = diff("<ul>\n<li>One</li>\n</ul>", "<ul>\n<li>One</li>\n<li>Two <em>and</em> three</li>\n</ul>");
        assertThat(diff.after())
                .hasToString(
                        "<ul>\n<li>One</li>\n<li><ins>Two</ins> <em><ins>and</ins></em> <ins>three</ins></li>\n</ul>");
        assertThat(diff.before()).hasToString("<ul>\n<li>One</li>\n</ul>");
    }

    @Test
    void marksTheWordsOfALinkThatLeadsElsewhere() {
        WordDiff diff =
                diff("<p>See <a href=\"a.html\">this</a> page</p>", "<p>See <a href=\"b.html\">this</a> page</p>");
        assertThat(diff.after()).hasToString("<p>See <a href=\"b.html\"><ins>this</ins></a> page</p>");
    }

    @Test
    void marksAnotherImage() {
        WordDiff diff = diff("<p><img src=\"a.png\" alt=\"\"></p>", "<p><img src=\"b.png\" alt=\"\"></p>");
        assertThat(diff.after()).hasToString("<p><ins><img src=\"b.png\" alt=\"\"></ins></p>");
    }

    @Test
    void keepsEntitiesWhole() {
        assertThat(diff("<p>a &lt; b</p>", "<p>a &amp; b</p>").after()).hasToString("<p>a <ins>&amp;</ins> b</p>");
    }

    @Test
    void takesOutNamesThatWouldStandTwice() {
        Html quoted = WordDiff.quoted(
                Html.rendered(
                        "<h2 id=\"what\">What</h2><p><a href=\"#fn1\" id=\"ref1\" aria-describedby=\"notes\">1</a></p><h6>x</h6>"));
        assertThat(quoted).hasToString("<h4>What</h4><p><a>1</a></p><h6>x</h6>");
    }

    @Test
    void anyTwoTextsStayWhole() {
        Random random = new Random(7);
        Function<Integer, String> text = size -> IntStream.range(0, size)
                .mapToObj(i -> switch (random.nextInt(6)) {
                    case 0 -> "<p>one <strong>two</strong> three</p>";
                    case 1 ->
                        "<ul>\n<li>four</li>\n<li>five <a href=\"x" + random.nextInt(3) + "\">six</a></li>\n</ul>";
                    case 2 -> "<h2 id=\"h\">seven</h2>";
                    case 3 -> "<p>eight &amp; nine " + random.nextInt(4) + "</p>";
                    case 4 -> "<pre><code>ten\n  eleven</code></pre>";
                    default -> "<p><em>twelve <code>thirteen</code></em></p>";
                })
                .collect(Collectors.joining("\n"));
        for (int i = 0; i < 300; i++) {
            String before = text.apply(random.nextInt(12));
            String after = text.apply(random.nextInt(12));
            WordDiff diff = diff(before, after);
            assertThat(unmarked(diff.before())).isEqualTo(unmarked(WordDiff.quoted(Html.rendered(before))));
            assertThat(unmarked(diff.after())).isEqualTo(unmarked(WordDiff.quoted(Html.rendered(after))));
            String parsed =
                    Jsoup.parseBodyFragment(diff.after().toString()).body().html();
            assertThat(Jsoup.parseBodyFragment(parsed).body().text())
                    .isEqualTo(Jsoup.parseBodyFragment(after).body().text());
        }
    }

    private static String unmarked(Html html) {
        return html.toString().replaceAll("</?(ins|del)>", "");
    }

    @Test
    void hugeTextsAreComparedInTime() {
        String before =
                IntStream.range(0, 60_000).mapToObj(i -> "a" + i).collect(Collectors.joining(" ", "<p>", "</p>"));
        String after =
                IntStream.range(0, 60_000).mapToObj(i -> "b" + i).collect(Collectors.joining(" ", "<p>", "</p>"));
        WordDiff diff = Assertions.assertTimeout(Duration.ofSeconds(20), () -> diff(before, after));
        assertThat(diff.added()).isEqualTo(60_000);
        assertThat(diff.removed()).isEqualTo(60_000);
    }
}
