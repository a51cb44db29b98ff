package org.practiceplaybook.output;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.practiceplaybook.content.ContentAsset;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.page.Sheet;
import org.practiceplaybook.page.Site;
import org.practiceplaybook.work.MachineRefused;

/** Images and downloads that a text of any edition links to. */
final class ContentFiles implements SiteOutput {
    @Override
    public void addTo(List<Site> editions, List<Sheet> pages, Consumer<Sheet> sheets) {
        Map<String, ContentAsset> files = new TreeMap<>();
        editions.forEach(site -> site.library().files().forEach(file -> files.put(file.path(), file)));
        files.values().forEach(file -> sheets.accept(new Sheet(Addresses.FIRST.asset(file.path()), () -> bytes(file))));
    }

    /** The bytes of an image or download of the content folder. */
    static byte[] bytes(ContentAsset asset) {
        try {
            return Files.readAllBytes(asset.location());
        } catch (IOException e) {
            throw MachineRefused.because("read " + asset.location(), e);
        }
    }
}
