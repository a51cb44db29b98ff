package org.practiceplaybook.markdown;

import java.util.List;

/**
 * An item of a list that stands directly in a body.
 *
 * @param marked HTML with marks
 */
public record Item(String marked) {
    private static final String STRONG = "<strong>";
    private static final List<String> LINE_ENDS = List.of("</p>", "<ul", "<ol", "<pre", "<blockquote", "<table");

    /** The bold words at its start, or empty. */
    public String lead() {
        boolean paragraph = marked.startsWith("<p>") || marked.startsWith("<p ");
        int start = paragraph ? marked.indexOf('>') + 1 : 0;
        int end = marked.startsWith(STRONG, start) ? marked.indexOf("</strong>", start) : -1;
        return end < 0 ? "" : Escape.plain(marked.substring(start, end));
    }

    /** The item without the bold words at its start; whole where they are more than words, as a link. */
    public String rest() {
        boolean paragraph = marked.startsWith("<p>") || marked.startsWith("<p ");
        int start = paragraph ? marked.indexOf('>') + 1 : 0;
        int end = marked.startsWith(STRONG, start) ? marked.indexOf("</strong>", start) : -1;
        String bold = end < 0 ? "" : marked.substring(start + STRONG.length(), end);
        if (end < 0 || bold.indexOf('<') >= 0 || bold.chars().anyMatch(c -> Mark.isMark((char) c))) {
            return marked;
        }
        String rest = marked.substring(end + "</strong>".length()).stripLeading();
        return paragraph && rest.startsWith("</p>")
                ? rest.substring("</p>".length()).stripLeading()
                : marked.substring(0, start) + rest;
    }

    /** Its words up to a nested list or the end of its first paragraph. */
    public String firstLine() {
        int end = marked.length();
        for (String stop : LINE_ENDS) {
            int at = marked.indexOf(stop);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return Escape.plain(marked.substring(0, end));
    }
}
