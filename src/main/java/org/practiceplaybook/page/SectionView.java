package org.practiceplaybook.page;

import org.practiceplaybook.markdown.Html;

/**
 * A section of an entry.
 *
 * @param id its anchor
 * @param kind what it is about: {@code what}, {@code ask}, {@code other}
 * @param total how long its steps take together, in words, or empty
 */
public record SectionView(String id, String title, String kind, Html html, String total) {}
