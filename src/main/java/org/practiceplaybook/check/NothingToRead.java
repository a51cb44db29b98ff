package org.practiceplaybook.check;

import java.util.function.Consumer;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;

/** A playbook without a single entry. */
final class NothingToRead implements Rule {
    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        if (subject.entries().isEmpty()) {
            report.accept(Diagnostic.of(
                            RuleCode.EMPTY,
                            SourceFile.unread("").whole(),
                            "there is nothing to read in the content folder")
                    .effect("an empty site")
                    .remedy("write a first practice with: playbook new practice \"Its title\""));
        }
    }
}
