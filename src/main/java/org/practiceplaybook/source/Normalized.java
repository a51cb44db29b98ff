package org.practiceplaybook.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Texts as everything else may expect them: lines end in a line feed, and of lines that two people changed there is one
 * version. Every place stays where it was.
 */
public final class Normalized {
    private static final String OURS = "<<<<<<<";
    private static final String BASE = "|||||||";
    private static final String BETWEEN = "=======";
    private static final String THEIRS = ">>>>>>>";

    /** How far in a line of git's may stand that somebody moved or quoted. */
    private static final Pattern INDENT = Pattern.compile("^(?: {0,3}>(?: |(?=[<|=`~]))){0,3} {0,3}(?=[<|=>`~]{3})");

    private Normalized() {}

    /**
     * A text without what git and old computers leave in it.
     *
     * @param found takes what was there
     */
    public static SourceFile of(SourceFile file, List<Diagnostic> found) {
        return merged(withLines(file, found), found);
    }

    private static SourceFile withLines(SourceFile file, List<Diagnostic> found) {
        String text = file.text();
        StringBuilder lines = new StringBuilder(text);
        boolean lone = false;
        for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
            if (!text.startsWith("\n", at + 1)) {
                lines.setCharAt(at, '\n');
                lone = true;
            }
        }
        if (!lone) {
            return file;
        }
        found.add(Diagnostic.of(
                        RuleCode.LINE_ENDS,
                        file.whole(),
                        "lines of this file end in a carriage return alone, as on very old computers")
                .effect("the same; other programs show one long line")
                .remedy("set the line ends to LF in the editor, or run: playbook check --fix"));
        return new SourceFile(file.path(), lines.toString());
    }

    /** The first version of lines that git could not merge; markers and other versions are blanked out. */
    private static SourceFile merged(SourceFile file, List<Diagnostic> found) {
        String text = file.text();
        if (!text.contains(OURS) && !text.contains(THEIRS) && !text.contains(BASE)) {
            return file;
        }
        return new Merging(file, found).done();
    }

    /** Goes through the lines of a text that may hold versions. */
    private static final class Merging {
        private final SourceFile file;
        private final List<Diagnostic> found;
        private final List<Span> blank = new ArrayList<>();
        private final List<Span> other = new ArrayList<>();
        private boolean open;
        private boolean second;
        /** Is what both versions began from left, with nothing above it? */
        private boolean base;

        private Span between;

        Merging(SourceFile file, List<Diagnostic> found) {
            this.file = file;
            this.found = found;
        }

        SourceFile done() {
            String text = file.text();
            boolean fenced = false;
            String above = "";
            for (int start = 0; start < text.length(); start = next(text, start)) {
                Span line = file.lineAt(start);
                String typed = file.slice(line);
                String signs = INDENT.matcher(typed).replaceFirst("");
                fenced ^= signs.startsWith("```") || signs.startsWith("~~~");
                // git writes its signs at the start of a line; further in, code may show them to readers
                boolean shown = fenced && signs.length() < typed.length();
                boolean alone = above.isBlank() && !fenced && !blank.isEmpty();
                if (shown || !line(line, signs, alone, above.startsWith("|"))) {
                    above = signs;
                } else {
                    above = "";
                }
            }
            StringBuilder one = new StringBuilder(text);
            for (Span line : blank) {
                one.replace(line.start(), line.end(), " ".repeat(line.length()));
            }
            return blank.isEmpty() ? file : new SourceFile(file.path(), one.toString());
        }

        /**
         * Says whether it is one of git's lines.
         *
         * @param alone is there a conflict above, and no words right above that it could underline?
         */
        private boolean line(Span line, String signs, boolean alone, boolean inTable) {
            if (isMarker(signs, OURS)) {
                found.add(conflict(file, line));
                blank.add(line);
                open = true;
                second = false;
                base = false;
                other.clear();
            } else if (open && (isMarker(signs, BASE) || isMarker(signs, BETWEEN))) {
                blank.add(line);
                second = true;
            } else if (isMarker(signs, THEIRS) && (open || between != null || base)) {
                if (!open && !base) {
                    found.add(conflict(file, line));
                    blank.add(between);
                }
                blank.add(line);
                blank.addAll(other);
                other.clear();
                open = false;
                second = false;
                base = false;
                between = null;
            } else if (second) {
                other.add(line);
                return false;
            } else if (isMarker(signs, THEIRS) || isMarker(signs, BASE) && !inTable) {
                // left over of a conflict that somebody began to take out
                found.add(conflict(file, line));
                blank.add(line);
                base = isMarker(signs, BASE);
            } else if (isMarker(signs, BETWEEN) && (base || alone)) {
                if (!base) {
                    found.add(conflict(file, line));
                }
                blank.add(line);
            } else {
                between = isMarker(signs, BETWEEN) ? line : between;
                return false;
            }
            return true;
        }
    }

    private static int next(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end + 1;
    }

    private static boolean isMarker(String line, String signs) {
        return line.startsWith(signs)
                && (line.length() == signs.length() || Character.isWhitespace(line.charAt(signs.length())));
    }

    private static Diagnostic conflict(SourceFile file, Span line) {
        return Diagnostic.of(
                        RuleCode.MERGE_CONFLICT,
                        file.at(line),
                        "here stand two versions of the same lines, which git could not merge")
                .effect("the first of them, and not the other")
                .remedy("keep the lines that are right, and take out those that begin with " + OURS + ", " + BASE + ", "
                        + BETWEEN + " and " + THEIRS);
    }
}
