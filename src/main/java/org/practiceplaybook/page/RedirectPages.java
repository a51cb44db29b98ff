package org.practiceplaybook.page;

import java.util.function.Consumer;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.value.OldAddress;
import org.practiceplaybook.content.value.Slug;
import org.practiceplaybook.library.Addresses;

/** Old addresses of practices lead to the new ones. */
final class RedirectPages implements Output {
    /** A page that leads on. */
    record View(Frame frame, String title, String target) implements PageView {}

    /** Tells what is an old address and nothing else from another name: both stand under {@code aka}. A word may be both. */
    static boolean isOnlyAddress(String aka) {
        return OldAddress.isOne(aka) || Slug.isValid(aka) && aka.equals(aka.strip()) && aka.indexOf('-') > 0;
    }

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        edition.library().renamed().forEach((slug, practice) -> {
            String path = edition.addresses().practice(slug);
            sheets.accept(edition.unlisted(path, "redirect", () -> view(edition, practice, path))
                    .tool());
        });
    }

    static View view(Edition edition, Entry entry, String path) {
        String title = entry.title().value();
        Frame frame = edition.frame(path, title, "", "redirect", "").notIndexed();
        return new View(
                frame,
                title,
                Addresses.url(Addresses.relative(path, edition.addresses().of(entry))));
    }
}
