package org.practiceplaybook.check;

import java.util.function.Consumer;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.source.Diagnostic;

/** Practices that are named as they were called before. They are found all the same. */
final class RenamedPractices implements Rule {
    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        if (subject.library().renamed().isEmpty()) {
            return;
        }
        for (PracticeNames.Name name : PracticeNames.of(subject)) {
            Practice now = subject.library().renamed().get(name.slug());
            if (now == null) {
                continue;
            }
            Diagnostic advice = Diagnostic.advice(
                            "old-name",
                            name.entry().at(name.span()),
                            "the practice \"" + name.slug() + "\" is now called \"" + now.slug() + "\"")
                    .effect("the practice all the same");
            report.accept(name.link() ? advice.remedy("link to " + now.file().path()) : advice.replaceBy(now.slug()));
        }
    }
}
