package org.practiceplaybook.output;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.practiceplaybook.content.asset.AssetReader;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.SiteFile;

/** Images and downloads that a text of any edition links to. */
final class ContentFiles implements SiteOutput {
    @Override
    public void addTo(List<Edition> editions, List<SiteFile> pages, Consumer<SiteFile> sheets) {
        Map<String, ContentAsset> files = new TreeMap<>();
        editions.forEach(site -> site.library().files().forEach(file -> files.put(file.path(), file)));
        files.values()
                .forEach(file ->
                        sheets.accept(new SiteFile(Addresses.FIRST.asset(file.path()), () -> AssetReader.bytes(file))));
    }
}
