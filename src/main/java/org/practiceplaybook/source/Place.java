package org.practiceplaybook.source;

/**
 * A stretch of a file.
 *
 * @param isWhole is this about the file as a whole, so that no line can be shown?
 */
public record Place(SourceFile file, Span span, boolean isWhole) {
    /** An empty span at the start means the file as a whole. */
    Place(SourceFile file, Span span) {
        this(file, span, span.equals(Span.NONE));
    }

    public Position start() {
        return file.position(span.start());
    }
}
