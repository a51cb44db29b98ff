package org.practiceplaybook.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the repository says to people leads somewhere and stays short. */
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)\\]\\(([^)\\s]+)\\)");
    private static final Pattern STEP = Pattern.compile("(?m)^\\d+\\. ");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md", "theme/README.md"})
    void everyLinkAndPictureIsThere(String name) throws IOException {
        Path file = Path.of(name);
        String text = Files.readString(file);
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            String to = link.group(2);
            if (to.startsWith("http") || to.startsWith("mailto:")) {
                continue;
            }
            String path = to.replaceAll("#.*", "");
            Path target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
            assertThat(target).as("%s in %s", to, name).exists();
            if (to.contains("#") && target.toString().endsWith(".md")) {
                assertThat(anchors(Files.readString(target)))
                        .as("%s in %s", to, name)
                        .contains(to.replaceAll(".*#", ""));
            }
            if (link.group().startsWith("!")) {
                assertThat(link.group(1)).as("what a picture shows").isNotBlank();
            }
        }
    }

    private static List<String> anchors(String markdown) {
        return markdown.lines()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceAll("^#+ ", "")
                        .toLowerCase()
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    @Test
    void eachDoorHasFewerThanTenSteps() throws IOException {
        String text = Files.readString(Path.of("CONTRIBUTING.md"));
        String[] doors = text.split("(?m)^### Door \\d: ");
        assertThat(doors).hasSize(4);
        for (int i = 1; i < doors.length; i++) {
            String door = doors[i].split("(?m)^## ")[0];
            assertThat(STEP.matcher(door).results()).as(door).hasSizeBetween(3, 9);
            assertThat(door).contains("docs/images/");
        }
    }

    @Test
    void everyPictureIsUsedAndIsWhatTheBuildTakes() throws IOException {
        String all = Files.readString(Path.of("CONTRIBUTING.md")) + Files.readString(Path.of("README.md"));
        String generator = Files.readString(Path.of("src/test/java/org/practiceplaybook/browser/Screenshots.java"));
        try (Stream<Path> images = Files.list(Path.of("docs/images"))) {
            for (Path image : images.toList()) {
                String name = image.getFileName().toString();
                assertThat(all).contains("docs/images/" + name);
                assertThat(generator).contains("\"" + name + "\"");
                assertThat(Files.size(image)).as("small enough for a slow line").isLessThan(400_000);
                BufferedImage picture = ImageIO.read(image.toFile());
                assertThat(picture.getWidth()).isEqualTo(1200);
            }
        }
    }
}
