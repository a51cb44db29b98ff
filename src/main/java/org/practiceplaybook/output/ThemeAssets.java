package org.practiceplaybook.output;

import java.util.List;
import java.util.function.Consumer;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.SiteFile;

/** The theme's styles, scripts, fonts and images, and the style sheet that the settings make. */
final class ThemeAssets implements SiteOutput {
    @Override
    public void addTo(List<Edition> editions, List<SiteFile> pages, Consumer<SiteFile> sheets) {
        Edition site = editions.get(0);
        site.theme().assets().files().forEach((path, bytes) -> sheets.accept(new SiteFile(path, () -> bytes)));
        site.sheet().ifPresent(sheet -> sheets.accept(new SiteFile(sheet.path(), sheet::bytes)));
    }
}
