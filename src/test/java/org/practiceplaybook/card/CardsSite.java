package org.practiceplaybook.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import io.nayuki.qrcodegen.QrCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.browser.Chromium;
import org.practiceplaybook.fixture.DebianProgram;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.text.FactWords;

/** A site with cards in a browser, from the disk. */
abstract class CardsSite {
    static final double DPI = 300;
    static final double MM = DPI / 25.4;
    static Chromium chromium;
    static SiteFiles site;
    static Path folder;
    BrowserContext context;
    Page page;
    final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path temp) throws IOException {
        chromium = Chromium.start();
        Path content = temp.resolve("content");
        copy(Path.of("content"), content);
        Path settings = content.resolve("playbook.yml");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replaceAll("(?m)^address:.*$", "address: https://practices.collaboration.earth/playbook/"));
        Files.writeString(
                content.resolve("practices/über.md"),
                Files.readString(content.resolve("practices/know-your-role.md"))
                        .replaceFirst("(?m)^title: .*$", "title: Over the fence")
                        .replaceFirst("(?m)^time: .*$", "time: 5-10 min per person")
                        .replaceFirst("(?m)^aka: .*\\R", ""));
        site = new PlaybookFolder(content).files();
        folder = temp.resolve("a site #1");
        for (SiteFile file : site.all()) {
            Path to = folder.resolve(file.path());
            Files.createDirectories(to.getParent());
            Files.write(to, file.bytes().get());
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @BeforeEach
    void open() {
        context = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
        page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
    }

    @AfterEach
    void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    void go(String path) {
        page.navigate("about:blank");
        page.navigate(folder.toUri() + path);
        page.evaluate(
                "Promise.all(Array.from(document.fonts, (font) => font.load().catch(() => {}))).then(() => true)");
    }

    List<String> texts(String selector) {
        return page.locator(selector).allTextContents().stream()
                .map(String::strip)
                .toList();
    }

    /** What a page shows, as soon as its script has looked things up. */
    void shows(String selector, String... expected) {
        try {
            page.waitForCondition(
                    () -> texts(selector).equals(List.of(expected)),
                    new Page.WaitForConditionOptions().setTimeout(5000));
        } catch (TimeoutError late) {
            assertThat(texts(selector)).containsExactly(expected);
        }
    }

    /** The interface's words in the languages whose letters our fonts have, and what the starter's writers wrote. */
    static List<String> texts() throws IOException {
        Set<String> texts = new TreeSet<>();
        try (Stream<Path> words = Files.list(Path.of("theme", "words"));
                Stream<Path> content = Files.walk(Path.of("content"))) {
            for (Path file : Stream.concat(words, content)
                    .filter(Files::isRegularFile)
                    .filter(path -> path.toString().matches(".*(?<!/ar)\\.(md|yml)"))
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    String text = line.replaceFirst("^[\\s\\w.-]*?[:.-]\\s+", "")
                            .replaceAll("[*\"`\\[\\]]|\\([^ )]*\\)", "")
                            .strip();
                    if (text.length() > 25 && text.length() < 500) {
                        texts.add(text);
                    }
                }
            }
        }
        return List.copyOf(texts);
    }

    // ---- on paper ----

    /**
     * A sheet as it comes from the printer.
     *
     * @param grey its dots, row by row
     * @param across how wide it is, in millimetres
     */
    record Sheet(int width, int height, byte[] grey, double across) {
        static Sheet of(Path file, double across) {
            try {
                byte[] all = Files.readAllBytes(file);
                String[] head = new String(all, 0, 40, StandardCharsets.ISO_8859_1).split("\\s+", 5);
                int width = Integer.parseInt(head[1]);
                int height = Integer.parseInt(head[2]);
                return new Sheet(
                        width, height, Arrays.copyOfRange(all, all.length - width * height, all.length), across);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Where a hairline crosses a row of dots, or a column of them, in millimetres from its beginning. */
        double mark(boolean inRow, double at, double from, double to) {
            double sum = 0;
            double weight = 0;
            for (int i = (int) (from * MM); i < to * MM; i++) {
                int fixed = (int) Math.round(at * MM);
                int dark = 255 - (grey[inRow ? fixed * width + i : i * width + fixed] & 0xFF);
                if (dark > 64) {
                    sum += (i + 0.5) * dark;
                    weight += dark;
                }
            }
            assertThat(weight).as("a mark at " + at).isPositive();
            return sum / weight / MM;
        }

        /** The codes, each from its quarter of the sheet, as somebody holds a camera over a card. */
        List<Code> codes() {
            List<Code> codes = new ArrayList<>();
            int half = (int) (139.7 * MM);
            for (int quarter = 0; quarter < 4; quarter++) {
                int left = quarter % 2 * (width / 2);
                int top = quarter / 2 * half;
                LuminanceSource card = new PlanarYUVLuminanceSource(
                        grey, width, height, left, top, width / 2, Math.min(half, height - top), false);
                try {
                    Result read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(card)));
                    ResultPoint[] points = read.getResultPoints();
                    int size = QrCode.encodeText(read.getText(), QrCode.Ecc.MEDIUM).size;
                    double module = (points[0].getY() - points[1].getY()) / (size - 7);
                    codes.add(new Code(
                            read.getText(),
                            quarter % 2,
                            quarter / 2,
                            (left + points[0].getX() - 7.5 * module) / MM,
                            (top + points[0].getY() + 7.5 * module) / MM));
                } catch (NotFoundException e) {
                    // no card lies there
                } catch (ReaderException e) {
                    throw new AssertionError("a code that cannot be read", e);
                }
            }
            return codes;
        }
    }

    /** What a code says, and its lower left corner with the white around it, in millimetres. */
    record Code(String text, int column, int row, double left, double bottom) {}

    List<Sheet> printed(String width, String height) throws IOException {
        Path to = Files.createTempDirectory(folder.getParent(), "sheets");
        byte[] pdf = page.pdf(new Page.PdfOptions().setWidth(width).setHeight(height));
        Path file = Files.write(to.resolve("deck.pdf"), pdf);
        Matcher box =
                Pattern.compile("/MediaBox \\[0 0 ([\\d.]+)").matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        assertThat(box.find()).isTrue();
        double across = Double.parseDouble(box.group(1)) / 72 * 25.4;
        String program = DebianProgram.find("poppler-utils", "pdftoppm").toString();
        try {
            int status = new ProcessBuilder(
                            program,
                            "-r",
                            "300",
                            "-gray",
                            file.toString(),
                            to.resolve("s").toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(status).as("pdftoppm").isZero();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        try (Stream<Path> files = Files.list(to)) {
            return files.filter(one -> one.toString().endsWith(".pgm"))
                    .sorted()
                    .map(one -> Sheet.of(one, across))
                    .toList();
        }
    }

    static String other(String marks, int at) {
        return marks.startsWith("00", at) ? "01" : "00";
    }

    static String marks(String slug) {
        return CardText.of(
                        site.editions().get(0).library().practices().get(slug),
                        site.editions().get(0).library(),
                        new FactWords(site.editions().get(0).words()))
                .marks();
    }

    void drag(int from, int to) {
        var start = page.locator("[data-drag]").nth(from).boundingBox();
        var end = page.locator("[data-drag]").nth(to).boundingBox();
        page.mouse().move(start.x + start.width / 2, start.y + start.height / 2);
        page.mouse().down();
        page.mouse().move(end.x + end.width / 2, end.y + end.height, new Mouse.MoveOptions().setSteps(8));
        page.mouse().move(end.x + end.width / 2, end.y - 4);
        page.mouse().up();
    }
}
