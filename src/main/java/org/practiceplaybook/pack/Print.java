package org.practiceplaybook.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.publish.Packaging;
import org.practiceplaybook.publish.Publication;
import org.practiceplaybook.work.Workers;

/**
 * A PDF by a browser: of one page, or of the whole playbook with the numbers of pages in its contents and at its links.
 * No browser says these numbers while it prints, so it prints until those that stand on paper are right.
 *
 * @param editions all of the site's
 * @param page the path of a page, or empty for the whole playbook
 * @param folder an empty one for what is in between
 */
public record Print(Edition edition, List<Edition> editions, String page, PrintingBrowser browser, Path folder)
        implements Packaging {
    private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"#([^\"]+)\"");

    /** The first shows about where all is, the second with numbers as wide as they will be. */
    private static final int DRAFTS = 2;

    /** The first is as a rule right; a number that has got wider or narrower may move a line once more. */
    private static final int MOST_PRINTS = 3;

    @Override
    public void write(Publication publication, Workers workers, OutputStream out) throws IOException {
        out.write(page.isEmpty() ? whole(publication, workers) : one(publication));
    }

    private byte[] one(Publication publication) throws IOException {
        for (Map.Entry<String, byte[]> file : publication.files().entrySet()) {
            if (file.getKey().equals(page) || !file.getKey().endsWith(".html")) {
                Path target = folder.resolve("site").resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
        }
        return browser.print(folder.resolve("site").resolve(page), folder);
    }

    private byte[] whole(Publication publication, Workers workers) throws IOException {
        Path file = folder.resolve("whole.html");
        try (OutputStream to = Files.newOutputStream(file)) {
            new SingleFile(edition, editions).write(publication, workers, to);
        }
        String text = Files.readString(file);
        Map<String, Integer> places = Map.of();
        for (int draft = 0; draft < DRAFTS; draft++) {
            Files.writeString(file, numbered(text, places));
            places = PdfPlaces.of(browser.draft(file, folder));
        }
        for (int print = 1; ; print++) {
            Files.writeString(file, numbered(text, places));
            byte[] pdf = browser.print(file, folder);
            Map<String, Integer> now = PdfPlaces.of(pdf);
            if (now.equals(places) || print == MOST_PRINTS) {
                return pdf;
            }
            places = now;
        }
    }

    /** With the page of each link's end in an attribute; until it is known, with as much room. */
    static String numbered(String page, Map<String, Integer> places) {
        Matcher link = LINK.matcher(page);
        StringBuilder out = new StringBuilder(page.length() + page.length() / 10);
        while (link.find()) {
            Integer number = places.get(Url.decoded(link.group(1)));
            String shown = number != null ? number.toString() : places.isEmpty() ? "000" : "";
            link.appendReplacement(
                    out,
                    Matcher.quoteReplacement(
                            shown.isEmpty() ? link.group() : link.group() + " data-page=\"" + shown + "\""));
        }
        return link.appendTail(out).toString();
    }
}
