package org.practiceplaybook.output;

import java.util.List;
import java.util.function.Consumer;
import org.practiceplaybook.page.Sheet;
import org.practiceplaybook.page.Site;

/** The theme's styles, scripts, fonts and images, and the style sheet that the settings make. */
final class ThemeAssets implements SiteOutput {
    @Override
    public void addTo(List<Site> editions, List<Sheet> pages, Consumer<Sheet> sheets) {
        Site site = editions.get(0);
        site.theme().assets().files().forEach((path, bytes) -> sheets.accept(new Sheet(path, () -> bytes)));
        site.sheet().ifPresent(sheet -> sheets.accept(new Sheet(sheet.path(), sheet::bytes)));
    }
}
