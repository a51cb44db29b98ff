package org.practiceplaybook.picture;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.practiceplaybook.content.asset.ImageSize;

/**
 * Reads and writes JPEG and PNG with the JDK, samples as they are: no colour is converted, and what a file says of its colours
 * goes over to the new one. The only class that needs {@code java.desktop}, which takes a while to start.
 */
final class Codec {
    private static final float QUALITY = 0.8f;
    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);

    static {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private Codec() {}

    /**
     * A picture as it is meant to be seen.
     *
     * @param kind jpg or png
     * @param enough the width that is needed at most: a wider one may come with fewer pixels, but with twice as many
     * @return empty where it moves, or is of a kind that would not be shown as it is
     * @throws IOException where it is broken
     */
    static Optional<Raster> read(byte[] file, String kind, int enough) throws IOException {
        if (kind.equals("png") && (Png.has(file, "acTL") || Png.has(file, "tRNS") && !isIndexed(file))) {
            return Optional.empty();
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            ImageReadParam asked = reader.getDefaultReadParam();
            int step = Math.max(1, Math.min(reader.getWidth(0), reader.getHeight(0)) / (2 * enough));
            asked.setSourceSubsampling(step, step, 0, 0);
            return samples(reader.read(0, asked))
                    .map(picture -> picture.turned(kind.equals("jpg") ? ImageSize.orientation(file) : 1));
        } finally {
            reader.dispose();
        }
    }

    private static boolean isIndexed(byte[] png) {
        return png.length > 25 && png[25] == 3;
    }

    private static Optional<Raster> samples(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean indexed = image.getColorModel() instanceof IndexColorModel;
        boolean opaque = !image.getColorModel().hasAlpha();
        WritableRaster raster = image.getRaster();
        int bands = indexed ? opaque ? 3 : 4 : raster.getNumBands();
        int bits = indexed ? 8 : raster.getSampleModel().getSampleSize(0);
        if (bands > 4 || bits != 8 && bits != 16) {
            return Optional.empty();
        }
        byte[] samples = new byte[width * height * bands];
        int[] row = new int[width * Math.max(4, bands)];
        for (int y = 0; y < height; y++) {
            int at = y * width * bands;
            if (indexed) {
                image.getRGB(0, y, width, 1, row, 0, width);
                for (int x = 0; x < width; x++) {
                    for (int band = 0; band < bands; band++) {
                        samples[at++] = (byte) (row[x] >> (band == 3 ? 24 : 16 - 8 * band));
                    }
                }
            } else {
                raster.getPixels(0, y, width, 1, row);
                for (int i = 0; i < width * bands; i++) {
                    samples[at + i] = (byte) (row[i] >> bits - 8);
                }
            }
        }
        return Optional.of(new Raster(width, height, bands, samples));
    }

    /**
     * A file of the same kind as another, of whose picture it is.
     *
     * @param like the other file
     * @param kind jpg or png
     */
    static byte[] written(Raster picture, byte[] like, String kind) throws IOException {
        return kind.equals("png") ? Png.of(picture, Png.colours(like)) : jpeg(picture, like);
    }

    private static byte[] jpeg(Raster picture, byte[] like) throws IOException {
        BufferedImage image = new BufferedImage(
                picture.width(),
                picture.height(),
                picture.bands() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        int length = picture.width() * picture.bands();
        int[] row = new int[length];
        for (int y = 0; y < picture.height(); y++) {
            for (int i = 0; i < length; i++) {
                row[i] = picture.samples()[y * length + i] & 0xFF;
            }
            image.getRaster().setPixels(0, y, picture.width(), 1, row);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam asked = writer.getDefaultWriteParam();
            asked.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            asked.setCompressionQuality(QUALITY);
            asked.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), asked);
        } finally {
            writer.dispose();
        }
        return withProfile(bytes.toByteArray(), like);
    }

    /** The segments of another file that say how colours are meant go behind the first one, which is that of JFIF. */
    private static byte[] withProfile(byte[] file, byte[] like) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int first = 4 + ((file[4] & 0xFF) << 8 | file[5] & 0xFF);
        out.write(file, 0, first);
        int at = 2;
        while (at + 4 < like.length && (like[at] & 0xFF) == 0xFF && (like[at + 1] & 0xFF) != 0xDA) {
            int end = at + 2 + ((like[at + 2] & 0xFF) << 8 | like[at + 3] & 0xFF);
            boolean profile = (like[at + 1] & 0xFF) == 0xE2
                    && end <= like.length
                    && end - at - 4 > PROFILE.length
                    && Arrays.equals(like, at + 4, at + 4 + PROFILE.length, PROFILE, 0, PROFILE.length);
            if (profile) {
                out.write(like, at, end - at);
            }
            at = end;
        }
        out.write(file, first, file.length - first);
        return out.toByteArray();
    }
}
