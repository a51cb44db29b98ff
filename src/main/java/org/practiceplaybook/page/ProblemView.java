package org.practiceplaybook.page;

import java.util.List;
import org.practiceplaybook.content.Entry;

/** An error in an entry that is shown all the same. */
public record ProblemView(int line, String message) {
    static List<ProblemView> of(Site site, Entry entry) {
        return site.options().errors().getOrDefault(entry.file().path(), List.of()).stream()
                .map(error -> new ProblemView(
                        error.place().isWhole() ? 0 : error.place().start().line(), error.message()))
                .toList();
    }
}
