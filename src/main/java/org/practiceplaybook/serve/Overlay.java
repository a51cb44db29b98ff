package org.practiceplaybook.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Theme;

/** What the writer's desk adds to a page: the script that reloads it and writes notes beside the text. */
final class Overlay {
    private Overlay() {}

    /**
     * What {@code desk.peb} may ask for as {@code desk}.
     *
     * @param page its path from the site's root
     * @param token by which the page's script is known
     */
    record View(long version, String page, String token) {}

    /** What {@code desk-problem.peb} may ask for as {@code desk}. */
    record ProblemView(long version, String problem, String token) {}

    /** A page as a build would write it, with the desk's own lines before its end. */
    static byte[] over(byte[] page, View view, Theme theme) {
        String html = new String(page, StandardCharsets.UTF_8);
        int end = html.lastIndexOf("</body>");
        if (end < 0) {
            return page;
        }
        String added = theme.render("desk", Map.of("desk", view));
        return (html.substring(0, end) + added + html.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    /** A page that says why there is none. In the jar's own theme, for the writer's may be what is wrong. */
    static byte[] problemPage(String problem, long version, String token) {
        Theme theme = Theme.of(Bundled.theme(), "en");
        return theme.render("desk-problem", Map.of("desk", new ProblemView(version, problem, token)))
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
