package org.practiceplaybook.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Look;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.markdown.Url;

/** Where the links of the menu and the foot can lead: to a list of the site, to an entry by its file, to the web. */
public final class Ways {
    private final Addresses addresses;
    private final Map<String, String> lists;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    public Ways(Library library, Addresses addresses, SectionNames names) {
        this.addresses = addresses;
        this.lists = new Lists(library, addresses, names).paths();
        library.entries().forEach(entry -> entries.put(library.tongues().originalOf(entry.file()), entry));
    }

    /**
     * Where a link leads.
     *
     * @param list the name of a list of the site, or empty
     * @param address of the web, or empty
     */
    public record End(String list, String path, Optional<Entry> entry, String address) {}

    /** Where a link leads; empty where it leads nowhere. */
    public Optional<End> end(Look.Way way) {
        String to = way.to().value();
        String list = lists.containsKey(to) ? to : new Taxonomy(to, "", false).folder();
        if (lists.containsKey(list)) {
            return Optional.of(new End(list, lists.get(list), Optional.empty(), ""));
        }
        Entry entry = entries.getOrDefault(to, entries.get(to + ".md"));
        if (entry != null) {
            return Optional.of(new End("", addresses.of(entry), Optional.of(entry), ""));
        }
        Url url = Url.of(to);
        return url.kind() == Url.Kind.OUTSIDE
                ? Optional.of(new End("", "", Optional.empty(), url.value()))
                : Optional.empty();
    }

    /** The lists that there are, by name. */
    public Set<String> lists() {
        return lists.keySet();
    }

    /** All that is understood but the web. */
    public List<String> names() {
        return Stream.concat(lists.keySet().stream(), entries.keySet().stream()).toList();
    }
}
