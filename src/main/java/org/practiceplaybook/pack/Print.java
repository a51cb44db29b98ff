package org.practiceplaybook.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.publish.Packaging;
import org.practiceplaybook.publish.Publication;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Workers;

/**
 * A PDF by a browser: of one page, or of the whole playbook with the numbers of pages in its contents and at its links.
 * No browser says these numbers while it prints, so drafts say them first, and it prints until those that stand on paper are
 * right.
 *
 * @param editions all of the site's
 * @param page the path of a page, or empty for the whole playbook
 * @param folder an empty one for what is in between
 */
public record Print(
        Edition edition, List<Edition> editions, String page, Sheet sheet, PrintingBrowser browser, Path folder)
        implements Packaging {
    /** The paper, which a browser without a window takes for American wherever it is. */
    public enum Sheet {
        A4,
        LETTER;

        /** As a style sheet asks for it. */
        String style() {
            return "\n@page { size: " + name().toLowerCase(Locale.ROOT) + "; }\n";
        }
    }

    /** Fewer parts are drafted sooner than a second browser starts. */
    private static final int LEAST_PARTS = 60;

    /** The first is as a rule right; a number that has got wider or narrower may move a line once more. */
    private static final int MOST_PRINTS = 3;

    @Override
    public void write(Publication publication, Workers workers, OutputStream out) throws IOException {
        out.write(page.isEmpty() ? whole(publication, workers) : one(publication));
    }

    private byte[] one(Publication publication) throws IOException {
        String styles = edition.theme().assets().path("site.css");
        for (Map.Entry<String, byte[]> file : publication.files().entrySet()) {
            if (file.getKey().equals(page) || !file.getKey().endsWith(".html")) {
                Path target = folder.resolve("site").resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
                if (file.getKey().equals(styles)) {
                    Files.writeString(target, sheet.style(), StandardOpenOption.APPEND);
                }
            }
        }
        return browser.print(folder.resolve("site").resolve(page), folder);
    }

    private byte[] whole(Publication publication, Workers workers) throws IOException {
        Paper paper = new SingleFile(edition, editions).paper(publication, workers, sheet.style());
        Path file = folder.resolve("whole.html");
        Map<String, Integer> places = places(paper, workers);
        for (int print = 1; ; print++) {
            Files.writeString(file, Paper.numbered(paper.text(), places));
            byte[] pdf = browser.print(file, folder);
            Map<String, Integer> now = PdfPlaces.of(pdf);
            if (now.equals(places) || print == MOST_PRINTS) {
                return pdf;
            }
            places = now;
        }
    }

    private Map<String, Integer> places(Paper paper, Workers workers) {
        List<Paper.Draft> drafts =
                paper.drafts(Math.min(workers.threads(), paper.parts().size() / LEAST_PARTS + 1));
        return Paper.places(drafts, workers.map(drafts, draft -> {
            Path own = folder.resolve("draft-" + drafts.indexOf(draft));
            try {
                Path file = Files.createDirectories(own).resolve("draft.html");
                Files.writeString(file, draft.text());
                return PdfPlaces.of(browser.draft(file, own));
            } catch (IOException e) {
                throw MachineRefused.because("write what is printed", e);
            }
        }));
    }
}
