package org.practiceplaybook.page;

import java.util.List;
import java.util.function.Consumer;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.library.Evidence;

/** The learning log: all attempts. */
final class LogPages implements Output {
    /**
     * The log.
     *
     * @param summary how many went how, in a sentence
     * @param help the page that says how to log one, or empty
     */
    record View(Frame frame, int total, String summary, List<Cards.AttemptCard> attempts, String help, Paging paging)
            implements PageView {}

    @Override
    public void addTo(Edition site, Consumer<SiteFile> sheets) {
        if (!site.has(site.addresses().log())) {
            return;
        }
        List<Attempt> all = List.copyOf(site.library().attempts().values());
        for (Paging.Slice<Attempt> slice : Paging.slices(site.addresses().log(), all, Paging.CARDS)) {
            sheets.accept(site.sheet(slice.path(), "log", () -> view(site, all, slice)));
        }
    }

    private static View view(Edition site, List<Attempt> all, Paging.Slice<Attempt> slice) {
        Frame frame = site.frame(
                        slice.path(),
                        site.words().get("log.title"),
                        site.words().get("log.description"),
                        "log",
                        "attempts")
                .withCrumbs(site.link(site.addresses().home(), "home.crumb"));
        return new View(
                frame,
                all.size(),
                all.isEmpty() ? "" : site.cards().summary(Evidence.of(all)),
                site.cards().ofAttempts(slice.items()),
                HelpPages.attempt(site),
                slice.paging());
    }
}
