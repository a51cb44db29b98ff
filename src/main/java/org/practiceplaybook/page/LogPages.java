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
        Frame frame = site.frameBelowHome(slice.path(), "log", "log", "attempts");
        return new View(
                frame,
                all.size(),
                all.isEmpty() ? "" : site.cards().summary(Evidence.of(all)),
                ways(site, all),
                years(site, slice.items()),
                HelpPages.attempt(site),
                slice.paging());
    }

    private static List<YearView> years(Edition site, List<Attempt> attempts) {
        List<YearView> years = new ArrayList<>();
        for (Attempt attempt : attempts) {
            String year =
                    attempt.when().map(when -> String.valueOf(when.year())).orElse("");
            if (years.isEmpty() || !years.get(years.size() - 1).year().equals(year)) {
                years.add(new YearView(year, new ArrayList<>()));
            }
            years.get(years.size() - 1).entries().add(entry(site, attempt));
        }
        return years;
    }

    private static EntryView entry(Edition site, Attempt attempt) {
        List<Attempt> thread = site.library().threads().getOrDefault(attempt.slug(), List.of());
        int at = thread.indexOf(attempt);
        return new EntryView(
                site.cards().of(attempt),
                at < 0 ? "" : site.words().get("attempt.position", at + 1, thread.size()),
                at < 1 ? Optional.empty() : Optional.of(site.link(thread.get(at - 1))));
    }

    private static List<WaysView> ways(Edition site, List<Attempt> all) {
        List<LinkView> results = Stream.of(Outcome.values())
                .filter(outcome ->
                        all.stream().anyMatch(attempt -> attempt.outcome().equals(Optional.of(outcome))))
                .map(outcome -> found(
                        site,
                        SearchDocuments.RESULT,
                        outcome.key(),
                        site.words().get("result." + outcome.key())))
                .toList();
        List<LinkView> roles = site.library().terms(Taxonomy.ROLES).stream()
                .filter(role -> site.library().attemptsOfTerm().containsKey(role.key()))
                .map(role -> found(site, SearchDocuments.facet(Taxonomy.ROLES), role.slug(), role.name()))
                .toList();
        List<LinkView> practices = site.library().practices().values().stream()
                .filter(practice -> !site.library().attemptsAt(practice).isEmpty())
                .map(practice -> attemptsAt(site, practice))
                .toList();
        return Stream.of(
                        new WaysView(site.words().get("result.label"), results),
                        new WaysView(site.words().get("attempt.roles"), roles),
                        new WaysView(site.words().get("attempt.practices"), practices))
                .filter(ways -> ways.links().size() > 1)
                .toList();
    }

    private static LinkView found(Edition site, String facet, String value, String text) {
        return new LinkView(
                Addresses.url(site.addresses().search()) + "?" + SearchDocuments.TYPE + "=attempt&" + facet + "="
                        + Addresses.url(value),
                text);
    }

    private static LinkView attemptsAt(Edition site, Practice practice) {
        LinkView link = site.link(practice);
        return new LinkView(link.path() + "#page.attempts", link.text());
    }
}
