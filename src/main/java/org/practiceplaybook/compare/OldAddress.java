package org.practiceplaybook.compare;

import java.util.Optional;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Written;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/** A practice that was renamed and does not say so: whoever kept the old address finds nothing there. */
final class OldAddress {
    private OldAddress() {}

    static Optional<Diagnostic> lost(Change<Entry> change) {
        if (change.kind() != Change.Kind.RENAMED || !(change.latest() instanceof Practice now)) {
            return Optional.empty();
        }
        String old = change.before().orElseThrow().slug();
        if (now.aka().stream().anyMatch(aka -> aka.value().equals(old))) {
            return Optional.empty();
        }
        Diagnostic advice = Diagnostic.advice(
                        "old-address",
                        now.at(now.title().span()),
                        "\"" + old + "\" is now called \"" + now.slug() + "\", and its old address leads nowhere")
                .effect("\"not found\" where they kept the old address");
        if (!now.aka().isEmpty()) {
            return Optional.of(advice.remedy("add the old name to the line aka: " + old));
        }
        Diagnostic line = advice.remedy("add a line, and the old address leads to the new one: aka: [" + old + "]");
        boolean titled = Written.frontMatter(now.file()).containsKey("title");
        return Optional.of(titled ? line.edit(lineAfterTitle(now, old)) : line);
    }

    private static Edit lineAfterTitle(Practice now, String old) {
        SourceFile file = now.file();
        int end = file.lineAt(now.title().span().end()).end();
        return new Edit(new Span(end, end), "\naka: [" + old + "]");
    }
}
