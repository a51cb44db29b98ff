package org.practiceplaybook.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Sketch;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;

/**
 * Practices that say what another one says already: under the same name, or in much the same words.
 *
 * <p>The older of two is the one to look at. Each practice is compared with a few that share a name or a band of its
 * {@link Sketch}, so that the work grows with the number of practices and not with its square.
 */
final class NearDuplicates implements Rule {
    /** The share of word pairs in common from which two texts count as alike. */
    private static final double ALIKE = 0.5;
    /** Practices of one bucket that a newcomer is compared with. */
    private static final int MOST_NEIGHBOURS = 4;
    /** Word pairs below which a text is too short to say anything by itself. */
    private static final int SHORTEST = 12;

    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        Map<String, Practice> byName = new HashMap<>();
        Map<Integer, List<Practice>> byBand = new HashMap<>();
        for (Practice practice : oldestFirst(subject.content().practices().stream(), subject.library())) {
            Optional<Likeness> likeness = alikeByName(practice, byName).or(() -> alikeByText(practice, byBand));
            likeness.ifPresent(found -> report.accept(diagnostic(practice, found)));
        }
    }

    private static List<Practice> oldestFirst(Stream<Practice> practices, Library library) {
        return practices
                .filter(practice -> practice.state() != State.RETIRED)
                .sorted(Comparator.comparing((Practice practice) -> created(library, practice))
                        .thenComparing(practice -> practice.state() == State.DRAFT)
                        .thenComparing(Practice::slug))
                .toList();
    }

    private static LocalDate created(Library library, Practice practice) {
        return library.history()
                .of(practice.file().path())
                .map(History.FileHistory::created)
                .orElse(LocalDate.MAX);
    }

    /** The older practice, and in what they are alike. */
    private record Likeness(Practice older, String how) {}

    private static Optional<Likeness> alikeByName(Practice practice, Map<String, Practice> byName) {
        Likeness found = null;
        List<String> names = new ArrayList<>();
        names.add(practice.title().value());
        practice.aka().stream().map(Located::value).forEach(names::add);
        for (int i = 0; i < names.size(); i++) {
            String key = Sketch.nameKey(names.get(i));
            if (key.isEmpty()) {
                continue;
            }
            Practice older = byName.putIfAbsent(key, practice);
            boolean told = i > 0 && isTaken(names.get(i), older);
            if (found == null && older != null && older != practice && !told && !know(older, practice)) {
                found = new Likeness(older, i == 0 ? "the same name" : "\"" + names.get(i) + "\" is a name of both");
            }
        }
        return Optional.ofNullable(found);
    }

    /** Names that lead to one practice only are told of by {@link NamesTaken}. */
    private static boolean isTaken(String name, Practice older) {
        return older != null
                && (older.slug().equals(name)
                        || older.aka().stream().anyMatch(other -> other.value().equals(name)));
    }

    private static Optional<Likeness> alikeByText(Practice practice, Map<Integer, List<Practice>> byBand) {
        if (practice.sketch().size() < SHORTEST) {
            return Optional.empty();
        }
        Practice best = null;
        double most = ALIKE;
        for (int band : practice.sketch().bands()) {
            List<Practice> bucket = byBand.computeIfAbsent(band, unused -> new ArrayList<>(1));
            for (Practice older : bucket) {
                double likeness = older == best ? 0 : practice.sketch().likeness(older.sketch());
                if (likeness >= most && !know(older, practice)) {
                    best = older;
                    most = likeness;
                }
            }
            if (bucket.size() < MOST_NEIGHBOURS) {
                bucket.add(practice);
            }
        }
        return best == null
                ? Optional.empty()
                : Optional.of(new Likeness(best, Math.round(most * 100) + " % of the words in common"));
    }

    /** Whoever relates two practices, or replaces one by the other, has looked at both. */
    private static boolean know(Practice a, Practice b) {
        return names(a, b) || names(b, a);
    }

    private static boolean names(Practice a, Practice b) {
        return a.related().stream().anyMatch(related -> related.slug().value().equals(b.slug()))
                || a.replacedBy().filter(slug -> slug.value().equals(b.slug())).isPresent();
    }

    private static Diagnostic diagnostic(Practice practice, Likeness likeness) {
        return Diagnostic.of(
                        RuleCode.NEAR_DUPLICATE,
                        practice.at(practice.title().span()),
                        "this practice is much like \""
                                + likeness.older().title().value() + "\" in "
                                + likeness.older().file().path())
                .label(likeness.how())
                .effect("two pages on one thing, each with half of the tries")
                .remedy(
                        "look at that one: perhaps what is new here can be a variation of it; if both are needed, name it"
                                + " under \"related\" and say how they differ");
    }
}
