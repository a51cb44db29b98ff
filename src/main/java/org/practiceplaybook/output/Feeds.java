package org.practiceplaybook.output;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.TextReader;
import org.practiceplaybook.history.History;
import org.practiceplaybook.page.CiteView;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Frame;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.PageView;
import org.practiceplaybook.page.SiteFile;

/** What is new, for feed readers: an Atom feed (RFC 4287) of practices and one of attempts. */
final class Feeds implements Output {
    private static final int ENTRIES = 50;

    /** A feed. */
    record FeedView(Frame frame, String title, String self, String page, String updated, List<FeedEntryView> entries)
            implements PageView {}

    /**
     * An entry of it. Dates are RFC 3339.
     *
     * @param id the address that it had first
     */
    record FeedEntryView(
            String id,
            String address,
            String title,
            String summary,
            String published,
            String updated,
            List<String> authors) {}

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        if (edition.settings().address().isEmpty()
                || !edition.has(edition.addresses().practices())) {
            return;
        }
        add(
                edition,
                sheets,
                edition.addresses().practicesFeed(),
                edition.addresses().practices(),
                "feed.practices",
                edition.listed(List.copyOf(edition.library().practices().values())));
        add(
                edition,
                sheets,
                edition.addresses().attemptsFeed(),
                edition.addresses().log(),
                "feed.attempts",
                List.copyOf(edition.library().attempts().values()));
    }

    private static void add(
            Edition edition,
            Consumer<SiteFile> sheets,
            String path,
            String page,
            String words,
            List<? extends Entry> entries) {
        sheets.accept(edition.unlisted(path, "feed", () -> feed(edition, path, page, words, entries)));
    }

    private static FeedView feed(
            Edition edition, String path, String page, String words, List<? extends Entry> entries) {
        List<? extends Entry> newest = entries.stream()
                // what is not translated is news in the original's feed
                .filter(entry -> !edition.library().tongues().isForeign(entry.file()))
                .filter(entry -> edition.library().changed(entry).isPresent())
                .sorted(Comparator.comparing((Entry entry) ->
                                edition.library().changed(entry).get())
                        .reversed()
                        .thenComparing(Entry::slug))
                .limit(ENTRIES)
                .toList();
        Map<String, String> ids = firstSlugs(edition, entries);
        String updated = newest.stream()
                .findFirst()
                .flatMap(entry -> edition.library().changed(entry))
                .or(() -> edition.library().asOf())
                .map(Feeds::time)
                .orElse("1970-01-01T00:00:00Z");
        return new FeedView(
                edition.machineFrame(path),
                edition.words().get(words, edition.settings().name()),
                edition.address(path),
                edition.address(page),
                updated,
                newest.stream()
                        .map(entry -> feedEntry(edition, entry, ids.getOrDefault(entry.slug(), entry.slug())))
                        .toList());
    }

    /**
     * The short names that entries were first known by to feed readers, which would take a renamed one for new otherwise. A
     * name that another entry has by now is its own.
     */
    private static Map<String, String> firstSlugs(Edition edition, List<? extends Entry> entries) {
        Set<String> taken = new HashSet<>();
        entries.forEach(entry -> taken.add(entry.slug()));
        Map<String, String> first = new HashMap<>();
        for (Entry entry : entries) {
            String path = entry.file().path();
            edition.library()
                    .history()
                    .of(path)
                    .map(History.FileHistory::firstPath)
                    .map(old -> path.substring(0, path.indexOf('/') + 1) + old.substring(old.lastIndexOf('/') + 1))
                    .map(TextReader::slug)
                    .filter(slug -> !slug.isEmpty() && taken.add(slug))
                    .ifPresent(slug -> first.put(entry.slug(), slug));
        }
        return first;
    }

    private static FeedEntryView feedEntry(Edition edition, Entry entry, String firstSlug) {
        LocalDate changed = edition.library().changed(entry).get();
        LocalDate created = edition.library()
                .history()
                .of(entry.file().path())
                .map(History.FileHistory::created)
                .orElse(changed);
        List<String> authors = entry instanceof Practice practice
                        && !CiteView.authors(practice).isEmpty()
                ? CiteView.authors(practice)
                : List.of(edition.library()
                        .sharer(entry)
                        .orElse(edition.settings().name()));
        return new FeedEntryView(
                edition.address(
                        entry instanceof Practice
                                ? edition.addresses().practice(firstSlug)
                                : edition.addresses().attempt(firstSlug)),
                edition.address(edition.addresses().of(entry)),
                entry.title().value(),
                entry.summary().value(),
                time(created),
                time(changed),
                authors);
    }

    /** Git's days are in UTC. */
    private static String time(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
