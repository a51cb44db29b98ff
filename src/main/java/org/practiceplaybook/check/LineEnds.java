package org.practiceplaybook.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;

/**
 * Files whose lines end as on Windows among others that do not. Where all of them do, git made them so on this computer,
 * and all is well.
 */
final class LineEnds implements Rule {
    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        Map<String, SourceFile> files = new LinkedHashMap<>();
        subject.entries().forEach(entry -> files.put(entry.file().path(), entry.file()));
        subject.content()
                .terms()
                .forEach(term ->
                        files.put(term.place().file().path(), term.place().file()));
        subject.content().glossary().forEach(entry -> files.put(entry.file().path(), entry.file()));
        List<SourceFile> windows = files.values().stream()
                .filter(file -> file.text().contains("\r\n"))
                .toList();
        boolean all = windows.size()
                == files.values().stream()
                        .filter(file -> file.text().contains("\n"))
                        .count();
        for (SourceFile file : windows) {
            boolean mixed = file.text().replace("\r\n", "").contains("\n");
            if (mixed || !all) {
                report.accept(Diagnostic.of(
                                RuleCode.LINE_ENDS,
                                file.whole(),
                                mixed
                                        ? "some lines of this file end as on Windows and some do not"
                                        : "the lines of this file end as on Windows, those of the other files do not")
                        .effect("the same; reviewers may see every line as changed")
                        .remedy("set the line ends to LF in the editor, or run: playbook check --fix"));
            }
        }
    }
}
