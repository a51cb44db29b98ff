package org.practiceplaybook.page;

import java.util.function.Consumer;

/** A kind of page: adds the sheets of all its pages. Keeps no state. */
interface PageKind {
    void addTo(Site site, Consumer<Sheet> sheets);
}
