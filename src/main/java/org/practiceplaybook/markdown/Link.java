package org.practiceplaybook.markdown;

import java.util.Map;
import org.practiceplaybook.source.Span;

/**
 * A link or an image in a body.
 *
 * @param url where it leads, as written
 * @param title what a mouse shows over it, or empty
 * @param text the plain text of a link, the alternative text of an image
 * @param span where the address stands in the file
 * @param image is it an image?
 * @param attributes of an image: width, height, class; nothing else
 */
public record Link(Url url, String title, String text, Span span, boolean image, Map<String, String> attributes) {
    public Link {
        attributes = Map.copyOf(attributes);
    }
}
