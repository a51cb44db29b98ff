package org.practiceplaybook.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.markdown.Markdown;

/** Makes of what was typed into a field a piece of Markdown that stays in its section and means what it looks like. */
final class TypedText {
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,})(.*)$");
    private static final Pattern SETEXT = Pattern.compile("^[\\s>]*(?:=+|-+)$");
    private static final Pattern HEADING =
            Pattern.compile("^([\\s>]*(?:(?:[-+*]|\\d{1,9}[.)])[\\s>]+)*+)#{1,2}(?=\\s|$)");
    private static final Pattern LIST = Pattern.compile("^[ \\t]*(?:[-+*]|\\d+[.)])\\s", Pattern.MULTILINE);
    private static final Pattern LINE = Pattern.compile("^(?=.*\\S)", Pattern.MULTILINE);
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>&#~|!]");

    private TypedText() {}

    /** Without what no file can hold: control characters, halves of a character. */
    static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            boolean control = c < 0x20 && c != '\n' && c != '\t' || c == 0x7f;
            if (c >= 0xd800 && c <= 0xdfff) {
                out.append('\uFFFD');
            } else if (!control && c != 0xfeff && c != 0xfffe && c != 0xffff) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    static String oneLine(String text) {
        return clean(text).replaceAll("\\s+", " ").strip();
    }

    /** The lines of a text, without the signs of a list. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : clean(text).split("\n")) {
            String one = oneLine(line.replaceFirst("^\\s*[-*]\\s+", ""));
            if (!one.isEmpty()) {
                lines.add(one);
            }
        }
        return lines;
    }

    /** Markup stays text, headings stay below the section's own, and what was opened is closed. */
    static String section(String typed, Markdown markdown) {
        String text = clean(typed)
                .replace("\t", "    ")
                .replaceAll("(?m)(?<! ) +$", "")
                .replaceFirst("^\n+", "")
                .stripTrailing();
        StringBuilder out = new StringBuilder(text.length() + 16);
        String open = "";
        String before = "";
        for (String line : text.split("\n", -1)) {
            Matcher fence = FENCE.matcher(line);
            boolean marks = fence.matches();
            if (open.isEmpty()) {
                boolean underline = !before.isBlank() && SETEXT.matcher(line).matches();
                out.append(
                        underline
                                ? line.replaceFirst("[=-]", "\\\\$0")
                                : HEADING.matcher(line).replaceFirst("$1###"));
                open = marks ? fence.group(1) : "";
            } else {
                out.append(line);
                open = marks
                                && fence.group(1).startsWith(open)
                                && fence.group(2).isBlank()
                        ? ""
                        : open;
            }
            out.append('\n');
            before = line;
        }
        return markdown.withoutHtml(out.append(open).toString().stripTrailing());
    }

    /** Each line a point, unless there is a list already. */
    static String points(String text) {
        return LIST.matcher(text).find() ? text : LINE.matcher(text).replaceAll("- ");
    }

    /** A line in which no sign is markup. */
    static String escaped(String line) {
        return SPECIAL.matcher(line).replaceAll("\\\\$0");
    }

    /** A line in bold in which no sign is markup. */
    static String bold(String line) {
        String text = escaped(oneLine(line));
        boolean ended = !text.isEmpty() && ".?!:…".indexOf(text.charAt(text.length() - 1)) >= 0;
        return text.isEmpty() ? "" : "**" + text + (ended ? "" : ".") + "**";
    }

    /** What {@link #bold} was made of. */
    static String plain(String markdown) {
        return markdown.replaceAll("\\\\([!-/:-@\\[-`{-~])", "$1");
    }
}
