package org.practiceplaybook.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.TextReader;
import org.practiceplaybook.content.value.OldAddress;
import org.practiceplaybook.content.value.PortableName;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;

/**
 * What a change takes away or renames is told once: with all who name it, instead of once for each of them. One object for
 * one change.
 */
public final class Removals {
    private static final Set<RuleCode> DANGLING = EnumSet.of(
            RuleCode.UNKNOWN_PRACTICE,
            RuleCode.UNKNOWN_ATTEMPT,
            RuleCode.BROKEN_LINK,
            RuleCode.LINK_HTML,
            RuleCode.LINK_CASE,
            RuleCode.BROKEN_ANCHOR);

    private static final String NOT_FOUND = "\"page not found\", if they come by an old link or bookmark";
    private static final String EITHER = "this page, whichever of the two addresses they open";
    private static final String NOTHING_LEFT =
            "nothing is left to do; keep the old name behind " + Fields.AKA.key() + ":";

    private final Map<String, Practice> practices = new HashMap<>();
    /** The first practice that was called so. */
    private final Map<String, Practice> heirs = new HashMap<>();

    private final Map<String, List<Entry>> entries = new HashMap<>();
    /** What is found because something is not there, by the names that it is written with. */
    private final Map<String, List<Diagnostic>> naming = new HashMap<>();

    private final Set<Diagnostic> folded = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Diagnostic> told = new ArrayList<>();

    private Removals(Content content, List<Diagnostic> found) {
        content.practices().forEach(practice -> {
            practices.put(practice.slug(), practice);
            practice.formerSlugs().forEach(slug -> heirs.putIfAbsent(slug, practice));
        });
        content.entries()
                .forEach(entry -> entries.computeIfAbsent(entry.file().path(), path -> new ArrayList<>())
                        .add(entry));
        found.stream()
                .filter(diagnostic -> DANGLING.contains(diagnostic.rule()) || diagnostic.rule() == RuleCode.OLD_NAME)
                .forEach(diagnostic -> names(diagnostic)
                        .forEach(name -> naming.computeIfAbsent(name, unused -> new ArrayList<>())
                                .add(diagnostic)));
    }

    /**
     * What is told of a change.
     *
     * @param removed paths that are gone
     * @param renamed old paths and new ones
     * @param found what the rules found in the content as it is now
     * @return the same, but of each text that is gone one finding for all that its absence brings
     */
    public static List<Diagnostic> told(
            Content content, Set<String> removed, Map<String, String> renamed, List<Diagnostic> found) {
        Map<String, String> gone = new TreeMap<>(renamed);
        removed.forEach(path -> gone.put(path, ""));
        gone.keySet().removeIf(path -> TextReader.slug(path).isEmpty());
        if (gone.isEmpty()) {
            return found;
        }
        Removals removals = new Removals(content, found);
        gone.forEach((old, now) -> {
            if (old.startsWith("practices/")) {
                removals.practice(old, now);
            } else {
                removals.other(old, now);
            }
        });
        List<Diagnostic> all = new ArrayList<>(found);
        all.removeIf(removals.folded::contains);
        all.addAll(removals.told);
        all.sort(Diagnostic.ORDER);
        return all;
    }

    private void practice(String old, String now) {
        String slug = TextReader.slug(old);
        if (practices.containsKey(slug)) {
            return; // it lies in another folder
        }
        Optional<Practice> heir = Optional.ofNullable(heirs.get(slug));
        if (heir.isPresent() && heir.get().state() != State.DRAFT) {
            answered(heir.get(), slug);
            return;
        }
        Set<String> files = fold(DANGLING, old);
        Optional<Practice> renamed = entries.getOrDefault(now, List.of()).stream()
                .filter(Practice.class::isInstance)
                .map(Practice.class::cast)
                .findFirst();
        String aka = Fields.AKA.line("[" + slug + "]");
        if (renamed.isPresent()) {
            told.add(Diagnostic.of(
                            RuleCode.RENAME_AKA,
                            renamed.get().at(renamed.get().title().span()),
                            "this practice was called \"" + slug + "\" before" + naming(files, "it so"))
                    .effect(NOT_FOUND)
                    .remedy(
                            renamed.get().aka().isEmpty()
                                    ? "add a line between the --- lines: " + aka
                                    : "add " + slug + " to the list behind " + Fields.AKA.key() + ":"));
            return;
        }
        String keep = "keep the file with " + Fields.STATE.line("retired") + " and "
                + Fields.REPLACED_BY.line("the-other-one") + "; or, where another practice takes its place, add there: "
                + aka;
        told.add(
                files.isEmpty()
                        ? Diagnostic.of(RuleCode.REMOVED, SourceFile.unread(old).whole(), old + " was taken away")
                                .effect(NOT_FOUND)
                                .remedy(keep)
                        : gone(old, "", files).remedy(keep + "; or change these files too"));
    }

