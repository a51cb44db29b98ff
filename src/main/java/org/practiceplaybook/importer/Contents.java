package org.practiceplaybook.importer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.KnownKeys;
import org.practiceplaybook.yaml.Yaml;
import org.practiceplaybook.yaml.YamlReader;

/**
 * A handbook's list of contents as a file of its tool has it: {@code SUMMARY.md} (GitBook, mdBook), {@code _sidebar.md}
 * (docsify), {@code mkdocs.yml}, {@code myst.yml}, {@code _toc.yml} (Jupyter Book).
 *
 * @param file that holds it, by its path in the library
 * @param root the folder from which its paths count, empty for the outermost
 * @param title of the handbook, or empty
 */
record Contents(String file, String root, String title, List<Item> items) {
    private static final Pattern IN_LIST = Pattern.compile("^([ \\t]*)(?:[-*+]|\\d{1,9}[.)])[ \\t]+(\\S.*)$");
    private static final Pattern HEADING = Pattern.compile("^#{1,6}[ \\t]+(.*?)[ \\t#]*$");
    private static final Pattern LINK =
            Pattern.compile("^!?\\[((?:[^\\]\\[\\\\]|\\\\.|\\[[^\\]\\[]*\\]){0,300})\\]\\([ ]*<?([^)>\\s]*)>?[^)]*\\)");
    /** What a tool of Python reads as an object of its own. */
    private static final Pattern TAG = Pattern.compile("(?<=[\\s:\\[,-])!{1,2}[\\w./:%-]+");

    private static final Pattern FENCE = Pattern.compile("^[ ]{0,3}(?:```|~~~)");

    /**
     * A line of it.
     *
     * @param title or empty
     * @param to a path as it is written, or empty for a heading
     */
    record Item(String title, String to, List<Item> below) {
        /** This one and all below it, in the order in which they are read. */
        Stream<Item> all() {
            return Stream.concat(Stream.of(this), below.stream().flatMap(Item::all));
        }
    }

