package org.practiceplaybook.picture;

import java.util.Arrays;

/**
 * Fills shapes on a plane: how much of each pixel they cover, by the signed areas beside their edges. Plain arithmetic in a
 * fixed order, so a drawing has the same bytes on every machine. Shapes turn one way; where they overlap it counts once.
 */
public final class Canvas {
    private static final int STEPS = 6;

    private final int width;
    private final int height;
    private final double[] edges;

    /** A plane of pixels on which nothing is drawn. */
    public Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.edges = new double[(width + 2) * height];
    }

    /** A straight edge of a shape. */
    public void line(double x0, double y0, double x1, double y1) {
        if (y0 == y1) {
            return;
        }
        double way = y0 < y1 ? 1 : -1;
        double topX = y0 < y1 ? x0 : x1;
        double top = Math.min(y0, y1);
        double bottom = Math.max(y0, y1);
        double slope = (x1 - x0) / (y1 - y0);
        for (int y = Math.max(0, (int) Math.floor(top)); y < Math.min(height, bottom); y++) {
            double from = Math.max(top, y);
            double to = Math.min(bottom, y + 1);
            if (to > from) {
                double startX = topX + (from - top) * slope;
                double endX = topX + (to - top) * slope;
                row(y, Math.min(startX, endX), Math.max(startX, endX), way * (to - from));
            }
        }
    }

    /** What an edge within a row covers to its right: all of the pixels behind it, a part of those that it crosses. */
    private void row(int y, double left, double right, double amount) {
        double from = Math.max(0, Math.min(width, left));
        double to = Math.max(0, Math.min(width, right));
        int row = y * (width + 2);
        int first = (int) from;
        if (to - from < 1e-9 || (int) to == first) {
            double covered = first + 1 - (from + to) / 2;
            edges[row + first] += amount * covered;
            edges[row + first + 1] += amount * (1 - covered);
            return;
        }
        double before = 0;
        double perPixel = amount / (to - from);
        for (int x = first; x <= (int) to && x < width + 1; x++) {
            double a = Math.max(from, x);
            double b = Math.min(to, x + 1);
            double part = perPixel * (b - a);
            double covered = part * (x + 1 - (a + b) / 2);
            edges[row + x] += covered + before;
            before = part - covered;
        }
        edges[row + Math.min(width + 1, (int) to + 1)] += before;
    }

    /** A bow of a shape with one point that draws it (a quadratic Bézier curve). */
    public void curve(double x0, double y0, double cx, double cy, double x1, double y1) {
        double lastX = x0;
        double lastY = y0;
        for (int i = 1; i <= STEPS; i++) {
            double t = i / (double) STEPS;
            double s = 1 - t;
            double x = s * s * x0 + 2 * s * t * cx + t * t * x1;
            double y = s * s * y0 + 2 * s * t * cy + t * t * y1;
            line(lastX, lastY, x, y);
            lastX = x;
            lastY = y;
        }
    }

    /** A box. */
    public void box(double x, double y, double wide, double high) {
        line(x, y, x, y + high);
        line(x + wide, y + high, x + wide, y);
    }

    /**
     * Paints what was drawn, and begins anew.
     *
     * @param pixels numbers of colours, row by row
     * @param first number of the colour of a pixel that is hardly covered; the last is that of one that is covered whole
     * @param shades how many there are between
     */
    public void paint(byte[] pixels, int first, int shades) {
        for (int y = 0; y < height; y++) {
            double sum = 0;
            int row = y * (width + 2);
            for (int x = 0; x < width; x++) {
                sum += edges[row + x];
                long shade = Math.round(Math.min(1, Math.abs(sum)) * shades);
                if (shade > 0) {
                    pixels[y * width + x] = (byte) (first + shade - 1);
                }
            }
        }
        Arrays.fill(edges, 0);
    }
}