    /** Old links lead to a practice; those within the playbook may well say its name as it is now. */
    private void answered(Practice heir, String slug) {
        Set<String> files = fold(EnumSet.of(RuleCode.OLD_NAME), "practices/" + slug + ".md");
        Diagnostic now = Diagnostic.of(
                files.isEmpty() ? RuleCode.RENAMED : RuleCode.OLD_NAME,
                heir.at(heir.title().span()),
                "the practice \"" + slug + "\" is now called \"" + heir.slug() + "\""
                        + (files.isEmpty() ? ", and its old address leads here" : naming(files, "it")));
        told.add(
                files.isEmpty()
                        ? now.effect(EITHER).remedy(NOTHING_LEFT)
                        : now.effect("the practice all the same")
                                .remedy("write " + heir.slug() + " there, now or later"));
    }

    private void other(String old, String now) {
        Set<String> files = fold(DANGLING, old);
        if (!files.isEmpty()) {
            told.add(gone(old, now, files).remedy("change these files too"));
        } else {
            entries.getOrDefault(now, List.of()).forEach(entry -> moved(entry, address(old, TextReader.slug(old))));
        }
    }

    private static String address(String path, String slug) {
        return PortableName.path(path.substring(0, path.indexOf('/') + 1) + slug + ".html");
    }

    /** What nothing in the playbook links to may be linked to from elsewhere. */
    private void moved(Entry page, String address) {
        if (address(page.file().path(), page.slug()).equals(address)) {
            return;
        }
        boolean answers = page.aka().stream()
                .map(Located::value)
                .anyMatch(
                        name -> OldAddress.isOne(name) && OldAddress.files(name).contains(address));
        told.add(
                answers
                        ? Diagnostic.of(
                                        RuleCode.RENAMED,
                                        page.at(page.title().span()),
                                        "the page at /" + address
                                                + " has another address now, and the old one leads here")
                                .effect(EITHER)
                                .remedy(NOTHING_LEFT)
                        : Diagnostic.of(
                                        RuleCode.RENAME_AKA,
                                        page.at(page.title().span()),
                                        "this page was at /" + address + " before")
                                .effect(NOT_FOUND)
                                .remedy(
                                        page.aka().isEmpty()
                                                ? "add a line between the --- lines: "
                                                        + Fields.AKA.line("[/" + address + "]")
                                                : "add /" + address + " to the list behind " + Fields.AKA.key() + ":"));
    }

    private static Diagnostic gone(String old, String now, Set<String> files) {
        return Diagnostic.of(
                        RuleCode.REMOVED_LINKED,
                        SourceFile.unread(now.isEmpty() ? old : now).whole(),
                        (now.isEmpty() ? old + " was taken away" : old + " is now " + now) + naming(files, "it"))
                .effect("links that lead nowhere");
    }

    private static String naming(Set<String> files, String what) {
        return files.isEmpty()
                ? ""
                : ", and " + (files.size() == 1 ? "a file names " : files.size() + " files name ") + what + " still: "
                        + String.join(", ", files);
    }

    /** Takes out what is found because a file is gone. Gives who names it. */
    private Set<String> fold(Set<RuleCode> rules, String path) {
        Set<Diagnostic> because = namesOf(path)
                .flatMap(name -> naming.getOrDefault(name, List.of()).stream())
                .filter(diagnostic -> rules.contains(diagnostic.rule()))
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
        folded.addAll(because);
        return because.stream()
                .map(diagnostic -> diagnostic.place().file().path())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names by which a finding may be about a file, as {@link #namesOf} has them. */
    private static Stream<String> names(Diagnostic diagnostic) {
        String written = diagnostic.place().file().slice(diagnostic.place().span());
        if (diagnostic.rule() == RuleCode.UNKNOWN_PRACTICE || diagnostic.rule() == RuleCode.UNKNOWN_ATTEMPT) {
            return Stream.of((diagnostic.rule() == RuleCode.UNKNOWN_PRACTICE ? "practice " : "attempt ") + written);
        }
        String address = written.replaceAll("[#?].*", "");
        String file = diagnostic.place().file().path();
        List<String> way = new ArrayList<>(List.of(file.split("/")));
        way.remove(way.size() - 1);
        Stream.of(address.split("/")).forEach(part -> step(part, way));
        return Stream.of("file " + caseless(String.join("/", way)), "linked " + withoutEnd(address));
    }

    /** The names by which a file may be written: its short name, its path in whatever case, its short name as an address. */
    private static Stream<String> namesOf(String path) {
        String slug = TextReader.slug(path);
        String file = "file " + caseless(path);
        return path.startsWith("practices/")
                ? Stream.of("practice " + slug, file, "linked " + slug)
                : path.startsWith("attempts/") ? Stream.of("attempt " + slug, file) : Stream.of(file);
    }

    private static String caseless(String path) {
        return withoutEnd(path).toLowerCase(Locale.ROOT);
    }

    private static void step(String part, List<String> way) {
        if (part.equals("..")) {
            if (!way.isEmpty()) {
                way.remove(way.size() - 1);
            }
        } else if (!part.isEmpty() && !part.equals(".")) {
            way.add(part);
        }
    }

    private static String withoutEnd(String path) {
        return path.replaceAll("\\.(?:md|html?)$", "");
    }
}
