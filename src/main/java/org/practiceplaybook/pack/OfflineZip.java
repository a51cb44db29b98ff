package org.practiceplaybook.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.practiceplaybook.content.value.Slug;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Imprint;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Frame;
import org.practiceplaybook.page.PageView;
import org.practiceplaybook.publish.BundleProof;
import org.practiceplaybook.publish.Packaging;
import org.practiceplaybook.publish.Publication;
import org.practiceplaybook.work.Sha256;
import org.practiceplaybook.work.Workers;

/** The whole site in a zip file: what to read first in the one folder at its top, the site's own files in another below. */
final class OfflineZip implements Packaging {
    static final String FOLDER = "playbook/";
    static final String START = "START-HERE.html";
    static final String READ_ME = "READ-ME.txt";
    static final String SUMS = "SHA256SUMS.txt";

    /** A month after the earliest that the format knows: of that one itself Java also notes the machine's time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final Set<String> IMAGES = Set.of("png", "svg", "jpg", "jpeg", "webp", "gif", "ico", "avif");

    private final List<Edition> editions;

    /** Of a site's editions, the first at its root. */
    OfflineZip(List<Edition> editions) {
        this.editions = List.copyOf(editions);
    }

    /**
     * The page that a reader opens first.
     *
     * @param folder where the site's files are
     */
    record StartView(Frame frame, String folder, List<LanguageView> languages) implements PageView {}

    /**
     * The same in each language of the playbook.
     *
     * @param imprint edition, date and mark
     * @param path of the first page of its edition
     * @param address where the newest edition is, or empty
     * @param newest the same in a sentence
     */
    record LanguageView(
            String language,
            String direction,
            String name,
            String imprint,
            String unpack,
            String unpackHow,
            String open,
            String colon,
            String path,
            String pass,
            String address,
            String newest) {}

    @Override
    public void write(Publication site, Workers workers, OutputStream out) throws IOException {
        String top = topFolder() + "/";
        SortedMap<String, byte[]> files = files(site, workers);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        StringBuilder sums = new StringBuilder(
                head().stream().map(line -> "# " + line + "\n").collect(Collectors.joining()));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            add(zip, top + file.getKey(), file.getValue());
            if (file.getKey().startsWith(FOLDER)) {
                String path = file.getKey().substring(FOLDER.length());
                sums.append(site.files().containsKey(path) ? site.files().sum(path) : Sha256.of(file.getValue()))
                        .append("  ")
                        .append(path)
                        .append('\n');
            }
        }
        add(zip, top + FOLDER + SUMS, sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.finish();
    }

    static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private Edition first() {
        return editions.get(0);
    }

    /** {@code practice-playbook-2}, of letters that every system can keep. */
    private String topFolder() {
        String edition = Slug.of(first().imprint().shortest());
        return Downloads.name(first()) + (edition.isEmpty() ? "" : "-" + edition);
    }

    /** All files but the list of sums, proven, by path below the one folder at the top. */
    private SortedMap<String, byte[]> files(Publication site, Workers workers) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        site.files().forEach((path, bytes) -> {
            if (!site.served().contains(path)) {
                files.put(FOLDER + path, bytes);
            }
        });
        for (Edition edition : editions) {
            if (edition.hasDownloads()) {
                String path = edition.addresses().downloads();
                files.put(FOLDER + edition.addresses().inSite(path), DownloadsPage.bytes(edition, List.of()));
            }
        }
        files.put(START, start());
        Sources sources = new Sources(editions);
        Set<String> asked = BundleProof.of(
                files,
                path -> path.startsWith(FOLDER) ? sources.of(path.substring(FOLDER.length())) : Optional.empty(),
                workers);
        files.keySet().removeIf(path -> isThemeImage(path) && !asked.contains(path));
        files.put(READ_ME, readMe().getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** What stands for the site where others link to it, or for a program on a phone, nobody asks for on a disk. */
    private static boolean isThemeImage(String path) {
        return path.startsWith(FOLDER + "assets/") && IMAGES.contains(path.substring(path.lastIndexOf('.') + 1));
    }

    private byte[] start() {
        Edition site = first();
        List<LanguageView> languages = editions.stream()
                .map(edition -> new LanguageView(
                        edition.language(),
                        edition.direction(),
                        edition.settings().name(),
                        edition.imprintLine(),
                        edition.words().get("offline.start.unpack"),
                        edition.words().get("offline.start.unpackHow"),
                        edition.words().get("offline.start.open"),
                        edition.words().get("list.colon"),
                        FOLDER
                                + Addresses.url(edition.addresses()
                                        .inSite(edition.addresses().home())),
                        edition.words().get("offline.start.pass"),
                        address(edition),
                        newest(edition)))
                .toList();
        Frame frame = site.frame(START, site.settings().name(), "", "start", "");
        return site.render("start-here", frame, new StartView(frame, FOLDER, languages));
    }

    private List<String> head() {
        Imprint imprint = first().imprint();
        List<String> lines = new ArrayList<>(List.of(first().settings().name(), first().imprintLine()));
        imprint.commit().ifPresent(commit -> lines.add(first().words().get("offline.commit", commit)));
        lines.add(first().words().get("offline.sums").strip());
        return lines;
    }

    private String readMe() {
        return editions.stream().map(this::readMe).collect(Collectors.joining("\n----\n\n"));
    }

    private String readMe(Edition edition) {
        StringBuilder text = new StringBuilder(
                edition.words().get("offline.readMe", edition.settings().name(), edition.imprintLine()));
        text.append('\n');
        String newest = newest(edition);
        text.append(newest).append(newest.isEmpty() ? "" : "\n");
        edition.imprint()
                .commit()
                .ifPresent(commit -> text.append(edition.words().get("offline.commit", commit))
                        .append('\n'));
        return text.toString();
    }

    /** Where a newer edition is, in a sentence, or empty where nobody knows. */
    private static String newest(Edition edition) {
        String address = address(edition);
        return address.isEmpty() ? "" : edition.words().get("offline.newest", address);
    }

    private static String address(Edition edition) {
        return edition.address(edition.addresses().home());
    }
}
