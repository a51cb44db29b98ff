package org.practiceplaybook.pack;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.publish.BundleProof;

/**
 * Where a link of a page leads in a book.
 *
 * @param from the page's path from the site's root
 * @param ids the name in the book of an element of a page
 * @param places the address in the book of a page, by its path, and of a place in it, or nothing where the book has not the page
 * @param pictures the address in the book of a picture, by its path
 */
record BookWays(
        Edition edition,
        String from,
        Function<String, String> ids,
        BiFunction<String, String, Optional<String>> places,
        Function<String, Optional<String>> pictures)
        implements LeafWriter.Ways {
    /** Names of the place where a page begins: in a book, of the page itself. */
    private static final Set<String> BEGINNINGS = Set.of("top", "page.content");

    @Override
    public String id(String id) {
        return ids.apply(id);
    }

    @Override
    public Optional<String> link(String address) {
        if (BundleProof.isOutside(address)) {
            return Optional.of(address);
        }
        int hash = address.indexOf('#');
        String place = hash < 0 ? "" : Url.decoded(address.substring(hash + 1));
        String fragment = BEGINNINGS.contains(place) ? "" : place;
        String file = hash < 0 ? address : address.substring(0, hash);
        int query = file.indexOf('?');
        String path = Url.decoded(query < 0 ? file : file.substring(0, query));
        Optional<String> target = path.isEmpty() ? Optional.of(from) : BundleProof.resolved(from, path);
        return target.flatMap(to -> places.apply(to, fragment).or(() -> onTheWeb(to, address)));
    }

    /** What a book has no room for is on the web, where the playbook has an address. */
    private Optional<String> onTheWeb(String path, String address) {
        int rest = Math.min(position(address, '?'), position(address, '#'));
        return edition.settings().address().map(base -> base + Addresses.url(path) + address.substring(rest));
    }

    private static int position(String text, char sign) {
        int at = text.indexOf(sign);
        return at < 0 ? text.length() : at;
    }

    @Override
    public Optional<String> picture(String address) {
        return BundleProof.isOutside(address)
                ? Optional.empty()
                : BundleProof.resolved(from, Url.decoded(address)).flatMap(pictures);
    }
}
