package org.practiceplaybook.output;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Frame;
import org.practiceplaybook.page.PageView;
import org.practiceplaybook.page.SiteFile;

/** What programs read of the site as a whole: sitemap, robots; and the page for addresses that are not there. */
final class MachineFiles implements SiteOutput {
    private static final String ROBOTS = "robots.txt";
    private static final String SITEMAP = "sitemap.xml";
    /** The sitemap protocol allows no more in one file. */
    private static final int SITEMAP_ENTRIES = 50_000;

    /** A sitemap. */
    record SitemapView(Frame frame, List<SitemapEntryView> pages) implements PageView {}

    /** A page of it; the day of its last change is empty where it is not known. */
    record SitemapEntryView(String address, String changed) {}

    /** The file that tells robots where the sitemap is. */
    record RobotsView(Frame frame, String sitemap) implements PageView {}

    /**
     * The page that a host shows for an address that is not there, at any depth: where the playbook knows its address, links
     * begin at the host's root.
     */
    record NotFoundView(Frame frame) implements PageView {}

    @Override
    public void addTo(List<Edition> editions, List<SiteFile> pages, Consumer<SiteFile> sheets) {
        Edition edition = editions.get(0);
        String notFound = edition.addresses().notFound();
        String template = edition.settings().address().isPresent() ? "404" : "404-anywhere";
        sheets.accept(edition.unlisted(notFound, template, () -> notFound(edition, notFound))
                .served());
        sheets.accept(edition.unlisted(
                        ROBOTS, "robots", () -> new RobotsView(edition.machineFrame(ROBOTS), edition.address(SITEMAP)))
                .served());
        if (edition.settings().address().isPresent()) {
            sheets.accept(edition.unlisted(
                            SITEMAP,
                            "sitemap",
                            () -> new SitemapView(edition.machineFrame(SITEMAP), sitemap(editions, pages)))
                    .served());
        }
    }

    private static NotFoundView notFound(Edition edition, String path) {
        String title = edition.words().get("notFound.title");
        return new NotFoundView(edition.settings()
                .address()
                .map(address -> edition.frameOutside(address.getRawPath(), title, "", "not-found"))
                .orElseGet(() -> edition.frame(path, title, "", "not-found", "").notIndexed()));
    }

    private static List<SitemapEntryView> sitemap(List<Edition> editions, List<SiteFile> pages) {
        Map<String, LocalDate> changed = new HashMap<>();
        for (Edition edition : editions) {
            Stream.of(
                            edition.library().practices().values().stream(),
                            edition.library().attempts().values().stream(),
                            edition.library().pathways().values().stream(),
                            edition.library().allPages().stream())
                    .flatMap(entries -> entries)
                    .forEach(entry -> edition.library().changed(entry).ifPresent(day -> {
                        String path = edition.addresses().of(entry);
                        changed.put(edition.addresses().inSite(path), day);
                    }));
        }
        return pages.stream()
                .filter(SiteFile::isListed)
                .limit(SITEMAP_ENTRIES)
                .map(page -> new SitemapEntryView(
                        editions.get(0).address(page.path()),
                        Optional.ofNullable(changed.get(page.path()))
                                .map(LocalDate::toString)
                                .orElse("")))
                .toList();
    }
}
