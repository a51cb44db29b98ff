package org.practiceplaybook.content.value;

/**
 * A range that was found in free text.
 *
 * @param rest what the text says beyond the range, or empty: {@code per session}
 */
public record FoundRange<T>(T range, String rest) {}
