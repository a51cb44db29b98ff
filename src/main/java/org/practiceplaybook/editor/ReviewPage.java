package org.practiceplaybook.editor;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.page.Cards;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Frame;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.PageView;
import org.practiceplaybook.page.Paging;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.text.DateText;

/**
 * Practices by the day on which they should be looked at again. What is due is told by the newest date that the playbook
 * knows, so that the page is the same whenever it is built; a script tells by the reader's own day.
 */
public final class ReviewPage implements Output {
    /** The practices. */
    record View(
            Frame frame,
            String asOf,
            int months,
            List<DueView> due,
            List<DueView> later,
            List<Cards.PracticeCard> never,
            Paging paging)
            implements PageView {}

    /**
     * A practice to look at again.
     *
     * @param date ISO 8601
     * @param text the month in words
     */
    record DueView(Cards.PracticeCard practice, String date, String text, String reviewed) {}

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        if (!edition.has(edition.addresses().review())) {
            return;
        }
        for (Paging.Slice<Practice> slice :
                Paging.slices(edition.addresses().review(), inOrder(edition), Paging.ROWS)) {
            sheets.accept(edition.sheet(slice.path(), "review", () -> view(edition, slice))
                    .tool());
        }
    }

    /** Those that are due first, then those that will be, then those without a date. */
    private static List<Practice> inOrder(Edition edition) {
        return edition.listed(List.copyOf(edition.library().practices().values())).stream()
                .filter(practice -> !practice.isStub())
                .sorted(Comparator.comparing((Practice practice) ->
                                edition.library().reviewDue(practice).orElse(LocalDate.MAX))
                        .thenComparing(Practice::slug))
                .toList();
    }

    private static View view(Edition edition, Paging.Slice<Practice> slice) {
        Frame frame = edition.frameBelowHome(slice.path(), "review", "list", "practices");
        return new View(
                frame,
                edition.library()
                        .asOf()
                        .map(day -> DateText.month(day, edition.words()))
                        .orElse(""),
                edition.settings().reviewAfterMonths(),
                views(edition, slice.items(), true),
                views(edition, slice.items(), false),
                edition.cards()
                        .ofPractices(slice.items().stream()
                                .filter(practice -> practice.reviewed().isEmpty())
                                .toList()),
                slice.paging());
    }

    private static List<DueView> views(Edition edition, List<Practice> practices, boolean due) {
        return practices.stream()
                .filter(practice -> practice.reviewed().isPresent())
                .filter(practice -> edition.library().isDue(practice) == due)
                .map(practice -> new DueView(
                        edition.cards().of(practice),
                        edition.library().reviewDue(practice).orElseThrow().toString(),
                        DateText.month(edition.library().reviewDue(practice).orElseThrow(), edition.words()),
                        DateText.text(practice.reviewed().orElseThrow(), edition.words())))
                .toList();
    }
}
