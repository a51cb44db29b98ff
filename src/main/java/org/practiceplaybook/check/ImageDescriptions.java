package org.practiceplaybook.check;

import java.util.function.Consumer;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.markdown.Link;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;

/** Images that say nothing to those who do not see them. */
final class ImageDescriptions implements Rule {
    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        subject.eachLink((entry, link, end) -> {
            if (link.image() && link.text().isBlank() && !ImageKinds.isNoImage(end)) {
                report.accept(
                        Diagnostic.of(RuleCode.IMAGE_DESCRIPTION, entry.at(link.span()), "the image has no description")
                                .effect("nothing, if they cannot see the image")
                                .remedy(
                                        isMarkup(entry, link)
                                                ? "say what it shows, within the same < >: alt=\"Two people at a flip chart\""
                                                : "say in the square brackets what it shows: ![Two people at a flip chart](…)"));
            }
        });
    }

    private static boolean isMarkup(Entry entry, Link link) {
        String before = entry.file().text().substring(0, link.span().start());
        return before.substring(before.lastIndexOf('\n') + 1).matches(".*<img\\b[^>]*");
    }
}
