package org.practiceplaybook.markdown;

import java.util.Optional;

/**
 * A stretch of a body from one heading to the next.
 *
 * @param heading absent for what stands before the first heading
 * @param marked HTML with marks, the heading itself included
 * @param content HTML with marks, the heading itself left out
 * @param text the words of the content without markup, white space folded: checks, search and excerpts all ask for them
 */
public record Part(Optional<Heading> heading, String marked, String content, String text) {
    static Part of(Optional<Heading> heading, String marked) {
        String content = heading.isEmpty() ? marked : withoutHeading(marked);
        return new Part(heading, marked, content, Escape.plain(content));
    }

    private static String withoutHeading(String marked) {
        int open = marked.indexOf("<h");
        int end = marked.indexOf("</h", Math.max(open, 0));
        return end < 0 ? marked : marked.substring(Math.min(end + "</h1>".length(), marked.length()));
    }
}
