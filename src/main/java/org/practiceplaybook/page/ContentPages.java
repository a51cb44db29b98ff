package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.content.Page;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.PageFolder;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Heading;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.text.DateText;
import org.practiceplaybook.theme.Words;

/** The pages of the content, in their folders. A folder without a page of its own gets a list of what is in it. */
final class ContentPages implements Output {
    /** Up to this many headings a text needs no list of contents. */
    private static final int FEW_HEADINGS = 3;

    /** Of more neighbours than this the tree shows the nearest: a list of a thousand on each of a thousand pages helps nobody. */
    private static final int MOST_NEIGHBOURS = 50;

    /**
     * A page.
     *
     * @param titleId the anchor of the heading that became the title, or empty
     * @param contents its headings; empty where there are few
     * @param tree the folders around it; empty for the outermost, which lists all that there is
     * @param form of a page that tells how to take part
     * @param children what is in the folder, of a folder's own page
     */
    record View(
            Frame frame,
            String title,
            String titleId,
            String summary,
            Html text,
            List<LinkView> contents,
            List<NodeView> tree,
            List<NodeView> children,
            Optional<LinkView> previous,
            Optional<LinkView> next,
            String changed,
            String edit,
            String suggest,
            Optional<LinkView> form,
            List<ProblemView> problems)
            implements PageView {}

