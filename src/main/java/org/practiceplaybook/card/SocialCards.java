package org.practiceplaybook.card;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.picture.Canvas;
import org.practiceplaybook.picture.PictureCache;
import org.practiceplaybook.picture.Png;
import org.practiceplaybook.theme.Assets;
import org.practiceplaybook.theme.LookSheet;
import org.practiceplaybook.work.Lazy;

/**
 * The pictures that stand for practices and attempts where others link to them: what they are called and about, in the colours
 * and letters of the theme. Drawn from the outlines of its own fonts, so that every machine draws the same. Where these fonts
 * lack a letter of a title the picture is the site's own.
 */
public final class SocialCards implements Output {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int EDGE = 84;
    private static final int STRIPE = 28;
    private static final int SHADES = 16;
    private static final int NAME = 30;
    private static final int[] TITLES = {88, 74, 62, 52};
    private static final int TITLE_LINES = 3;
    private static final double TITLE_LINE = 1.14;
    private static final int SUMMARY = 35;
    private static final int SUMMARY_LINE = 50;
    /** A change of what is drawn is a change of this. */
    private static final String VERSION = "social-2";

    private static final Map<String, Integer> COLOURS =
            Map.of("paper", 0xFBFBF8, "accent", 0x0F5C4A, "ink", 0x17201C, "soft", 0x4D5B55);
    private static final List<String> INKS = List.of("accent", "ink", "soft");

