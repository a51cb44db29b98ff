package org.practiceplaybook.output;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.LinkEnd;
import org.practiceplaybook.library.PersonName;
import org.practiceplaybook.markdown.Link;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.Edits;

/** Each entry as Markdown beside its page: as it was written, with links that lead to the Markdown of other entries. */
final class MarkdownFiles implements Output {
    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        Map<String, String> beside = new HashMap<>();
        entries(edition.library())
                .forEach(entry -> beside.put(
                        edition.addresses().of(entry), edition.addresses().markdown(entry)));
        entries(edition.library())
                .forEach(entry -> sheets.accept(new SiteFile(
                        edition.addresses().markdown(entry),
                        () -> text(edition, entry, beside).getBytes(StandardCharsets.UTF_8))));
    }

    private static Stream<Entry> entries(Library library) {
        return Stream.of(
                        library.practices().values(),
                        library.attempts().values(),
                        library.pathways().values(),
                        library.allPages())
                .flatMap(Collection::stream);
    }

    private static String text(Edition edition, Entry entry, Map<String, String> beside) {
        String path = edition.addresses().markdown(entry);
        List<Link> links = entry.body().links();
        List<LinkEnd> ends = edition.library().linksOf(entry);
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            target(edition, ends.get(i), beside)
                    .filter(target -> link.span().length() > 0
                            && entry.file().text().charAt(link.span().start()) != '#')
                    .map(target -> new Edit(link.span(), Addresses.relative(path, target)))
                    .filter(edit -> !edits.contains(edit))
                    .ifPresent(edits::add);
        }
        int body = entry.body().start();
        String text = Edits.apply(entry.file().text(), Edits.apart(edits));
        // no link stands before the body, so that it begins where it did
        return PersonName.withoutAddresses(text.substring(0, body)) + text.substring(body);
    }

    /** Where a link of the site leads, as it stands in an address; nothing where it is to stay as it is. */
    private static Optional<String> target(Edition edition, LinkEnd end, Map<String, String> beside) {
        if (end instanceof LinkEnd.File file) {
            return Optional.of(
                    Addresses.url(edition.addresses().asset(file.asset().path())));
        }
        if (end instanceof LinkEnd.Inside inside) {
            String anchor = inside.anchor().isEmpty() ? "" : "#" + Addresses.url(inside.anchor());
            return Optional.of(Addresses.url(beside.getOrDefault(inside.path(), inside.path())) + anchor);
        }
        return Optional.empty();
    }
}
