package org.practiceplaybook.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Addresses;

/** What programs read: feeds, sitemap, robots, web manifest. */
final class MachinePages implements PageKind {
    private static final String MANIFEST = "manifest.webmanifest";
    private static final int FEED_ENTRIES = 50;
    /** The sitemap protocol allows no more in one file. */
    private static final int SITEMAP_ENTRIES = 50_000;

    /** An Atom feed (RFC 4287). */
    record FeedView(Frame frame, String title, String self, String page, String updated, List<FeedEntryView> entries)
            implements PageView {}

    /** An entry of it. Dates are RFC 3339. */
    record FeedEntryView(
            String address, String title, String summary, String published, String updated, List<String> authors) {}

    /** A sitemap. */
    record SitemapView(Frame frame, List<SitemapEntryView> pages) implements PageView {}

    /** A page of it; the day of its last change is empty where it is not known. */
    record SitemapEntryView(String address, String changed) {}

    /** What a phone needs to keep the site among its programs. */
    record ManifestView(Frame frame) implements PageView {}

    /** The file that tells robots where the sitemap is. */
    record RobotsView(Frame frame, String sitemap) implements PageView {}

    @Override
    public void addTo(Site site, Consumer<Sheet> sheets) {
        String sitemap = "sitemap.xml";
        sheets.accept(site.sheet(MANIFEST, "manifest", () -> new ManifestView(frame(site, MANIFEST))));
        sheets.accept(site.sheet(
                "robots.txt", "robots", () -> new RobotsView(frame(site, "robots.txt"), site.address(sitemap))));
        if (site.settings().address().isEmpty()) {
            return;
        }
        sheets.accept(site.sheet(sitemap, "sitemap", () -> new SitemapView(frame(site, sitemap), sitemap(site))));
        sheets.accept(site.sheet(
                Addresses.FEED_PRACTICES,
                "feed",
                () -> feed(
                        site,
                        Addresses.FEED_PRACTICES,
                        Addresses.PRACTICES,
                        "feed.practices",
                        site.listed(List.copyOf(site.library().practices().values())))));
        sheets.accept(site.sheet(
                Addresses.FEED_ATTEMPTS,
                "feed",
                () -> feed(
                        site,
                        Addresses.FEED_ATTEMPTS,
                        Addresses.LOG,
                        "feed.attempts",
                        List.copyOf(site.library().attempts().values()))));
    }

    private static Frame frame(Site site, String path) {
        return site.frame(path, "", "", "machine", "");
    }

    private static FeedView feed(Site site, String path, String page, String words, List<? extends Entry> entries) {
        List<? extends Entry> newest = entries.stream()
                .filter(entry -> site.library().changed(entry).isPresent())
                .sorted(Comparator.comparing(
                                (Entry entry) -> site.library().changed(entry).get())
                        .reversed()
                        .thenComparing(Entry::slug))
                .limit(FEED_ENTRIES)
                .toList();
        String updated = newest.stream()
                .findFirst()
                .flatMap(entry -> site.library().changed(entry))
                .or(() -> site.library().asOf())
                .map(MachinePages::time)
                .orElse("1970-01-01T00:00:00Z");
        return new FeedView(
                frame(site, path),
                site.words().get(words, site.settings().name()),
                site.address(path),
                site.address(page),
                updated,
                newest.stream().map(entry -> feedEntry(site, entry)).toList());
    }

    private static FeedEntryView feedEntry(Site site, Entry entry) {
        LocalDate changed = site.library().changed(entry).get();
        LocalDate created = site.library()
                .history()
                .of(entry.file().path())
                .map(History.FileHistory::created)
                .orElse(changed);
        List<String> authors = entry instanceof Practice practice
                        && !CiteView.authors(practice).isEmpty()
                ? CiteView.authors(practice)
                : entry instanceof Attempt attempt && !attempt.isAnonymous()
                        ? List.of(attempt.sharedBy())
                        : List.of(site.settings().name());
        return new FeedEntryView(
                site.address(Addresses.of(entry)),
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

    private static List<SitemapEntryView> sitemap(Site site) {
        Map<String, LocalDate> changed = new HashMap<>();
        Stream.of(
                        site.library().practices().values().stream(),
                        site.library().attempts().values().stream(),
                        site.library().pathways().values().stream(),
                        site.library().allPages().stream())
                .flatMap(entries -> entries)
                .forEach(
                        entry -> site.library().changed(entry).ifPresent(day -> changed.put(Addresses.of(entry), day)));
        List<SitemapEntryView> pages = new ArrayList<>();
        for (Sheet sheet : site.readers()) {
            if (pages.size() < SITEMAP_ENTRIES) {
                String day = Optional.ofNullable(changed.get(sheet.path()))
                        .map(LocalDate::toString)
                        .orElse("");
                pages.add(new SitemapEntryView(site.address(sheet.path()), day));
            }
        }
        return pages;
    }
}
