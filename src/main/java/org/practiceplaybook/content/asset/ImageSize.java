package org.practiceplaybook.content.asset;

import java.util.Optional;

/**
 * The size of an image in pixels, as its file says, so that a page need not jump when the image arrives.
 *
 * <p>Read from the first bytes: the JDK's image readers take longer to start than a whole small build.
 */
public record ImageSize(int width, int height) {
    private static final int LARGEST = 100_000;

    /**
     * Reads PNG, GIF, JPEG and WebP.
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
        return Optional.empty();
    }

    /** The end of a name that fits how a file begins: {@code png}, {@code gif}, {@code jpg} or {@code webp}, or nothing. */
    static Optional<String> kind(byte[] head) {
        if (starts(head, 0, 0x89, 'P', 'N', 'G')) {
            return Optional.of("png");
        }
        if (starts(head, 0, 'G', 'I', 'F', '8')) {
            return Optional.of("gif");
        }
        if (starts(head, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("jpg");
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
                return size(big16(head, i + 7), big16(head, i + 5));
            }
            i += 2 + big16(head, i + 2);
        }
        return Optional.empty();
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

    private static Optional<ImageSize> size(int width, int height) {
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
}
