package org.practiceplaybook.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.report.ControlCodes;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Lines;
import org.practiceplaybook.theme.Words;

/** What changed, as Markdown for the summary of a workflow. Titles are strangers' words: they cannot be markup there. */
public final class ChangesSummary {
    private static final int MOST_ROWS = 200;
    private static final int MOST_FINDINGS = 50;
    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_{}\\[\\]#!|<>&@~$]|:(?=//)|(?<=www)\\.");

    private ChangesSummary() {}

    /**
     * The summary.
     *
     * @param withFindings false where a check has told them above
     */
    public static String of(Comparison comparison, ChangesPage.Since since, Words words, boolean withFindings) {
        StringBuilder out = new StringBuilder();
        out.append("## ").append(words.get("changes.title")).append("\n\n");
        out.append(plain(words.get("changes.summary.since", since.revision(), since.commit())))
                .append("\n\n");
        if (comparison.isEmpty()) {
            out.append(words.get("changes.none")).append("\n\n");
        } else {
            ChangesPage.counts(comparison, words)
                    .forEach(count -> out.append("- ").append(plain(count)).append('\n'));
            out.append('\n');
            table(comparison, words, out);
        }
        if (withFindings) {
            findings(comparison, words, out);
        }
        return out.toString();
    }

    private static void table(Comparison comparison, Words words, StringBuilder out) {
        List<Change<Entry>> all = new ArrayList<>(comparison.practices());
        all.addAll(comparison.attempts());
        all.addAll(comparison.pathways());
        all.addAll(comparison.pages());
        if (all.isEmpty()) {
            return;
        }
        out.append("| ").append(words.get("changes.summary.what"));
        out.append(" | ").append(words.get("changes.summary.change"));
        out.append(" | ").append(words.get("changes.summary.file")).append(" |\n|---|---|---|\n");
        for (Change<Entry> change : all.subList(0, Math.min(MOST_ROWS, all.size()))) {
            out.append("| ").append(plain(change.latest().title().value()));
            out.append(" | ").append(ChangesPage.kindText(change.kind(), words));
            out.append(" | ").append(plain(change.latest().file().path())).append(" |\n");
        }
        out.append('\n');
        if (all.size() > MOST_ROWS) {
            out.append(words.count("changes.moreFindings", all.size() - MOST_ROWS))
                    .append("\n\n");
        }
        out.append(words.get("changes.summary.more")).append("\n\n");
    }

    private static void findings(Comparison comparison, Words words, StringBuilder out) {
        List<Diagnostic> brought = comparison.brought();
        out.append("### ").append(words.get("changes.findings")).append("\n\n");
        if (brought.isEmpty()) {
            out.append(words.get("changes.findingsNone")).append('\n');
        }
        for (Diagnostic diagnostic : brought.subList(0, Math.min(MOST_FINDINGS, brought.size()))) {
            String place = diagnostic.place().file().path()
                    + (diagnostic.place().isWhole()
                            ? ""
                            : ":" + diagnostic.place().start().line());
            out.append("- **").append(words.get(diagnostic.isError() ? "changes.error" : "changes.advice"));
            out.append("** ").append(plain(place)).append(": ").append(plain(ChangesPage.message(diagnostic)));
            if (!diagnostic.remedy().isEmpty()) {
                out.append(". ").append(plain(words.get("changes.remedy", diagnostic.remedy())));
            }
            out.append('\n');
        }
        if (brought.size() > MOST_FINDINGS) {
            out.append('\n')
                    .append(words.count("changes.moreFindings", brought.size() - MOST_FINDINGS))
                    .append('\n');
        }
        if (comparison.mended() > 0) {
            out.append('\n')
                    .append(words.count("changes.mended", comparison.mended()))
                    .append('\n');
        }
    }

    /** Text that stays text in Markdown, on one line, and calls nobody by name. */
    private static String plain(String text) {
        String line = ControlCodes.line(Lines.brief(text.replaceAll("\\s+", " ").strip()));
        return SIGNS.matcher(line).replaceAll(sign -> "&#" + (int) sign.group().charAt(0) + ";");
    }
}
