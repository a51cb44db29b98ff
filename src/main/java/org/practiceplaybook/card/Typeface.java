package org.practiceplaybook.card;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.picture.Canvas;
import org.practiceplaybook.theme.Assets;
import org.practiceplaybook.theme.LookSheet;
import org.practiceplaybook.theme.Theme;

/** A family of upright type in the files that a style sheet names, each for a part of the characters. */
final class Typeface {
    private static final Pattern FACE = Pattern.compile("@font-face\\s*\\{([^}]*)\\}");
    private static final Pattern FAMILY = Pattern.compile("font-family:\\s*\"([^\"]+)\"");
    private static final Pattern FILE = Pattern.compile("url\\(\"([^\"]+\\.woff2)\"\\)");
    private static final Pattern RANGE = Pattern.compile("U\\+([0-9A-Fa-f]+)(?:-([0-9A-Fa-f]+))?");

    /** No font of the theme has it, so another one of the reader's shows it, as wide as any. */
    private static final double UNKNOWN = 1.1;

    private static final double PICTURE = 1.5;

    private final List<Face> faces;

    /** A file and the characters that are asked of it. */
    private record Face(BitSet characters, FontFile file) {}

    private Typeface(List<Face> faces) {
        this.faces = List.copyOf(faces);
    }

    /**
     * The family that stands first in a token of the theme.
     *
     * @param token {@code --serif}
     * @return empty where it is not one of the theme's own files, so that nobody knows how wide its letters are
     */
    static Optional<Typeface> of(Theme theme, Optional<LookSheet> look, String token) {
        Assets assets = theme.assets();
        String css = new String(assets.files().get(assets.path("site.css")), StandardCharsets.UTF_8)
                + look.map(sheet -> new String(sheet.bytes(), StandardCharsets.UTF_8))
                        .orElse("");
        Optional<String> family = Pattern.compile(Pattern.quote(token) + ":\\s*\"([^\"]+)\"")
                .matcher(css)
                .results()
                .reduce((earlier, later) -> later)
                .map(found -> found.group(1));
        List<Face> faces = new ArrayList<>();
        try {
            for (MatchResult found : FACE.matcher(css).results().toList()) {
                String rule = found.group(1);
                Matcher named = FAMILY.matcher(rule);
                Matcher file = FILE.matcher(rule);
                if (named.find()
                        && file.find()
                        && family.filter(named.group(1)::equals).isPresent()) {
                    byte[] bytes = assets.files().get("assets/" + file.group(1));
                    if (!rule.contains("italic") && bytes != null) {
                        faces.add(new Face(characters(rule), new FontFile(bytes)));
                    }
                }
            }
        } catch (IOException e) {
            return Optional.empty(); // a browser shows another one in its place
        }
        return faces.isEmpty() ? Optional.empty() : Optional.of(new Typeface(faces));
    }

    private static BitSet characters(String rule) {
        BitSet characters = new BitSet();
        RANGE.matcher(rule).results().forEach(range -> {
            int start = Integer.parseInt(range.group(1), 16);
            int end = range.group(2) == null ? start : Integer.parseInt(range.group(2), 16);
            characters.set(start, Math.min(end, Character.MAX_CODE_POINT) + 1);
        });
        if (characters.isEmpty()) {
            characters.set(0, Character.MAX_CODE_POINT + 1);
        }
        return characters;
    }

    /**
     * How far each character of a text reaches beyond the one before, in parts of the size of the type.
     *
     * @param text as code points
     */
    double[] advances(int[] text, boolean bold) {
        double[] advances = new double[text.length];
        Face before = null;
        int last = 0;
        for (int i = 0; i < text.length; i++) {
            Face face = face(text[i]);
            int glyph = face == null ? 0 : face.file.glyph(text[i]);
            if (glyph == 0) {
                advances[i] = unknown(text[i]);
                before = null;
            } else {
                advances[i] = face.file.advance(glyph, bold);
                if (before == face) {
                    advances[i - 1] += face.file.kern(last, glyph);
                }
                before = face;
                last = glyph;
            }
        }
        return advances;
    }

    /** Can all of a text be drawn, letter by letter, in the order in which it is written? */
    boolean canDraw(String text) {
        return text.codePoints()
                .allMatch(character -> character == ' '
                        || face(character) != null
                                && face(character).file.glyph(character) != 0
                                && face(character).file.outlines().isPresent());
    }

    /**
     * Draws a text in one line.
     *
     * @param size of the type in pixels
     * @param x where it begins
     * @param baseline on which it stands
     */
    void draw(int[] text, Canvas canvas, double size, double x, double baseline) {
        double[] advances = advances(text, false);
        double at = x;
        for (int i = 0; i < text.length; i++) {
            if (text[i] != ' ') {
                FontFile file = face(text[i]).file;
                file.outlines().orElseThrow().draw(file.glyph(text[i]), canvas, size, at, baseline);
            }
            at += advances[i] * size;
        }
    }

    private Face face(int character) {
        for (Face face : faces) {
            if (face.characters.get(character)) {
                return face;
            }
        }
        return null;
    }

    private static double unknown(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            case Character.OTHER_SYMBOL, Character.SURROGATE, Character.UNASSIGNED -> PICTURE;
            default -> UNKNOWN;
        };
    }
}
