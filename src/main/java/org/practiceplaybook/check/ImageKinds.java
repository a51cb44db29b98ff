package org.practiceplaybook.check;

import java.util.function.Consumer;
import org.practiceplaybook.content.asset.MediaTypes;
import org.practiceplaybook.library.LinkEnd;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;

/** Files that are shown as images and are none: a PDF, a table, a film. */
final class ImageKinds implements Rule {
    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        subject.eachLink((entry, link, end) -> {
            if (link.image() && isNoImage(end)) {
                String file = link.url().value();
                report.accept(Diagnostic.of(
                                RuleCode.IMAGE_KIND,
                                entry.at(link.span()),
                                "browsers show no image of this kind of file")
                        .effect("a link to the file instead of an image")
                        .remedy("make it a link, with words that say what it is: [What it is](" + file + ")"));
            }
        });
    }

    static boolean isNoImage(LinkEnd end) {
        return end instanceof LinkEnd.File file
                && !MediaTypes.isImage(file.asset().path());
    }
}
