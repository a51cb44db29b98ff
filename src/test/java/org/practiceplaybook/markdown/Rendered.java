package org.practiceplaybook.markdown;

import java.util.Optional;
import java.util.stream.Collectors;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.SourceFile;

/** Markdown as it would stand in a page on which every safe link leads where it says. */
final class Rendered {
    private static final Markdown ENGLISH = PageMarkdown.of(QuotationMarks.of("en"));

    private Rendered() {}

    static Body body(String markdown) {
        return ENGLISH.read(new SourceFile("a.md", markdown), 0);
    }

    static String html(String markdown) {
        return html(body(markdown));
    }

    static String html(Body body) {
        String marked = body.parts().stream().map(Part::marked).collect(Collectors.joining());
        return new PlaceholderFiller(body, everything(body))
                .fill(marked)
                .toString()
                .strip();
    }

    /** Words of the interface stand as {@code {key}}. */
    static BodyContext everything(Body body) {
        return new BodyContext() {
            @Override
            public Optional<Target> target(int link) {
                Url url = body.links().get(link).url();
                return url.kind() == Url.Kind.UNSAFE ? Optional.empty() : Optional.of(new Target(url.value()));
            }

            @Override
            public String word(String key) {
                return "{" + key + "}";
            }
        };
    }
}
