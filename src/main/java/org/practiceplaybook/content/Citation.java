package org.practiceplaybook.content;

import java.util.Optional;
import org.practiceplaybook.markdown.Url;

/**
 * A work that an entry credits.
 *
 * @param author or empty
 * @param year as written, or empty
 * @param url an address of the web
 * @param note or empty
 */
public record Citation(String title, String author, String year, Optional<Url> url, String note) {}
