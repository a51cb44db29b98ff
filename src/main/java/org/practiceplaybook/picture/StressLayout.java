package org.practiceplaybook.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Lays out a small graph of boxes so that what is joined stands near: stress is made less by stochastic gradient descent (Zheng,
 * Pawar, Goodman, "Graph Drawing by Stochastic Gradient Descent", 2018), while each box is drawn to its place on the axes, where
 * it has one. Boxes never overlap. The order of all sums is fixed and chance is a checksum of names, so the same graph has the
 * same layout on every machine, and one box more moves the others little.
 */
public final class StressLayout {
    private static final int ROUNDS = 40;
    private static final double LAST_STEP = 0.1;
    /** How much of its way to the axes a box goes in each round. */
    private static final double ACROSS = 0.25;

    private static final double DOWN = 0.5;
    /** How much a way aside counts beside one down, where a place is taken. */
    private static final double ASIDE = 0.4;
    /** What is further apart, or not joined at all, is this far. */
    private static final int FARTHEST = 5;
    /** How much of the plane is not boxes. */
    private static final double AIR = 2.6;

    private StressLayout() {}

    /**
     * A box to lay out.
     *
     * @param name no other has it
     * @param across where it belongs from 0 at the left to 1, if it belongs anywhere
     * @param down likewise from the top
     */
    public record Box(String name, OptionalDouble across, OptionalDouble down, int width, int height) {}

    /** Where the top left corner of a box is. */
    public record Corner(int x, int y) {}

