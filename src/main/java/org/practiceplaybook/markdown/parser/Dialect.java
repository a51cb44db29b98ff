package org.practiceplaybook.markdown.parser;

/** Which Markdown is read. */
public enum Dialect {
    /** CommonMark with what GitHub adds, footnotes, definition lists and typographic signs; raw HTML by an allow-list. */
    PLAYBOOK,
    /** The specification to the letter, raw HTML as it stands: for the specification's own examples, never for content. */
    COMMONMARK
}
