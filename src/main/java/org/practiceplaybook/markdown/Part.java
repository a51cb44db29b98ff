package org.practiceplaybook.markdown;

import java.util.Optional;
import java.util.regex.Pattern;
import org.practiceplaybook.source.KeptText;

/**
 * A stretch of a body from one heading to the next.
 *
 * @param heading absent for what stands before the first heading
 * @param kept HTML with marks, the heading itself included
 */
public record Part(Optional<Heading> heading, KeptText kept) {
    private static final String CODE = "<code class=\"language-";

    private static final Pattern TEMPLATE = Pattern.compile(
            "<pre[^>]*>" + CODE + "(?:markdown|md|ya?ml)\"[^>]*>.*?</code></pre>",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** The end of a cell that others of its table follow. */
    private static final Pattern CELL = Pattern.compile("</t[dh]>(?!\\s*</tr>\\s*(?:</tbody>\\s*)?</table>)");

    static Part of(Optional<Heading> heading, String marked) {
        return new Part(heading, new KeptText(marked));
    }

    /** HTML with marks, the heading itself included. */
    public String marked() {
        return kept.toString();
    }

    /** HTML with marks, the heading itself left out. */
    public String content() {
        return heading.isEmpty() ? marked() : withoutHeading(marked());
    }

    /** The words of the content without markup, white space folded. */
    public String text() {
        return Escape.plain(content());
    }

    /**
     * The same without blocks of Markdown and YAML, which show what to fill in: whoever searches looks for what is said. The
     * cells of a table are told apart.
     */
    public String prose() {
        String content = content();
        if (!content.contains(CODE) && !content.contains("</table>")) {
            return Escape.plain(content);
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
