package org.practiceplaybook.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.deque.html.axecore.playwright.AxeBuilder;
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
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import io.nayuki.qrcodegen.QrCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practiceplaybook.browser.Chromium;
import org.practiceplaybook.fixture.DebianProgram;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.text.FactWords;

/** Cards as Chromium lays them out and prints them, and the list of what a reader keeps; all of it from a disk. */
class CardsIT {
    private static final double DPI = 300;
    private static final double MM = DPI / 25.4;

    private static Chromium chromium;
    private static SiteFiles site;
    private static Path folder;

    private BrowserContext context;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

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
                        .replaceFirst("(?m)^aka: .*\\R", ""));
        site = new PlaybookFolder(content).files();
        folder = temp.resolve("a site #1");
        for (SiteFile file : site.all()) {
            Path to = folder.resolve(file.path());
            Files.createDirectories(to.getParent());
            Files.write(to, file.bytes().get());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
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

    private void go(String path) {
        page.navigate("about:blank");
        page.navigate(folder.toUri() + path);
        page.evaluate(
                "Promise.all(Array.from(document.fonts, (font) => font.load().catch(() => {}))).then(() => true)");
    }

    private List<String> texts(String selector) {
        return page.locator(selector).allTextContents().stream()
                .map(String::strip)
                .toList();
    }

    /** What a page shows, as soon as its script has looked things up. */
    private void shows(String selector, String... expected) {
        try {
            page.waitForCondition(
                    () -> texts(selector).equals(List.of(expected)),
                    new Page.WaitForConditionOptions().setTimeout(5000));
        } catch (TimeoutError late) {
            assertThat(texts(selector)).containsExactly(expected);
        }
    }

    // ---- what fits ----

    @Test
    void textsHaveTheLinesThatTheyWereMeasuredToHave() throws IOException {
        CardFit fit = CardFit.of(site.editions().get(0).theme(), Optional.empty());
        List<String> texts = texts();
        assertThat(texts).hasSizeGreaterThan(1500);
        go("cards/index.html");
        int equal = 0;
        int all = 0;
        List<String> fewer = new ArrayList<>();
        for (Object[] style : new Object[][] {
            {"p", "said", fit.serif().orElseThrow(), 12.5, 17.5, false, CardFit.WIDTH},
            {"p", "one", fit.serif().orElseThrow(), 10.5, 14.0, false, CardFit.WIDTH},
            {"h2", "", fit.serif().orElseThrow(), 22.0, 25.0, true, CardFit.WIDTH},
            {"p", "", fit.sans().orElseThrow(), 9.5, 12.5, false, CardFit.WIDTH - 16}
        }) {
            List<?> lines = (List<?>) page.evaluate("""
                    ([texts, tag, name, line, width]) => {
                      const face = document.createElement("section");
                      face.className = "face";
                      face.style.height = "auto";
                      face.style.overflow = "visible";
                      const box = document.createElement("div");
                      box.style.width = `${width}pt`;
                      face.append(box);
                      document.querySelector("main").append(face);
                      const made = texts.map((text) => {
                        const element = document.createElement(tag);
                        element.className = name;
                        element.textContent = text;
                        box.append(element);
                        return element;
                      });
                      const lines = made.map((one) => Math.round(one.getBoundingClientRect().height / (line * 96 / 72)));
                      face.remove();
                      return lines;
                    }""", List.of(texts, style[0], style[1], style[4], style[6]));
            for (int i = 0; i < texts.size(); i++) {
                int ours = TextLines.of(
                                texts.get(i), (Typeface) style[2], (double) style[3], (boolean) style[5], (double)
                                        style[6])
                        .count();
                int theirs = ((Number) lines.get(i)).intValue();
                all++;
                equal += ours == theirs ? 1 : 0;
                if (ours < theirs) {
                    fewer.add(style[0] + "." + style[1] + " " + ours + " not " + theirs + ": " + texts.get(i));
                }
            }
        }
        System.out.println("lines: " + equal + " of " + all);
        assertThat(fewer).isEmpty();
        assertThat(equal).isGreaterThanOrEqualTo((int) Math.ceil(all * 0.995));
    }

    /** The interface's words in the languages whose letters our fonts have, and what the starter's writers wrote. */
    private static List<String> texts() throws IOException {
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

    @Test
    void nothingIsCutOffOnACard() {
        go("cards/index.html");
        assertThat(page.locator(".face").count())
                .isEqualTo(2 * CardMaker.practices(site.editions().get(0)).size());
        for (String deck : List.of("cards/index.html", "cards/questions.html", "cards/rungs.html")) {
            go(deck);
            assertThat(page.evaluate("""
                            () => Array.from(document.querySelectorAll(".face, .face h2, .face .said, .face .one, .face .asked"))
                              .filter((one) => one.scrollWidth > one.clientWidth + 1
                                || one.scrollHeight > one.clientHeight + parseFloat(getComputedStyle(one).lineHeight) * 0.6)
                              .map((one) => `${one.className} ${one.textContent.trim().slice(0, 60)}`)""")).as(deck).isEqualTo(List.of());
        }
    }

    // ---- on paper ----

    /**
     * A sheet as it comes from the printer.
     *
     * @param grey its dots, row by row
     * @param across how wide it is, in millimetres
     */
    private record Sheet(int width, int height, byte[] grey, double across) {
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
    private record Code(String text, int column, int row, double left, double bottom) {}

    private List<Sheet> printed(String width, String height) throws IOException {
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

    @ParameterizedTest
    @CsvSource({"210mm, 297mm, ltr", "8.5in, 11in, ltr", "8.5in, 11in, rtl"})
    void everyCodeIsReadFromTheSheetAndLiesBehindItsFront(String width, String height, String direction)
            throws IOException {
        boolean leftToRight = direction.equals("ltr");
        go("cards/index.html");
        page.evaluate("direction => { document.documentElement.dir = direction; }", direction);
        List<String> order = page.locator(".fronts .face").all().stream()
                .map(face -> face.getAttribute("data-of"))
                .toList();
        double margin = 18 * 25.4 / 96;
        List<Sheet> sheets = printed(width, height);
        assertThat(sheets).hasSize(2 * ((order.size() + 3) / 4));
        List<String> read = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i += 2) {
            Sheet front = sheets.get(i);
            assertThat(front.codes()).as("codes on fronts").isEmpty();
            double cutX = front.mark(true, 2, 95, 120);
            double cutY = front.mark(false, 2 + (front.across() - 210) / 2, 130, 150);
            assertThat(cutX).isCloseTo(front.across() / 2, within(0.2));
            assertThat(cutY).isCloseTo(139.7, within(0.2));
            Map<Integer, String> behind = new TreeMap<>();
            for (Code code : sheets.get(i + 1).codes()) {
                // turned over its long edge, a sheet has its columns the other way round
                behind.put(2 * code.row() + (leftToRight ? 1 - code.column() : code.column()), code.text());
                double card = front.across() - cutX - 105 + 105 * code.column();
                if (leftToRight) {
                    assertThat(code.left() - card).as("left of %s", code).isCloseTo(margin, within(0.2));
                }
                assertThat(cutY + 139.7 * code.row() - code.bottom())
                        .as("below %s", code)
                        .isCloseTo(margin, within(0.2));
            }
            read.addAll(behind.values());
        }
        assertThat(read)
                .extracting(code -> code.replaceFirst("#card=[0-9a-f]{20}$", ""))
                .containsExactlyElementsOf(order.stream()
                        .map(slug -> "https://practices.collaboration.earth/playbook/practices/" + Addresses.url(slug)
                                + ".html")
                        .toList());
        assertThat(read).allMatch(code -> code.matches(".*#card=[0-9a-f]{20}"));
    }

    @Test
    void theHolderOfAnOlderCardIsToldWhatHasChanged() {
        String marks = marks("know-your-role");
        go("practices/know-your-role.html#card=" + marks);
        page.waitForCondition(
                () -> page.evaluate("() => Boolean(window.playbookKept)").equals(true));
        page.waitForTimeout(200);
        assertThat(page.locator("main .notice").count()).isZero();
        // another mark, another summary and other steps
        String older = (marks.startsWith("0") ? "1" : "0")
                + marks.substring(1, 8)
                + other(marks, 8)
                + marks.substring(10, 14)
                + other(marks, 14)
                + marks.substring(16);
        go("practices/know-your-role.html#card=" + older);
        shows(
                "main .notice",
                "This page has changed since your card was printed. Changed: summary, steps. Print today's card");
        page.locator("main .notice a").click();
        shows(".fronts .face h2", "Know your role");
        go("practices/know-your-role.html#card=<img src=x onerror=alert(1)>");
        page.waitForTimeout(200);
        assertThat(page.locator("main .notice").count()).isZero();
    }

    private static String other(String marks, int at) {
        return marks.startsWith("00", at) ? "01" : "00";
    }

    private static String marks(String slug) {
        return CardText.of(
                        site.editions().get(0).library().practices().get(slug),
                        site.editions().get(0).library(),
                        new FactWords(site.editions().get(0).words()))
                .marks();
    }

    // ---- which cards ----

    @Test
    void theAddressChoosesCardsAndNamesWhatIsGone() {
        go(
                "cards/index.html#p=know-your-role,gone-long-ago,%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E,ask-why-people-come,__proto__");
        shows(".fronts .face h2", "Know your role", "Ask why people come");
        shows(".backs .face .back-title", "Ask why people come", "Know your role");
        assertThat(page.locator(".backs .cell").first().textContent()).contains("Ask why people come");
        assertThat(texts("[data-selected]").get(0))
                .contains("2 chosen", "Not here: gone-long-ago.")
                .doesNotContain("img", "proto");
        page.locator("[value=fold]").check();
        assertThat(page.locator(".card-sheet").count()).isEqualTo(1);
        shows(
                ".card-sheet .face :is(h2, .back-title)",
                "Know your role",
                "Know your role",
                "Ask why people come",
                "Ask why people come");
        page.locator("[data-whole]").click();
        page.waitForCondition(() -> page.locator(".front").count() > 10);
        assertThat(page.locator("[data-selected]").isVisible()).isFalse();
        assertThat(page.locator(".front").count()).isGreaterThan(10);
    }

    @Test
    void theBacksMoveAsThePrinterNeedsItAndTheBrowserRemembers() {
        go("cards/index.html");
        Locator back = page.locator(".backs .face").first();
        double before = back.boundingBox().x;
        page.locator(".printing summary").click();
        page.locator("[name=x]").fill("2");
        page.locator("[name=y]").click();
        assertThat(back.boundingBox().x - before).isCloseTo(2 * 96 / 25.4, within(0.3));
        go("cards/index.html");
        assertThat(page.locator("[name=x]").inputValue()).isEqualTo("2");
        assertThat(page.locator(".backs .face").first().boundingBox().x - before)
                .isCloseTo(2 * 96 / 25.4, within(0.3));
    }

    // ---- the shortlist ----

    @Test
    void whatIsKeptIsAListInOrderWithTimesAndWaysOn() {
        for (String slug : List.of("know-your-role", "hear-a-large-room", "ask-why-people-come")) {
            go("practices/" + slug + ".html");
            page.locator("[data-keep]").click();
            assertThat(page.locator("[data-keep]").textContent().strip()).isEqualTo("Kept");
        }
        go("shortlist.html");
        shows("[data-list] a", "Know your role", "Hear a large room", "Ask why people come");
        assertThat(page.url()).endsWith("#p=know-your-role,hear-a-large-room,ask-why-people-come");
        shows("[data-sum]", "In all: 1 hour 45 min – 2 hours 30 min, and 15–20 min for each person");
        page.locator("[data-list] li").first().locator("[data-by='1']").press("Enter");
        shows("[data-told]", "Know your role is number 2 of 3 now.");
        page.locator("[data-drag]").nth(2).press("ArrowUp");
        shows("[data-list] a", "Hear a large room", "Ask why people come", "Know your role");
        drag(2, 0);
        shows("[data-list] a", "Know your role", "Hear a large room", "Ask why people come");
        page.locator("[data-begins]").fill("10:00");
        shows("[data-list] .clock", "10:00", "11:15", "");
        page.locator("[data-run]").click();
        shows(".part h2", "Know your role", "Hear a large room", "Ask why people come");
        shows("[data-parts] .clock", "at 10:00", "at 11:15", "");
        page.locator("[data-back]").click();
        shows("[data-list] a", "Know your role", "Hear a large room", "Ask why people come");
        go("shortlist.html");
        page.locator("[data-deck]").click();
        page.waitForCondition(() -> page.locator(".front").count() == 3);
        shows(".fronts .face h2", "Know your role", "Hear a large room", "Ask why people come");
        go("practices/know-your-role.html");
        page.locator("[data-keep]").click();
        go("shortlist.html");
        shows("[data-list] a", "Hear a large room", "Ask why people come");
        page.locator("[data-out]").first().click();
        page.locator("[data-out]").first().click();
        assertThat(page.locator("[data-empty]").isVisible()).isTrue();
    }

    @Test
    void anotherTabAndTheWayBackShowTheListAsItIsNow() {
        go("practices/know-your-role.html");
        page.locator("[data-keep]").click();
        go("shortlist.html");
        shows("[data-list] a", "Know your role");
        Page other = context.newPage();
        other.navigate(folder.toUri() + "practices/%C3%BCber.html");
        other.locator("[data-keep]").click();
        shows("[data-list] a", "Know your role", "Over the fence");
        page.locator("[data-list] a").nth(1).click();
        page.waitForURL(url -> url.contains("practices/"));
        assertThat(page.locator("[data-keep]").textContent()).isEqualTo("Kept");
        page.locator("[data-keep]").click();
        page.goBack();
        shows("[data-list] a", "Know your role");
        assertThat(page.locator("[data-shared]").isVisible()).isFalse();
        page.reload();
        shows("[data-list] a", "Know your role");
        assertThat(page.locator("[data-shared]").isVisible()).isFalse();
    }

    @Test
    void aRunThatIsGivenAnotherTimeBeginsThen() {
        go("practices/know-your-role.run.html?at=10:00");
        assertThat(page.locator("[data-begins] input").inputValue()).isEqualTo("10:00");
        go("practices/know-your-role.run.html?at=14:30");
        assertThat(page.locator("[data-begins] input").inputValue()).isEqualTo("14:30");
        page.locator("[data-begins] input").fill("15:00");
        page.locator("[data-begins] input").dispatchEvent("change");
        page.reload();
        assertThat(page.locator("[data-begins] input").inputValue()).isEqualTo("15:00");
    }

    private void drag(int from, int to) {
        var start = page.locator("[data-drag]").nth(from).boundingBox();
        var end = page.locator("[data-drag]").nth(to).boundingBox();
        page.mouse().move(start.x + start.width / 2, start.y + start.height / 2);
        page.mouse().down();
        page.mouse().move(end.x + end.width / 2, end.y + end.height, new Mouse.MoveOptions().setSteps(8));
        page.mouse().move(end.x + end.width / 2, end.y - 4);
        page.mouse().up();
    }

    @Test
    void aListThatCameWithTheAddressLeavesTheReadersOwnAlone() {
        go("practices/know-your-role.html");
        page.locator("[data-keep]").click();
        go("shortlist.html?p=hear-a-large-room,gone-long-ago,%3Cscript%3E");
        shows("[data-list] a", "Hear a large room");
        shows("[data-gone]", "No longer in this playbook: gone-long-ago.");
        assertThat(page.locator("[data-shared]").isVisible()).isTrue();
        page.locator("[data-own]").click();
        shows("[data-list] a", "Know your role");
        go("shortlist.html#p=hear-a-large-room");
        page.locator("[data-take]").click();
        go("shortlist.html");
        shows("[data-list] a", "Hear a large room");
        page.locator("[data-propose] summary").click();
        page.locator("[id='propose.title']").fill("A \"large\" start");
        assertThat(page.locator("[data-file]").textContent())
                .contains("title: \"A \\\"large\\\" start\"", "  - practice: hear-a-large-room");
        assertThat(page.locator("[data-file-name]").textContent()).isEqualTo("pathways/a-large-start.md");
    }

    @Test
    void aBrowserThatKeepsNothingHasTheListInTheAddress() {
        context.addInitScript(
                "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } });");
        go("practices/know-your-role.html");
        page.locator("[data-keep]").click();
        page.waitForURL(url -> url.contains("shortlist.html"));
        page.waitForCondition(() -> page.locator("[data-list] a").count() == 1);
        assertThat(page.locator("[data-unkept]").isVisible()).isTrue();
        shows("[data-list] a", "Know your role");
    }

    @Test
    void withoutScriptTheWholeDeckIsThere() {
        try (BrowserContext bare =
                chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page tab = bare.newPage();
            tab.navigate(folder.toUri() + "cards/index.html#p=know-your-role");
            assertThat(tab.locator(".front").count()).isGreaterThan(10);
            assertThat(tab.locator("[data-printing]").isVisible()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cards/index.html?p=know-your-role, DARK",
        "cards/rungs.html, LIGHT",
        "shortlist.html?p=know-your-role%2Chear-a-large-room, LIGHT",
        "shortlist.html?p=know-your-role%2Cgone, DARK",
        "shortlist.run.html?p=know-your-role%2Cgone, DARK"
    })
    void everybodyCanUseThePagesOnASmallPhoneToo(String path, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        go(path);
        page.waitForCondition(
                () -> page.locator(":is(.front, [data-list] li, .part)").count() > 0);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Object::toString)
                .isEmpty();
        complaints.clear(); // axe asks for the style sheets, which no page on a disk may
        page.setViewportSize(320, 640);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    }
}
