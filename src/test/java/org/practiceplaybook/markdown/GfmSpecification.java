package org.practiceplaybook.markdown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples of the GitHub Flavored Markdown specification, {@code src/test/resources/gfm/spec.txt}. */
final class GfmSpecification {
    private static final Pattern EXAMPLE =
            Pattern.compile("^`{32} example ?(\\w*)\n(.*?)^\\.\n(.*?)^`{32}$", Pattern.MULTILINE | Pattern.DOTALL);

    private GfmSpecification() {}

    /**
     * An example.
     *
     * @param number from 1, as the published specification counts
     * @param extension that it shows; empty where it is of CommonMark
     */
    record Example(int number, String extension, String markdown, String html) {
        @Override
        public String toString() {
            return number + (extension.isEmpty() ? "" : " " + extension);
        }
    }

    static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(text());
        while (matcher.find()) {
            examples.add(new Example(
                    examples.size() + 1,
                    matcher.group(1),
                    matcher.group(2).replace('→', '\t'),
                    matcher.group(3).replace('→', '\t')));
        }
        return examples;
    }

    private static String text() {
        try {
            return Files.readString(Path.of("src/test/resources/gfm/spec.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