    /** Does a file of this name hold a list of contents? */
    static boolean isNamed(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "SUMMARY.md", "_sidebar.md", "mkdocs.yml", "mkdocs.yaml", "myst.yml", "myst.yaml", "_toc.yml" -> true;
            default -> false;
        };
    }

    /** Reads one; empty where there is none in the file. */
    static Optional<Contents> read(SourceFile file) {
        String path = file.path();
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        Contents contents = path.endsWith(".md")
                ? new Contents(path, folder, "", ofMarkdown(file.text()))
                : path.contains("mkdocs.y")
                        ? ofMkdocs(path, folder, yaml(file))
                        : path.contains("myst.y") ? ofMyst(path, folder, yaml(file)) : ofBook(path, folder, yaml(file));
        return Optional.of(contents)
                .filter(read -> read.items().stream()
                        .flatMap(Item::all)
                        .anyMatch(item -> !item.to().isEmpty()));
    }

    Contents {
        root = root.replaceAll("^(?:\\./)+|/+$", "");
        items = List.copyOf(items);
    }

    static Yaml.Mapping yaml(SourceFile file) {
        SourceFile plain = new SourceFile(file.path(), TAG.matcher(file.text()).replaceAll(""));
        return YamlReader.read(plain, new Span(0, plain.text().length()), KnownKeys.NONE)
                .mapping();
    }

    // ---- Markdown

    /** A heading, or an item of a list, to which more may come. */
    private record Open(int depth, String title, String to, List<Item> below) {
        Item closed() {
            return new Item(title, to, below);
        }
    }

    private static List<Item> ofMarkdown(String text) {
        List<Item> top = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        boolean code = false;
        boolean first = true;
        for (String line : text.split("\n")) {
            code ^= FENCE.matcher(line).find();
            Matcher item = IN_LIST.matcher(line);
            Matcher heading = HEADING.matcher(line);
            if (code || line.isBlank()) {
                continue;
            }
            if (item.matches()) {
                int depth = 1 + item.group(1).replace("\t", "    ").length();
                add(top, open, depth, item.group(2));
            } else if (heading.matches()) {
                close(top, open, 0);
                if (!first) {
                    open.push(new Open(0, plain(heading.group(1)), "", new ArrayList<>()));
                }
            } else if (LINK.matcher(line.strip()).find()) {
                // a chapter of mdBook without a number
                close(top, open, 0);
                add(top, open, 1, line.strip());
            }
            first = false;
        }
        close(top, open, 0);
        return top;
    }

    private static void add(List<Item> top, Deque<Open> open, int depth, String text) {
        close(top, open, depth);
        Matcher link = LINK.matcher(text.replaceFirst("^\\[[ xX]\\][ ]+", "").replaceFirst("^[*_]{1,3}(?=\\[)", ""));
        boolean leads = link.find();
        open.push(new Open(depth, plain(leads ? link.group(1) : text), leads ? link.group(2) : "", new ArrayList<>()));
    }

    private static void close(List<Item> top, Deque<Open> open, int depth) {
        while (!open.isEmpty() && open.peek().depth() >= depth) {
            Item done = open.pop().closed();
            (open.isEmpty() ? top : open.peek().below()).add(done);
        }
    }

    private static String plain(String markdown) {
        return markdown.replaceAll("\\\\(\\p{Punct})", "$1")
                .replaceAll("[*`]|(?<![\\p{L}\\p{Nd}])_|_(?![\\p{L}\\p{Nd}])", "")
                .strip();
    }

    // ---- YAML

    private static Contents ofMkdocs(String path, String folder, Yaml.Mapping all) {
        String docs = text(all, "docs_dir");
        return new Contents(
                path,
                folder + (docs.isEmpty() ? "docs" : docs.equals(".") ? "" : docs),
                text(all, "site_name"),
                items(all, "nav").flatMap(item -> ofNav(item).stream()).toList());
    }

    private static Optional<Item> ofNav(Yaml item) {
        if (item instanceof Yaml.Text page) {
            return Optional.of(new Item("", page.value(), List.of()));
        }
        if (item instanceof Yaml.Mapping one && !one.entries().isEmpty()) {
            Yaml.Entry entry = one.entries().get(0);
            String title = entry.key().value();
            return Optional.of(
                    entry.value() instanceof Yaml.Text page
                            ? new Item(title, page.value(), List.of())
                            : new Item(
                                    title,
                                    "",
                                    entry.value() instanceof Yaml.Items below
                                            ? below.values().stream()
                                                    .flatMap(child -> ofNav(child).stream())
                                                    .toList()
                                            : List.of()));
        }
        return Optional.empty();
    }

    private static Contents ofMyst(String path, String folder, Yaml.Mapping all) {
        Yaml.Mapping project = all.entry("project").map(Yaml.Entry::value).orElse(all) instanceof Yaml.Mapping own
                ? own
                : Yaml.Mapping.EMPTY;
        return new Contents(
                path,
                folder,
                text(project, Fields.TITLE.key()),
                items(project, "toc").flatMap(item -> ofToc(item).stream()).toList());
    }

    private static Contents ofBook(String path, String folder, Yaml.Mapping all) {
        List<Item> items = new ArrayList<>();
        items.add(new Item("", text(all, "root"), List.of()));
        below(all).flatMap(item -> ofToc(item).stream()).forEach(items::add);
        return new Contents(path, folder, "", items);
    }

    private static Optional<Item> ofToc(Yaml item) {
        if (!(item instanceof Yaml.Mapping one)) {
            return Optional.empty();
        }
        String title = text(one, Fields.TITLE.key());
        String to = text(one, "file");
        return Optional.of(new Item(
                title.isEmpty() ? text(one, "caption") : title,
                to.isEmpty() ? text(one, Fields.URL.key()) : to,
                below(one).flatMap(child -> ofToc(child).stream()).toList()));
    }

    private static Stream<Yaml> below(Yaml.Mapping one) {
        return Stream.of("children", "sections", "parts", "chapters").flatMap(key -> items(one, key));
    }

    private static Stream<Yaml> items(Yaml.Mapping all, String key) {
        return all.entry(key).map(Yaml.Entry::value).stream()
                .flatMap(value -> value instanceof Yaml.Items items ? items.values().stream() : Stream.empty());
    }

    private static String text(Yaml.Mapping all, String key) {
        return all.entry(key).map(Yaml.Entry::value).orElse(null) instanceof Yaml.Text text && !text.isEmpty()
                ? text.value().strip()
                : "";
    }
}
