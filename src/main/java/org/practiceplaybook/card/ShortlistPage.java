package org.practiceplaybook.card;

import java.util.function.Consumer;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Frame;
import org.practiceplaybook.page.PageView;
import org.practiceplaybook.page.RepositoryHost;
import org.practiceplaybook.page.RunPages;
import org.practiceplaybook.page.SiteFile;

/** What a reader keeps, in order: a pathway of one's own. A script makes the list, for only the browser knows it. */
final class ShortlistPage {
    private ShortlistPage() {}

    /**
     * The page.
     *
     * @param scripts in how many scripts the facts of practices are
     * @param run path of the run of all of it
     * @param cards path of the deck of practices
     * @param practices path of the list of practices
     * @param host the name of the repository's host, or empty
     * @param add the page of the host on which a pathway is added, up to its name; or empty
     * @param text what is put in behind the name, before the text
     * @param email where contributions can be sent to, or empty
     * @param longestTitle how many characters the title of a pathway may have
     * @param longestSummary how many its summary may have
     */
    record View(
            Frame frame,
            int scripts,
            String run,
            String cards,
            String practices,
            String host,
            String add,
            String text,
            String email,
            int longestTitle,
            int longestSummary)
            implements PageView {}

    static void addTo(Edition edition, int practices, Consumer<SiteFile> sheets) {
        sheets.accept(edition.sheet(edition.addresses().shortlist(), "shortlist", () -> view(edition, practices))
                .tool());
        sheets.accept(RunPages.own(edition, CardScripts.count(practices), CardScripts.runs(practices)));
    }

    private static View view(Edition edition, int practices) {
        Frame frame = edition.frameBelowHome(edition.addresses().shortlist(), "shortlist", "shortlist", "practices");
        return new View(
                frame,
                CardScripts.count(practices),
                edition.addresses().shortlistRun(),
                edition.addresses().cards(),
                edition.addresses().practices(),
                RepositoryHost.of(edition).map(RepositoryHost::title).orElse(""),
                RepositoryHost.of(edition)
                        .map(host -> host.newAddress("pathways"))
                        .orElse(""),
                RepositoryHost.of(edition).map(RepositoryHost::textParameter).orElse(""),
                edition.settings().email(),
                Fields.TITLE.longest(),
                Fields.SUMMARY.longest());
    }
}
