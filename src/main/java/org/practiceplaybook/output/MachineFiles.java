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
        Edition site = editions.get(0);
        String notFound = site.addresses().notFound();
        String template = site.settings().address().isPresent() ? "404" : "404-anywhere";
        sheets.accept(site.unlisted(notFound, template, () -> notFound(site, notFound))
                .served());
        sheets.accept(
                site.unlisted(ROBOTS, "robots", () -> new RobotsView(site.machineFrame(ROBOTS), site.address(SITEMAP)))
                        .served());
        if (site.settings().address().isPresent()) {
            sheets.accept(site.unlisted(
                            SITEMAP,
                            "sitemap",
                            () -> new SitemapView(site.machineFrame(SITEMAP), sitemap(editions, pages)))
                    .served());
        }
    }

    private static NotFoundView notFound(Edition site, String path) {
        String title = site.words().get("notFound.title");
        return new NotFoundView(site.settings()
                .address()
                .map(address -> site.frameOutside(address.getRawPath(), title, "", "not-found"))
                .orElseGet(() -> site.frame(path, title, "", "not-found", "").notIndexed()));
    }

    private static List<SitemapEntryView> sitemap(List<Edition> editions, List<SiteFile> pages) {
        Map<String, LocalDate> changed = new HashMap<>();
        for (Edition site : editions) {
            Stream.of(
                            site.library().practices().values().stream(),
                            site.library().attempts().values().stream(),
                            site.library().pathways().values().stream(),
                            site.library().allPages().stream())
                    .flatMap(entries -> entries)
                    .forEach(entry -> site.library().changed(entry).ifPresent(day -> {
                        String path = site.addresses().of(entry);
                        changed.put(site.addresses().inSite(path), day);
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
