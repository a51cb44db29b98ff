package org.practiceplaybook.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.practiceplaybook.content.asset.ImageSize;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Frame;
import org.practiceplaybook.page.PageView;
import org.practiceplaybook.publish.BundleProof;
import org.practiceplaybook.publish.Packaging;
import org.practiceplaybook.publish.Publication;
import org.practiceplaybook.theme.LookSheet;
import org.practiceplaybook.theme.ThemeProblem;
import org.practiceplaybook.work.Workers;
import org.practiceplaybook.xml.Xml;

/**
 * An edition as a book for readers of books (EPUB 3.3): the site's own pages as XHTML.
 *
 * @param editions all of the site's
 */
record Epub(Edition site, List<Edition> editions) implements Packaging {
    private static final String FOLDER = "EPUB/";
    private static final String PACKAGE = "package.opf";
    private static final String NAV = "nav.xhtml";
    private static final String COVER = "cover.xhtml";
    private static final String COVER_IMAGE = "cover.svg";
    private static final String STYLE = "book.css";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** A book has to say when it was changed; of one whose content knows no date nothing else can be said. */
    private static final LocalDate NO_DATE = LocalDate.of(1970, 1, 1);

    private static final String CONTAINER = """
            <?xml version="1.0" encoding="utf-8"?>
            <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
              <rootfiles>
                <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
              </rootfiles>
            </container>
            """;

    /** Those that every reader of books shows. */
    private static final Map<String, String> PICTURES = Map.of(
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "gif", "image/gif",
            "webp", "image/webp",
            "svg", "image/svg+xml");

    /**
     * The package, its table of contents, its cover and the frame of its pages.
     *
     * @param identifier a name that no other playbook has
     * @param modified ISO 8601, to the second
     * @param date the day of the content, ISO 8601, or empty
     * @param imprint edition, date and mark, in words
     * @param lines the name, cut to lines that fit on a cover
     * @param items every file but the package itself
     * @param pages in the order in which they are read
     * @param chapters of the table of contents
     */
    record View(
            Frame frame,
            String identifier,
            String modified,
            String date,
            String imprint,
            List<String> lines,
            List<ItemView> items,
            List<ItemView> pages,
            List<ChapterView> chapters)
            implements PageView {}

    /**
     * A file of the book.
     *
     * @param id in the package
     * @param properties as the package has them, or empty
     */
    record ItemView(String id, String path, String type, String properties) {}

    /** A chapter of the contents; its path is that of its first page. */
    record ChapterView(String title, String path, List<EntryView> entries) {}

    /** A page of a chapter. */
    record EntryView(String title, String path) {}

    @Override
    public void write(Publication site, Workers workers, OutputStream out) throws IOException {
        Book book = Book.of(this.site, editions, site, workers);
        Map<String, Leaf> leaves = new LinkedHashMap<>();
        book.leaves().forEach(leaf -> leaves.put(leaf.path(), leaf));
        Map<String, String> shown = new ConcurrentSkipListMap<>();
        String frame = new String(made("epub-page", view(book, List.of(), List.of())), StandardCharsets.UTF_8);
        List<byte[]> pages = workers.map(List.copyOf(leaves.values()), leaf -> page(site, frame, leaf, leaves, shown));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(NAV, new byte[0]);
        files.put(COVER, new byte[0]);
        files.put(COVER_IMAGE, new byte[0]);
        files.put(STYLE, style().getBytes(StandardCharsets.UTF_8));
        List<ItemView> spine = new ArrayList<>();
        int number = 0;
        for (Leaf leaf : leaves.values()) {
            files.put(inBook(leaf.path()), pages.get(number));
            number++;
            spine.add(new ItemView(
                    "page-" + number, inBook(leaf.path()), "application/xhtml+xml", properties(pages.get(number - 1))));
        }
        List<ItemView> items = new ArrayList<>(List.of(
                new ItemView("nav", NAV, "application/xhtml+xml", "nav"),
                new ItemView("cover", COVER, "application/xhtml+xml", "svg"),
                new ItemView("cover-image", COVER_IMAGE, "image/svg+xml", "cover-image"),
                new ItemView("style", STYLE, "text/css", "")));
        shown.forEach((name, path) -> {
            files.put(name, site.files().get(path));
            items.add(new ItemView("picture-" + (items.size() - 3), Addresses.url(name), type(name), ""));
        });
        items.addAll(spine);
        View whole = view(book, items, spine);
        files.put(NAV, made("epub-nav", whole));
        files.put(COVER, made("epub-cover", whole));
        files.put(COVER_IMAGE, cover(files.get(COVER)));
        files.put(PACKAGE, made("epub-package", whole));
        prove(files, workers);
        zip(files, out);
    }

