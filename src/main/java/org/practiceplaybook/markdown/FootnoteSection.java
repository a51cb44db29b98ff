package org.practiceplaybook.markdown;

import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.util.ast.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers footnotes by their first use. A note that nobody refers to comes last, so that it is not lost. */
final class FootnoteSection {
    private final List<FootnoteBlock> order = new ArrayList<>();
    private final Map<FootnoteBlock, Integer> numbers = new HashMap<>();
    private final Map<FootnoteBlock, Integer> uses = new HashMap<>();
    private final Iterator<FootnoteBlock> all;

    FootnoteSection(Document document) {
        this.all = document.contains(FootnoteExtension.FOOTNOTES)
                ? FootnoteExtension.FOOTNOTES.get(document).values().iterator()
                : Collections.emptyIterator();
    }

    /** The note's number from 1. */
    int number(Footnote reference) {
        return number(reference.getFootnoteBlock());
    }

    private int number(FootnoteBlock block) {
        return numbers.computeIfAbsent(block, added -> {
            order.add(added);
            return order.size();
        });
    }

    /** Which use of its note this is, from 0. */
    int use(Footnote reference) {
        return uses.merge(reference.getFootnoteBlock(), 1, Integer::sum) - 1;
    }

    int references(FootnoteBlock block) {
        return uses.getOrDefault(block, 0);
    }

    /** The note of a number from 1, as long as there are any. While it is written, others may become known. */
    Optional<FootnoteBlock> note(int number) {
        while (order.size() < number && all.hasNext()) {
            number(all.next());
        }
        return number <= order.size() ? Optional.of(order.get(number - 1)) : Optional.empty();
    }
}
