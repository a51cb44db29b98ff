package org.practiceplaybook.theme;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.practiceplaybook.content.Look;
import org.practiceplaybook.content.Setting;
import org.practiceplaybook.content.value.Slug;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.SourceFile;

/**
 * The style sheet that a playbook's settings make: its accent and its fonts. It lies in the layer of the tokens, behind the
 * program's, so that a style sheet of one's own goes before it.
 *
 * @param path in the site, with a hash of what is in it
 * @param accent in the light, or empty
 * @param advice on colours that cannot be read
 */
public record LookSheet(String path, byte[] bytes, String accent, List<Diagnostic> advice) {
    /** The files that may belong to a family, by what stands behind its name in theirs. */
    private static final Map<String, String> FACES = Map.of(
            "", "font-weight: 100 900;",
            "-italic", "font-weight: 100 900; font-style: italic;",
            "-bold", "font-weight: 700;",
            "-bold-italic", "font-weight: 700; font-style: italic;");

    private static final Pattern FAMILY = Pattern.compile("@font-face\\s*\\{[^}]*font-family:\\s*\"([^\"]+)\"");

    /** The sheet of a look; empty where it sets nothing that a style sheet says. */
    static Optional<LookSheet> of(Look look, List<SourceFile> sheets, Assets assets) {
        List<Declaration> colours = accents(look, sheets);
        Map<String, String> tokens = new LinkedHashMap<>();
        if (!colours.isEmpty()) {
            tokens.put(
                    Palette.ACCENT,
                    "light-dark(" + colours.get(0).value() + ", "
                            + colours.get(1).value() + ")");
        }
        StringBuilder css = new StringBuilder("@layer tokens {\n");
        Set<String> known = new HashSet<>();
        sheets.forEach(sheet -> FAMILY.matcher(sheet.text()).results().forEach(found -> known.add(found.group(1))));
        Fonts fonts = new Fonts(known, assets, tokens, css);
        fonts.add(look.fontText(), "--serif", "Georgia, \"Noto Serif\", serif");
        fonts.add(look.fontInterface(), "--sans", "system-ui, \"Noto Sans\", sans-serif");
        fonts.add(look.fontCode(), "--mono", "ui-monospace, monospace");
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        css.append(":root {\n");
        tokens.forEach(
                (name, value) -> css.append(name).append(": ").append(value).append(";\n"));
        byte[] bytes = css.append("}\n}\n").toString().getBytes(StandardCharsets.UTF_8);
        return Optional.of(new LookSheet(
                Assets.hashed("look.css", bytes),
                bytes,
                look.accent().map(Setting::value).orElse(""),
                colours.isEmpty() ? List.of() : new Palette(sheets, Set.of(), colours).advice()));
    }

    /** The accent in the light and in the dark. What is not said is the nearest shade of the other that can be read. */
    private static List<Declaration> accents(Look look, List<SourceFile> sheets) {
        List<Declaration> accents = new ArrayList<>();
        look.accent().or(look::accentDark).ifPresent(said -> {
            Palette palette = new Palette(sheets, Set.of());
            Setting light = look.accent().orElseGet(() -> readable(said, palette, false));
            Setting dark = look.accentDark().orElseGet(() -> readable(said, palette, true));
            accents.add(new Declaration(Palette.ACCENT, light.value(), light.place(), true, true, false));
            accents.add(new Declaration(Palette.ACCENT, dark.value(), dark.place(), true, false, true));
        });
        return accents;
    }

    private static Setting readable(Setting said, Palette palette, boolean dark) {
        String shade = Colour.of(said.value())
                .flatMap(colour -> palette.passing(colour, Palette.ACCENT, dark))
                .map(Colour::toString)
                .orElse(said.value());
        return new Setting(shade, said.place());
    }

    /**
     * The fonts of a look.
     *
     * @param known families that the theme's own style sheets have the files of
     */
    private record Fonts(Set<String> known, Assets assets, Map<String, String> tokens, StringBuilder css) {
        void add(Optional<Setting> family, String token, String others) {
            if (family.isEmpty()) {
                return;
            }
            String name = family.get().value();
            tokens.put(token, "\"" + name + "\", " + others);
            FACES.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(face -> {
                String file = "fonts/" + Slug.of(name) + face.getKey() + ".woff2";
                if (!known.contains(name) && assets.has(file)) {
                    css.append("@font-face { font-family: \"")
                            .append(name)
                            .append("\"; src: url(\"")
                            .append(assets.beside(file))
                            .append("\") format(\"woff2\"); font-display: optional; ")
                            .append(face.getValue())
                            .append(" }\n");
                }
            });
        }
    }
}
