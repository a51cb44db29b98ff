package org.practiceplaybook.check;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.library.LinkEnd;
import org.practiceplaybook.markdown.Link;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;

/** Links and images that lead nowhere. */
final class BrokenLinks implements Rule {
    /** A file on the writer's own disk, as a regular expression of the whole address. */
    private static final String ON_DISK = "^(?:/(?:Users|home|Volumes|mnt|tmp)/|~/).*";

    /** An address of the web without its beginning: the same. */
    private static final String OF_WEB =
            "^(?:www\\.[\\w.-]+|[\\w-]+(?:\\.[\\w-]+)*\\.(?:org|com|net|info|edu|gov|eu|io|de|fr|uk|ch|at|nl))(?:[/?#].*)?$";

    private static final String LINK = "the text of the link, marked as leading nowhere";
    private static final String IMAGE = "the description instead of the image";

    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        subject.eachLink((entry, link, end) -> {
            if (end instanceof LinkEnd.Broken broken && broken.reason() != LinkEnd.Reason.UNSAFE) {
                report.accept(diagnostic(entry, link, broken));
            } else if (link.url().value().isBlank()) {
                report.accept(Diagnostic.of(RuleCode.LINK_EMPTY, entry.at(link.span()), "this link has no address")
                        .effect("a link that leads back to where they are")
                        .remedy("write the address between the round brackets"));
            } else if (hasNoWords(entry, link)) {
                report.accept(Diagnostic.of(RuleCode.LINK_WORDS, entry.at(link.span()), "this link has no words")
                        .effect("the address instead of words")
                        .remedy("write between the square brackets what is to be found there"));
            }
        });
    }

    private static boolean hasNoWords(Entry entry, Link link) {
        String text = entry.file().text();
        int at = link.span().start() - 1;
        at -= at >= 0 && text.charAt(at) == '<' ? 1 : 0;
        if (link.image() || !link.text().isBlank() || at < 1 || !text.startsWith("](", at - 1)) {
            return false;
        }
        int words = at - 2;
        while (words >= 0 && Character.isWhitespace(text.charAt(words))) {
            words--;
        }
        return words >= 0 && text.charAt(words) == '[';
    }

    private static Diagnostic diagnostic(Entry entry, Link link, LinkEnd.Broken broken) {
        String written = link.url().value();
        Slip slip = Slip.of(link, broken);
        Diagnostic error = Diagnostic.of(
                        slip == null ? rule(broken, link) : slip.rule(),
                        entry.at(link.span()),
                        slip == null ? message(broken, link, written) : slip.message())
                .effect(link.image() ? IMAGE : LINK)
                .remedy(slip == null ? remedy(broken.reason(), link) : slip.remedy());
        String meant = slip == null ? broken.meant() : slip.meant();
        if (meant.isEmpty()) {
            return error;
        }
        return error.label("did you mean \"" + meant + "\"?").remedy("").replaceBy(meant.replace(" ", "%20"));
    }

    /** A slip that many make, and that can be told from a wrong name. */
    private record Slip(RuleCode rule, String message, String remedy, String meant) {
        private static final Pattern DISK = Pattern.compile(ON_DISK);
        private static final Pattern WEB = Pattern.compile(OF_WEB);

        static Slip of(Link link, LinkEnd.Broken broken) {
            String written = link.url().value();
            if (broken.reason() != LinkEnd.Reason.NO_SUCH_FILE) {
                return null;
            }
            if (DISK.matcher(written).matches()) {
                return new Slip(
                        RuleCode.DISK_LINK,
                        "this address is a file on your own computer",
                        "put the file into the content folder and write the way to it from here",
                        "");
            }
            if (WEB.matcher(written).matches()) {
                return new Slip(
                        RuleCode.LINK_WEB, "an address of the web begins with https://", "", "https://" + written);
            }
            if (broken.meant().isEmpty()) {
                return null;
            }
            if (written.indexOf('\\') >= 0) {
                return new Slip(RuleCode.LINK_BACKSLASH, "folders are joined by / and not by \\", "", broken.meant());
            }
            if (written.matches(".*\\.html?(?:#.*)?") && broken.meant().endsWith(".md")) {
                return new Slip(
                        RuleCode.LINK_HTML,
                        "a link leads to the .md file, not to the page that is made of it",
                        "",
                        broken.meant());
            }
            if (written.equalsIgnoreCase(broken.meant())) {
                return new Slip(
                        RuleCode.LINK_CASE,
                        "capitals and small letters count in the name of a file",
                        "",
                        broken.meant());
            }
            return null;
        }
    }

    private static RuleCode rule(LinkEnd.Broken broken, Link link) {
        return switch (broken.reason()) {
            case NO_SUCH_HEADING, NO_SUCH_TERM -> RuleCode.BROKEN_ANCHOR;
            default -> link.image() ? RuleCode.MISSING_IMAGE : RuleCode.BROKEN_LINK;
        };
    }

    private static String message(LinkEnd.Broken broken, Link link, String written) {
        String file = "\"" + written + "\"";
        return switch (broken.reason()) {
            case NO_SUCH_FILE ->
                written.isEmpty()
                        ? "this image has no address"
                        : link.image() ? "there is no image " + file : "there is nothing at " + file;
            case NO_SUCH_HEADING -> "the page has no heading \"#" + broken.detail() + "\"";
            case NO_SUCH_TERM -> "there is no term \"" + broken.detail() + "\"";
            case OUTSIDE_CONTENT -> file + " is outside the content folder";
            case NOT_PUBLISHED -> file + " cannot be published: " + broken.detail();
            case DRAFT -> file + " is a draft, which readers do not see";
            case UNSAFE -> Url.NOT_ALLOWED;
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
            case DRAFT -> "take \"" + Fields.STATE.line(State.DRAFT.key()) + "\" out of it, or take this link out";
            case UNSAFE -> "";
        };
    }
}
