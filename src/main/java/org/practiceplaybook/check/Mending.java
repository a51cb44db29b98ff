package org.practiceplaybook.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.FileReading;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.Edits;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.work.Workers;

/**
 * Mends what can be mended without guessing: findings whose rule says so and that know their own correction. A file is read
 * again after each correction, because one mistake hides the next; when nothing certain is left, it is done, so that mending
 * twice changes no more than mending once.
 */
public final class Mending {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Mending() {}

    /**
     * A file and how it would read.
     *
     * @param before as it stands on disk, byte order mark included
     */
    public record Mended(String path, String before, String after) {}

    /** What can be mended, by path; nothing is written. */
    public static List<Mended> of(ContentFolder folder, List<Diagnostic> found, Workers workers) {
        Map<String, Set<RuleCode>> rules = new TreeMap<>();
        for (Diagnostic diagnostic : found) {
            if (diagnostic.rule().isMended()) {
                rules.computeIfAbsent(diagnostic.place().file().path(), unused -> new TreeSet<>())
                        .add(diagnostic.rule());
            }
        }
        if (rules.isEmpty()) {
            return List.of();
        }
        BiFunction<String, String, FileReading> reader = folder.rereader(folder.stamps());
        return workers.map(List.copyOf(rules.keySet()), path -> mend(folder, path, rules.get(path), reader)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Translations that somebody has looked at, each with the mark of what its original means today.
     *
     * @param paths of translations; of what is not found in them nothing is changed
     */
    public static List<Mended> renewed(ContentFolder folder, List<Diagnostic> found, Predicate<String> paths) {
        List<Mended> renewed = new ArrayList<>();
        for (Diagnostic diagnostic : found) {
            String path = diagnostic.place().file().path();
            boolean mark =
                    diagnostic.rule() == RuleCode.TRANSLATION_OLD || diagnostic.rule() == RuleCode.TRANSLATES_MISSING;
            if (mark && paths.test(path)) {
                String read = diagnostic.place().file().text();
                folder.text(path)
                        .filter(read::equals)
                        .flatMap(before -> diagnostic
                                .edit()
                                .map(edit -> new Mended(path, before, Edits.apply(before, List.of(edit)))))
                        .ifPresent(renewed::add);
            }
        }
        return renewed;
    }

    private static Optional<Mended> mend(
            ContentFolder folder, String path, Set<RuleCode> rules, BiFunction<String, String, FileReading> reader) {
        Optional<String> before = folder.text(path);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        String text = before.get();
        if (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(BYTE_ORDER_MARK.length());
        }
        if (rules.contains(RuleCode.LINE_ENDS)) {
            text = text.replace("\r\n", "\n").replace('\r', '\n');
        }
        Set<String> seen = new HashSet<>();
        while (seen.add(text)) {
            List<Edit> edits = reader.apply(path, text).diagnostics().stream()
                    .filter(diagnostic -> diagnostic.rule().isMended())
                    .flatMap(diagnostic -> diagnostic.edit().stream())
                    .toList();
            text = Edits.apply(text, Edits.apart(edits));
        }
        return text.equals(before.get()) ? Optional.empty() : Optional.of(new Mended(path, before.get(), text));
    }
}
