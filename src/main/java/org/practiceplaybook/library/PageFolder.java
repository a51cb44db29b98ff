package org.practiceplaybook.library;

import java.util.List;
import java.util.Optional;
import org.practiceplaybook.content.Page;

/**
 * A folder of pages.
 *
 * @param path below {@code pages/}, empty for the outermost
 * @param index the folder's own page
 * @param pages the others in it, in order
 * @param folders the folders in it, in order
 */
public record PageFolder(String path, String title, Optional<Page> index, List<Page> pages, List<PageFolder> folders) {
    public PageFolder {
        pages = List.copyOf(pages);
        folders = List.copyOf(folders);
    }

    /** Where it stands among its neighbours. */
    int order() {
        return index.map(Page::order).orElse(Page.UNORDERED);
    }
}
