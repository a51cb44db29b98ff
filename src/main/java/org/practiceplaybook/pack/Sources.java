package org.practiceplaybook.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.source.SourceFile;

/** Which contributor's text a page was made of. */
final class Sources {
    private final Map<String, SourceFile> byPath = new HashMap<>();

    Sources(List<Edition> editions) {
        for (Edition edition : editions) {
            Stream.of(
                            edition.library().practices().values(),
                            edition.library().attempts().values(),
                            edition.library().pathways().values(),
                            edition.library().allPages())
                    .flatMap(kind -> kind.stream())
                    .forEach(entry -> byPath.put(path(edition, entry), entry.file()));
        }
    }

    private static String path(Edition edition, Entry entry) {
        return edition.addresses().inSite(edition.addresses().of(entry));
    }

    /** Of a page at a path from the site's root, whatever it ends in. */
    Optional<SourceFile> of(String path) {
        return Optional.ofNullable(byPath.get(path.replaceFirst("\\.xhtml$", ".html")));
    }
}
