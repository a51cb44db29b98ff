package org.practiceplaybook.markdown;

import java.util.Optional;

/**
 * A stretch of a body from one heading to the next.
 *
 * @param heading absent for what stands before the first heading
 * @param marked HTML with marks, the heading itself included
 */
public record Part(Optional<Heading> heading, String marked) {

    /** HTML with marks, the heading itself left out. */
    public String content() {
        if (heading.isEmpty()) {
            return marked;
        }
        int open = marked.indexOf("<h");
        int end = marked.indexOf("</h", Math.max(open, 0));
        return end < 0 ? marked : marked.substring(Math.min(end + "</h1>".length(), marked.length()));
    }

    /** The words of this part without markup and heading, white space folded. */
    public String text() {
        return Escape.plain(content());
    }
}