    /**
     * Where boxes are, in their order.
     *
     * @param joined pairs of numbers of boxes
     * @param width of the plane; no box is wider
     * @param gap between boxes, and between them and the edge
     */
    public static List<Corner> of(List<Box> boxes, List<List<Integer>> joined, int width, int gap) {
        int count = boxes.size();
        long area = boxes.stream()
                .mapToLong(box -> (long) (box.width() + gap) * (box.height() + gap))
                .sum();
        double height = AIR * area / width;
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = width * boxes.get(i).across().orElse(chance(boxes.get(i).name(), 1));
            y[i] = height * boxes.get(i).down().orElse(chance(boxes.get(i).name(), 2));
            x[i] += (chance(boxes.get(i).name(), 3) - 0.5) * width / 8;
            y[i] += (chance(boxes.get(i).name(), 4) - 0.5) * height / 8;
        }
        descend(boxes, distances(count, joined), width, height, x, y);
        fill(x, width, boxes.stream().mapToInt(Box::width).max().orElse(0) / 2.0 + gap);
        fill(y, height, 0);
        return apart(boxes, x, y, width, gap);
    }

    /** From 0 to 1, by the name alone. */
    private static double chance(String name, int which) {
        long hash = 0x9E3779B97F4A7C15L * which;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        hash ^= hash >>> 29;
        hash *= 0xBF58476D1CE4E5B9L;
        return ((hash ^ hash >>> 32) & 0xFFFFFF) / (double) 0x1000000;
    }

    private static int[][] distances(int count, List<List<Integer>> joined) {
        List<List<Integer>> beside = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            beside.add(new ArrayList<>());
        }
        for (List<Integer> pair : joined) {
            beside.get(pair.get(0)).add(pair.get(1));
            beside.get(pair.get(1)).add(pair.get(0));
        }
        int[][] distances = new int[count][count];
        for (int from = 0; from < count; from++) {
            Arrays.fill(distances[from], FARTHEST);
            distances[from][from] = 0;
            Deque<Integer> next = new ArrayDeque<>(List.of(from));
            while (!next.isEmpty()) {
                int at = next.remove();
                for (int to : beside.get(at)) {
                    if (distances[from][at] + 1 < distances[from][to]) {
                        distances[from][to] = distances[from][at] + 1;
                        next.add(to);
                    }
                }
            }
        }
        return distances;
    }

    private record Pair(int a, int b, double turn) {}

    private static void descend(
            List<Box> boxes, int[][] distances, double width, double height, double[] x, double[] y) {
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < boxes.size(); a++) {
            for (int b = a + 1; b < boxes.size(); b++) {
                String one = boxes.get(a).name();
                String other = boxes.get(b).name();
                String both = one.compareTo(other) < 0 ? one + "\n" + other : other + "\n" + one;
                pairs.add(new Pair(a, b, chance(both, 5)));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::turn));
        double unit = StrictMath.sqrt(width * height / Math.max(1, boxes.size()));
        double first = (double) FARTHEST * FARTHEST;
        for (int round = 0; round < ROUNDS; round++) {
            double step = first * StrictMath.pow(LAST_STEP / first, round / (ROUNDS - 1.0));
            for (Pair pair : pairs) {
                int a = pair.a();
                int b = pair.b();
                double ideal = distances[a][b];
                double dx = x[a] - x[b];
                double dy = y[a] - y[b];
                double far = Math.max(1e-6, StrictMath.sqrt(dx * dx + dy * dy));
                double part = Math.min(1, step / (ideal * ideal)) * (far - ideal * unit) / 2 / far;
                x[a] -= part * dx;
                y[a] -= part * dy;
                x[b] += part * dx;
                y[b] += part * dy;
            }
            for (int i = 0; i < x.length; i++) {
                x[i] += ACROSS * (boxes.get(i).across().orElse(x[i] / width) * width - x[i]);
                y[i] += DOWN * (boxes.get(i).down().orElse(y[i] / height) * height - y[i]);
            }
        }
    }

    /** Stretches places so that they reach from edge to edge; their order stays. */
    private static void fill(double[] places, double length, double edge) {
        double least = Arrays.stream(places).min().orElse(0);
        double most = Arrays.stream(places).max().orElse(0);
        for (int i = 0; i < places.length; i++) {
            places[i] =
                    most - least < 1 ? length / 2 : edge + (places[i] - least) / (most - least) * (length - 2 * edge);
        }
    }

    /** From the top, each at the place that is nearest to its own and free. */
    private static List<Corner> apart(List<Box> boxes, double[] x, double[] y, int width, int gap) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.<Integer>comparingDouble(i -> y[i])
                .thenComparing(i -> boxes.get(i).name()));
        Corner[] corners = new Corner[boxes.size()];
        List<Integer> placed = new ArrayList<>();
        for (int i : order) {
            Box box = boxes.get(i);
            int most = width - gap - box.width();
            int wantedX = (int) Math.round(Math.max(gap, Math.min(most, x[i] - box.width() / 2.0)));
            int wantedY = (int) Math.round(Math.max(gap, y[i] - box.height() / 2.0));
            corners[i] = free(boxes, corners, placed, box, new Corner(wantedX, wantedY), most, gap);
            placed.add(i);
        }
        return closedUp(boxes, corners, order, gap);
    }

    private static Corner free(
            List<Box> boxes, Corner[] corners, List<Integer> placed, Box box, Corner wanted, int most, int gap) {
        List<Integer> lines = new ArrayList<>(List.of(wanted.y()));
        List<Integer> columns = new ArrayList<>(List.of(wanted.x()));
        for (int other : placed) {
            lines.add(corners[other].y() + boxes.get(other).height() + gap);
            columns.add(corners[other].x() + boxes.get(other).width() + gap);
            columns.add(corners[other].x() - gap - box.width());
        }
        Corner best = null;
        double least = Double.MAX_VALUE;
        for (int line : lines) {
            for (int column : columns) {
                if (line < wanted.y() || column < gap || column > most) {
                    continue;
                }
                double aside = Math.abs(column - wanted.x());
                double far = line - wanted.y() + aside * ASIDE;
                if (far < least && isFree(boxes, corners, placed, box, column, line, gap)) {
                    least = far;
                    best = new Corner(column, line);
                }
            }
        }
        return best;
    }

    private static boolean isFree(
            List<Box> boxes, Corner[] corners, List<Integer> placed, Box box, int x, int y, int gap) {
        for (int other : placed) {
            Corner at = corners[other];
            if (x < at.x() + boxes.get(other).width() + gap
                    && at.x() < x + box.width() + gap
                    && y < at.y() + boxes.get(other).height() + gap
                    && at.y() < y + box.height() + gap) {
                return false;
            }
        }
        return true;
    }

    /** Without bands in which there is nothing. */
    private static List<Corner> closedUp(List<Box> boxes, Corner[] corners, List<Integer> order, int gap) {
        List<Integer> down = new ArrayList<>(order);
        down.sort(Comparator.<Integer>comparingInt(i -> corners[i].y())
                .thenComparing(i -> boxes.get(i).name()));
        int end = 0;
        int less = 0;
        for (int i : down) {
            less += Math.max(0, corners[i].y() - less - end - gap);
            corners[i] = new Corner(corners[i].x(), corners[i].y() - less);
            end = Math.max(end, corners[i].y() + boxes.get(i).height());
        }
        return List.of(corners);
    }
}
