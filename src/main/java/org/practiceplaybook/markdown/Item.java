package org.practiceplaybook.markdown;

/**
 * An item of a list that stands directly in a body.
 *
 * @param lead the bold words at its start, or empty
 * @param text all its words without markup, nested lists included
 * @param firstLine its words up to a nested list or the end of its first paragraph
 * @param marked HTML with marks
 */
public record Item(String lead, String text, String firstLine, String marked) {}
