package org.practiceplaybook.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.practiceplaybook.report.TextReport;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Theme;

/** What the writer's desk puts over a page: the script that reloads it, and what is wrong with the content. */
final class Overlay {
    private static final int MOST = 20;

    private Overlay() {}

    /**
     * What {@code desk.peb} may ask for as {@code desk}.
     *
     * @param errors how many there are
     * @param reports the first of them, as the terminal tells them
     * @param more how many are left out
     */
    record View(long version, int errors, List<String> reports, int more) {
        static View of(Snapshot site) {
            List<Diagnostic> errors =
                    site.found().stream().filter(Diagnostic::isError).toList();
            TextReport report = new TextReport("", false);
            List<String> reports = errors.stream()
                    .limit(MOST)
                    .map(error -> report.of(List.of(error)).strip())
                    .toList();
            return new View(site.version(), errors.size(), reports, errors.size() - reports.size());
        }
    }

    /** What {@code desk-problem.peb} may ask for as {@code desk}. */
    record ProblemView(long version, String problem) {}

    /** A page as a build would write it, with the desk's own lines before its end. */
    static byte[] over(byte[] page, Snapshot site, Theme theme) {
        String html = new String(page, StandardCharsets.UTF_8);
        int end = html.lastIndexOf("</body>");
        if (end < 0) {
            return page;
        }
        String added = theme.render("desk", Map.of("desk", View.of(site)));
        return (html.substring(0, end) + added + html.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    /** A page that says why there is none. In the jar's own theme, for the writer's may be what is wrong. */
    static byte[] problemPage(String problem, long version) {
        Theme theme = Theme.of(Bundled.theme(), "en");
        return theme.render("desk-problem", Map.of("desk", new ProblemView(version, problem)))
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] script() {
        return resource("/serve/reload.js");
    }

    static byte[] style() {
        return resource("/serve/serve.css");
    }

    private static byte[] resource(String name) {
        try (InputStream in = Overlay.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar cannot be read", e);
        }
    }
}
