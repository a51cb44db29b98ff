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
    public void addTo(Edition site, Consumer<SiteFile> sheets) {
        String path = site.addresses().manifest();
        sheets.accept(site.unlisted(path, "manifest", () -> new View(site.machineFrame(path)))
                .served());
    }
}
