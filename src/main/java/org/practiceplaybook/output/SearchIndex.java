package org.practiceplaybook.output;

import java.util.function.Consumer;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.SearchDocuments;
import org.practiceplaybook.page.Sheet;
import org.practiceplaybook.page.Site;
import org.practiceplaybook.search.Indexer;
import org.practiceplaybook.work.Workers;

/** The files that the search reads. They depend on each other and are made at once. */
record SearchIndex(Workers workers) implements Output {
    @Override
    public String folder(Site site) {
        return site.addresses().searchFolder();
    }

    @Override
    public void addTo(Site site, Consumer<Sheet> sheets) {
        Indexer.index(SearchDocuments.of(site, workers), site.language(), workers)
                .forEach((path, bytes) -> sheets.accept(new Sheet(path, () -> bytes)));
    }
}
