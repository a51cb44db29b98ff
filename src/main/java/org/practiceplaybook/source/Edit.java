package org.practiceplaybook.source;

/**
 * A correction that could be made in a file.
 *
 * @param span what is replaced
 * @param text what stands there afterwards
 */
public record Edit(Span span, String text) {

    /** The lines that the edit touches, as they would read afterwards. */
    public String corrected(SourceFile file) {
        Span first = file.lineAt(span.start());
        Span last = file.lineAt(span.end());
        return file.text().substring(first.start(), span.start())
                + text
                + file.text().substring(span.end(), Math.max(span.end(), last.end()));
    }
}
