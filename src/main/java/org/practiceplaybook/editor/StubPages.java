package org.practiceplaybook.editor;

import java.util.List;
import java.util.function.Consumer;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.page.Cards;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Frame;
import org.practiceplaybook.page.HelpPages;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.PageView;
import org.practiceplaybook.page.Paging;
import org.practiceplaybook.page.SiteFile;

/** Practices of which only title and summary are written: invitations to write the rest. */
public final class StubPages implements Output {
    /**
     * The stubs.
     *
     * @param untried practices that nobody has logged a try of
     * @param help the page that says how to write one, or empty
     */
    record View(
            Frame frame,
            List<StubView> stubs,
            List<Cards.PracticeCard> untried,
            String help,
            String helpAttempt,
            Paging paging)
            implements PageView {}

    /** A stub and where to write it. */
    record StubView(Cards.PracticeCard practice, String edit, String suggest) {}

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        if (!edition.has(edition.addresses().stubs())) {
            return;
        }
        List<Practice> live =
                edition.listed(List.copyOf(edition.library().practices().values()));
        List<Practice> stubs = live.stream().filter(Practice::isStub).toList();
        List<Practice> untried = live.stream()
                .filter(practice -> !practice.isStub())
                .filter(practice -> edition.library().attemptsAt(practice).isEmpty())
                .limit(Paging.ROWS)
                .toList();
        for (Paging.Slice<Practice> slice : Paging.slices(edition.addresses().stubs(), stubs, Paging.CARDS)) {
            sheets.accept(edition.sheet(slice.path(), "stubs", () -> view(edition, slice, untried))
                    .tool());
        }
    }

    private static View view(Edition edition, Paging.Slice<Practice> slice, List<Practice> untried) {
        Frame frame = edition.frameBelowHome(slice.path(), "stubs", "list", "practices");
        return new View(
                frame,
                slice.items().stream()
                        .map(practice -> new StubView(
                                edition.cards().of(practice),
                                edition.editAddress(practice),
                                edition.addresses().suggest(practice.file().path())))
                        .toList(),
                slice.paging().number() == 1 ? edition.cards().ofPractices(untried) : List.of(),
                HelpPages.practice(edition),
                HelpPages.attempt(edition),
                slice.paging());
    }
}
