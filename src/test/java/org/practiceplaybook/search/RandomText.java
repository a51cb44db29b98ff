package org.practiceplaybook.search;

import java.util.List;
import java.util.Random;

/** Texts that nobody would write: of all of Unicode, with what queries and words are made of strewn in. */
public final class RandomText {
    private static final List<String> PIECES = List.of(
            " ",
            " ",
            " ",
            "\"",
            "\u201c",
            "\u00ab",
            "-",
            " -",
            " -\"",
            "role:",
            "minutes:",
            "type:practice",
            ":",
            ".",
            "'s",
            "\u2019s",
            "\n",
            "\u3000",
            "\u2028",
            "\u200d",
            "\u0301",
            "\ufe0f",
            "\u00ad",
            "</script>",
            "__proto__",
            "constructor",
            "team",
            "gathering",
            "U.S.A",
            "FAIL",
            "e-mail",
            "\u0130",
            "\u03a3",
            "\u00df",
            "\u65e5\u672c");
    /** Where the writings of the world begin, and how far each goes. */
    private static final int[][] BLOCKS = {
        {0x20, 0x60},
        {0xa0, 0x2c0},
        {0x300, 0x70},
        {0x370, 0x400},
        {0x590, 0x270},
        {0x900, 0x700},
        {0x1000, 0x800},
        {0x1e00, 0x200},
        {0x2000, 0x300},
        {0x2460, 0xa0},
        {0x3000, 0x400},
        {0x4e00, 0x5000},
        {0xac00, 0x2c00},
        {0xd800, 0x800},
        {0xf900, 0x700},
        {0x10300, 0x200},
        {0x1d400, 0x400},
        {0x1f300, 0x400},
        {0x20000, 0x800}
    };

    private RandomText() {}

    /** A text of at most so many pieces. */
    public static String of(Random random, int most) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(most + 1);
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(3) == 0) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            } else {
                int[] block = BLOCKS[random.nextInt(BLOCKS.length)];
                for (int letters = random.nextInt(6); letters >= 0; letters--) {
                    text.appendCodePoint(block[0] + random.nextInt(block[1]));
                }
            }
        }
        return text.toString();
    }
}
