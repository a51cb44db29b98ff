package org.practiceplaybook.page;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.source.RuleCode;

/** An error in an entry that is shown all the same. */
public record ProblemView(int line, String message) {
    /** These are marked where they stand in the text. */
    private static final Set<RuleCode> SHOWN_IN_PLACE =
            EnumSet.of(RuleCode.BROKEN_LINK, RuleCode.BROKEN_ANCHOR, RuleCode.MISSING_IMAGE);

    private static final int MOST = 10;

    static List<ProblemView> of(Edition edition, Entry entry) {
        return edition.options().errors().getOrDefault(entry.file().path(), List.of()).stream()
                .filter(error -> !SHOWN_IN_PLACE.contains(error.rule()))
                .limit(MOST)
                .map(error -> new ProblemView(
                        error.place().isWhole() ? 0 : error.place().start().line(), error.message()))
                .toList();
    }
}
