package org.practiceplaybook.pack;

import java.util.List;

/** Leaves that belong together, in the order in which they are read. */
record Chapter(String title, List<Leaf> leaves) {
    Chapter {
        leaves = List.copyOf(leaves);
    }
}
