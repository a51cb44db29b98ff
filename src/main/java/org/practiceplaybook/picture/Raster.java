package org.practiceplaybook.picture;

import java.util.Arrays;

/**
 * A picture as samples of eight bits, row by row from the top.
 *
 * @param width in pixels
 * @param height in pixels
 * @param bands of each pixel: 1 grey, 2 grey and opacity, 3 red, green and blue, 4 these and opacity
 * @param samples as many as pixels times bands
 */
public record Raster(int width, int height, int bands, byte[] samples) {
    public Raster {
        if (samples.length != width * height * bands) {
            throw new IllegalArgumentException(
                    samples.length + " samples for " + width + " x " + height + " x " + bands);
        }
    }

    private boolean hasOpacity() {
        return bands % 2 == 0;
    }

    /** The same picture in fewer pixels, each the mean of those that it stands for: in the same order on every machine. */
    Raster scaled(int toWidth) {
        int toHeight = Math.max(1, (int) Math.round((double) height * toWidth / width));
        double ratio = (double) height / toHeight;
        byte[] out = new byte[toWidth * toHeight * bands];
        double[] row = new double[toWidth * bands];
        double[] sum = new double[row.length];
        int read = -1;
        for (int y = 0; y < toHeight; y++) {
            double top = y * ratio;
            double bottom = Math.min(height, top + ratio);
            Arrays.fill(sum, 0);
            for (int from = (int) top; from < bottom; from++) {
                double weight = Math.min(from + 1, bottom) - Math.max(from, top);
                if (from != read) {
                    narrowed(from, row, toWidth);
                    read = from;
                }
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * row[i];
                }
            }
            write(sum, bottom - top, out, y * sum.length);
        }
        return new Raster(toWidth, toHeight, bands, out);
    }

    /** A row of means; colours weigh as much as they can be seen. */
    private void narrowed(int y, double[] row, int toWidth) {
        double ratio = (double) width / toWidth;
        int start = y * width * bands;
        Arrays.fill(row, 0);
        for (int x = 0; x < toWidth; x++) {
            double left = x * ratio;
            double right = Math.min(width, left + ratio);
            for (int from = (int) left; from < right; from++) {
                double weight = (Math.min(from + 1, right) - Math.max(from, left)) / (right - left);
                int at = start + from * bands;
                if (hasOpacity()) {
                    double opacity = weight * (samples[at + bands - 1] & 0xFF);
                    for (int band = 0; band < bands - 1; band++) {
                        row[x * bands + band] += opacity * (samples[at + band] & 0xFF);
                    }
                    row[x * bands + bands - 1] += opacity;
                } else {
                    for (int band = 0; band < bands; band++) {
                        row[x * bands + band] += weight * (samples[at + band] & 0xFF);
                    }
                }
            }
        }
    }

    private void write(double[] sum, double weight, byte[] out, int at) {
        for (int i = 0; i < sum.length; i++) {
            boolean colour = hasOpacity() && i % bands != bands - 1;
            double by = colour ? sum[i - i % bands + bands - 1] : weight;
            out[at + i] = (byte) (by == 0 ? 0 : Math.min(255, Math.round(sum[i] / by)));
        }
    }

    /**
     * As a camera means it to be seen.
     *
     * @param orientation as Exif counts it, 1 to 8
     */
    Raster turned(int orientation) {
        if (orientation < 2 || orientation > 8) {
            return this;
        }
        boolean lies = orientation > 4;
        int toWidth = lies ? height : width;
        int toHeight = lies ? width : height;
        boolean fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        boolean fromBelow = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        byte[] out = new byte[samples.length];
        for (int y = 0; y < toHeight; y++) {
            for (int x = 0; x < toWidth; x++) {
                int column = lies ? y : x;
                int line = lies ? x : y;
                int from = ((fromBelow ? height - 1 - line : line) * width + (fromRight ? width - 1 - column : column))
                        * bands;
                System.arraycopy(samples, from, out, (y * toWidth + x) * bands, bands);
            }
        }
        return new Raster(toWidth, toHeight, bands, out);
    }
}
