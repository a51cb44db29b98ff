package org.practiceplaybook.check;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practiceplaybook.source.Diagnostic;

/** Tells what a change brought from what was there before it. */
public final class Baseline {
    private Baseline() {}

    /**
     * The findings that were there before, told by rule, file, words and the text of their line: a finding is not new
     * because a line was put in above it, and it is new in whatever file a change causes it.
     *
     * @param renamed old paths and new ones
     * @return some of {@code now}, by identity
     */
    public static Set<Diagnostic> known(List<Diagnostic> now, List<Diagnostic> before, Map<String, String> renamed) {
        Map<String, Integer> left = new HashMap<>();
        for (Diagnostic diagnostic : before) {
            String path = diagnostic.place().file().path();
            left.merge(mark(diagnostic, renamed.getOrDefault(path, path)), 1, Integer::sum);
        }
        Set<Diagnostic> known = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Diagnostic diagnostic : now) {
            String mark = mark(diagnostic, diagnostic.place().file().path());
            Integer count = left.get(mark);
            if (count != null && count > 0) {
                left.put(mark, count - 1);
                known.add(diagnostic);
            }
        }
        return known;
    }

    private static String mark(Diagnostic diagnostic, String path) {
        var place = diagnostic.place();
        String line = place.isWhole()
                ? ""
                : place.file().slice(place.file().lineAt(place.span().start())).strip();
        return String.join("\n", diagnostic.code(), path, diagnostic.message(), line);
    }
}
