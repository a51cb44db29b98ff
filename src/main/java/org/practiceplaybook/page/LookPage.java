package org.practiceplaybook.page;

import java.util.function.Consumer;

/** The style sheet that the settings make. */
final class LookPage implements PageKind {
    @Override
    public void addTo(Site site, Consumer<Sheet> sheets) {
        site.sheet().ifPresent(sheet -> sheets.accept(new Sheet(sheet.path(), sheet::bytes)));
    }
}
