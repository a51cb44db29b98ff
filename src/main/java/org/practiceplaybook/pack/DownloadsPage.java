package org.practiceplaybook.pack;

import java.util.List;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Frame;
import org.practiceplaybook.page.PageView;

/** The page of what readers can take with them. */
final class DownloadsPage {
    private static final long KILO = 1000;
    private static final long MEGA = KILO * KILO;

    private DownloadsPage() {}

    /**
     * The page.
     *
     * @param imprint edition, date and mark, in words
     * @param items what can be taken; none in a copy that was taken
     */
    record View(Frame frame, String imprint, List<ItemView> items) implements PageView {}

    /**
     * A file to take.
     *
     * @param kind {@code zip}, {@code html} or {@code epub}
     * @param file its name
     * @param path from the edition's root
     * @param size in words
     */
    record ItemView(String kind, String file, String path, String size) {}

    static byte[] bytes(Edition edition, List<ItemView> items) {
        Frame frame = edition.frameBelowHome(edition.addresses().downloads(), "downloads", "downloads", "pages");
        return edition.render("downloads", frame, new View(frame, edition.imprintLine(), items));
    }

    static ItemView item(Edition edition, Download download, long bytes) {
        return new ItemView(
                download.kind().key(),
                download.file(),
                Addresses.url(edition.addresses().downloadsFolder() + download.file()),
                size(edition, bytes));
    }

    private static String size(Edition edition, long bytes) {
        if (bytes < MEGA) {
            return edition.words().get("downloads.kb", Math.max(1, Math.round((double) bytes / KILO)));
        }
        long tenths = Math.round(10.0 * bytes / MEGA);
        return edition.words().get("downloads.mb", tenths / 10, tenths % 10);
    }
}
