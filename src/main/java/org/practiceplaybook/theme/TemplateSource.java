package org.practiceplaybook.theme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template as it is written, and what can be read off it without running it.
 *
 * @param name without folder and end: {@code practice}, {@code default/practice}
 * @param text as it is written, every line at its place
 */
record TemplateSource(String name, String text) {
    /** What the program's own files are called where a file of a theme takes their place. */
    static final String DEFAULT = "default/";

    private static final Pattern COMMENT = Pattern.compile("\\{#.*?#}", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile(
            "\\{%-?\\s*(extends|include|import|from|embed|endembed|block|endblock|macro)\\b\\s*(\"[^\"]*\"|'[^']*'|[\\w-]*)");
    private static final Pattern MACRO =
            Pattern.compile("\\{%-?\\s*macro\\s+(\\w+).*?\\{%-?\\s*endmacro\\s*-?%}", Pattern.DOTALL);
    private static final Pattern ONLY_TAGS = Pattern.compile("\\s*(?:\\{%.*?%}|\\{#.*?#})+\\s*");
    private static final Pattern AS_TYPED = Pattern.compile("<(/?)(?:pre|textarea)\\b");

    /**
     * A tag that names something.
     *
     * @param kind {@code extends}, {@code include}, {@code import}, {@code block} …
     * @param name what it names, or empty where that is only known when it runs
     * @param depth how many blocks and embedded templates it stands in
     */
    record Tag(String kind, String name, int offset, int depth) {
        boolean asksForTemplate() {
            return !kind.equals("block") && !kind.equals("macro");
        }
    }

    /** The tags that name a template, a block or a macro, in their order. */
    List<Tag> tags() {
        List<Tag> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(blank(COMMENT.matcher(text)));
        int depth = 0;
        while (matcher.find()) {
            String kind = matcher.group(1);
            if (kind.startsWith("end")) {
                depth--;
                continue;
            }
            String what = matcher.group(2);
            boolean quoted = what.startsWith("\"") || what.startsWith("'");
            boolean bare = kind.equals("block") || kind.equals("macro");
            tags.add(new Tag(
                    kind, quoted ? what.substring(1, what.length() - 1) : bare ? what : "", matcher.start(2), depth));
            if (kind.equals("block") || kind.equals("embed")) {
                depth++;
            }
        }
        return tags;
    }

    /** The line of an offset, counted from 1. */
    int line(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** With the macros of another source that this one does not have, at its end. */
    TemplateSource withMacrosOf(TemplateSource other) {
        Map<String, String> missing = new LinkedHashMap<>(other.macros());
        missing.keySet().removeAll(macros().keySet());
        return missing.isEmpty() ? this : new TemplateSource(name, text + String.join("", missing.values()));
    }

    private Map<String, String> macros() {
        Map<String, String> macros = new LinkedHashMap<>();
        MACRO.matcher(text).results().forEach(found -> macros.put(found.group(1), found.group()));
        return macros;
    }

    /**
     * What is given to Pebble: the indentation that people need is not a page's, and a line that has nothing but tags leaves no
     * empty line behind. Every line stays at its place, so that messages name it.
     */
    String forPebble() {
        StringBuilder out = new StringBuilder(text.length());
        int asTyped = 0;
        for (String line : text.split("(?<=\n)")) {
            if (asTyped > 0) {
                out.append(line);
            } else if (ONLY_TAGS.matcher(line).matches()) {
                String bare = line.strip();
                int close = bare.length() - 2;
                out.append(bare, 0, close)
                        .append(bare.charAt(close - 1) == '-' ? "" : "-")
                        .append(bare, close, bare.length())
                        .append(line.endsWith("\n") ? "\n" : "");
            } else {
                out.append(line.stripLeading().isEmpty() ? "\n" : line.stripLeading());
            }
            asTyped += AS_TYPED.matcher(line)
                    .results()
                    .mapToInt(tag -> tag.group(1).isEmpty() ? 1 : -1)
                    .sum();
        }
        return out.toString();
    }

    private static String blank(Matcher matcher) {
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(found.group().replaceAll("[^\n]", " ")));
    }
}
