package org.practiceplaybook.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** A line between two boxes does not pass behind a third one, where there is room. */
class BentLinesTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 300;

    private static final List<StressLayout.Corner> ROW = List.of(
            new StressLayout.Corner(20, 100), new StressLayout.Corner(220, 100), new StressLayout.Corner(420, 100));

    private static BentLines lines(List<StressLayout.Corner> corners, int width, int height) {
        List<StressLayout.Box> boxes = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            boxes.add(new StressLayout.Box("b" + i, OptionalDouble.empty(), OptionalDouble.empty(), 120, 40));
        }
        return new BentLines(boxes, corners, width, height);
    }

    private static boolean touches(BentLines.Line line, StressLayout.Corner corner) {
        for (double t = 0; t <= 1; t += 0.001) {
            double x = (1 - t) * (1 - t) * line.x1() + 2 * t * (1 - t) * line.bendX() + t * t * line.x2();
            double y = (1 - t) * (1 - t) * line.y1() + 2 * t * (1 - t) * line.bendY() + t * t * line.y2();
            if (x > corner.x() && x < corner.x() + 120 && y > corner.y() && y < corner.y() + 40) {
                return true;
            }
        }
        return false;
    }

    @Test
    void whereTheWayIsFreeItIsStraight() {
        assertThat(lines(ROW, WIDTH, HEIGHT).between(0, 1)).isEqualTo(new BentLines.Line(80, 120, 180, 120, 280, 120));
    }

    @Test
    void aBoxOnTheWayIsPassed() {
        BentLines.Line line = lines(ROW, WIDTH, HEIGHT).between(0, 2);
        assertThat(touches(line, ROW.get(1))).isFalse();
        assertThat(line.y1()).isEqualTo(line.y2()).isEqualTo(120);
        assertThat(line).isEqualTo(lines(ROW, WIDTH, HEIGHT).between(0, 2));
    }

    @Test
    void whereThereIsNoRoomItIsDrawnAllTheSameAndStaysInside() {
        List<StressLayout.Corner> narrow = List.of(
                new StressLayout.Corner(0, 0), new StressLayout.Corner(130, 0), new StressLayout.Corner(260, 0));
        BentLines.Line line = lines(narrow, 380, 40).between(0, 2);
        assertThat(line.bendY()).isBetween(-40, 80);
    }
}
