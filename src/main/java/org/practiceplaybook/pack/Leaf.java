package org.practiceplaybook.pack;

import java.util.List;

/**
 * A page of the site as a part of a book.
 *
 * @param path from the site's root
 * @param title without the playbook's name
 * @param kind as the page's frame has it: {@code practice}
 * @param sheets the paths of the style sheets that it asks for
 * @param main the page's own part, as markup
 */
record Leaf(String path, String title, String kind, List<String> sheets, String main) {
    Leaf {
        sheets = List.copyOf(sheets);
    }
}
