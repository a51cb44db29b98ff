package org.practiceplaybook.page;

import java.util.function.Consumer;
import org.practiceplaybook.library.Addresses;

/** What a host shows for an address that is not there. */
final class NotFoundPage implements PageKind {
    /**
     * The page. It may be shown at any depth, so its links are complete where the playbook knows its address.
     *
     * @param base the address of the site, or empty
     */
    record View(Frame frame, String base) implements PageView {}

    @Override
    public void addTo(Site site, Consumer<Sheet> sheets) {
        sheets.accept(site.sheet(
                Addresses.NOT_FOUND,
                "404",
                () -> new View(
                        site.frame(Addresses.NOT_FOUND, site.words().get("notFound.title"), "", "not-found", "")
                                .notIndexed(),
                        site.address(Addresses.HOME))));
    }
}
