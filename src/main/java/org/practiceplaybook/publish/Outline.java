package org.practiceplaybook.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.practiceplaybook.content.ContentAsset;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.page.SearchDocuments;
import org.practiceplaybook.page.Sheet;
import org.practiceplaybook.page.Site;
import org.practiceplaybook.search.Indexer;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Workers;

/** Every file of a site, none of it made yet: what a build makes at once and a server when it is asked. */
public final class Outline {
    private Outline() {}

    /** The files by path, without those of the search. No path stands twice. */
    public static List<Sheet> of(Site site) {
        List<Sheet> sheets = new ArrayList<>(site.sheets());
        site.theme().assets().files().forEach((path, bytes) -> sheets.add(new Sheet(path, () -> bytes)));
        for (ContentAsset asset : site.library().files()) {
            sheets.add(new Sheet(Addresses.asset(asset.path()), () -> read(asset)));
        }
        sheets.sort(Comparator.comparing(Sheet::path));
        return List.copyOf(sheets);
    }

    /** The files of the search, which must all be made at once. */
    public static List<Sheet> search(Site site, Workers workers) {
        List<Sheet> sheets = new ArrayList<>();
        Indexer.index(SearchDocuments.of(site, workers), site.settings().language(), workers)
                .forEach((path, bytes) -> sheets.add(new Sheet(path, () -> bytes)));
        return sheets;
    }

    private static byte[] read(ContentAsset asset) {
        try {
            return Files.readAllBytes(asset.location().orElseThrow());
        } catch (IOException e) {
            throw MachineRefused.because("read " + asset.location().orElseThrow(), e);
        }
    }
}