    /** What is drawn on every card of an edition. */
    private record Look(CardFit fonts, int[] palette, String mark) {}

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        if (!edition.hasSocialCards()) {
            return;
        }
        Lazy<Look> look = new Lazy<>(() -> look(edition));
        for (Practice practice : edition.library().practices().values()) {
            String kind = edition.words().get("practice.kicker");
            sheets.accept(new SiteFile(
                    edition.addresses().socialCard(practice),
                    SiteFile.Use.SERVED,
                    () -> bytes(
                            edition,
                            look.get(),
                            kind,
                            practice.title().value(),
                            practice.summary().value())));
        }
        for (Attempt attempt : edition.library().attempts().values()) {
            String kind = edition.words().get("nav.attempts");
            sheets.accept(new SiteFile(
                    edition.addresses().socialCard(attempt),
                    SiteFile.Use.SERVED,
                    () -> bytes(
                            edition,
                            look.get(),
                            kind,
                            attempt.title().value(),
                            attempt.lesson().value())));
        }
    }

    private static Look look(Edition edition) {
        Assets assets = edition.theme().assets();
        String css = new String(assets.files().get(assets.path("site.css")), StandardCharsets.UTF_8)
                + edition.sheet()
                        .map(LookSheet::bytes)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse("");
        int[] palette = new int[1 + INKS.size() * SHADES];
        int paper = colour(css, "paper");
        palette[0] = paper;
        for (int ink = 0; ink < INKS.size(); ink++) {
            for (int shade = 1; shade <= SHADES; shade++) {
                palette[ink * SHADES + shade] = blend(paper, colour(css, INKS.get(ink)), shade);
            }
        }
        return new Look(
                CardFit.of(edition.theme(), edition.sheet()),
                palette,
                assets.path("site.css") + Arrays.toString(palette));
    }

    /** A colour of the theme in the light; the usual one where it is not said in digits. */
    private static int colour(String css, String token) {
        Matcher said = Pattern.compile("--" + token + ":\\s*(?:light-dark\\(\\s*)?#([0-9a-fA-F]{6})\\b")
                .matcher(css);
        int colour = COLOURS.get(token);
        while (said.find()) {
            colour = Integer.parseInt(said.group(1), 16);
        }
        return colour;
    }

    private static int blend(int paper, int ink, int shade) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = paper >> shift & 0xFF;
            int to = ink >> shift & 0xFF;
            mixed |= (from + (to - from) * shade / SHADES) << shift;
        }
        return mixed;
    }

    private static byte[] bytes(Edition edition, Look look, String kind, String title, String summary) {
        boolean drawable =
                look.fonts().isKnown() && look.fonts().serif().orElseThrow().canDraw(title.strip());
        if (!drawable) {
            Assets assets = edition.theme().assets();
            return assets.files().get(assets.path("images/social.png"));
        }
        // in the words of some languages there are letters that the fonts lack, where a title has none
        Typeface sans = look.fonts().sans().orElseThrow();
        String playbook = edition.settings().name();
        String name = Stream.of(playbook + " · " + kind, playbook)
                .filter(sans::canDraw)
                .findFirst()
                .orElse("");
        String key = PictureCache.key(
                String.join("\n", VERSION, edition.options().version(), look.mark(), name, title, summary)
                        .getBytes(StandardCharsets.UTF_8));
        PictureCache cache = edition.options().pictures().cache();
        return cache.get(key).orElseGet(() -> {
            byte[] drawn = draw(look, name, title, summary);
            cache.put(key, drawn);
            return drawn;
        });
    }

    private static byte[] draw(Look look, String name, String title, String summary) {
        Typeface serif = look.fonts().serif().orElseThrow();
        Typeface sans = look.fonts().sans().orElseThrow();
        byte[] pixels = new byte[WIDTH * HEIGHT];
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        canvas.box(0, 0, STRIPE, HEIGHT);
        canvas.paint(pixels, 1, SHADES);

        int room = WIDTH - 2 * EDGE;
        int size = TITLES[TITLES.length - 1];
        for (int i = TITLES.length - 1; i >= 0; i--) {
            boolean fits = TextLines.of(title, serif, TITLES[i], false, room).count() <= TITLE_LINES;
            size = fits ? TITLES[i] : size;
        }
        double y = EDGE + NAME + size * 1.35;
        y = lines(canvas, serif, title, size, size * TITLE_LINE, room, TITLE_LINES, y);
        canvas.paint(pixels, 1 + SHADES, SHADES);

        if (!name.isEmpty()) {
            lines(canvas, sans, name, NAME, NAME, room, 1, EDGE + NAME / 2.0);
        }
        double below = y - size * TITLE_LINE + size * 0.45 + SUMMARY_LINE;
        int most = (int) Math.floor((HEIGHT - EDGE * 0.6 - below) / SUMMARY_LINE) + 1;
        String plain = summary.strip();
        if (serif.canDraw(plain) && most > 0) {
            lines(canvas, serif, plain, SUMMARY, SUMMARY_LINE, room, most, below);
        }
        canvas.paint(pixels, 1 + 2 * SHADES, SHADES);
        return Png.of(WIDTH, HEIGHT, look.palette(), pixels);
    }

    /** @return the baseline of the line behind the last */
    private static double lines(
            Canvas canvas,
            Typeface face,
            String written,
            double size,
            double line,
            int room,
            int most,
            double baseline) {
        TextLines lines = TextLines.of(written, face, size, false, room);
        int[] text =
                written.strip().replaceAll("[ \\t\\n\\r\\f]+", " ").codePoints().toArray();
        int start = 0;
        double y = baseline;
        for (int i = 0; i < Math.min(most, lines.count()); i++) {
            int end = lines.ends().get(i);
            String shown = new String(text, start, end - start).strip();
            if (i + 1 == most && lines.count() > most) {
                shown = shortened(shown, face, size, room);
            }
            face.draw(shown.codePoints().toArray(), canvas, size, EDGE, y);
            start = end;
            y += line;
        }
        return y;
    }

    /** With an ellipsis at its end, which takes the place of words if there is no other. */
    private static String shortened(String line, Typeface face, double size, int room) {
        String sign = face.canDraw("…") ? " …" : "";
        String shown = line;
        while (shown.contains(" ")
                && TextLines.of(shown + sign, face, size, false, room).count() > 1) {
            shown = shown.substring(0, shown.lastIndexOf(' '));
        }
        return shown + sign;
    }
}
