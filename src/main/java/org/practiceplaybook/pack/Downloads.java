package org.practiceplaybook.pack;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.practiceplaybook.content.DownloadKind;
import org.practiceplaybook.content.value.Slug;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.publish.Packaging;
import org.practiceplaybook.publish.Publication;
import org.practiceplaybook.work.Lazy;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Workers;

/** What readers can take with them: a file of each kind, and in each edition the page that offers them. */
public final class Downloads {
    /** Which packaging makes which kind, of all editions of a site where one file holds them all. */
    private static final Map<DownloadKind, Function<List<Edition>, List<Download>>> KINDS = new EnumMap<>(Map.of(
            DownloadKind.ZIP,
            editions -> List.of(download(DownloadKind.ZIP, editions.get(0), new OfflineZip(editions))),
            DownloadKind.HTML,
            editions -> ofEach(editions, DownloadKind.HTML, site -> new SingleFile(site, editions)),
            DownloadKind.EPUB,
            editions -> ofEach(editions, DownloadKind.EPUB, site -> new Epub(site, editions))));

    /** By the time that they take, as measured. */
    private static final List<DownloadKind> DEAREST = List.of(DownloadKind.EPUB, DownloadKind.ZIP, DownloadKind.HTML);

    /** What most mail boxes take. */
    private static final long MOST_FOR_MAIL = 25_000_000;

    private final List<Edition> editions;
    private final List<Download> downloads = new ArrayList<>();

    /** Those that a site's options ask for. */
    public Downloads(List<Edition> editions) {
        this.editions = List.copyOf(editions);
        for (DownloadKind kind : editions.get(0).options().downloads()) {
            downloads.addAll(KINDS.get(kind).apply(this.editions));
        }
    }

    /**
     * The whole site in a zip file.
     *
     * @param whole what {@link #pack} gave: a zip that is there already is not made again
     */
    public Packaging zip(Publication whole) {
        return downloads.stream()
                .filter(download -> download.kind() == DownloadKind.ZIP)
                .findFirst()
                .<Packaging>map(made ->
                        (site, workers, out) -> Files.copy(whole.packed().get(path(made)), out))
                .orElseGet(() -> new OfflineZip(editions));
    }

    /**
     * What is too large for its purpose: one page that no mail box takes, with the pictures that weigh most.
     *
     * @param whole what {@link #pack} gave; its files must still be where it put them
     */
    public List<String> advice(Publication whole) {
        String largest = whole.files().entrySet().stream()
                .filter(file ->
                        SingleFile.isPicture(file.getKey()) && file.getKey().startsWith("files/"))
                .sorted(Comparator.comparingInt((Map.Entry<String, byte[]> file) -> -file.getValue().length))
                .limit(3)
                .map(file ->
                        file.getKey().substring("files/".length()) + " (" + file.getValue().length / 1_000_000 + " MB)")
                .collect(Collectors.joining(", "));
        return downloads.stream()
                .filter(download -> download.kind() == DownloadKind.HTML)
                .filter(download -> whole.packed().get(path(download)).toFile().length() > MOST_FOR_MAIL)
                .map(download -> download.file() + " has "
                        + whole.packed().get(path(download)).toFile().length() / 1_000_000
                        + " MB, more than most mail boxes take; make its largest pictures smaller: " + largest)
                .toList();
    }

    private String path(Download download) {
        return editions.get(0).addresses().downloadsFolder() + download.file();
    }

    /** What files of a playbook are called. */
    static String name(Edition site) {
        String slug = Slug.of(site.settings().name());
        return slug.isEmpty() ? "playbook" : slug;
    }

    private static List<Download> ofEach(
            List<Edition> editions, DownloadKind kind, Function<Edition, Packaging> packaging) {
        return editions.stream()
                .map(site -> download(kind, site, packaging.apply(site)))
                .toList();
    }

    private static Download download(DownloadKind kind, Edition site, Packaging packaging) {
        String language = site.addresses().folder().replace("/", "");
        return new Download(
                kind, name(site) + (language.isEmpty() ? "" : "-" + language) + "." + kind.key(), site, packaging);
    }

    /**
     * Makes every file, and the site with its pages of downloads.
     *
     * @param folder an empty one, for the files
     * @throws org.practiceplaybook.theme.ThemeProblem where something in a file would not work
     */
    public Publication pack(Publication site, Path folder, Workers workers) {
        List<Long> sizes = sizes(workers, download -> {
            Path file = folder.resolve(download.file());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                download.packaging().write(site, workers, out);
            } catch (IOException e) {
                throw MachineRefused.because("write " + download.file(), e);
            }
            return file.toFile().length();
        });
        SortedMap<String, Path> packed = new TreeMap<>();
        downloads.forEach(download -> packed.put(path(download), folder.resolve(download.file())));
        return site.with(pages(sizes), packed);
    }

    /**
     * A site with its downloads, which are made in memory when somebody asks for one of them.
     *
     * @param site without them
     */
    public static SiteFiles served(SiteFiles site, Workers workers) {
        Downloads all = new Downloads(site.editions());
        if (all.downloads.isEmpty()) {
            return site;
        }
        Lazy<Map<String, SiteFile>> made = new Lazy<>(() -> all.sheets(Publication.of(site.all(), workers), workers));
        Map<String, Supplier<Map<String, SiteFile>>> folders = new TreeMap<>();
        for (Edition edition : site.editions()) {
            String index = edition.addresses().inSite(edition.addresses().downloads());
            folders.put(index.substring(0, index.lastIndexOf('/') + 1), made::get);
        }
        return site.with(folders);
    }

    private Map<String, SiteFile> sheets(Publication site, Workers workers) {
        Map<String, SiteFile> sheets = new TreeMap<>();
        List<Long> sizes = sizes(workers, download -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                download.packaging().write(site, workers, out);
            } catch (IOException e) {
                throw new IllegalStateException("memory does not fail like a disk", e);
            }
            byte[] bytes = out.toByteArray();
            synchronized (sheets) {
                sheets.put(path(download), new SiteFile(path(download), () -> bytes));
            }
            return (long) bytes.length;
        });
        pages(sizes).forEach((path, bytes) -> sheets.put(path, new SiteFile(path, () -> bytes)));
        return sheets;
    }

    /** Makes all, the dearest kind first: begun last, it would be waited for alone. */
    private List<Long> sizes(Workers workers, Function<Download, Long> maker) {
        List<Download> order = downloads.stream()
                .sorted(Comparator.comparing((Download download) -> DEAREST.indexOf(download.kind())))
                .toList();
        List<Long> made = workers.map(order, maker);
        return downloads.stream()
                .map(download -> made.get(order.indexOf(download)))
                .toList();
    }

    private Map<String, byte[]> pages(List<Long> sizes) {
        Map<String, byte[]> pages = new TreeMap<>();
        for (Edition edition : editions) {
            List<DownloadsPage.ItemView> items = new ArrayList<>();
            for (int i = 0; i < sizes.size(); i++) {
                Download download = downloads.get(i);
                if (download.edition() == edition || download.kind() == DownloadKind.ZIP) {
                    items.add(DownloadsPage.item(edition, download, sizes.get(i)));
                }
            }
            if (!items.isEmpty()) {
                String path = edition.addresses().inSite(edition.addresses().downloads());
                pages.put(path, DownloadsPage.bytes(edition, items));
            }
        }
        return pages;
    }
}
