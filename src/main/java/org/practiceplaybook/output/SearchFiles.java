package org.practiceplaybook.output;

import java.util.function.Consumer;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.SearchDocuments;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.search.Indexer;
import org.practiceplaybook.work.ByteStore;
import org.practiceplaybook.work.Workers;

/** The files that the search reads. They depend on each other and are made at once. */
record SearchFiles(Workers workers) implements Output {
    @Override
    public String folder(Edition edition) {
        return edition.addresses().searchFolder();
    }

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        ByteStore store = new ByteStore();
        Indexer.index(
                        SearchDocuments.of(edition, workers),
                        SearchDocuments.constraints(edition),
                        edition.language(),
                        workers)
                .forEach((path, bytes) -> sheets.accept(new SiteFile(path, store.keep(bytes)::bytes)));
    }
}
