package org.practiceplaybook.picture;

import java.util.List;

/**
 * Lines between boxes of a drawing. A straight one that would pass behind a third box, as if it led there, is bent around it as
 * far as there is room.
 */
public final class BentLines {
    /** Points of a line that are looked at. */
    private static final int POINTS = 40;
    /** So far from a box its line stays. */
    private static final int AIR = 4;

    private static final int STEP = 12;
    private static final int STEPS = 24;
    /** Where on the straight line the bend may be. */
    private static final double[] PLACES = {0.5, 0.3, 0.7};

    private final List<StressLayout.Box> boxes;
    private final List<StressLayout.Corner> corners;
    private final int width;
    private final int height;

    /**
     * A line as a curve of the second degree; a straight one bends in its own middle.
     *
     * @param bendX of the point towards which it is drawn
     */
    public record Line(int x1, int y1, int bendX, int bendY, int x2, int y2) {}

    /** Lines of a drawing of boxes at their corners. */
    public BentLines(List<StressLayout.Box> boxes, List<StressLayout.Corner> corners, int width, int height) {
        this.boxes = List.copyOf(boxes);
        this.corners = List.copyOf(corners);
        this.width = width;
        this.height = height;
    }

    /** The line from the middle of a box to that of another, by their numbers. */
    public Line between(int one, int other) {
        Line best = null;
        int least = Integer.MAX_VALUE;
        for (int step = 0; step <= STEPS && least > 0; step++) {
            for (int side = 0; side < (step == 0 ? 1 : 2); side++) {
                for (double place : PLACES) {
                    Line line = line(one, other, place, side == 0 ? step * STEP : -step * STEP);
                    int behind = behind(line, one, other);
                    if (behind < least) {
                        least = behind;
                        best = line;
                    }
                }
            }
        }
        return best;
    }

    private Line line(int one, int other, double place, int aside) {
        int x1 = corners.get(one).x() + boxes.get(one).width() / 2;
        int y1 = corners.get(one).y() + boxes.get(one).height() / 2;
        int x2 = corners.get(other).x() + boxes.get(other).width() / 2;
        int y2 = corners.get(other).y() + boxes.get(other).height() / 2;
        double length = Math.max(1, Math.hypot(x2 - x1, y2 - y1));
        return new Line(
                x1,
                y1,
                (int) Math.round(x1 + place * (x2 - x1) - aside * (y2 - y1) / length),
                (int) Math.round(y1 + place * (y2 - y1) + aside * (x2 - x1) / length),
                x2,
                y2);
    }

    /** How many of its points lie behind a third box, or outside of the drawing. */
    private int behind(Line line, int one, int other) {
        int behind = 0;
        for (int i = 1; i < POINTS; i++) {
            double t = (double) i / POINTS;
            double x = (1 - t) * (1 - t) * line.x1() + 2 * t * (1 - t) * line.bendX() + t * t * line.x2();
            double y = (1 - t) * (1 - t) * line.y1() + 2 * t * (1 - t) * line.bendY() + t * t * line.y2();
            behind += x < 0 || x > width || y < 0 || y > height ? 1 : 0;
            for (int box = 0; box < boxes.size(); box++) {
                behind += box != one && box != other && isIn(box, x, y) ? 1 : 0;
            }
        }
        return behind;
    }

    private boolean isIn(int box, double x, double y) {
        StressLayout.Corner corner = corners.get(box);
        return x > corner.x() - AIR
                && x < corner.x() + boxes.get(box).width() + AIR
                && y > corner.y() - AIR
                && y < corner.y() + boxes.get(box).height() + AIR;
    }
}
