package org.practiceplaybook.page;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.value.OldAddress;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.source.Located;

/** At whole addresses that entries had on another site, pages that lead on. What is a page of this site stays that. */
public final class OldAddressPages implements Output {
    private final Predicate<String> taken;

    /** @param taken is there a file at a path from the site's root? */
    public OldAddressPages(Predicate<String> taken) {
        this.taken = taken;
    }

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        Library library = edition.library();
        Set<String> made = new HashSet<>();
        List.of(
                        library.practices().values(),
                        library.attempts().values(),
                        library.pathways().values(),
                        library.allPages())
                .forEach(kind -> kind.forEach(entry -> add(edition, entry, made, sheets)));
    }

    private void add(Edition edition, Entry entry, Set<String> made, Consumer<SiteFile> sheets) {
        String folder = edition.addresses().folder();
        for (Located<String> name : entry.aka()) {
            // those of another edition were in its folder
            if (OldAddress.isOne(name.value()) && name.value().startsWith(folder, 1)) {
                for (String file : OldAddress.files(name.value())) {
                    String path = file.startsWith(folder) ? file.substring(folder.length()) : "";
                    if (!path.isEmpty()
                            && !taken.test(file)
                            && !file.startsWith(Addresses.FIRST.downloadsFolder())
                            && made.add(path.toLowerCase(Locale.ROOT))) {
                        sheets.accept(edition.unlisted(path, "redirect", () -> RedirectPages.view(edition, entry, path))
                                .tool());
                    }
                }
            }
        }
    }
}
