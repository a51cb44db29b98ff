package org.practiceplaybook.page;

import java.util.List;
import java.util.Set;
import org.practiceplaybook.content.Entry;

/** An error in an entry that is shown all the same. */
public record ProblemView(int line, String message) {
    /** These are marked where they stand in the text. */
    private static final Set<String> SHOWN_IN_PLACE = Set.of("broken-link", "broken-anchor", "missing-image");

    private static final int MOST = 10;

    static List<ProblemView> of(Site site, Entry entry) {
        return site.options().errors().getOrDefault(entry.file().path(), List.of()).stream()
                .filter(error -> !SHOWN_IN_PLACE.contains(error.code()))
                .limit(MOST)
                .map(error -> new ProblemView(
                        error.place().isWhole() ? 0 : error.place().start().line(), error.message()))
                .toList();
    }
}
