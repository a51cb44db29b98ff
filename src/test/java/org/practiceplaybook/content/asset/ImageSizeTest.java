package org.practiceplaybook.content.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageSizeTest {

    @ParameterizedTest(name = "{0} of {1} by {2}")
    @CsvSource({"png, 300, 200", "gif, 17, 400", "jpg, 640, 31", "png, 1, 1"})
    void isReadFromWhatTheJdkWrites(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out))
                .isTrue();

        assertThat(ImageSize.of(out.toByteArray())).contains(new ImageSize(width, height));
        for (int cut = 0; cut < Math.min(out.size(), 700); cut++) {
            byte[] head = Arrays.copyOf(out.toByteArray(), cut);
            ImageSize.of(head).ifPresent(size -> assertThat(size).isEqualTo(new ImageSize(width, height)));
        }
    }

    /** From the WebP container specification: 16 by 9 pixels in each of its three forms. */
    @ParameterizedTest(name = "WebP {0}")
    @CsvSource({
        "VP8,  52494646000000005745425056503820000000000000009d012a10000900",
        "VP8L, 5249464600000000574542505650384c000000002f0f000200000000000000",
        "VP8X, 524946460000000057454250565038580a000000000000000f0000080000",
    })
    void isReadOfWebP(String form, String hex) {
        assertThat(ImageSize.of(HexFormat.of().parseHex(hex))).contains(new ImageSize(16, 9));
    }

    @Test
    void isNotKnownOfAnythingElse() {
        assertThat(ImageSize.of(new byte[0])).isEmpty();
        assertThat(ImageSize.of("<html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(ImageSize.of(new byte[100])).isEmpty();
    }
}
