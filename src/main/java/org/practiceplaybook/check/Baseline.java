package org.practiceplaybook.check;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.source.Diagnostic;

/** Tells what a change brought from what was there before it. */
public final class Baseline {
    private static final Pattern OTHER_FILE = Pattern.compile("[^\\s\":,;]+/[^\\s\":,;]+\\.\\w{1,5}\\b");
    private static final Pattern QUOTED = Pattern.compile("\".*\"");

    private Baseline() {}

    /**
     * The findings that were there before, told by rule, file, words and the text of their line: a finding is not new
     * because a line was put in above it, or because a file that it speaks of has another name now, and it is new in
     * whatever file a change causes it.
     *
     * @param renamed old paths and new ones
     * @return some of {@code now}, by identity
     */
    public static Set<Diagnostic> known(List<Diagnostic> now, List<Diagnostic> before, Map<String, String> renamed) {
        Set<String> names = new HashSet<>(renamed.values());
        Map<String, Integer> left = new HashMap<>();
        for (Diagnostic diagnostic : before) {
            left.merge(mark(diagnostic, renamed, names), 1, Integer::sum);
        }
        Set<Diagnostic> known = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Diagnostic diagnostic : now) {
            String mark = mark(diagnostic, Map.of(), names);
            Integer count = left.get(mark);
            if (count != null && count > 0) {
                left.put(mark, count - 1);
                known.add(diagnostic);
            }
        }
        return known;
    }

    private static String mark(Diagnostic diagnostic, Map<String, String> renamed, Set<String> names) {
        var place = diagnostic.place();
        String path = renamed.getOrDefault(place.file().path(), place.file().path());
        Matcher other = OTHER_FILE.matcher(diagnostic.message());
        if (!names.isEmpty() && other.find()) {
            String of = renamed.getOrDefault(other.group(), other.group());
            if (names.contains(of) || names.contains(path)) {
                // of two files either may be the one that is told of the other, which is told by its title too
                String words = QUOTED.matcher(other.replaceAll("")).replaceAll("");
                return String.join("\n", diagnostic.code(), words, String.join("\n", new TreeSet<>(Set.of(path, of))));
            }
        }
        String line = place.isWhole()
                ? ""
                : place.file().slice(place.file().lineAt(place.span().start())).strip();
        return String.join("\n", diagnostic.code(), path, diagnostic.message(), line);
    }
}
