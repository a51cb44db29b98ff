package org.practiceplaybook.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.picture.StressLayout.Box;
import org.practiceplaybook.picture.StressLayout.Corner;

class StressLayoutTest {
    private static final int WIDTH = 1100;
    private static final int GAP = 20;

    private static List<Box> boxes(int count, boolean placed) {
        Random random = new Random(7);
        return IntStream.range(0, count)
                .mapToObj(i -> new Box(
                        "practice-" + i,
                        placed ? OptionalDouble.of(random.nextInt(5) / 4.0) : OptionalDouble.empty(),
                        placed ? OptionalDouble.of(random.nextInt(12) / 11.0) : OptionalDouble.empty(),
                        170,
                        30 + 16 * random.nextInt(3)))
                .toList();
    }

    private static List<List<Integer>> joined(int count) {
        Random random = new Random(8);
        List<List<Integer>> joined = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            joined.add(List.of(random.nextInt(i), i));
        }
        return joined;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 13, 60})
    void noBoxLiesOverAnother(int count) {
        for (boolean placed : new boolean[] {true, false}) {
            List<Box> boxes = boxes(count, placed);
            List<Corner> corners = StressLayout.of(boxes, joined(count), WIDTH, GAP);
            assertThat(corners).hasSize(count).isEqualTo(StressLayout.of(boxes, joined(count), WIDTH, GAP));
            for (int i = 0; i < count; i++) {
                Corner one = corners.get(i);
                assertThat(one.x()).isBetween(GAP, WIDTH - GAP - 170);
                assertThat(one.y()).isBetween(GAP, 40_000);
                for (int j = 0; j < i; j++) {
                    Corner other = corners.get(j);
                    boolean beside = Math.abs(one.x() - other.x()) >= 170 + GAP;
                    boolean below = one.y() >= other.y() + boxes.get(j).height() + GAP
                            || other.y() >= one.y() + boxes.get(i).height() + GAP;
                    assertThat(beside || below).as(i + " and " + j).isTrue();
                }
            }
        }
    }

    /** What belongs at the left is left of what belongs at the right, and so from top to bottom, but for a few. */
    @Test
    void theAxesMeanSomething() {
        List<Box> boxes = boxes(40, true);
        List<Corner> corners = StressLayout.of(boxes, joined(40), WIDTH, GAP);
        int pairs = 0;
        int right = 0;
        for (Box one : boxes) {
            for (Box other : boxes) {
                Corner a = corners.get(boxes.indexOf(one));
                Corner b = corners.get(boxes.indexOf(other));
                if (other.across().getAsDouble() - one.across().getAsDouble() > 0.4) {
                    pairs++;
                    right += a.x() < b.x() ? 1 : 0;
                }
                if (other.down().getAsDouble() - one.down().getAsDouble() > 0.3) {
                    pairs++;
                    right += a.y() < b.y() ? 1 : 0;
                }
            }
        }
        assertThat(right / (double) pairs).isGreaterThan(0.9);
    }

    /** What is joined is nearer than what is not. */
    @Test
    void neighboursAreNear() {
        List<Box> boxes = boxes(30, false);
        List<List<Integer>> joined = joined(30);
        List<Corner> corners = StressLayout.of(boxes, joined, WIDTH, GAP);
        double near = joined.stream()
                .mapToDouble(pair -> far(corners.get(pair.get(0)), corners.get(pair.get(1))))
                .average()
                .orElseThrow();
        double all = corners.stream()
                .flatMap(one -> corners.stream().filter(other -> other != one).map(other -> far(one, other)))
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        assertThat(near).isLessThan(0.6 * all);
    }

    @Test
    void oneMoreLeavesTheOthersAboutWhereTheyWere() {
        List<Corner> before = StressLayout.of(boxes(30, true), joined(30), WIDTH, GAP);
        List<Corner> after = StressLayout.of(boxes(31, true), joined(31), WIDTH, GAP);
        double moved = IntStream.range(0, 30)
                .mapToDouble(i -> far(before.get(i), after.get(i)))
                .average()
                .orElseThrow();
        assertThat(moved).isLessThan(100);
    }

    private static double far(Corner one, Corner other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }
}
