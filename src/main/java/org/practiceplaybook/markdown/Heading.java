package org.practiceplaybook.markdown;

import org.practiceplaybook.source.Span;

/**
 * A heading of a body.
 *
 * @param level 1 to 6, as written
 * @param text its plain text
 * @param id its anchor by GitHub's rule, unique in the body
 * @param span where its text stands in the file
 */
public record Heading(int level, String text, String id, Span span) {}
