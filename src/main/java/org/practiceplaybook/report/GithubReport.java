package org.practiceplaybook.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.practiceplaybook.report.Findings.Finding;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Lines;

/**
 * Findings for a workflow of GitHub: annotations in the lines that a pull request changes, and the whole list for the
 * summary of the job.
 *
 * @param root put before every path: the content folder within the repository, ending in a slash, or empty
 */
public record GithubReport(String root) {
    /** With this the summary of a check begins. */
    public static final String HEADING = "# The playbook's check";

    /** GitHub shows so many annotations of each kind for a step, and drops the rest without a word. */
    static final int MOST_ANNOTATIONS = 10;
    /** A summary may have a mebibyte; beyond it GitHub shows nothing of it. */
    static final int LONGEST_SUMMARY = 1_000_000;

    /**
     * Workflow commands: what weighs most becomes annotations, the rest lines of the log.
     *
     * <p>See "Workflow commands for GitHub Actions" in GitHub's documentation.
     */
    public String commands(Findings findings) {
        StringBuilder out = new StringBuilder();
        Positions positions = new Positions();
        int errors = 0;
        int notices = 0;
        List<Told<Finding>> rest = new ArrayList<>();
        for (Told<Finding> one : Told.ofChange(findings.byWeight())) {
            Finding finding = one.finding();
            boolean error = findings.isError(finding);
            if (finding.known() || (error ? errors : notices) == MOST_ANNOTATIONS) {
                rest.add(one);
                continue;
            }
            errors += error ? 1 : 0;
            notices += error ? 0 : 1;
            out.append(command(one, error, positions)).append('\n');
        }
        for (Told<Finding> one : rest) {
            out.append(logged(one, findings.isError(one.finding()), positions)).append('\n');
        }
        return out.append(logSafe(findings.count())).append('\n').toString();
    }

    private String command(Told<Finding> one, boolean error, Positions positions) {
        Diagnostic diagnostic = one.finding().diagnostic();
        StringBuilder out = new StringBuilder(error ? "::error " : "::notice ");
        out.append("file=").append(property(root + diagnostic.place().file().path()));
        positions.of(diagnostic.place()).ifPresent(region -> {
            out.append(",line=").append(region.start().line());
            out.append(",endLine=").append(region.end().line());
            // columns are shown for a place within one line only
            if (region.start().line() == region.end().line()) {
                out.append(",col=").append(region.start().column());
                out.append(",endColumn=").append(region.end().column());
            }
        });
        out.append(",title=").append(property((error ? "Error: " : "Advice: ") + diagnostic.code()));
        return out.append("::")
                .append(data(String.join("\n", one.lines(diagnostic))))
                .toString();
    }

    private String logged(Told<Finding> one, boolean error, Positions positions) {
        Finding finding = one.finding();
        Diagnostic diagnostic = finding.diagnostic();
        String where = root
                + diagnostic.place().file().path()
                + positions
                        .of(diagnostic.place())
                        .map(region -> ":" + region.start().line() + ":"
                                + region.start().column())
                        .orElse("");
        return logSafe((finding.known() ? "known before: " : "") + (error ? "error: " : "advice: ") + where + ": "
                + Lines.brief(diagnostic.message()) + (one.more() > 0 ? "; " + one.rest() : ""));
    }

    /** A line that the runner takes for text, whatever a contributor wrote. */
    private static String logSafe(String text) {
        return ControlCodes.line(text).replace("::", ":\u200b:");
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(ControlCodes.line(text)).replace(":", "%3A").replace(",", "%2C");
    }

    /** The whole list as Markdown, file by file, files of the change first; cut where GitHub would refuse it. */
    public String summary(Findings findings) {
        StringBuilder out = new StringBuilder(HEADING)
                .append("\n\n")
                .append(markdown(findings.count()))
                .append("\n\n");
        if (findings.all().size() > MOST_ANNOTATIONS) {
            out.append("| rule | found |\n|---|---|\n");
            for (Map.Entry<String, Long> rule : Findings.byRule(
                    findings.all().stream().map(Finding::diagnostic).toList())) {
                out.append("| ")
                        .append(markdown(rule.getKey()))
                        .append(" | ")
                        .append(rule.getValue())
                        .append(" |\n");
            }
            out.append('\n');
        }
        Positions positions = new Positions();
        long bytes = bytes(out);
        int told = 0;
        boolean known = false;
        String file = null;
        List<Told<Finding>> shown = Told.ofChange(findings.byWeight());
        for (Told<Finding> one : shown) {
            Finding finding = one.finding();
            StringBuilder entry = new StringBuilder();
            String path = root + finding.diagnostic().place().file().path();
            boolean heading = finding.known() && !known || !path.equals(file);
            if (heading && told > 0) {
                entry.append('\n');
            }
            if (finding.known() && !known) {
                known = true;
                file = null;
                entry.append("## Known before, and not counted\n\n");
            }
            if (!path.equals(file)) {
                file = path;
                entry.append("### ").append(markdown(path)).append("\n\n");
            }
            entry(one, findings.isError(finding), positions, entry);
            bytes += bytes(entry);
            if (bytes > LONGEST_SUMMARY) {
                out.append("\nAnd ")
                        .append(shown.size() - told)
                        .append(" more, too many for this page. All of them: `playbook check`\n");
                break;
            }
            out.append(entry);
            told++;
        }
        out.append('\n'); // another step may write below
        return out.toString();
    }

    private static void entry(Told<Finding> one, boolean error, Positions positions, StringBuilder out) {
        Diagnostic diagnostic = one.finding().diagnostic();
        List<String> lines = one.lines(diagnostic);
        out.append(error ? "- **Error**" : "- Advice");
        positions
                .of(diagnostic.place())
                .ifPresent(region -> out.append(", line ").append(region.start().line()));
        out.append(": ")
                .append(markdown(lines.get(0)))
                .append(" (")
                .append(markdown(diagnostic.code()))
                .append(")  \n");
        for (String line : lines.subList(1, lines.size())) {
            out.append("  ").append(markdown(line)).append("  \n");
        }
    }

    private static long bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /** Text that Markdown and HTML take for text. */
    private static String markdown(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        ControlCodes.line(text).codePoints().forEach(c -> {
            if (c == '<') {
                out.append("&lt;");
            } else if (c == '&') {
                out.append("&amp;");
            } else {
                if ("\\`*_{}[]()#+-!|~>@".indexOf(c) >= 0 && c < 128) {
                    out.append('\\');
                }
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
