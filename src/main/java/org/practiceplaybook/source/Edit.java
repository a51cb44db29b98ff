package org.practiceplaybook.source;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A correction that could be made in a file.
 *
 * @param span what is replaced
 * @param text what stands there afterwards
 */
public record Edit(Span span, String text) {

    /**
     * The lines that the edit touches, as they would read afterwards; of a long line what stands around the edit, with a
     * sign where it is cut.
     */
    public String corrected(SourceFile file) {
        Span first = file.lineAt(span.start());
        Span last = file.lineAt(span.end());
        String before = file.text().substring(first.start(), span.start());
        String after = file.text().substring(span.end(), Math.max(span.end(), last.end()));
        boolean whole = before.length() + text.length() + after.length() <= Lines.LONGEST;
        return whole ? before + text + after : Lines.end(before) + brief() + Lines.start(after);
    }

    private String brief() {
        return Stream.of(text.split("\r?\n", -1)).map(Lines::brief).collect(Collectors.joining("\n"));
    }
}
