package org.practiceplaybook.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the GitHub Flavored Markdown specification, version 0.29: those of CommonMark to the letter, those of
 * GitHub's extensions as a page shows them.
 */
class GfmSpecificationTest {
    private static final Map<Integer, String> EXCEPTIONS = Map.of(
            184, "a heading may follow a reference definition without a blank line: flexmark takes both as heading",
            185, "the same, with nothing left for the heading",
            292, "an item indented by four more columns is text: flexmark takes it as an item",
            293, "the same, after a blank line",
            628, "ftp: a page links to http, https, mailto and tel only",
            645, "two hyphens in a comment: allowed since CommonMark 0.31",
            646, "<!--> is a comment since CommonMark 0.31",
            653, "GitHub shows elements that it refuses as text; here they are left out and told");

    static List<GfmSpecification.Example> examples() {
        return GfmSpecification.examples();
    }

    @ParameterizedTest(name = "example {0}")
    @MethodSource("examples")
    void rendersAsTheSpecificationSays(GfmSpecification.Example example) {
        boolean extension = !example.extension().isEmpty();
        String html = extension ? GithubHtml.ours(example.markdown()) : CommonMarkTest.render(example.markdown());
        String expected = extension
                ? GithubHtml.theirs("<p>Before</p>\n<h1>Top</h1>\n<h1>Next</h1>\n" + example.html())
                : example.html();
        if (EXCEPTIONS.containsKey(example.number())) {
            assertThat(html)
                    .as("no longer an exception: " + EXCEPTIONS.get(example.number()))
                    .isNotEqualTo(expected);
        } else {
            assertThat(html).isEqualTo(expected);
        }
    }

    @Test
    void readsTheWholeSpecification() {
        assertThat(examples()).hasSize(673);
    }
}