    private static String type(String path) {
        return PICTURES.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static String properties(byte[] page) {
        return new String(page, StandardCharsets.UTF_8).contains("<svg") ? "svg" : "";
    }

    /** Below the book's root the pages lie as in the site, with an end of their own. */
    private String inBook(String path) {
        return path.substring(0, path.length() - "html".length()) + "xhtml";
    }

    private byte[] page(
            Publication publication, String frame, Leaf leaf, Map<String, Leaf> leaves, Map<String, String> shown) {
        StringBuilder text = new StringBuilder();
        BookWays ways = new BookWays(
                site,
                leaf.path(),
                name -> name,
                (path, fragment) -> place(leaf.path(), leaves, path, fragment),
                path -> picture(publication, path).map(name -> {
                    shown.put(name, path);
                    return Addresses.url(Addresses.relative(leaf.path(), name));
                }));
        LeafWriter.xhtml().write(leaf, ways, text);
        return frame.replace("<!--title-->", Html.text(leaf.title()).toString())
                .replace("<!--kind-->", leaf.kind())
                .replace("<!--up-->", Addresses.up(leaf.path()))
                .replace("<!--page-->", text)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What a picture is called in the book, where it is what its name says: other than a browser, a reader of books believes it. */
    private static Optional<String> picture(Publication publication, String path) {
        String said = type(path);
        if (said == null || !publication.files().containsKey(path)) {
            return Optional.empty();
        }
        if (said.equals(PICTURES.get("svg"))) {
            return Optional.of(path);
        }
        return ImageSize.kind(publication.files().get(path))
                .filter(PICTURES::containsKey)
                .map(kind -> PICTURES.get(kind).equals(said) ? path : path + "." + kind);
    }

    private Optional<String> place(String from, Map<String, Leaf> leaves, String path, String fragment) {
        String home = site.addresses().inSite(site.addresses().home());
        if (!leaves.containsKey(path)) {
            return path.equals(home) ? Optional.of(Addresses.up(from) + NAV) : Optional.empty();
        }
        String way =
                path.equals(from) && !fragment.isEmpty() ? "" : Addresses.url(Addresses.relative(from, inBook(path)));
        return Optional.of(fragment.isEmpty() ? way : way + "#" + Addresses.url(fragment));
    }

    private View view(Book book, List<ItemView> items, List<ItemView> spine) {
        Optional<LocalDate> date = site.imprint().date();
        String name = site.settings()
                .address()
                .map(Object::toString)
                .orElse(site.settings().name());
        UUID identifier = UUID.nameUUIDFromBytes((name + "\n" + site.language()).getBytes(StandardCharsets.UTF_8));
        List<ChapterView> chapters = book.chapters().stream()
                .map(chapter -> new ChapterView(
                        chapter.title(),
                        Addresses.url(inBook(chapter.leaves().get(0).path())),
                        chapter.leaves().stream()
                                .map(leaf -> new EntryView(leaf.title(), Addresses.url(inBook(leaf.path()))))
                                .toList()))
                .toList();
        return new View(
                site.machineFrame(PACKAGE),
                "urn:uuid:" + identifier,
                date.orElse(NO_DATE) + "T00:00:00Z",
                date.map(LocalDate::toString).orElse(""),
                site.imprintLine(),
                lines(site.settings().name()),
                items,
                spine,
                chapters);
    }

    /** A name in lines of some sixteen letters, as a cover has room for. */
    private static List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        for (String word : name.split("\\s+")) {
            int last = lines.size() - 1;
            if (last >= 0 && lines.get(last).length() + word.length() < 16) {
                lines.set(last, lines.get(last) + " " + word);
            } else if (lines.size() < 7) {
                lines.add(word.length() <= 24 ? word : word.substring(0, word.offsetByCodePoints(0, 20)) + "…");
            }
        }
        return lines;
    }

    /** The drawing of the cover's page as a picture of its own, which shelves of books show. */
    private static byte[] cover(byte[] page) {
        String text = new String(page, StandardCharsets.UTF_8);
        int end = text.lastIndexOf("</svg>");
        if (text.indexOf("<svg") < 0 || end < 0) {
            throw new ThemeProblem(
                    "theme/templates/epub-cover.peb has no <svg> element; the cover is what is drawn in it");
        }
        return ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text.substring(text.indexOf("<svg"), end + 6) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String style() {
        String accent = site.sheet()
                .map(LookSheet::accent)
                .filter(colour -> !colour.isEmpty())
                .orElse("");
        String style = site.theme().text("packaging/epub.css");
        return accent.isEmpty() ? style : style + "a { color: " + accent + "; }\n";
    }

    private byte[] made(String template, View view) {
        return site.render(template, view.frame(), view);
    }

    private void prove(Map<String, byte[]> files, Workers workers) {
        Sources sources = new Sources(editions);
        BundleProof.of(new TreeMap<>(files), sources::of, workers);
        workers.map(List.copyOf(files.entrySet()), file -> {
            boolean xml = file.getKey().endsWith("html")
                    || file.getKey().equals(PACKAGE)
                    || file.getKey().equals(COVER_IMAGE);
            if (xml) {
                Xml.fault(file.getValue()).ifPresent(at -> {
                    throw new ThemeProblem(
                            "the book's page " + file.getKey() + " is not well-formed XML at line " + at.line()
                                    + ", column " + at.column()
                                    + ", so nothing was published; close in the theme's template what it opens");
                });
            }
            return true;
        });
    }

    private static void zip(Map<String, byte[]> files, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        byte[] type = "application/epub+zip".getBytes(StandardCharsets.US_ASCII);
        ZipEntry first = new ZipEntry("mimetype");
        first.setMethod(ZipEntry.STORED);
        first.setSize(type.length);
        CRC32 sum = new CRC32();
        sum.update(type);
        first.setCrc(sum.getValue());
        first.setTimeLocal(NO_TIME);
        zip.putNextEntry(first);
        zip.write(type);
        zip.closeEntry();
        OfflineZip.add(zip, "META-INF/container.xml", CONTAINER.getBytes(StandardCharsets.UTF_8));
        OfflineZip.add(zip, FOLDER + PACKAGE, files.get(PACKAGE));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (!file.getKey().equals(PACKAGE)) {
                OfflineZip.add(zip, FOLDER + file.getKey(), file.getValue());
            }
        }
        zip.finish();
    }
}
