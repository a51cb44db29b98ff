package org.practiceplaybook.output;

import java.util.function.Consumer;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Frame;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.PageView;
import org.practiceplaybook.page.SiteFile;

/** What a phone needs to keep an edition among its programs (W3C Web Application Manifest). */
final class Manifest implements Output {
    /** The manifest. */
    record View(Frame frame) implements PageView {}

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        String path = edition.addresses().manifest();
        sheets.accept(edition.unlisted(path, "manifest", () -> new View(edition.machineFrame(path)))
                .served());
    }
}
