package org.practiceplaybook.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.content.asset.AssetReader;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.fixture.Photo;
import org.practiceplaybook.work.Workers;

/** A picture comes in as many pixels as a page shows, never in more bytes than it had. */
class PicturesTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} of {1} pixels: {2}")
    @CsvSource({
        "jpg, 300, ''",
        "jpg, 599, ''",
        "jpg, 600, 480",
        "jpg, 1200, 480 960",
        "jpg, 2000, 480 960 1440",
        "png, 1300, 480 960",
        "gif, 1300, ''",
    })
    void comesInAtMostThreeWidths(String kind, int width, String widths) throws IOException {
        byte[] file = Photo.of(width, width / 4, kind, BufferedImage.TYPE_3BYTE_BGR);
        List<Pictures.Scaled> scaled = new Pictures().of(asset("a walk." + kind, file));
        assertThat(scaled.stream().map(one -> "" + one.width()).toList())
                .isEqualTo(Stream.of(widths.split(" "))
                        .filter(one -> !one.isEmpty())
                        .toList());
        int least = 0;
        for (Pictures.Scaled one : scaled) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(one.bytes()));
            assertThat(image.getWidth()).isEqualTo(one.width());
            assertThat(image.getHeight()).isEqualTo(one.height()).isEqualTo(one.width() / 4);
            assertThat(one.path()).matches("pictures/practices/a walk-[0-9a-f]{8}-" + one.width() + "\\." + kind);
            assertThat(one.bytes().length).isBetween(least + 1, file.length - 1);
            least = one.bytes().length;
            near(image.getRGB(2, 2), 255, 0, 0);
            near(image.getRGB(one.width() - 3, one.height() - 3), 25, 230, 235);
        }
    }

    private static void near(int rgb, int red, int green, int blue) {
        assertThat(rgb >> 16 & 0xFF).isCloseTo(red, within(30));
        assertThat(rgb >> 8 & 0xFF).isCloseTo(green, within(30));
        assertThat(rgb & 0xFF).isCloseTo(blue, within(30));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED
            })
    void opacityAndGreyStay(int type) throws IOException {
        byte[] file = Photo.of(1300, 400, "png", type);
        Raster read = Codec.read(file, "png", 1440).orElseThrow();
        BufferedImage was = ImageIO.read(new ByteArrayInputStream(file));
        BufferedImage is = ImageIO.read(new ByteArrayInputStream(Png.of(read.scaled(650))));
        assertThat(is.getColorModel().hasAlpha()).isEqualTo(was.getColorModel().hasAlpha());
        for (int x : new int[] {5, 300, 640}) {
            long sum = 0;
            for (int i = 0; i < 4; i++) {
                sum += was.getRGB(2 * x + i % 2, 200 + i / 2) >>> 24;
            }
            assertThat((long) (is.getRGB(x, 100) >>> 24)).isCloseTo(sum / 4, within(1L));
        }
        if (type == BufferedImage.TYPE_BYTE_GRAY) {
            // samples are what a browser shows, so they are averaged as they stand
            int mean = IntStream.of(0, 1, 1300, 1301)
                            .map(i -> was.getRaster().getSample(600 + i % 1300, 200 + i / 1300, 0))
                            .sum()
                    / 4;
            assertThat(is.getRaster().getSample(300, 100, 0)).isCloseTo(mean, within(1));
        }
    }

    /** A camera that is held upright writes rows from the side and says so. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPhotoStandsAsItsCameraWasHeld(int orientation) throws IOException {
        byte[] file = Photo.turned(Photo.jpeg(1300, 650), orientation);
        ContentAsset asset = asset("a.jpg", file);
        boolean lies = orientation > 4;
        assertThat(asset.size().orElseThrow().width()).isEqualTo(lies ? 650 : 1300);
        Pictures.Scaled one = new Pictures().of(asset).get(0);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(one.bytes()));
        assertThat(image.getWidth()).isEqualTo(480);
        assertThat(image.getHeight()).isEqualTo(lies ? 960 : 240);
        // red is at the left of what the camera wrote; its corner at the top left is red without green
        int[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 1}, {0, 1}};
        int[] corner = corners[orientation - 1];
        int x = corner[0] == 0 ? 3 : image.getWidth() - 4;
        int y = corner[1] == 0 ? 3 : image.getHeight() - 4;
        near(image.getRGB(x, y), 250, 5, 15);
    }

    /** What a file says of its colours goes over, for the samples are the same. */
    @Test
    void aProfileOfColoursGoesOver() throws IOException {
        byte[] photo = Photo.jpeg(1300, 300);
        byte[] profile = new byte[40];
        byte[] head = {(byte) 0xFF, (byte) 0xE2, 0, 38};
        System.arraycopy(head, 0, profile, 0, 4);
        System.arraycopy("ICC_PROFILE\0".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), 0, profile, 4, 12);
        byte[] file = joined(Arrays.copyOf(photo, 2), profile, Arrays.copyOfRange(photo, 2, photo.length));
        byte[] small =
                Codec.written(Codec.read(photo, "jpg", 1440).orElseThrow().scaled(480), file, "jpg");
        assertThat(hex(small)).contains(hex(profile));
        assertThat(ImageIO.read(new ByteArrayInputStream(Codec.written(
                                Codec.read(photo, "jpg", 1440).orElseThrow().scaled(480), photo, "jpg")))
                        .getWidth())
                .isEqualTo(480);
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private static byte[] joined(byte[]... parts) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        Stream.of(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    @Test
    void whatIsBrokenOrMovesOrIsTooLargeStaysAsItIs() throws IOException {
        byte[] photo = Photo.jpeg(1300, 300);
        assertThat(new Pictures().of(asset("cut.jpg", Arrays.copyOf(photo, 700))))
                .isEmpty();
        byte[] png = Photo.of(1300, 300, "png", BufferedImage.TYPE_3BYTE_BGR);
        byte[] moving = joined(
                Arrays.copyOf(png, 33),
                new byte[] {0, 0, 0, 0, 'a', 'c', 'T', 'L', 0, 0, 0, 0},
                Arrays.copyOfRange(png, 33, png.length));
        assertThat(new Pictures().of(asset("moving.png", moving))).isEmpty();
        byte[] huge = png.clone();
        huge[18] = 0x2E;
        huge[19] = (byte) 0xE0; // 12,000
        assertThat(asset("huge.png", huge).size().orElseThrow().isTooLarge()).isTrue();
        assertThat(new Pictures().of(asset("huge.png", huge))).isEmpty();
    }

    @Test
    void areTheSameFromTheCacheWithoutItAndOnAnyNumberOfThreads() throws IOException {
        List<ContentAsset> assets = List.of(
                asset("a.jpg", Photo.jpeg(1300, 300)),
                asset("b.png", Photo.of(1300, 300, "png", BufferedImage.TYPE_4BYTE_ABGR)),
                asset("c.jpg", Photo.jpeg(620, 300)));
        List<List<String>> plain = told(new Pictures(), assets, 1);
        Path kept = folder.resolve("kept/pictures");
        assertThat(told(new Pictures(new PictureCache(Optional.of(kept))), assets, 3))
                .isEqualTo(plain);
        try (Stream<Path> files = Files.list(kept)) {
            assertThat(files).hasSize(5);
        }
        assertThat(told(new Pictures(new PictureCache(Optional.of(kept))), assets, 2))
                .isEqualTo(plain);
        // one that was damaged is made anew
        try (Stream<Path> files = Files.list(kept)) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        assertThat(told(new Pictures(new PictureCache(Optional.of(kept))), assets, 2))
                .isEqualTo(plain);
        // what is in the way is no harm
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(told(new Pictures(new PictureCache(Optional.of(file))), assets, 2))
                .isEqualTo(plain);
    }

    @Test
    void aSecondBuildReadsWhatTheFirstHasKept() throws IOException {
        ContentAsset photo = asset("a.jpg", Photo.jpeg(620, 300));
        Path kept = folder.resolve("kept");
        new Pictures(new PictureCache(Optional.of(kept))).of(photo);
        PictureCache cache = new PictureCache(Optional.of(kept));
        try (Stream<Path> files = Files.list(kept)) {
            String key = files.findFirst().orElseThrow().getFileName().toString();
            cache.put(key, new byte[] {1, 2, 3});
        }
        assertThat(new Pictures(cache).of(photo).get(0).bytes()).containsExactly(1, 2, 3);
    }

    @Test
    void areKeptWhereASystemKeepsSuchThings() throws IOException {
        String home = folder.toString();
        assertThat(PictureCache.folder(name -> null, home))
                .contains(folder.resolve(".cache/practice-playbook/pictures"));
        assertThat(PictureCache.folder(Map.of("XDG_CACHE_HOME", "/tmp/c")::get, home))
                .contains(Path.of("/tmp/c/practice-playbook/pictures"));
        assertThat(PictureCache.folder(Map.of("XDG_CACHE_HOME", "c")::get, home))
                .contains(folder.resolve(".cache/practice-playbook/pictures"));
        assertThat(PictureCache.folder(Map.of("LOCALAPPDATA", home)::get, home))
                .contains(folder.resolve("practice-playbook/pictures"));
        Files.createDirectories(folder.resolve("Library/Caches"));
        assertThat(PictureCache.folder(name -> null, home))
                .contains(folder.resolve("Library/Caches/practice-playbook/pictures"));
        assertThat(PictureCache.folder(name -> null, "?")).isEmpty();
    }

    private static List<List<String>> told(Pictures pictures, List<ContentAsset> assets, int threads) {
        return new Workers(threads)
                .map(assets, pictures::of).stream()
                        .map(scaled -> scaled.stream()
                                .map(one -> one.path() + " " + Arrays.hashCode(one.bytes()))
                                .toList())
                        .toList();
    }

    private ContentAsset asset(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        return AssetReader.read("practices/" + name, file, bytes.length).asset();
    }
}
