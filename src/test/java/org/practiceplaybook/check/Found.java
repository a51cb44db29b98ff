package org.practiceplaybook.check;

import java.util.ArrayList;
import java.util.List;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.fixture.English;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.source.Diagnostic;

/** What a rule says of a playbook, in lines that a test can read. */
final class Found {
    private Found() {}

    /** Everything a single rule finds. */
    static List<Diagnostic> by(Rule rule, PlaybookFolder playbook) {
        Content content = playbook.read();
        List<Diagnostic> found = new ArrayList<>();
        rule.check(new CheckContext(content, Linker.link(content, History.NONE, false), English.SECTIONS), found::add);
        return found;
    }

    /** The same as {@code error file:line:column code: message (label)}. */
    static List<String> lines(Rule rule, PlaybookFolder playbook) {
        return by(rule, playbook).stream().map(Found::line).toList();
    }

    static String line(Diagnostic diagnostic) {
        String where = diagnostic.place().isWhole()
                ? ""
                : ":" + diagnostic.place().start().line() + ":"
                        + diagnostic.place().start().column();
        String label = diagnostic.label().isEmpty() ? "" : " (" + diagnostic.label() + ")";
        return (diagnostic.isError() ? "error " : "advice ")
                + diagnostic.place().file().path() + where + " " + diagnostic.code() + ": " + diagnostic.message()
                + label;
    }
}
