package org.practiceplaybook.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.practiceplaybook.markdown.Html;

/** What the writer's desk adds to a page: the script that reloads it and writes notes beside the text. */
final class Overlay {
    private Overlay() {}

    /**
     * A page as a build would write it, with the desk's own lines before its end.
     *
     * @param path of the page from the site's root
     */
    static byte[] over(byte[] page, Snapshot site, String path) {
        String html = new String(page, StandardCharsets.UTF_8);
        int end = html.lastIndexOf("</body>");
        if (end < 0) {
            return page;
        }
        String added = "<link rel=\"stylesheet\" href=\"/-/desk.css\">\n" + script(site.version(), path) + "\n";
        return (html.substring(0, end) + added + html.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    private static String script(long version, String path) {
        return "<script src=\"/-/desk.js\" data-version=\"" + version + "\" data-page=\"" + Html.text(path)
                + "\"></script>";
    }

    /** A page that says why there is no site. */
    static byte[] problemPage(String title, String problem, long version) {
        String page = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + Html.text(title)
                + "</title><link rel=\"stylesheet\" href=\"/-/desk.css\"></head><body class=\"desk-problem\"><h1>"
                + Html.text(title) + "</h1><pre>" + Html.text(problem) + "</pre>" + script(version, "")
                + "</body></html>";
        return page.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] script() {
        return resource("/serve/desk.js");
    }

    static byte[] style() {
        return resource("/serve/desk.css");
    }

    private static byte[] resource(String name) {
        try (InputStream in = Overlay.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar cannot be read", e);
        }
    }
}
