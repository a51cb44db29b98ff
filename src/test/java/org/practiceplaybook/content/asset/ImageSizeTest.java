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
import org.practiceplaybook.fixture.Photo;

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

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "width=\"200\" height=\"100\" | 200 100",
                "width='2in' height=\"48pt\" | 192 64",
                "width=\"10mm\" viewBox=\"0 0 2 1\" | 38 19",
                "height=\"30px\" viewBox=\"0,0,2,1\" | 60 30",
                "viewBox=\"-5 -5 24 12\" | 1200 600",
                "width=\"100%\" height=\"100%\" viewBox=\"0 0 30 60\" | 1200 2400",
                "width=\"100%\" | ''",
                "viewBox=\"0 0 0 0\" | ''",
            })
    void isReadOfADrawing(String attributes, String size) {
        String drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" " + attributes.replace('\'', '"')
                + "><rect width=\"7\" height=\"9\"/></svg>";
        assertThat(SvgSize.of(drawing)
                        .map(found -> found.width() + " " + found.height())
                        .orElse(""))
                .isEqualTo(size);
    }

    /** The box that says how large a picture is; the second one is its preview. */
    @Test
    void isReadOfAvif() {
        String boxes = "0000001c667479706176696600000000"
                + "0000001469737065000000000000078000000438"
                + "000000146973706500000000000000a00000005a";
        assertThat(ImageSize.of(HexFormat.of().parseHex(boxes))).contains(new ImageSize(1920, 1080));
        assertThat(ImageSize.kind(HexFormat.of().parseHex(boxes))).contains("avif");
        assertThat(ImageSize.kind(HexFormat.of().parseHex(boxes.replace("61766966", "68656963"))))
                .contains("heic");
    }

    @Test
    void isThatInWhichAPhotoIsShown() {
        byte[] photo = Photo.jpeg(300, 200);
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] turned = Photo.turned(photo, orientation);
            assertThat(ImageSize.orientation(turned)).isEqualTo(orientation);
            assertThat(ImageSize.of(turned))
                    .contains(orientation > 4 ? new ImageSize(200, 300) : new ImageSize(300, 200));
            for (int cut = 0; cut < 60; cut++) {
                ImageSize.orientation(Arrays.copyOf(turned, cut));
            }
        }
        assertThat(ImageSize.orientation(photo)).isEqualTo(1);
    }
}
