package org.practiceplaybook.check;

import java.util.List;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Section;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.LinkEnd;
import org.practiceplaybook.markdown.Link;

/**
 * What is checked: the files as they were read, and the library that was made of them.
 *
 * @param names of sections, in the playbook's language
 */
record CheckContext(Content content, Library library, SectionNames names) {

    List<Section> sections(Entry entry) {
        return Section.of(entry.body(), names);
    }

    /** A link of an entry and where it leads. */
    interface LinkRule {
        void check(Entry entry, Link link, LinkEnd end);
    }

    void eachLink(LinkRule rule) {
        for (Entry entry : entries()) {
            List<Link> links = entry.body().links();
            List<LinkEnd> ends = library.linksOf(entry);
            for (int i = 0; i < Math.min(links.size(), ends.size()); i++) {
                rule.check(entry, links.get(i), ends.get(i));
            }
        }
    }

    /** Every entry, drafts included, by kind and file path. */
    List<Entry> entries() {
        return content.entries().toList();
    }
}
