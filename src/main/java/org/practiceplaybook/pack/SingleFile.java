package org.practiceplaybook.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Frame;
import org.practiceplaybook.page.PageView;
import org.practiceplaybook.publish.BundleProof;
import org.practiceplaybook.publish.Packaging;
import org.practiceplaybook.publish.Publication;
import org.practiceplaybook.theme.Assets;
import org.practiceplaybook.work.Sha256;
import org.practiceplaybook.work.Workers;

/**
 * An edition on one page that asks for nothing: whole without a script, one part at a time with it, and a book on paper.
 *
 * @param editions all of the site's
 */
record SingleFile(Edition site, List<Edition> editions) implements Packaging {
    private static final Pattern FONT_FILES =
            Pattern.compile("@font-face\\s*\\{[^}]*url\\([^}]*\\}", Pattern.CASE_INSENSITIVE);

    private static final String PARTS = "<!--parts-->";

    private static final Map<String, String> PICTURES = Map.of(
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "gif", "image/gif",
            "webp", "image/webp",
            "avif", "image/avif",
            "svg", "image/svg+xml");

    /**
     * What stands around the parts. The marks {@code <!--style-->}, {@code <!--parts-->} and {@code <!--script-->} are where these are put in.
     *
     * @param imprint edition, date and mark, in words
     * @param styleHash of the style, as a policy names it
     * @param scriptHash of the script
     * @param icon of its tab, as a data address
     * @param chapters of the contents
     */
    record View(
            Frame frame, String imprint, String styleHash, String scriptHash, String icon, List<ChapterView> chapters)
            implements PageView {}

    /** A chapter of the contents. */
    record ChapterView(String title, List<PartView> parts) {}

    /**
     * A part.
     *
     * @param address its name, as a link has it
     */
    record PartView(String address, String title) {}

    @Override
    public void write(Publication site, Workers workers, OutputStream out) throws IOException {
        Book book = Book.of(this.site, editions, site, workers);
        String script =
                this.site.theme().text("scripts/_say.js") + this.site.theme().text("packaging/single.js");
        StringBuilder parts = new StringBuilder();
        parts(book, site, workers).forEach(part -> parts.append(part.markup()));
        byte[] page = fill(book, Map.of("style", style(book, site), "script", script, "parts", parts))
                .getBytes(StandardCharsets.UTF_8);
        prove(page, workers);
        out.write(page);
    }

    /**
     * The same without a script, for a printer alone: nothing of it is laid out for a screen.
     *
     * @param sheet the style that says which paper
     */
    Paper paper(Publication site, Workers workers, String sheet) {
        Book book = Book.of(this.site, editions, site, workers);
        String style = style(book, site) + this.site.theme().text("packaging/paper.css") + sheet;
        String page = fill(book, Map.of("style", style, "script", "", "parts", PARTS));
        int at = page.indexOf(PARTS);
        Paper paper = new Paper(page.substring(0, at), parts(book, site, workers), page.substring(at));
        prove(paper.text().getBytes(StandardCharsets.UTF_8), workers);
        return paper;
    }

    private void prove(byte[] page, Workers workers) {
        BundleProof.of(new TreeMap<>(Map.of(file(), page)), path -> Optional.empty(), workers);
    }

    private List<Paper.Part> parts(Book book, Publication publication, Workers workers) {
        Map<String, Leaf> leaves = new LinkedHashMap<>();
        leaves.put(book.home().path(), book.home());
        book.leaves().forEach(leaf -> leaves.put(leaf.path(), leaf));
        LeafWriter writer = LeafWriter.html();
        return workers.map(List.copyOf(leaves.values()), leaf -> {
            String id = id(leaf.path());
            StringBuilder part = new StringBuilder("<section class=\"leaf on-")
                    .append(leaf.kind())
                    .append("\" id=\"")
                    .append(id)
                    .append("\">");
            writer.write(
                    leaf,
                    new BookWays(
                            site,
                            leaf.path(),
                            name -> id + ":" + name,
                            (path, fragment) -> place(leaves, path, fragment),
                            path -> picture(publication, path)),
                    part);
            return new Paper.Part(id, part.append("</section>\n").toString());
        });
    }

    private String file() {
        return Downloads.name(site) + ".html";
    }

    /** The name of a part: {@code practices/know-your-role}. */
    private String id(String path) {
        String within = path.substring(site.addresses().folder().length());
        String bare = within.substring(0, within.length() - ".html".length());
        return bare.equals("index") ? "home" : bare.endsWith("/index") ? bare.substring(0, bare.length() - 6) : bare;
    }

    private Optional<String> place(Map<String, Leaf> leaves, String path, String fragment) {
        if (!leaves.containsKey(path)) {
            return Optional.empty();
        }
        String part = "#" + Addresses.url(id(path));
        return Optional.of(fragment.isEmpty() ? part : part + ":" + Addresses.url(fragment));
    }

    static boolean isPicture(String path) {
        return type(path).isPresent();
    }

    private static Optional<String> type(String path) {
        return Optional.ofNullable(
                PICTURES.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> picture(Publication site, String path) {
        return type(path)
                .filter(type -> site.files().containsKey(path))
                .map(type -> data(type, site.files().get(path)));
    }

    private static String data(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    /** The styles of its pages without the files of fonts, and what a book needs beside them. */
    private String style(Book book, Publication site) {
        StringBuilder all = new StringBuilder();
        book.sheets().stream()
                .filter(site.files()::containsKey)
                .forEach(path -> all.append(new String(site.files().get(path), StandardCharsets.UTF_8))
                        .append('\n'));
        all.append(this.site.theme().text("packaging/single.css"))
                .append("@page { @top-center { content: \"")
                .append(this.site.settings().name().replaceAll("[\"\\\\<>]", ""))
                .append("\" } }\n");
        return FONT_FILES.matcher(all).replaceAll("");
    }

    private String fill(Book book, Map<String, CharSequence> filling) {
        List<ChapterView> chapters = book.chapters().stream()
                .map(chapter -> new ChapterView(
                        chapter.title(),
                        chapter.leaves().stream()
                                .map(leaf -> new PartView(Addresses.url(id(leaf.path())), leaf.title()))
                                .toList()))
                .toList();
        Assets assets = site.theme().assets();
        String icon = data("image/svg+xml", assets.files().get(assets.path("images/icon.svg")));
        Frame frame = site.frame(file(), site.settings().name(), site.settings().tagline(), "single", "");
        View view = new View(
                frame, site.imprintLine(), hash(filling.get("style")), hash(filling.get("script")), icon, chapters);
        String page = new String(site.render("single", frame, view), StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(page.length()
                + filling.values().stream().mapToInt(CharSequence::length).sum());
        int from = 0;
        for (int at = page.indexOf("<!--"); at >= 0; at = page.indexOf("<!--", from)) {
            int end = page.indexOf("-->", at);
            CharSequence text = end < 0 ? null : filling.get(page.substring(at + 4, end));
            out.append(page, from, at);
            out.append(text == null ? "" : text);
            from = end < 0 ? page.length() : end + 3;
        }
        return out.append(page, from, page.length()).toString();
    }

    private static String hash(CharSequence text) {
        byte[] digest = Sha256.digest().digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
