package org.practiceplaybook.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.practiceplaybook.markdown.Html;

/** What is the same can be folded; what differs stands under its heading. */
class BlockDiffTest {
    private static final String LONG =
            "<h2>One</h2>\n<p>A<br>b</p>\n<ul>\n<li>C <img src=\"c.png\" alt=\"\"></li>\n</ul>\n";

    private static BlockDiff diff(String before, String after) {
        return BlockDiff.of(Html.rendered(before), Html.rendered(after));
    }

    private static List<String> told(BlockDiff diff) {
        return diff.stretches().stream()
                .map(stretch -> (stretch.heading()
                                ? "heading"
                                : stretch.same() > 0 ? "same " + stretch.same() : "differs")
                        + ": "
                        + stretch.before().map(html -> html.toString().strip()).orElse("–")
                        + " | "
                        + stretch.after().map(html -> html.toString().strip()).orElse("–"))
                .toList();
    }

    @Test
    void onlyTheBlockThatDiffersIsMarkedAndItsHeadingSeen() {
        BlockDiff diff = diff(
                LONG + "<h2>Two</h2>\n<p>Old word.</p>\n<p>End.</p>\n",
                LONG + "<h2>Two</h2>\n<p>New word.</p>\n<p>End.</p>\n");
        assertThat(told(diff)).hasSize(4);
        assertThat(told(diff).get(0)).startsWith("same 3: – | <h4>One</h4>");
        assertThat(told(diff).subList(1, 4))
                .containsExactly(
                        "heading: – | <h4>Two</h4>",
                        "differs: <p><del>Old</del> word.</p> | <p><ins>New</ins> word.</p>",
                        "same 1: – | <p>End.</p>");
        assertThat(diff.added()).isEqualTo(1);
        assertThat(diff.removed()).isEqualTo(1);
    }

    @Test
    void whatIsNewOrGoneStandsAlone() {
        BlockDiff fresh = diff(LONG, LONG + "<p>More words.</p>\n");
        assertThat(told(fresh).get(told(fresh).size() - 1))
                .isEqualTo("differs: – | <p><ins>More words</ins><ins>.</ins></p>".replace("</ins><ins>", ""));
        assertThat(fresh.added()).isEqualTo(2);
        BlockDiff gone = diff(LONG + "<p>More words.</p>\n", LONG);
        assertThat(told(gone).get(told(gone).size() - 1)).isEqualTo("differs: <p><del>More words.</del></p> | –");
        assertThat(gone.removed()).isEqualTo(2);
    }

    @Test
    void allOfBothTextsIsThere() {
        BlockDiff diff = diff(
                "<p>A</p><table><tr><td>B</td></tr></table><svg><path/></svg>", "<p>C</p><p>A</p><svg><path/></svg>");
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (BlockDiff.Stretch stretch : diff.stretches()) {
            String now = stretch.after().map(Html::toString).orElse("");
            before.append(
                    stretch.same() > 0
                            ? now
                            : stretch.before().map(Html::toString).orElse(""));
            after.append(now);
        }
        assertThat(before.toString().replaceAll("</?(?:ins|del)>", ""))
                .isEqualTo("<p>A</p><table><tr><td>B</td></tr></table><svg><path/></svg>");
        assertThat(after.toString().replaceAll("</?(?:ins|del)>", "")).isEqualTo("<p>C</p><p>A</p><svg><path/></svg>");
    }

    @Test
    void whatDoesNotCloseIsOneBlock() {
        assertThat(told(diff("<p>A<p>B", "<p>A<p>C"))).hasSize(1);
        assertThat(told(diff("", "<p>C</p>"))).containsExactly("differs: – | <p><ins>C</ins></p>");
    }
}
