package org.practiceplaybook.page;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.practiceplaybook.content.Practice;

/**
 * Practices by the day on which they should be looked at again. What is due is told by the newest date that the playbook
 * knows, so that the page is the same whenever it is built; a script tells by the reader's own day.
 */
final class ReviewPage implements Output {
    /** The practices. */
    record View(
            Frame frame,
            String asOf,
            int months,
            List<DueView> due,
            List<DueView> later,
            List<Cards.PracticeCard> never)
            implements PageView {}

    /**
     * A practice to look at again.
     *
     * @param date ISO 8601
     * @param text the month in words
     */
    record DueView(Cards.PracticeCard practice, String date, String text, String reviewed) {}

    @Override
    public void addTo(Edition site, Consumer<SiteFile> sheets) {
        if (site.has(site.addresses().review())) {
            sheets.accept(site.sheet(site.addresses().review(), "review", () -> view(site)));
        }
    }

    private static View view(Edition site) {
        List<Practice> live = site.listed(List.copyOf(site.library().practices().values())).stream()
                .filter(practice -> !practice.isStub())
                .toList();
        List<Practice> dated = live.stream()
                .filter(practice -> practice.reviewed().isPresent())
                .sorted(Comparator.comparing((Practice practice) ->
                                site.library().reviewDue(practice).orElseThrow())
                        .thenComparing(Practice::slug))
                .toList();
        Frame frame = site.frame(
                        site.addresses().review(),
                        site.words().get("review.title"),
                        site.words().get("review.description"),
                        "list",
                        "practices")
                .withCrumbs(site.link(site.addresses().home(), "home.crumb"));
        return new View(
                frame,
                site.library()
                        .asOf()
                        .map(day -> DateText.month(day, site.words()))
                        .orElse(""),
                site.settings().reviewAfterMonths(),
                views(site, dated, true),
                views(site, dated, false),
                site.cards()
                        .ofPractices(live.stream()
                                .filter(practice -> practice.reviewed().isEmpty())
                                .limit(Paging.SIZE)
                                .toList()));
    }

    private static List<DueView> views(Edition site, List<Practice> practices, boolean due) {
        return practices.stream()
                .filter(practice -> site.library().isDue(practice) == due)
                .limit(Paging.SIZE)
                .map(practice -> new DueView(
                        site.cards().of(practice),
                        site.library().reviewDue(practice).orElseThrow().toString(),
                        DateText.month(site.library().reviewDue(practice).orElseThrow(), site.words()),
                        DateText.text(practice.reviewed().orElseThrow(), site.words())))
                .toList();
    }
}
