package org.practiceplaybook.content;

import java.util.List;
import java.util.Optional;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;

/**
 * Any other text.
 *
 * @param slug its path below {@code pages/} without the end, {@code handbook/index} for a folder's own page
 * @param order where it stands among its neighbours, unset pages after set ones
 * @param menu what the menu calls it, of a page that has a door of its own there
 * @param aka other names, and whole addresses that it had before
 */
public record Page(
        SourceFile file,
        String slug,
        Located<String> title,
        Located<String> summary,
        int order,
        Optional<String> menu,
        List<Located<String>> aka,
        Body body)
        implements Entry {
    public static final int UNORDERED = Integer.MAX_VALUE;

    public Page {
        aka = List.copyOf(aka);
    }

    /** The folder that holds it below {@code pages/}, empty for the outermost. */
    public String folder() {
        int slash = slug.lastIndexOf('/');
        return slash < 0 ? "" : slug.substring(0, slash);
    }

    public boolean isIndex() {
        return slug.equals("index") || slug.endsWith("/index");
    }
}
