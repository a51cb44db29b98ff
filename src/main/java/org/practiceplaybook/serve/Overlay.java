package org.practiceplaybook.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.report.TextReport;
import org.practiceplaybook.source.Diagnostic;

/** What the writer's desk puts over a page: the script that reloads it, and what is wrong with the content. */
final class Overlay {
    private static final int MOST = 20;

    private Overlay() {}

    /** A page as a build would write it, with the desk's own lines before its end. */
    static byte[] over(byte[] page, Snapshot site) {
        String html = new String(page, StandardCharsets.UTF_8);
        int end = html.lastIndexOf("</body>");
        if (end < 0) {
            return page;
        }
        String added = "<script src=\"/-/reload.js\" data-version=\"" + site.version() + "\"></script>\n"
                + panel(site.found());
        return (html.substring(0, end) + added + html.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    private static String panel(List<Diagnostic> found) {
        List<Diagnostic> errors = found.stream().filter(Diagnostic::isError).toList();
        if (errors.isEmpty()) {
            return "";
        }
        StringBuilder panel = new StringBuilder("<link rel=\"stylesheet\" href=\"/-/serve.css\">\n"
                + "<section class=\"desk-errors\" aria-label=\"Errors\" role=\"alert\"><h2>"
                + errors.size() + (errors.size() == 1 ? " error" : " errors") + "</h2>\n");
        TextReport report = new TextReport("", false);
        errors.stream()
                .limit(MOST)
                .forEach(error -> panel.append("<pre>")
                        .append(Html.text(report.of(List.of(error)).strip()))
                        .append("</pre>\n"));
        if (errors.size() > MOST) {
            panel.append("<p>… and ").append(errors.size() - MOST).append(" more, in the terminal.</p>\n");
        }
        return panel.append("</section>\n").toString();
    }

    /** A page that says why there is no site. */
    static byte[] problemPage(String problem, long version) {
        String page =
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>The theme has a mistake</title>"
                        + "<link rel=\"stylesheet\" href=\"/-/serve.css\"></head><body><section class=\"desk-errors\">"
                        + "<h1>The theme has a mistake</h1><pre>" + Html.text(problem) + "</pre></section>"
                        + "<script src=\"/-/reload.js\" data-version=\"" + version + "\"></script></body></html>";
        return page.getBytes(StandardCharsets.UTF_8);
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
