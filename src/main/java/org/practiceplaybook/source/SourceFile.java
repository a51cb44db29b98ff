package org.practiceplaybook.source;

/**
 * A text file of the playbook, as it was read.
 *
 * @param path relative to the content folder, its parts joined by {@code /}
 * @param kept the whole text; every {@link Span} counts in it
 */
public record SourceFile(String path, KeptText kept) {
    public SourceFile(String path, String text) {
        this(path, new KeptText(text));
    }

    public String text() {
        return kept.toString();
    }

    /** A file that could not be read, or a folder: only its name is known. */
    public static SourceFile unread(String path) {
        return new SourceFile(path, "");
    }

    /** Where an offset stands, as a person counts. An offset past the end is taken as the end. */
    public Position position(int offset) {
        String text = text();
        int end = Math.min(offset, text.length());
        int line = 1;
        int lineStart = 0;
        for (int at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
            line++;
            lineStart = at + 1;
        }
        return new Position(line, 1 + text.codePointCount(lineStart, end));
    }

    /** The line that holds an offset, without its end. */
    public Span lineAt(int offset) {
        String text = text();
        int at = Math.min(offset, text.length());
        int start = at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
        int end = text.indexOf('\n', at);
        if (end < 0) {
            end = text.length();
        }
        if (end > start && text.charAt(end - 1) == '\r') {
            end--;
        }
        return new Span(start, Math.max(start, end));
    }

    public String slice(Span span) {
        return text().substring(span.start(), span.end());
    }

    /** The whole file, for what is said of all of it. */
    public Place whole() {
        return new Place(this, Span.NONE);
    }

    /** Its first line, also where there is none. */
    public Place firstLine() {
        return new Place(this, lineAt(0), false);
    }

    public Place at(Span span) {
        return new Place(this, span);
    }

    /** The path alone: the text would drown a message. */
    @Override
    public String toString() {
        return path;
    }
}
