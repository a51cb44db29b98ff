package org.practiceplaybook.source;

/** A stretch of a file. An empty span at the start means the file as a whole. */
public record Place(SourceFile file, Span span) {

    /** Is this about the file as a whole, so that no line can be shown? */
    public boolean isWhole() {
        return span.start() == 0 && span.end() == 0;
    }

    public Position start() {
        return file.position(span.start());
    }
}
