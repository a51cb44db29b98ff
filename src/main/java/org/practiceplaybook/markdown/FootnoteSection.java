package org.practiceplaybook.markdown;

import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.footnotes.internal.FootnoteRepository;
import com.vladsch.flexmark.util.ast.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers footnotes by their first use. A note that nobody refers to comes last, so that it is not lost. */
final class FootnoteSection {
    private final FootnoteRepository known;
    private final List<FootnoteBlock> order = new ArrayList<>();
    private final Map<FootnoteBlock, Integer> uses = new HashMap<>();

    FootnoteSection(Document document) {
        this.known = document.contains(FootnoteExtension.FOOTNOTES) ? FootnoteExtension.FOOTNOTES.get(document) : null;
    }

    /** The note's number from 1, or 0 where there is no such note. */
    int number(Footnote reference) {
        FootnoteBlock block = known == null ? null : reference.getFootnoteBlock(known);
        if (block == null) {
            return 0;
        }
        if (!order.contains(block)) {
            order.add(block);
        }
        return order.indexOf(block) + 1;
    }

    /** Which use of its note this is, from 0. */
    int use(Footnote reference) {
        return uses.merge(reference.getFootnoteBlock(known), 1, Integer::sum) - 1;
    }

    int references(FootnoteBlock block) {
        return uses.getOrDefault(block, 0);
    }

    List<FootnoteBlock> inOrder() {
        List<FootnoteBlock> all = new ArrayList<>(order);
        if (known != null) {
            known.values().stream().filter(block -> !all.contains(block)).forEach(all::add);
        }
        return all;
    }
}
