package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.value.Band;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Relation;
import org.practiceplaybook.picture.BentLines;
import org.practiceplaybook.picture.StressLayout;

/**
 * Which practices go together: a drawing of links, along the phases of the work and up the ladder, and a list of all practices
 * with the neighbourhood of each, drawn where an address points to it.
 */
final class PracticeMapPage implements Output {
    /** More on one drawing nobody can read. */
    private static final int MOST = 40;

    /** Practices in the list of a page: with the drawing above it is not longer than a dozen screens of a phone. */
    private static final int ROWS = 30;

    /** Of a practice, in a drawing that has the room. */
    private static final int MOST_NEIGHBOURS = 12;

    private static final int PADDING = 14;
    private static final int LINE = 16;
    private static final int MOST_LINES = 4;

    /**
     * A page: the first has the drawing.
     *
     * @param drawings for a narrow screen and for a wide one; none on a page after the first
     * @param fewer has the narrow one fewer lines?
     * @param first the phase at the one side, or empty
     * @param last the one at the other
     * @param deep do practices that reach deeper stand higher?
     * @param bands those that the colours of the boxes stand for
     * @param rows every practice
     * @param most how many are drawn, if not all, or 0
     * @param all the list of all practices
     */
    record View(
            Frame frame,
            List<DrawingView> drawings,
            boolean fewer,
            String first,
            String last,
            boolean deep,
            boolean found,
            List<BandView> bands,
            List<RowView> rows,
            int most,
            LinkView all,
            Paging paging)
            implements PageView {}

    /** A drawing, and what its style sheet knows it by. */
    record DrawingView(String key, int width, int height, List<LineView> lines, List<BoxView> boxes) {}

    /** A band of the ladder. */
    record BandView(String key, String name) {}

    /** From the middle of a box to that of another, bent towards a point so that it passes no third one. */
    record LineView(int x1, int y1, int bendX, int bendY, int x2, int y2, boolean written) {}

    /**
     * A practice.
     *
     * @param band of its deepest rung, or empty
     * @param here is the drawing about it?
     * @param middle of the box, where its words stand
     */
    record BoxView(
            LinkView link,
            String band,
            boolean here,
            int x,
            int y,
            int width,
            int height,
            int middle,
            List<WordsView> words) {}

    /** A line of its title. */
    record WordsView(String text, int y) {}

    /** A practice and those that belong to it, as words and drawn. */
    record RowView(LinkView link, String id, List<LinkView> neighbours, Optional<DrawingView> drawing) {}

    /** How wide a drawing and its boxes are, and how many lines may end at a box. */
    private record Measure(String key, int width, int box, int letters, int gap, int lines) {}

    /** More lines on a narrow drawing are a tangle. */
    private static final Measure NARROW = new Measure("narrow", 360, 132, 16, 20, 3);

    private static final Measure WIDE = new Measure("wide", 1100, 170, 21, 26, MOST_NEIGHBOURS);

