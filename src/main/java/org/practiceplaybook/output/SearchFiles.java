package org.practiceplaybook.output;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.SearchDocuments;
import org.practiceplaybook.page.SearchPage;
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

    /** A reader who loads the root needs the words, too: one request for both. */
    private static byte[] withWords(byte[] root, Edition edition) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(root);
        both.writeBytes(SearchPage.words(edition.words()));
        return both.toByteArray();
    }

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        ByteStore store = new ByteStore();
        Indexer.index(
                        SearchDocuments.of(edition, workers),
                        SearchDocuments.constraints(edition),
                        edition.language(),
                        workers)
                .forEach((path, bytes) -> sheets.accept(new SiteFile(
                        path, store.keep(path.equals(Indexer.ROOT) ? withWords(bytes, edition) : bytes)::bytes)));
    }
}
