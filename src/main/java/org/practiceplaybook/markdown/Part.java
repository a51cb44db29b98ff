package org.practiceplaybook.markdown;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A stretch of a body from one heading to the next.
 *
 * @param heading absent for what stands before the first heading
 * @param marked HTML with marks, the heading itself included
 * @param content HTML with marks, the heading itself left out
 * @param text the words of the content without markup, white space folded: checks, search and excerpts all ask for them
 */
public record Part(Optional<Heading> heading, String marked, String content, String text) {
    private static final String CODE = "<code class=\"language-";

    private static final Pattern TEMPLATE = Pattern.compile(
            "<pre[^>]*>" + CODE + "(?:markdown|md|ya?ml)\"[^>]*>.*?</code></pre>",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** The end of a cell that others of its table follow. */
    private static final Pattern CELL = Pattern.compile("</t[dh]>(?!\\s*</tr>\\s*(?:</tbody>\\s*)?</table>)");

    static Part of(Optional<Heading> heading, String marked) {
        String content = heading.isEmpty() ? marked : withoutHeading(marked);
        return new Part(heading, marked, content, Escape.plain(content));
    }

    /**
     * The same without blocks of Markdown and YAML, which show what to fill in: whoever searches looks for what is said. The
     * cells of a table are told apart.
     */
    public String prose() {
        if (!content.contains(CODE) && !content.contains("</table>")) {
            return text;
        }
        return Escape.plain(
                CELL.matcher(TEMPLATE.matcher(content).replaceAll(" ")).replaceAll(" · "));
    }

    private static String withoutHeading(String marked) {
        int open = marked.indexOf("<h");
        int end = marked.indexOf("</h", Math.max(open, 0));
        return end < 0 ? marked : marked.substring(Math.min(end + "</h1>".length(), marked.length()));
    }
}
