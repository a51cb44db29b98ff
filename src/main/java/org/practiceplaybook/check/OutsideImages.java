package org.practiceplaybook.check;

import java.util.function.Consumer;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.markdown.Link;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;

/** Images of other sites, which a page does not ask for: it would tell them who reads it, and not work offline. */
final class OutsideImages implements Rule {
    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        for (Entry entry : subject.entries()) {
            for (Link link : entry.body().links()) {
                if (link.image() && link.url().kind() == Url.Kind.OUTSIDE) {
                    report.accept(Diagnostic.of(
                                    RuleCode.OUTSIDE_IMAGE, entry.at(link.span()), "this image is on another site")
                            .effect("a link to the image instead of the image")
                            .remedy("save the image beside this file, if its licence allows that, and show that one"));
                }
            }
        }
    }
}
