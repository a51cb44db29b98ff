package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.value.Outcome;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Evidence;

/** The learning log: all attempts, the newest first. */
final class LogPages implements Output {
    /**
     * The log.
     *
     * @param summary how many went how, in a sentence
     * @param ways to some of them: by how they went, who took part, what was tried
     * @param help the page that says how to log one, or empty
     */
    record View(
            Frame frame,
            int total,
            String summary,
            List<WaysView> ways,
            List<YearView> years,
            String help,
            Paging paging)
            implements PageView {}

    /** Links that lead to some of the attempts. */
    record WaysView(String title, List<LinkView> links) {}

    /** The attempts of a year; the year is empty where nobody said when. */
    record YearView(String year, List<EntryView> entries) {}

    /**
     * An attempt of the log.
     *
     * @param position in its thread, in words, or empty
     * @param follows the attempt before it
     */
    record EntryView(Cards.AttemptCard card, String position, Optional<LinkView> follows) {}

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        if (!edition.has(edition.addresses().log())) {
            return;
        }
        List<Attempt> all = List.copyOf(edition.library().attempts().values());
        for (Paging.Slice<Attempt> slice : Paging.slices(edition.addresses().log(), all, Paging.CARDS)) {
            sheets.accept(edition.sheet(slice.path(), "log", () -> view(edition, all, slice)));
        }
    }

    private static View view(Edition edition, List<Attempt> all, Paging.Slice<Attempt> slice) {
        Frame frame = edition.frameBelowHome(slice.path(), "log", "log", "attempts");
        return new View(
                frame,
                all.size(),
                all.isEmpty() ? "" : edition.cards().summary(Evidence.of(all)),
                ways(edition, all),
                years(edition, slice.items()),
                HelpPages.attempt(edition),
                slice.paging());
    }

    private static List<YearView> years(Edition edition, List<Attempt> attempts) {
        List<YearView> years = new ArrayList<>();
        for (Attempt attempt : attempts) {
            String year =
                    attempt.when().map(when -> String.valueOf(when.year())).orElse("");
            if (years.isEmpty() || !years.get(years.size() - 1).year().equals(year)) {
                years.add(new YearView(year, new ArrayList<>()));
            }
            years.get(years.size() - 1).entries().add(entry(edition, attempt));
        }
        return years;
    }

    private static EntryView entry(Edition edition, Attempt attempt) {
        List<Attempt> thread = edition.library().threads().getOrDefault(attempt.slug(), List.of());
        int at = thread.indexOf(attempt);
        return new EntryView(
                edition.cards().of(attempt),
                at < 0 ? "" : edition.words().get("attempt.position", at + 1, thread.size()),
                at < 1 ? Optional.empty() : Optional.of(edition.link(thread.get(at - 1))));
    }

    private static List<WaysView> ways(Edition edition, List<Attempt> all) {
        List<LinkView> results = Stream.of(Outcome.values())
                .filter(outcome ->
                        all.stream().anyMatch(attempt -> attempt.outcome().equals(Optional.of(outcome))))
                .map(outcome -> found(
                        edition,
                        SearchDocuments.RESULT,
                        outcome.key(),
                        edition.words().get("result." + outcome.key())))
                .toList();
        List<LinkView> roles = edition.library().terms(Taxonomy.ROLES).stream()
                .filter(role -> edition.library().attemptsOfTerm().containsKey(role.key()))
                .map(role -> found(edition, SearchDocuments.facet(Taxonomy.ROLES), role.slug(), role.name()))
                .toList();
        List<LinkView> practices = edition.library().practices().values().stream()
                .filter(practice -> !edition.library().attemptsAt(practice).isEmpty())
                .map(practice -> attemptsAt(edition, practice))
                .toList();
        return Stream.of(
                        new WaysView(edition.words().get("result.label"), results),
                        new WaysView(edition.words().get("attempt.roles"), roles),
                        new WaysView(edition.words().get("attempt.practices"), practices))
                .filter(ways -> ways.links().size() > 1)
                .toList();
    }

    private static LinkView found(Edition edition, String facet, String value, String text) {
        return new LinkView(
                Addresses.url(edition.addresses().search()) + "?" + SearchDocuments.TYPE + "=attempt&" + facet + "="
                        + Addresses.url(value),
                text);
    }

    private static LinkView attemptsAt(Edition edition, Practice practice) {
        LinkView link = edition.link(practice);
        return new LinkView(link.path() + "#page.attempts", link.text());
    }
}
