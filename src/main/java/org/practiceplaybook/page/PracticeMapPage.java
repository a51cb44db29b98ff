package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import org.practiceplaybook.library.Relation;
import org.practiceplaybook.picture.BentLines;
import org.practiceplaybook.picture.StressLayout;

/** Which practices go together: a drawing of links, along the phases of the work and up the ladder, and the same as a list. */
final class PracticeMapPage implements Output {
    /** More on one drawing nobody can read. */
    private static final int MOST = 40;

    private static final int MOST_NEIGHBOURS = 12;
    private static final int PADDING = 14;
    private static final int LINE = 16;
    private static final int MOST_LINES = 4;

    /**
     * The page.
     *
     * @param drawings the same for a narrow screen and for a wide one
     * @param first the phase at the one side, or empty
     * @param last the one at the other
     * @param deep do practices that reach deeper stand higher?
     * @param bands those that the colours of the boxes stand for
     * @param rows every practice of the drawings
     * @param more are there practices that are not on them?
     * @param all the list of all practices
     */
    record View(
            Frame frame,
            List<DrawingView> drawings,
            String first,
            String last,
            boolean deep,
            boolean found,
            List<BandView> bands,
            List<RowView> rows,
            boolean more,
            LinkView all)
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
     * @param middle of the box, where its words stand
     */
    record BoxView(
            LinkView link, String band, int x, int y, int width, int height, int middle, List<WordsView> words) {}

    /** A line of its title. */
    record WordsView(String text, int y) {}

    /** A practice and those that belong to it. */
    record RowView(LinkView link, List<LinkView> neighbours) {}

    /** How wide a drawing and its boxes are. */
    private record Measure(String key, int width, int box, int letters, int gap) {}

    private static final List<Measure> MEASURES =
            List.of(new Measure("narrow", 360, 132, 16, 20), new Measure("wide", 1100, 170, 21, 26));

    /** A line of the drawing, by the numbers of its practices. */
    private record Join(int one, int other, boolean written) {
        List<Integer> pair() {
            return List.of(one, other);
        }
    }

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        if (edition.has(edition.addresses().practiceMap())) {
            sheets.accept(edition.sheet(edition.addresses().practiceMap(), "map", () -> view(edition)));
        }
    }

    private static View view(Edition edition) {
        List<Practice> live =
                edition.listed(List.copyOf(edition.library().practices().values()));
        List<Practice> shown = shown(live);
        List<Join> joins = joins(edition, shown);
        List<Term> phases = edition.library().terms(Taxonomy.PHASES);
        Frame frame = edition.frame(
                        edition.addresses().practiceMap(),
                        edition.words().get("map.title"),
                        edition.words().get("map.description"),
                        "map",
                        "practices")
                .withCrumbs(
                        edition.link(edition.addresses().home(), "home.crumb"),
                        edition.link(edition.addresses().practices(), "practices.title"));
        return new View(
                frame,
                MEASURES.stream()
                        .map(measure -> drawing(edition, shown, joins, measure))
                        .toList(),
                phases.size() < 2 ? "" : phases.get(0).name(),
                phases.size() < 2 ? "" : phases.get(phases.size() - 1).name(),
                edition.library().terms(Taxonomy.LEVERAGE).size() > 1,
                joins.stream().anyMatch(join -> !join.written()),
                bands(edition, shown),
                rows(edition, shown, joins),
                shown.size() < live.size(),
                edition.link(edition.addresses().practices(), "practices.title"));
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

    /** Those that writers have joined most, in the order of their slugs. */
    private static List<Practice> shown(List<Practice> live) {
        Map<String, Integer> joined = new HashMap<>();
        for (Practice practice : live) {
            practice.related().forEach(to -> {
                joined.merge(practice.slug(), 1, Integer::sum);
                joined.merge(to.slug().value(), 1, Integer::sum);
            });
        }
        Comparator<Practice> slug = Comparator.comparing(Practice::slug);
        return live.stream()
                .sorted(Comparator.<Practice>comparingInt(practice -> -joined.getOrDefault(practice.slug(), 0))
                        .thenComparing(slug))
                .limit(MOST)
                .sorted(slug)
                .toList();
    }

    private static List<Join> joins(Edition edition, List<Practice> shown) {
        Map<String, Integer> numbers = new HashMap<>();
        shown.forEach(practice -> numbers.put(practice.slug(), numbers.size()));
        int[] neighbours = new int[shown.size()];
        List<Join> joins = new ArrayList<>();
        for (boolean written : List.of(true, false)) {
            for (int i = 0; i < shown.size(); i++) {
                for (Relation relation : edition.library().related(shown.get(i))) {
                    Integer to = numbers.get(relation.practice().slug());
                    boolean found =
                            relation.shared().isPresent() || !relation.words().isEmpty();
                    if (to == null
                            || found == written
                            || neighbours[i] >= MOST_NEIGHBOURS
                            || neighbours[to] >= MOST_NEIGHBOURS) {
                        continue;
                    }
                    int one = Math.min(i, to);
                    int other = Math.max(i, to);
                    if (joins.stream().noneMatch(join -> join.one() == one && join.other() == other)) {
                        joins.add(new Join(one, other, written));
                        neighbours[one]++;
                        neighbours[other]++;
                    }
                }
            }
        }
        return joins;
    }

    private static DrawingView drawing(Edition edition, List<Practice> shown, List<Join> joins, Measure measure) {
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

    private static List<RowView> rows(Edition edition, List<Practice> shown, List<Join> joins) {
        List<RowView> rows = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            int here = i;
            List<LinkView> neighbours = joins.stream()
                    .filter(join -> join.one() == here || join.other() == here)
                    .map(join -> edition.link(shown.get(join.one() == here ? join.other() : join.one())))
                    .toList();
            rows.add(new RowView(edition.link(shown.get(i)), neighbours));
        }
        rows.sort(
                Comparator.comparing(row -> PracticeListPages.sortKey(row.link().text())));
        return rows;
    }
}
