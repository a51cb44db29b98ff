package org.practiceplaybook.review;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.check.Baseline;
import org.practiceplaybook.check.OnlyDrafts;
import org.practiceplaybook.check.Removals;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.GlossaryEntry;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.RawFields;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.content.value.OldAddress;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.work.MachineRefused;

/**
 * What is different between two states of a playbook. Each list: what is new, changed, renamed, gone, each by name.
 *
 * @param brought findings that there were none of before
 * @param mended how many findings there are no longer
 */
public record Comparison(
        Side before,
        Side after,
        List<Change<Entry>> practices,
        List<Change<Entry>> attempts,
        List<Change<Entry>> pathways,
        List<Change<Entry>> pages,
        List<Change<Term>> terms,
        List<Change<GlossaryEntry>> glossary,
        List<Change<Content.Translation>> translations,
        Optional<Change<PlaybookSettings>> settings,
        List<Change<ContentAsset>> files,
        List<Diagnostic> brought,
        int mended) {
    /** As git has it: half of a file must be the same for it to be the same file under another name. */
    private static final double ALIKE = 0.5;
    /** More than so many pairs are not compared; what is left is told as removed and added. */
    private static final int MOST_PAIRS = 40_000;

    /** Errors first, and of these what is said of a file as a whole: it often explains the others. */
    private static final Comparator<Diagnostic> MOST_TELLING_FIRST = Comparator.comparing(Diagnostic::severity)
            .thenComparing(diagnostic -> !diagnostic.place().isWhole())
            .thenComparing(Diagnostic.ORDER);

    public Comparison {
        practices = List.copyOf(practices);
        attempts = List.copyOf(attempts);
        pathways = List.copyOf(pathways);
        pages = List.copyOf(pages);
        terms = List.copyOf(terms);
        glossary = List.copyOf(glossary);
        translations = List.copyOf(translations);
        files = List.copyOf(files);
        brought = List.copyOf(brought);
    }

    public static Comparison of(Side before, Side after) {
        List<Change<Entry>> practices =
                entries(before.content().practices(), after.content().practices());
        List<Change<Entry>> attempts =
                entries(before.content().attempts(), after.content().attempts());
        List<Change<Entry>> pathways =
                entries(before.content().pathways(), after.content().pathways());
        List<Change<Entry>> pages =
                entries(before.content().pages(), after.content().pages());
        List<Change<Entry>> all = new ArrayList<>(practices);
        all.addAll(attempts);
        all.addAll(pathways);
        all.addAll(pages);
        Map<String, String> newPaths = newPaths(all);
        List<Diagnostic> told = told(all, after);
        Set<Diagnostic> known = Baseline.known(told, before.diagnostics(), newPaths);
        List<Diagnostic> brought = new ArrayList<>(
                told.stream().filter(found -> !known.contains(found)).toList());
        int mended = before.diagnostics().size() - known.size();
        brought.sort(MOST_TELLING_FIRST);
        WrittenTerms written = new WrittenTerms();
        return new Comparison(
                before,
                after,
                practices,
                attempts,
                pathways,
                pages,
                changes(
                        byKey(before.content().terms(), Term::key),
                        byKey(after.content().terms(), Term::key),
                        (one, other) -> written.of(one).equals(written.of(other))),
                changes(
                        byKey(before.content().glossary(), word -> word.term().value()),
                        byKey(after.content().glossary(), word -> word.term().value()),
                        (one, other) -> written.of(one).equals(written.of(other))),
                changes(
                        byKey(before.content().translations(), one -> one.file().path()),
                        byKey(after.content().translations(), one -> one.file().path()),
                        (one, other) -> text(one.file()).equals(text(other.file()))),
                before.content().settings().equals(after.content().settings())
                        ? Optional.empty()
                        : Optional.of(Change.changed(
                                before.content().settings(), after.content().settings())),
                changes(
                        byKey(before.content().assets(), ContentAsset::path),
                        byKey(after.content().assets(), ContentAsset::path),
                        Comparison::sameBytes),
                brought,
                mended);
    }

    /** Is nothing different? */
    public boolean isEmpty() {
        return changed() == 0;
    }

    /** How many things are different. */
    public int changed() {
        return practices.size()
                + attempts.size()
                + pathways.size()
                + pages.size()
                + terms.size()
                + glossary.size()
                + translations.size()
                + settings.stream().mapToInt(unused -> 1).sum()
                + files.size();
    }

    /** Are there errors that there were none of before? */
    public boolean bringsErrors() {
        return brought.stream().anyMatch(Diagnostic::isError);
    }

    private static <T> Map<String, T> byKey(List<T> list, Function<T, String> key) {
        Map<String, T> map = new TreeMap<>();
        list.forEach(element -> map.putIfAbsent(key.apply(element), element));
        return map;
    }

    private static <T> List<Change<T>> changes(Map<String, T> before, Map<String, T> after, BiPredicate<T, T> same) {
        List<Change<T>> changes = new ArrayList<>();
        after.forEach((key, value) -> {
            if (!before.containsKey(key)) {
                changes.add(Change.added(value));
            }
        });
        after.forEach((key, value) -> {
            T old = before.get(key);
            if (old != null && !same.test(old, value)) {
                changes.add(Change.changed(old, value));
            }
        });
        before.forEach((key, value) -> {
            if (!after.containsKey(key)) {
                changes.add(Change.removed(value));
            }
        });
        return changes;
    }

    private static List<Change<Entry>> entries(List<? extends Entry> before, List<? extends Entry> after) {
        List<Change<Entry>> plain = changes(
                byKey(List.<Entry>copyOf(before), Entry::slug),
                byKey(List.<Entry>copyOf(after), Entry::slug),
                (one, other) -> text(one).equals(text(other)));
        Map<Entry, Entry> renamed = renamed(plain, before);
        Set<Entry> halves = identitySet();
        renamed.forEach((old, now) -> halves.addAll(List.of(old, now)));
        List<Change<Entry>> changes = new ArrayList<>();
        plain.stream().filter(change -> !halves.contains(change.latest())).forEach(changes::add);
        renamed.forEach((old, now) -> changes.add(Change.renamed(old, now)));
        changes.sort(Comparator.comparing((Change<Entry> change) -> change.kind())
                .thenComparing(change -> change.latest().slug()));
        return changes;
    }

    /** The ends of lines are not the writer's doing. */
    private static String text(Entry entry) {
        return text(entry.file());
    }

    private static String text(SourceFile file) {
        return file.text().replace("\r\n", "\n");
    }

    /** What is gone and came back under another name: said so by its {@code aka}, or alike. */
    private static Map<Entry, Entry> renamed(List<Change<Entry>> changes, List<? extends Entry> all) {
        List<Entry> gone = of(Change.Kind.REMOVED, changes);
        List<Entry> added = of(Change.Kind.ADDED, changes);
        Map<String, List<Entry>> byFormer = new HashMap<>();
        added.forEach(now -> formerNames(now)
                .forEach(name -> byFormer.computeIfAbsent(name, unused -> new ArrayList<>())
                        .add(now)));
        Map<Entry, Entry> renamed = new IdentityHashMap<>();
        Set<Entry> answering = identitySet();
        for (Entry old : gone) {
            Stream.of(old.slug(), Addresses.FIRST.of(old))
                    .flatMap(name -> byFormer.getOrDefault(name, List.of()).stream())
                    .filter(answering::add)
                    .findFirst()
                    .ifPresent(now -> renamed.put(old, now));
        }
        List<Entry> fresh =
                added.stream().filter(now -> !answering.contains(now)).toList();
        List<Entry> left =
                gone.stream().filter(old -> !renamed.containsKey(old)).toList();
        if (left.isEmpty() || fresh.isEmpty() || (long) left.size() * fresh.size() > MOST_PAIRS) {
            return renamed;
        }
        Set<String> common = Likeness.common(all.stream().map(Comparison::text));
        List<Pair> pairs = new ArrayList<>();
        Map<Entry, Likeness> likeness = new IdentityHashMap<>();
        for (Entry old : left) {
            for (Entry now : fresh) {
                double alike = likeness.computeIfAbsent(old, entry -> new Likeness(text(entry), common))
                        .to(likeness.computeIfAbsent(now, entry -> new Likeness(text(entry), common)));
                if (alike >= ALIKE) {
                    pairs.add(new Pair(old, now, alike));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::alike)
                .reversed()
                .thenComparing(pair -> pair.old().slug())
                .thenComparing(pair -> pair.now().slug()));
        Set<Entry> taken = identitySet();
        for (Pair pair : pairs) {
            if (!renamed.containsKey(pair.old()) && taken.add(pair.now())) {
                renamed.put(pair.old(), pair.now());
            }
        }
        return renamed;
    }

    /** Entries are large: they are told by identity. */
    private static Set<Entry> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private record Pair(Entry old, Entry now, double alike) {}

    private static List<Entry> of(Change.Kind kind, List<Change<Entry>> changes) {
        return changes.stream()
                .filter(change -> change.kind() == kind)
                .map(Change::latest)
                .toList();
    }

    /** Names and addresses that an entry says it had. */
    private static Stream<String> formerNames(Entry entry) {
        return entry.aka().stream()
                .map(Located::value)
                .flatMap(aka -> OldAddress.isOne(aka)
                        ? OldAddress.files(aka).stream()
                        : entry instanceof Practice ? Stream.of(aka) : Stream.of());
    }

    /** The new path of each file that has another one. */
    private static Map<String, String> newPaths(List<Change<Entry>> changes) {
        return changes.stream()
                .filter(change -> change.before().isPresent() && change.after().isPresent())
                .collect(Collectors.toMap(
                        change -> change.before().get().file().path(),
                        change -> change.after().get().file().path(),
                        (one, other) -> one));
    }

    /** What is found in the present state, texts that are gone or have another name in mind. */
    private static List<Diagnostic> told(List<Change<Entry>> entries, Side after) {
        Set<String> touched = new HashSet<>();
        Set<String> removed = new HashSet<>();
        Map<String, String> renamed = new HashMap<>();
        for (Change<Entry> change : entries) {
            change.after().ifPresent(entry -> touched.add(entry.file().path()));
            String path = change.before().map(entry -> entry.file().path()).orElse("");
            if (change.kind() == Change.Kind.REMOVED) {
                removed.add(path);
            } else if (change.kind() == Change.Kind.RENAMED) {
                renamed.put(path, change.latest().file().path());
            }
        }
        List<Diagnostic> told = new ArrayList<>(Removals.told(after.content(), removed, renamed, after.diagnostics()));
        OnlyDrafts.of(after.content(), touched, removed).ifPresent(told::add);
        return told;
    }

    private static boolean sameBytes(ContentAsset one, ContentAsset other) {
        try {
            return Files.mismatch(one.location().orElseThrow(), other.location().orElseThrow()) < 0;
        } catch (IOException e) {
            throw MachineRefused.because("compare " + other.location().orElseThrow(), e);
        }
    }

    /** Each file of terms is read once. */
    private static final class WrittenTerms {
        private final Map<SourceFile, Map<String, Map<String, List<String>>>> files = new HashMap<>();

        Map<String, List<String>> of(Term term) {
            return of(term.place().file()).getOrDefault(term.slug(), Map.of());
        }

        Map<String, List<String>> of(GlossaryEntry word) {
            return of(word.file()).getOrDefault(word.term().value(), Map.of());
        }

        private Map<String, Map<String, List<String>>> of(SourceFile file) {
            return files.computeIfAbsent(file, RawFields::terms);
        }
    }
}
