package org.practiceplaybook.output;

import java.util.List;
import java.util.function.Consumer;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.theme.Assets;

/** The theme's styles, scripts, fonts and images, and the style sheet that the settings make. */
final class ThemeAssets implements SiteOutput {
    private static final String WORKER = "worker.js";

    @Override
    public void addTo(List<Edition> editions, List<SiteFile> pages, Consumer<SiteFile> sheets) {
        Edition edition = editions.get(0);
        Assets assets = edition.theme().assets();
        // a page on a disk has no service worker
        String worker = assets.has(WORKER) ? assets.path(WORKER) : "";
        assets.files().forEach((path, bytes) -> {
            SiteFile file = new SiteFile(path, () -> bytes);
            sheets.accept(path.equals(worker) ? file.served() : file);
        });
        edition.sheet().ifPresent(sheet -> sheets.accept(new SiteFile(sheet.path(), sheet::bytes)));
    }
}