    /**
     * A page or folder in the tree.
     *
     * @param summary what it is about, where it stands alone in a list; else empty
     * @param depth from 0
     */
    record NodeView(
            String path,
            String title,
            String summary,
            int depth,
            boolean folder,
            boolean here,
            LinkView.Tongue tongue) {
        NodeView(String path, String title, int depth, boolean folder, boolean here) {
            this(path, title, "", depth, folder, here, LinkView.Tongue.OF_EDITION);
        }
    }

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        if (edition.library().allPages().isEmpty()) {
            return;
        }
        List<Stop> stops = new ArrayList<>();
        walk(edition, edition.library().pages(), List.of(), stops);
        for (int i = 0; i < stops.size(); i++) {
            Stop stop = stops.get(i);
            Optional<Stop> previous = i == 0 ? Optional.empty() : Optional.of(stops.get(i - 1));
            Optional<Stop> next = i + 1 == stops.size() ? Optional.empty() : Optional.of(stops.get(i + 1));
            Supplier<View> view = () -> view(edition, stop, previous, next);
            sheets.accept(stop.page()
                    .map(page -> edition.sheet(page.file(), stop.path(), "page", view))
                    .orElseGet(() -> edition.sheet(stop.path(), "page", view)));
        }
    }

    /**
     * A stop on the way through all pages.
     *
     * @param page absent for a folder without a page of its own
     * @param above the folders around it, the outermost first
     */
    private record Stop(String path, String title, Optional<Page> page, PageFolder folder, List<PageFolder> above) {
        LinkView link() {
            return new LinkView(Addresses.url(path), title);
        }

        boolean isFolder() {
            return page.isEmpty() || page.get().isIndex();
        }

        boolean isOutermost() {
            return isFolder() && folder.path().isEmpty();
        }
    }

    /** The outermost folder has a name of its own only where it has a page of its own. */
    private static String title(Edition edition, PageFolder folder) {
        return folder.path().isEmpty() && folder.index().isEmpty() ? edition.pagesTitle() : folder.title();
    }

    private static void walk(Edition edition, PageFolder folder, List<PageFolder> above, List<Stop> stops) {
        stops.add(new Stop(
                edition.addresses().folder(folder.path()), title(edition, folder), folder.index(), folder, above));
        List<PageFolder> within = new ArrayList<>(above);
        within.add(folder);
        for (PageFolder.Child child : folder.children()) {
            child.page()
                    .ifPresent(page -> stops.add(new Stop(
                            edition.addresses().of(page),
                            page.title().value(),
                            Optional.of(page),
                            folder,
                            List.copyOf(within))));
            child.folder().ifPresent(inner -> walk(edition, inner, List.copyOf(within), stops));
        }
    }

    private static View view(Edition edition, Stop stop, Optional<Stop> previous, Optional<Stop> next) {
        String path = stop.path();
        String title = stop.title();
        String summary = stop.page().map(page -> page.summary().value()).orElse("");
        List<LinkView> crumbs = new ArrayList<>();
        crumbs.add(edition.link(edition.addresses().home(), "home.crumb"));
        stop.above()
                .forEach(folder -> crumbs.add(new LinkView(
                        Addresses.url(edition.addresses().folder(folder.path())), title(edition, folder))));
        String description = summary.isEmpty() ? firstWords(edition, stop) : summary;
        String area = area(edition, stop);
        Frame frame = stop.page()
                .map(page -> edition.frame(page.file(), path, title, description, "page", area))
                .orElseGet(() -> edition.frame(path, title, description, "page", area))
                .withCrumbs(crumbs.toArray(LinkView[]::new));
        return new View(
                stop.page()
                        .map(page -> frame.withMarkdown(edition.addresses().markdown(page)))
                        .orElse(frame),
                title,
                stop.page()
                        .flatMap(page -> page.body().title())
                        .map(Heading::id)
                        .orElse(""),
                summary,
                stop.page().map(page -> text(edition, page, path)).orElse(Html.EMPTY),
                stop.page().map(ContentPages::contents).orElse(List.of()),
                stop.isOutermost() ? List.of() : tree(edition, stop),
                stop.isFolder() ? children(edition, stop) : List.of(),
                previous.map(Stop::link),
                // its list begins with the next one
                next.filter(unused -> !stop.isOutermost()).map(Stop::link),
                stop.page()
                        .flatMap(page ->
                                edition.library().history().of(page.file().path()))
                        .map(history -> DateText.text(history.changed(), edition.words()))
                        .orElse(""),
                stop.page().map(edition::editAddress).orElse(""),
                stop.page()
                        .map(page -> edition.addresses().suggest(page.file().path()))
                        .orElse(""),
                stop.page().flatMap(page -> HelpPages.form(edition, page)),
                stop.page().map(page -> ProblemView.of(edition, page)).orElse(List.of()));
    }

    /** The door of the menu behind which a page lies: its own, else that of the nearest folder that has one. */
    private static String area(Edition edition, Stop stop) {
        List<PageFolder> way = new ArrayList<>(stop.above());
        if (way.isEmpty() || way.get(way.size() - 1) != stop.folder()) {
            way.add(stop.folder());
        }
        Collections.reverse(way);
        return Stream.concat(stop.page().stream(), way.stream().flatMap(folder -> folder.index().stream()))
                .filter(page -> page.menu().isPresent())
                .map(edition.addresses()::of)
                .findFirst()
                .orElse("pages");
    }

    private static Html text(Edition edition, Page page, String path) {
        StringBuilder body = new StringBuilder();
        page.body().parts().forEach(part -> body.append(part.marked()));
        return new TextRenderer(edition, page, path).html(body.toString());
    }

    /** How a page begins; of a folder without words of its own what is in it. */
    private static String firstWords(Edition edition, Stop stop) {
        String text = stop.page()
                .flatMap(page -> page.body().parts().stream().findFirst())
                .map(part -> part.text())
                .orElse("");
        if (text.isBlank() && stop.isFolder()) {
            text = children(edition, stop).stream()
                    .map(NodeView::title)
                    .collect(Collectors.joining(edition.words().get("list.separator")));
        }
        if (text.length() <= 200) {
            return text;
        }
        int end = text.lastIndexOf(' ', 200);
        return text.substring(0, end < 100 ? 200 : end) + " …";
    }

    private static List<LinkView> contents(Page page) {
        List<Heading> headings = page.body().headings().stream()
                .filter(heading ->
                        page.body().title().filter(title -> title == heading).isEmpty())
                .filter(heading -> !heading.text().isEmpty())
                .toList();
        Body body = page.body();
        int top = headings.stream().mapToInt(body::shown).min().orElse(2);
        List<LinkView> contents = headings.stream()
                .filter(heading -> body.shown(heading) <= top + 1)
                .map(heading -> new LinkView(
                        "#" + Addresses.url(heading.id()), heading.text(), body.shown(heading) == top ? "" : "inner"))
                .toList();
        return contents.size() < FEW_HEADINGS ? List.of() : contents;
    }

    /** The outermost folder, opened along the way to this page. */
    private static List<NodeView> tree(Edition edition, Stop stop) {
        List<NodeView> tree = new ArrayList<>();
        List<String> open =
                new ArrayList<>(stop.above().stream().map(PageFolder::path).toList());
        if (!stop.isFolder()) { // what is in a folder stands on its own page
            open.add(stop.folder().path());
        }
        addNodes(edition, edition.library().pages(), 0, stop, open, tree);
        if (edition.hasDownloads()) {
            String path = Addresses.url(edition.addresses().downloads());
            tree.add(new NodeView(path, edition.words().get("downloads.title"), 0, false, false));
        }
        return tree;
    }

    private static void addNodes(
            Edition edition, PageFolder folder, int depth, Stop stop, List<String> open, List<NodeView> tree) {
        List<PageFolder.Child> children = folder.children();
        List<PageFolder.Child> shown = new ArrayList<>(nearest(
                children.stream().filter(child -> child.page().isPresent()).toList(),
                child -> child.page().equals(stop.page())));
        shown.addAll(nearest(
                children.stream().filter(child -> child.folder().isPresent()).toList(),
                child -> open.contains(child.folder().orElseThrow().path())));
        for (PageFolder.Child child : children) {
            if (shown.contains(child)) {
                NodeView node = node(edition, child, depth, stop.path());
                tree.add(node);
                child.folder()
                        .filter(inner -> open.contains(inner.path()))
                        .ifPresent(inner -> addNodes(edition, inner, depth + 1, stop, open, tree));
            }
        }
        int all = children.size();
        if (shown.size() < all) {
            String path = edition.addresses().folder(folder.path());
            String text = edition.words().get("pages.all", all);
            tree.add(new NodeView(Addresses.url(path), text, depth, true, false));
        }
    }

    /** The part of a long list around the one that is sought, its beginning if that one is not in it. */
    private static <T> List<T> nearest(List<T> list, Predicate<T> sought) {
        if (list.size() <= MOST_NEIGHBOURS) {
            return list;
        }
        int at = 0;
        while (at < list.size() && !sought.test(list.get(at))) {
            at++;
        }
        int from =
                at == list.size() ? 0 : Math.max(0, Math.min(at - MOST_NEIGHBOURS / 2, list.size() - MOST_NEIGHBOURS));
        return list.subList(from, from + MOST_NEIGHBOURS);
    }

    /** What a reader meets first, each with what it is about. */
    static List<NodeView> outermost(Edition edition) {
        return children(edition, edition.library().pages());
    }

    private static List<NodeView> children(Edition edition, PageFolder folder) {
        return folder.children().stream()
                .map(child -> node(edition, child, 0, ""))
                .toList();
    }

    private static List<NodeView> children(Edition edition, Stop stop) {
        List<NodeView> children = new ArrayList<>(children(edition, stop.folder()));
        if (stop.isOutermost() && edition.hasDownloads()) {
            String path = Addresses.url(edition.addresses().downloads());
            Words words = edition.words();
            children.add(new NodeView(
                    path,
                    words.get("downloads.title"),
                    words.get("downloads.description"),
                    0,
                    false,
                    false,
                    LinkView.Tongue.OF_EDITION));
        }
        return children;
    }

    private static NodeView node(Edition edition, PageFolder.Child child, int depth, String here) {
        String path = child.page()
                .map(edition.addresses()::of)
                .orElseGet(() ->
                        edition.addresses().folder(child.folder().orElseThrow().path()));
        Optional<Page> text = child.page().or(() -> child.folder().flatMap(PageFolder::index));
        String summary = text.map(page -> page.summary().value()).orElse("");
        return new NodeView(
                Addresses.url(path),
                child.title(),
                summary,
                depth,
                child.folder().isPresent(),
                path.equals(here),
                text.map(page -> edition.tongue(page.file())).orElse(LinkView.Tongue.OF_EDITION));
    }
}