    /** A line of the drawing, by the numbers of its practices. */
    private record Join(int one, int other, boolean written) {
        List<Integer> pair() {
            return List.of(one, other);
        }
    }

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        if (edition.has(edition.addresses().practiceMap())) {
            for (Paging.Slice<Practice> slice : slices(edition)) {
                sheets.accept(edition.sheet(slice.path(), "map", () -> view(edition, slice)));
            }
        }
    }

    private static List<Paging.Slice<Practice>> slices(Edition edition) {
        return Paging.slices(edition.addresses().practiceMap(), PracticeListPages.sorted(edition), ROWS);
    }

    /** Where the neighbourhood of each practice is drawn, by its slug. */
    static Map<String, String> places(Edition edition) {
        Map<String, String> places = new HashMap<>();
        if (edition.has(edition.addresses().practiceMap())) {
            for (Paging.Slice<Practice> slice : slices(edition)) {
                slice.items()
                        .forEach(practice -> places.put(
                                practice.slug(), Addresses.url(slice.path()) + "#" + Addresses.url(practice.slug())));
            }
        }
        return places;
    }

    private static View view(Edition edition, Paging.Slice<Practice> slice) {
        boolean first = slice.paging().number() == 1;
        List<Practice> live =
                edition.listed(List.copyOf(edition.library().practices().values()));
        List<Practice> shown = first ? shown(edition, live) : List.of();
        List<Join> joins = joins(edition, shown, WIDE.lines());
        List<Join> fewer = joins(edition, shown, NARROW.lines());
        List<Term> phases = edition.library().terms(Taxonomy.PHASES);
        Frame frame = edition.frame(
                        slice.path(),
                        edition.words().get("map.title"),
                        edition.words().get("map.description"),
                        "map",
                        "practices")
                .withCrumbs(
                        edition.link(edition.addresses().home(), "home.crumb"),
                        edition.link(edition.addresses().practices(), "practices.title"));
        return new View(
                frame,
                first
                        ? List.of(
                                drawing(edition, shown, fewer, NARROW, false),
                                drawing(edition, shown, joins, WIDE, false))
                        : List.of(),
                fewer.size() < joins.size(),
                phases.size() < 2 ? "" : phases.get(0).name(),
                phases.size() < 2 ? "" : phases.get(phases.size() - 1).name(),
                edition.library().terms(Taxonomy.LEVERAGE).size() > 1,
                joins.stream().anyMatch(join -> !join.written()),
                bands(edition, shown),
                slice.items().stream().map(practice -> row(edition, practice)).toList(),
                shown.size() < live.size() ? shown.size() : 0,
                edition.link(edition.addresses().practices(), "practices.title"),
                slice.paging());
    }

    private static RowView row(Edition edition, Practice practice) {
        List<Practice> around = new ArrayList<>(List.of(practice));
        List<Join> joins = new ArrayList<>();
        for (Relation relation : edition.library().related(practice)) {
            if (joins.size() < MOST_NEIGHBOURS
                    && !edition.listed(List.of(relation.practice())).isEmpty()) {
                joins.add(new Join(0, around.size(), isWritten(relation)));
                around.add(relation.practice());
            }
        }
        return new RowView(
                edition.link(practice),
                practice.slug(),
                around.stream().skip(1).map(edition::link).toList(),
                joins.isEmpty() ? Optional.empty() : Optional.of(drawing(edition, around, joins, NARROW, true)));
    }

    private static boolean isWritten(Relation relation) {
        return relation.shared().isEmpty() && relation.words().isEmpty();
    }

    /** The bands of the deepest rungs of practices, the deepest first. */
    private static List<BandView> bands(Edition edition, List<Practice> shown) {
        return shown.stream()
                .flatMap(practice -> deepest(edition, practice).flatMap(Term::band).stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(band -> new BandView(band.key(), edition.words().get("band." + band.key())))
                .toList();
    }

    private static Optional<Term> deepest(Edition edition, Practice practice) {
        List<Term> ladder = edition.library().terms(Taxonomy.LEVERAGE);
        return edition.library().terms(Taxonomy.LEVERAGE, practice).stream()
                .max(Comparator.comparingInt(ladder::indexOf));
    }

    /**
     * As many as one drawing holds: the one that writers have joined most, then, one by one, what is joined most to those that
     * are there; in the order of their slugs.
     */
    private static List<Practice> shown(Edition edition, List<Practice> live) {
        Comparator<Practice> slug = Comparator.comparing(Practice::slug);
        Map<String, Integer> written = new HashMap<>();
        for (Practice practice : live) {
            practice.related().forEach(to -> {
                written.merge(practice.slug(), 1, Integer::sum);
                written.merge(to.slug().value(), 1, Integer::sum);
            });
        }
        Map<String, Integer> joined = new HashMap<>();
        Comparator<Practice> best = Comparator.<Practice>comparingInt(
                        practice -> -joined.getOrDefault(practice.slug(), 0))
                .thenComparingInt(practice -> -written.getOrDefault(practice.slug(), 0))
                .thenComparing(slug);
        List<Practice> shown = new ArrayList<>();
        List<Practice> left = new ArrayList<>(live);
        while (shown.size() < MOST && !left.isEmpty()) {
            Practice next = left.stream().min(best).orElseThrow();
            left.remove(next);
            shown.add(next);
            edition.library()
                    .related(next)
                    .forEach(relation ->
                            joined.merge(relation.practice().slug(), isWritten(relation) ? MOST : 1, Integer::sum));
        }
        return shown.stream().sorted(slug).toList();
    }

    /** The lines of a drawing, those first that stand first with their practices. Nothing that is joined is left without. */
    private static List<Join> joins(Edition edition, List<Practice> shown, int most) {
        Map<String, Integer> numbers = new HashMap<>();
        shown.forEach(practice -> numbers.put(practice.slug(), numbers.size()));
        List<List<Relation>> related = shown.stream()
                .map(practice -> edition.library().related(practice))
                .toList();
        int longest = related.stream().mapToInt(List::size).max().orElse(0);
        int[] lines = new int[shown.size()];
        Map<List<Integer>, Join> joins = new LinkedHashMap<>();
        for (boolean written : List.of(true, false)) {
            for (int rank = 0; rank < longest; rank++) {
                for (int i = 0; i < shown.size(); i++) {
                    if (rank >= related.get(i).size()) {
                        continue;
                    }
                    Relation relation = related.get(i).get(rank);
                    Integer to = numbers.get(relation.practice().slug());
                    if (to == null || isWritten(relation) != written || !isRoom(lines[i], lines[to], most)) {
                        continue;
                    }
                    Join join = new Join(Math.min(i, to), Math.max(i, to), written);
                    if (joins.putIfAbsent(join.pair(), join) == null) {
                        lines[i]++;
                        lines[to]++;
                    }
                }
            }
        }
        return List.copyOf(joins.values());
    }

    private static boolean isRoom(int one, int other, int most) {
        return Math.max(one, other) < most || Math.min(one, other) == 0 && Math.max(one, other) < MOST_NEIGHBOURS;
    }

    /** @param around is it about the first of them? */
    private static DrawingView drawing(
            Edition edition, List<Practice> shown, List<Join> joins, Measure measure, boolean around) {
        boolean mirrored = edition.direction().equals("rtl");
        List<List<String>> titles = shown.stream()
                .map(practice -> lines(practice.title().value(), measure.letters()))
                .toList();
        List<StressLayout.Box> boxes = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            OptionalDouble across =
                    places(edition, Taxonomy.PHASES, shown.get(i)).average();
            boxes.add(new StressLayout.Box(
                    shown.get(i).slug(),
                    mirrored && across.isPresent() ? OptionalDouble.of(1 - across.getAsDouble()) : across,
                    places(edition, Taxonomy.LEVERAGE, shown.get(i)).max().stream()
                            .map(up -> 1 - up)
                            .findFirst(),
                    measure.box(),
                    LINE * titles.get(i).size() + PADDING));
        }
        List<StressLayout.Corner> corners =
                StressLayout.of(boxes, joins.stream().map(Join::pair).toList(), measure.width(), measure.gap());
        List<BoxView> views = new ArrayList<>();
        int height = 0;
        for (int i = 0; i < boxes.size(); i++) {
            StressLayout.Corner corner = corners.get(i);
            StressLayout.Box box = boxes.get(i);
            List<WordsView> words = new ArrayList<>();
            for (String line : titles.get(i)) {
                words.add(new WordsView(line, corner.y() + PADDING / 2 + LINE * words.size() + 12));
            }
            views.add(new BoxView(
                    edition.link(shown.get(i)),
                    deepest(edition, shown.get(i))
                            .flatMap(Term::band)
                            .map(Band::key)
                            .orElse(""),
                    around && i == 0,
                    corner.x(),
                    corner.y(),
                    box.width(),
                    box.height(),
                    corner.x() + box.width() / 2,
                    words));
            height = Math.max(height, corner.y() + box.height() + measure.gap());
        }
        BentLines bent = new BentLines(boxes, corners, measure.width(), height);
        List<LineView> lines = joins.stream()
                .map(join -> {
                    BentLines.Line line = bent.between(join.one(), join.other());
                    return new LineView(
                            line.x1(), line.y1(), line.bendX(), line.bendY(), line.x2(), line.y2(), join.written());
                })
                .toList();
        return new DrawingView(measure.key(), measure.width(), height, lines, views);
    }

    /** The mean of where a practice's terms stand among all of their vocabulary, from 0 for the first to 1. */
    private static DoubleStream places(Edition edition, Taxonomy taxonomy, Practice practice) {
        List<Term> all = edition.library().terms(taxonomy);
        return all.size() < 2
                ? DoubleStream.empty()
                : edition.library().terms(taxonomy, practice).stream()
                        .mapToDouble(term -> all.indexOf(term) / (all.size() - 1.0));
    }

    /** A title in lines of so many letters, those of East Asia counted twice; what is left over is cut. */
    private static List<String> lines(String title, int letters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : title.strip().split("\\s+")) {
            for (String part : parts(word, letters)) {
                if (line.length() > 0 && width(line + " " + part) > letters) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.length() == 0 ? "" : " ").append(part);
            }
        }
        lines.add(line.toString());
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> cut = new ArrayList<>(lines.subList(0, MOST_LINES));
        cut.set(MOST_LINES - 1, cut.get(MOST_LINES - 1) + " …");
        return cut;
    }

    private static List<String> parts(String word, int letters) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int character : word.codePoints().toArray()) {
            if (width(part) + width(Character.toString(character)) > letters) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.appendCodePoint(character);
        }
        parts.add(part.toString());
        return parts;
    }

    private static int width(CharSequence text) {
        return text.codePoints()
                .map(one -> one >= 0x1100 && (one < 0x2000 || one > 0x2E80) ? 2 : 1)
                .sum();
    }
}
