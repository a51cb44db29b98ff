package org.practiceplaybook.theme;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The drawings of {@code icons/*.svg}, to stand in a page among its words: a picture in a file of its own could not take the
 * text's colour.
 */
final class Icons {
    private static final String FOLDER = "icons/";
    private static final String END = ".svg";
    private static final Pattern DRAWING = Pattern.compile("<svg\\b([^>]*)>(.*)</svg>", Pattern.DOTALL);

    /** What a page's style sheet says instead, and what HTML does not need. */
    private static final Pattern LEFT_OUT =
            Pattern.compile("\\s(?:xmlns|class|width|height|fill|stroke(?:-\\w+)*)=(?:\"[^\"]*\"|'[^']*')");

    private final Map<String, String> drawings = new TreeMap<>();
    private final Map<String, String> made = new HashMap<>();

    private Icons() {}

    static Icons of(Map<String, byte[]> theme) {
        Icons icons = new Icons();
        theme.forEach((path, bytes) -> {
            if (path.startsWith(FOLDER) && path.endsWith(END)) {
                String text = new String(bytes, StandardCharsets.UTF_8);
                icons.drawings.put(path.substring(FOLDER.length(), path.length() - END.length()), inner(path, text));
            }
        });
        return icons;
    }

    private static String inner(String path, String text) {
        Matcher drawing = DRAWING.matcher(text);
        if (!drawing.find()) {
            throw new ThemeProblem("theme/" + path + " is no drawing: it needs one <svg …> with what is drawn in it");
        }
        String kept = LEFT_OUT.matcher(drawing.group(1)).replaceAll("").strip().replaceAll("\\s+", " ");
        return (kept.isEmpty() ? "" : " " + kept) + " aria-hidden=\"true\">"
                + drawing.group(2).strip().replaceAll(">\\s+<", "><") + "</svg>";
    }

    /**
     * A drawing as markup, hidden from those who listen: a word stands beside it.
     *
     * @param name of its file, without folder and end
     * @param style the name by which the style sheet knows it: {@code icon}
     * @throws ThemeProblem where there is no such file
     */
    synchronized String get(String name, String style) {
        return made.computeIfAbsent(style + " " + name, unused -> {
            String drawing = drawings.get(name);
            if (drawing == null) {
                throw new ThemeProblem("the theme has no icon \"" + name + "\" (theme/" + FOLDER + name + END + ")"
                        + DidYouMean.of(name, drawings.keySet()));
            }
            return "<svg class=\"" + style + "\"" + drawing;
        });
    }
}
