package org.practiceplaybook.content.asset;

import java.util.Optional;

/**
 * The size of an image in pixels, as its file says, so that a page need not jump when the image arrives.
 *
 * <p>Read from the first bytes: the JDK's image readers take longer to start than a whole small build.
 */
public record ImageSize(int width, int height) {
    private static final int LARGEST = 100_000;
    private static final int LONGEST_SIDE = 12_000;
    private static final long MOST_PIXELS = 50_000_000;
    private static final int EXIF_ORIENTATION = 0x0112;

    /** Has it so many pixels that it would fill the memory of a phone? */
    public boolean isTooLarge() {
        return Math.max(width, height) >= LONGEST_SIDE || (long) width * height > MOST_PIXELS;
    }

    /**
     * Reads PNG, GIF, JPEG, WebP, AVIF and BMP. A photo has the size that it is shown in: one that a camera took upright is
     * higher than it is wide.
     *
     * @param head the first bytes of the file
     */
    static Optional<ImageSize> of(byte[] head) {
        if (starts(head, 0, 0x89, 'P', 'N', 'G') && head.length >= 24) {
            return size(big32(head, 16), big32(head, 20));
        }
        if (starts(head, 0, 'G', 'I', 'F', '8') && head.length >= 10) {
            return size(little16(head, 6), little16(head, 8));
        }
        if (starts(head, 0, 0xFF, 0xD8)) {
            return jpeg(head);
        }
        if (starts(head, 0, 'R', 'I', 'F', 'F') && starts(head, 8, 'W', 'E', 'B', 'P') && head.length >= 30) {
            return webp(head);
        }
        if (starts(head, 4, 'f', 't', 'y', 'p')) {
            return largest(head);
        }
        if (starts(head, 0, 'B', 'M') && head.length >= 26) {
            return size(little32(head, 18), Math.abs(little32(head, 22)));
        }
        return Optional.empty();
    }

    /**
     * The end of a name that fits how a file begins: {@code png}, {@code gif}, {@code jpg}, {@code webp}, {@code avif} or {@code
     * heic}, or nothing.
     */
    public static Optional<String> kind(byte[] head) {
        if (starts(head, 0, 0x89, 'P', 'N', 'G')) {
            return Optional.of("png");
        }
        if (starts(head, 0, 'G', 'I', 'F', '8')) {
            return Optional.of("gif");
        }
        if (starts(head, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("jpg");
        }
        if (starts(head, 4, 'f', 't', 'y', 'p', 'a', 'v', 'i')) {
            return Optional.of("avif");
        }
        if (starts(head, 4, 'f', 't', 'y', 'p', 'h', 'e') || starts(head, 4, 'f', 't', 'y', 'p', 'm', 'i', 'f', '1')) {
            return Optional.of("heic");
        }
        return starts(head, 0, 'R', 'I', 'F', 'F') && starts(head, 8, 'W', 'E', 'B', 'P')
                ? Optional.of("webp")
                : Optional.empty();
    }

    /** The frame header's markers are C0 to CF without C4, C8 and CC (ITU T.81, table B.1). */
    private static Optional<ImageSize> jpeg(byte[] head) {
        int i = 2;
        while (i + 9 < head.length && (head[i] & 0xFF) == 0xFF) {
            int marker = head[i + 1] & 0xFF;
            if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                int across = big16(head, i + 7);
                int down = big16(head, i + 5);
                return orientation(head) > 4 ? size(down, across) : size(across, down);
            }
            i += 2 + big16(head, i + 2);
        }
        return Optional.empty();
    }

    /**
     * How a camera was held, as Exif 2.3 counts it: 1 upright, 5 to 8 on one of its sides.
     *
     * @param head the first bytes of a JPEG file
     */
    public static int orientation(byte[] head) {
        for (int i = 2; i + 10 < head.length && (head[i] & 0xFF) == 0xFF && (head[i + 1] & 0xFF) != 0xDA; ) {
            if ((head[i + 1] & 0xFF) == 0xE1 && starts(head, i + 4, 'E', 'x', 'i', 'f', 0, 0)) {
                return orientation(head, i + 10);
            }
            i += 2 + big16(head, i + 2);
        }
        return 1;
    }

    /** @param tiff where the table begins */
    private static int orientation(byte[] head, int tiff) {
        boolean little = starts(head, tiff, 'I', 'I');
        int first = tiff + 8 > head.length ? -1 : little ? little32(head, tiff + 4) : big32(head, tiff + 4);
        if (first < 0 || first > head.length) {
            return 1;
        }
        int table = tiff + first;
        int entries = table + 2 > head.length ? 0 : little ? little16(head, table) : big16(head, table);
        for (int at = table + 2; entries > 0 && at + 12 <= head.length; at += 12, entries--) {
            if ((little ? little16(head, at) : big16(head, at)) == EXIF_ORIENTATION) {
                return little ? little16(head, at + 8) : big16(head, at + 8);
            }
        }
        return 1;
    }

    /** The box {@code ispe} of each picture in a file (ISO/IEC 23008-12): one may be a preview of another. */
    private static Optional<ImageSize> largest(byte[] head) {
        Optional<ImageSize> largest = Optional.empty();
        for (int i = 8; i + 16 <= head.length; i++) {
            if (head[i] == 'i' && starts(head, i, 'i', 's', 'p', 'e')) {
                Optional<ImageSize> size = size(big32(head, i + 8), big32(head, i + 12));
                boolean larger = size.isPresent()
                        && largest.filter(one -> one.width >= size.get().width).isEmpty();
                largest = larger ? size : largest;
            }
        }
        return largest;
    }

    private static Optional<ImageSize> webp(byte[] head) {
        if (starts(head, 12, 'V', 'P', '8', ' ')) {
            return size(little16(head, 26) & 0x3FFF, little16(head, 28) & 0x3FFF);
        }
        if (starts(head, 12, 'V', 'P', '8', 'L')) {
            int bits = little16(head, 21) | little16(head, 23) << 16;
            return size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
        }
        if (starts(head, 12, 'V', 'P', '8', 'X')) {
            int width = little16(head, 24) | (head[26] & 0xFF) << 16;
            int height = little16(head, 27) | (head[29] & 0xFF) << 16;
            return size(width + 1, height + 1);
        }
        return Optional.empty();
    }

    static Optional<ImageSize> size(int width, int height) {
        boolean sane = width > 0 && height > 0 && width <= LARGEST && height <= LARGEST;
        return sane ? Optional.of(new ImageSize(width, height)) : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int at, int... values) {
        if (at + values.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if ((bytes[at + i] & 0xFF) != values[i]) {
                return false;
            }
        }
        return true;
    }

    private static int big16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private static int big32(byte[] bytes, int at) {
        return big16(bytes, at) << 16 | big16(bytes, at + 2);
    }

    private static int little16(byte[] bytes, int at) {
        return (bytes[at + 1] & 0xFF) << 8 | bytes[at] & 0xFF;
    }

    private static int little32(byte[] bytes, int at) {
        return little16(bytes, at + 2) << 16 | little16(bytes, at);
    }
}
