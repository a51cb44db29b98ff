package org.practiceplaybook.page;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.source.Located;

/** Old addresses of practices lead to the new ones. */
final class RedirectPages implements PageKind {
    /** A page that leads on. */
    record View(Frame frame, String title, String target) implements PageView {}

    @Override
    public void addTo(Site site, Consumer<Sheet> sheets) {
        Set<String> taken = new HashSet<>(site.library().practices().keySet());
        taken.addAll(site.library().hidden().keySet());
        for (Practice practice : site.library().practices().values()) {
            for (Located<String> aka : practice.aka()) {
                if (Redirects.isSlug(aka.value()) && taken.add(aka.value())) {
                    String path = "practices/" + aka.value() + ".html";
                    sheets.accept(site.sheet(path, "redirect", () -> view(site, practice, path)));
                }
            }
        }
    }

    private static View view(Site site, Practice practice, String path) {
        String title = practice.title().value();
        Frame frame = site.frame(path, title, "", "redirect", "practices").notIndexed();
        return new View(frame, title, Addresses.url(practice.slug() + ".html"));
    }
}
