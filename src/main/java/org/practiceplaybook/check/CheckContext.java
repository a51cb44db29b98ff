package org.practiceplaybook.check;

import java.util.List;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Section;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.library.Library;

/**
 * What is checked: the files as they were read, and the library that was made of them.
 *
 * @param names of sections, in the playbook's language
 */
record CheckContext(Content content, Library library, SectionNames names) {

    List<Section> sections(Entry entry) {
        return Section.of(entry.body(), names);
    }

    /** Every entry, drafts included, by kind and file path. */
    List<Entry> entries() {
        return content.entries().toList();
    }
}
