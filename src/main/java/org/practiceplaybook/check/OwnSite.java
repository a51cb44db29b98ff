package org.practiceplaybook.check;

import java.util.Optional;
import java.util.function.Consumer;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.markdown.Link;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;

/** Links to this very site by its address on the web, which lead out of the copy on a disk. */
final class OwnSite implements Rule {
    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        Optional<String> address = subject.content().settings().address().map(Object::toString);
        if (address.isEmpty()) {
            return;
        }
        for (Entry entry : subject.entries()) {
            for (Link link : entry.body().links()) {
                if (link.url().kind() == Url.Kind.OUTSIDE && link.url().value().startsWith(address.get())) {
                    report.accept(
                            Diagnostic.of(
                                            RuleCode.OWN_SITE,
                                            entry.at(link.span()),
                                            "this link leads to the playbook by its address on the web")
                                    .effect("nothing of it when they read offline, and no warning here when it breaks")
                                    .remedy(
                                            "write the way from this file to the other one, for example ../practices/know-your-role.md"));
                }
            }
        }
    }
}
