package org.practiceplaybook.markdown;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.practiceplaybook.source.Diagnostic;

/**
 * A parsed text: all that the playbook needs of it, and nothing of the parser.
 *
 * @param start where it begins in its file, in UTF-16 code units
 * @param title the heading of the first level with which the text begins, if it does; it is in no part
 * @param parts the text, cut at its headings
 * @param headings every heading, also those inside quotations and lists
 * @param links every link and image, by their number in the marks
 * @param anchors every name that a link may have after its {@code #}
 * @param diagnostics what was found while it was parsed
 */
public record Body(
        int start,
        Optional<Heading> title,
        List<Part> parts,
        List<Heading> headings,
        List<Link> links,
        Set<String> anchors,
        List<Diagnostic> diagnostics) {

    public static final Body EMPTY =
            new Body(0, Optional.empty(), List.of(), List.of(), List.of(), Set.of(), List.of());

    public Body {
        parts = List.copyOf(parts);
        headings = List.copyOf(headings);
        links = List.copyOf(links);
        anchors = Set.copyOf(anchors);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Do headings of the first level divide a text, so that all go down by one? Not if only one of them does, or if it comes
     * behind others: then it stands beside those of the second.
     *
     * @param levels of the headings that are in no quotation or list, without the title
     */
    static boolean isRaised(List<Integer> levels) {
        return !levels.isEmpty()
                && levels.get(0) == 1
                && levels.stream().filter(level -> level == 1).count() > 1;
    }

    /** The same of this text. */
    public boolean isRaised() {
        return isRaised(parts.stream()
                .flatMap(part -> part.heading().stream())
                .map(Heading::level)
                .toList());
    }

    /** The level that a heading has on a page, where the title has the first. */
    public int shown(Heading heading) {
        return isRaised() ? heading.level() + 1 : Math.max(2, heading.level());
    }

    /** Is there nothing to read? */
    public boolean isBlank() {
        return parts.stream()
                .allMatch(part -> part.heading().isEmpty() && part.kept().isBlank());
    }

    /** The items of the lists in a part, in order; of a list in a list only the outer ones. */
    public static List<Item> items(Part part) {
        return items(part.marked());
    }

    /** The items of the lists in HTML with marks, in order; of a list in a list only the outer ones. */
    public static List<Item> items(String html) {
        return Items.of(html).items();
    }
}
