package org.practiceplaybook.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.practiceplaybook.markdown.parser.Dialect;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.SourceFile;

/** The examples of the CommonMark specification, version 0.31. */
class CommonMarkTest {
    /** The examples that flexmark's block parser, which follows 0.28, reads otherwise; by number. */
    private static final Map<Integer, String> EXCEPTIONS = Map.of(
            171, "<textarea> keeps blank lines: not kept by flexmark, and not allowed in the playbook at all",
            215, "a heading may follow a reference definition without a blank line: flexmark takes both as heading",
            216, "the same, with nothing left for the heading",
            312, "an item indented by four more columns is text: flexmark takes it as an item",
            313, "the same, after a blank line");

    static List<Arguments> examples() {
        List<Example> examples = ExampleReader.readExamples(TestResources.getSpec());
        return IntStream.range(0, examples.size())
                .mapToObj(i -> Arguments.of(i + 1, examples.get(i)))
                .toList();
    }

    @ParameterizedTest(name = "example {0}")
    @MethodSource("examples")
    void rendersAsTheSpecificationSays(int number, Example example) {
        String html = render(example.getSource());
        String expected = example.getHtml().replace('→', '\t');
        if (EXCEPTIONS.containsKey(number)) {
            assertThat(html)
                    .as("no longer an exception: " + EXCEPTIONS.get(number))
                    .isNotEqualTo(expected);
        } else {
            assertThat(html).isEqualTo(expected);
        }
    }

    @Test
    void readsTheWholeSpecification() {
        assertThat(examples()).hasSize(652);
    }

    /** As the specification writes HTML: void elements with a slash, nothing for browsers alone. */
    static String render(String markdown) {
        Body body = PageMarkdown.of(Dialect.COMMONMARK, QuotationMarks.of("en"))
                .read(new SourceFile("example.md", markdown), 0);
        String marked = body.parts().stream().map(Part::marked).collect(Collectors.joining());
        BodyContext surroundings = new BodyContext() {
            @Override
            public Optional<Target> target(int link) {
                return Optional.of(new Target(body.links().get(link).url().value()));
            }

            @Override
            public String word(String key) {
                return key;
            }
        };
        return new PlaceholderFiller(body, surroundings)
                .fill(marked)
                .toString()
                .replace(" loading=\"lazy\" decoding=\"async\">", " />")
                .replace("<br>", "<br />")
                .replace("<hr>", "<hr />");
    }
}
