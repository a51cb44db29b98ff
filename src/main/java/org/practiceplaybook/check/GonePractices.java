package org.practiceplaybook.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Slug;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.SourceFile;

/**
 * A practice that several places name and that does not exist: most likely its file was taken away or renamed. Each place
 * has an error of its own; this one stands at the file that is not there, names them all, and says how to mend them at
 * once.
 */
final class GonePractices implements Rule {
    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        Set<String> known = new HashSet<>(subject.library().practices().keySet());
        known.addAll(subject.library().hidden().keySet());
        known.addAll(subject.library().renamed().keySet());
        // a link takes a file by its name, which need not be the short name
        subject.content().practices().stream()
                .map(Practice::file)
                .map(file -> file.path().replaceAll(".*/|\\.[^.]*$", ""))
                .forEach(known::add);
        Map<String, List<PracticeNames.Name>> gone = new TreeMap<>();
        for (PracticeNames.Name name : PracticeNames.of(subject)) {
            if (!known.contains(name.slug()) && Slug.isValid(name.slug())) {
                gone.computeIfAbsent(name.slug(), unused -> new ArrayList<>()).add(name);
            }
        }
        gone.forEach((slug, names) -> {
            if (names.size() > 1) {
                report.accept(gone(slug, names));
            }
        });
    }

    private static Diagnostic gone(String slug, List<PracticeNames.Name> names) {
        String places = names.stream()
                .sorted(Comparator.comparing(
                                (PracticeNames.Name name) -> name.entry().file().path())
                        .thenComparing(name -> name.span().start()))
                .map(name -> name.entry().file().path() + ":"
                        + name.entry().at(name.span()).start().line())
                .distinct()
                .collect(Collectors.joining(", "));
        return Diagnostic.error(
                        "practice-gone",
                        SourceFile.unread("practices/" + slug + ".md").whole(),
                        "there is no practice \"" + slug + "\" (any more), and " + names.size() + " places name it: "
                                + places)
                .effect(
                        "links that lead nowhere, steps and relations that are missing, and \"not found\" at its old address")
                .remedy("if it was renamed, write the old name into the practice as it is now, aka: [" + slug
                        + "], and all of these lead there, its old address too; if it is no longer used, keep its file"
                        + " with state: retired and replaced_by: …; else take these places out, too");
    }
}
