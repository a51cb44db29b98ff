package org.practiceplaybook.library;

import java.util.List;
import java.util.Optional;
import org.practiceplaybook.content.Page;

/**
 * A folder of pages.
 *
 * @param path below {@code pages/}, empty for the outermost
 * @param index the folder's own page
 * @param children the other pages and the folders in it, in order
 */
public record PageFolder(String path, String title, Optional<Page> index, List<Child> children) {
    public PageFolder {
        children = List.copyOf(children);
    }

    /** What lies in a folder: a page or a folder. */
    public record Child(Optional<Page> page, Optional<PageFolder> folder) {
        static Child of(Page page) {
            return new Child(Optional.of(page), Optional.empty());
        }

        static Child of(PageFolder folder) {
            return new Child(Optional.empty(), Optional.of(folder));
        }

        public String title() {
            return page.map(one -> one.title().value())
                    .orElseGet(() -> folder.orElseThrow().title());
        }

        int order() {
            return page.map(Page::order).orElseGet(() -> folder.orElseThrow().order());
        }

        String path() {
            return page.map(Page::slug).orElseGet(() -> folder.orElseThrow().path());
        }
    }

    /** The pages in it but its own, in order. */
    public List<Page> pages() {
        return children.stream().flatMap(child -> child.page().stream()).toList();
    }

    /** The folders in it, in order. */
    public List<PageFolder> folders() {
        return children.stream().flatMap(child -> child.folder().stream()).toList();
    }

    /** Where it stands among its neighbours. */
    int order() {
        return index.map(Page::order).orElse(Page.UNORDERED);
    }
}
