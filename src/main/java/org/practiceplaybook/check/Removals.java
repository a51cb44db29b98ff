package org.practiceplaybook.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;

/** What is said of practices that a change takes away or renames. */
public final class Removals {
    private static final Set<RuleCode> DANGLING = EnumSet.of(
            RuleCode.UNKNOWN_PRACTICE,
            RuleCode.BROKEN_LINK,
            RuleCode.LINK_HTML,
            RuleCode.LINK_CASE,
            RuleCode.BROKEN_ANCHOR);

    private Removals() {}

    /**
     * One finding for each practice that is gone and still named, with all who name it; one for each renamed one whose
     * old address is forgotten.
     *
     * @param removed paths that are gone
     * @param renamed old paths and new ones
     * @param found what the rules found in the content as it is now
     */
    public static List<Diagnostic> of(
            Content content, Set<String> removed, Map<String, String> renamed, List<Diagnostic> found) {
        Map<String, String> gone = new TreeMap<>(renamed);
        removed.forEach(path -> gone.put(path, ""));
        gone.keySet().removeIf(path -> !path.startsWith("practices/") || !path.endsWith(".md"));
        if (gone.isEmpty()) {
            return List.of();
        }
        Map<String, Set<String>> namedBy = namedBy(found);
        List<Diagnostic> all = new ArrayList<>();
        gone.forEach((old, now) -> {
            String slug = slug(old);
            Set<String> files = namedBy.getOrDefault(slug, Set.of());
            Optional<Practice> heir = content.practices().stream()
                    .filter(practice -> practice.file().path().equals(now))
                    .findFirst();
            boolean answers = content.practices().stream()
                    .flatMap(practice -> practice.aka().stream())
                    .anyMatch(name -> name.value().equals(slug));
            if (!files.isEmpty()) {
                all.add(stillNamed(old, now, slug, files, answers));
            } else if (heir.isPresent() && !answers && !heir.get().slug().equals(slug)) {
                all.add(Diagnostic.of(
                                RuleCode.RENAME_AKA,
                                heir.get().at(heir.get().title().span()),
                                "this practice was called \"" + slug + "\" before")
                        .effect("\"page not found\", if they come by an old link or bookmark")
                        .remedy("add a line between the --- lines: aka: [" + slug + "]"));
            }
        });
        return all;
    }

    private static Diagnostic stillNamed(String old, String now, String slug, Set<String> files, boolean answers) {
        String what = now.isEmpty() ? old + " was taken away" : old + " is now " + now;
        String offer = answers
                ? ""
                : now.isEmpty()
                        ? "; if another practice takes its place, add there: aka: [" + slug + "]"
                        : "; and add to " + now + ": aka: [" + slug + "], so that old links lead there";
        return Diagnostic.of(
                        RuleCode.REMOVED_LINKED,
                        SourceFile.unread(now.isEmpty() ? old : now).whole(),
                        what + ", and " + (files.size() == 1 ? "a file names" : files.size() + " files name")
                                + " it still: " + String.join(", ", files))
                .effect("links that lead nowhere")
                .remedy("change these files too" + offer);
    }

    /** Who names what is not there, by its slug. */
    private static Map<String, Set<String>> namedBy(List<Diagnostic> found) {
        Map<String, Set<String>> namedBy = new TreeMap<>();
        for (Diagnostic diagnostic : found) {
            if (DANGLING.contains(diagnostic.rule())) {
                String written =
                        diagnostic.place().file().slice(diagnostic.place().span());
                namedBy.computeIfAbsent(slug(written), unused -> new TreeSet<>())
                        .add(diagnostic.place().file().path());
            }
        }
        return namedBy;
    }

    private static String slug(String written) {
        String path = written.replaceAll("[#?].*", "");
        return path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.(?:md|html?)$", "");
    }
}
