package org.practiceplaybook.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.practiceplaybook.content.Page;

/** Sorts pages into their folders. */
final class PageTree {
    /** Where nobody says an order pages come before folders. */
    private static final Comparator<PageFolder.Child> ORDER = Comparator.comparingInt(PageFolder.Child::order)
            .thenComparing(child -> child.folder().isPresent())
            .thenComparing(child -> child.title().toLowerCase(Locale.ROOT))
            .thenComparing(PageFolder.Child::path);

    private final Map<String, List<Page>> byFolder = new TreeMap<>();
    private final Map<String, List<String>> subfolders = new TreeMap<>();

    private PageTree(List<Page> pages) {
        byFolder.put("", new ArrayList<>());
        for (Page page : pages) {
            add(page.folder());
            byFolder.get(page.folder()).add(page);
        }
    }

    static PageFolder of(List<Page> pages) {
        return new PageTree(pages).folder("");
    }

    private void add(String folder) {
        if (byFolder.containsKey(folder)) {
            return;
        }
        byFolder.put(folder, new ArrayList<>());
        String parent = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "";
        add(parent);
        subfolders.computeIfAbsent(parent, unused -> new ArrayList<>()).add(folder);
    }

    private PageFolder folder(String path) {
        List<Page> here = byFolder.get(path);
        Optional<Page> index = here.stream().filter(Page::isIndex).findFirst();
        return new PageFolder(
                path,
                index.map(page -> page.title().value()).orElseGet(() -> title(path)),
                index,
                Stream.concat(
                                here.stream().filter(page -> !page.isIndex()).map(PageFolder.Child::of),
                                subfolders.getOrDefault(path, List.of()).stream()
                                        .map(this::folder)
                                        .map(PageFolder.Child::of))
                        .sorted(ORDER)
                        .toList());
    }

    private static String title(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1)
                .replace('-', ' ')
                .replace('_', ' ')
                .strip();
        if (name.isEmpty()) {
            return path;
        }
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
    }
}
