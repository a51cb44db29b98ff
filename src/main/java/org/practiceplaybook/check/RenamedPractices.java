package org.practiceplaybook.check;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;

/** Practices that are named as they were called before. They are found all the same. */
final class RenamedPractices implements Rule {
    private static final Pattern FILE_NAME = Pattern.compile("[^/?#]+\\.md(?=[?#]|$)");

    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        if (subject.library().renamed().isEmpty()) {
            return;
        }
        for (PracticeNames.Name name : PracticeNames.of(subject)) {
            Practice now = subject.library().renamed().get(name.slug());
            if (now == null) {
                continue;
            }
            Diagnostic advice = Diagnostic.of(
                            RuleCode.OLD_NAME,
                            name.entry().at(name.span()),
                            "the practice \"" + name.slug() + "\" is now called \"" + now.slug() + "\"")
                    .effect("the practice all the same");
            report.accept(advice.replaceBy(name.link() ? renamed(name, now) : now.slug()));
        }
    }

    /** The address as it was written, with the new name of the file. */
    private static String renamed(PracticeNames.Name name, Practice now) {
        String written = name.entry().file().slice(name.span());
        return FILE_NAME.matcher(written).replaceFirst(Matcher.quoteReplacement(now.slug() + ".md"));
    }
}
