package org.practiceplaybook.check;

import java.util.List;
import java.util.function.Consumer;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.library.LinkEnd;
import org.practiceplaybook.markdown.Link;
import org.practiceplaybook.source.Diagnostic;

/** Links and images that lead nowhere. */
final class BrokenLinks implements Rule {
    private static final String LINK = "the text of the link, marked as leading nowhere";
    private static final String IMAGE = "the description instead of the image";

    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        for (Entry entry : subject.entries()) {
            List<Link> links = entry.body().links();
            List<LinkEnd> ends = subject.library().linksOf(entry);
            for (int i = 0; i < Math.min(links.size(), ends.size()); i++) {
                if (ends.get(i) instanceof LinkEnd.Broken broken && broken.reason() != LinkEnd.Reason.UNSAFE) {
                    report.accept(diagnostic(entry, links.get(i), broken));
                }
            }
        }
    }

    private static Diagnostic diagnostic(Entry entry, Link link, LinkEnd.Broken broken) {
        String written = link.url().value();
        Diagnostic error = Diagnostic.error(code(broken, link), entry.at(link.span()), message(broken, link, written))
                .effect(link.image() ? IMAGE : LINK)
                .remedy(remedy(broken.reason(), link));
        if (broken.meant().isEmpty()) {
            return error;
        }
        return error.label("did you mean \"" + broken.meant() + "\"?")
                .remedy("")
                .replaceBy(broken.meant().replace(" ", "%20"));
    }

    private static String code(LinkEnd.Broken broken, Link link) {
        return switch (broken.reason()) {
            case NO_SUCH_HEADING, NO_SUCH_TERM -> "broken-anchor";
            default -> link.image() ? "missing-image" : "broken-link";
        };
    }

    private static String message(LinkEnd.Broken broken, Link link, String written) {
        String file = written.isEmpty() ? "an empty address" : "\"" + written + "\"";
        return switch (broken.reason()) {
            case NO_SUCH_FILE -> link.image() ? "there is no image " + file : "there is nothing at " + file;
            case NO_SUCH_HEADING -> "the page has no heading \"#" + broken.detail() + "\"";
            case NO_SUCH_TERM -> "there is no term \"" + broken.detail() + "\"";
            case OUTSIDE_CONTENT -> file + " is outside the content folder";
            case NOT_PUBLISHED -> file + " cannot be published: " + broken.detail();
            case DRAFT -> file + " is a draft, which readers do not see";
            case UNSAFE -> "this kind of address is not allowed";
        };
    }

    private static String remedy(LinkEnd.Reason reason, Link link) {
        return switch (reason) {
            case NO_SUCH_FILE ->
                link.image()
                        ? "put the image beside this file, or write the way to it, for example ../images/circle.png"
                        : "write the way from this file to the other one, for example ../practices/know-your-role.md";
            case NO_SUCH_HEADING -> "write the heading in small letters, with hyphens instead of blanks";
            case NO_SUCH_TERM -> "use the short name of a term of that file";
            case OUTSIDE_CONTENT -> "move the file into the content folder, or link to its address on the web";
            case NOT_PUBLISHED -> "use another kind of file, or link to its address on the web";
            case DRAFT -> "take \"state: draft\" out of it, or take this link out";
            case UNSAFE -> "";
        };
    }
}
