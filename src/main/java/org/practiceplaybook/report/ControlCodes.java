package org.practiceplaybook.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Lines;
import org.practiceplaybook.theme.Json;

/** Text of others on its way into something that reads control codes. */
public final class ControlCodes {
    private static final Pattern AT_START = Pattern.compile("\\A([\\s\\p{Z}\uFFFD]*:)(:)");
    /** Of GitHub and of Azure, whose runner it was. */
    private static final Pattern ANYWHERE = Pattern.compile("(#)(#(?:\\[|vso\\[))", Pattern.CASE_INSENSITIVE);

    private ControlCodes() {}

    /**
     * One line without control codes, and without what the log of a workflow takes for a command: a line that begins with
     * {@code ::}, and {@code ##[} wherever it stands. An invisible sign goes between these. Tabs are shown as one blank,
     * which is how they are counted.
     */
    public static String line(String text) {
        return ANYWHERE.matcher(AT_START.matcher(printable(text)).replaceFirst("$1\u200b$2"))
                .replaceAll("$1\u200b$2");
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\t') {
                out.append(' ');
            } else if (c == '\u200b' && out.length() > 0 && "#:".indexOf(out.charAt(out.length() - 1)) >= 0) {
                out.append('\u200b'); // it is plain already
            } else if (Character.isISOControl(c)
                    || c == 0x2028
                    || c == 0x2029
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE) {
                out.append('\uFFFD');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** All that is said of a finding, a line each, the message itself first. */
    static List<String> lines(Diagnostic diagnostic) {
        List<String> lines = new ArrayList<>();
        lines.add(said(
                diagnostic.label().isEmpty()
                        ? diagnostic.message()
                        : diagnostic.message() + " (" + Lines.brief(diagnostic.label()) + ")"));
        if (!diagnostic.effect().isEmpty()) {
            lines.add(said("A reader would see " + diagnostic.effect() + "."));
        }
        if (!diagnostic.remedy().isEmpty()) {
            lines.add(said("To mend it, " + diagnostic.remedy() + "."));
        }
        corrected(diagnostic).forEach(line -> lines.add("Write: " + line));
        return lines;
    }

    /** Our words, on one line; what they quote may be longer than anybody reads. */
    static String said(String text) {
        return line(Lines.brief(text));
    }

    /** JSON in which no text is a command for a workflow, and that means the same. */
    static String json(Json json) {
        // outside of texts these signs do not stand together
        return json.toString().replace("##", "#\\u0023").replace("::", ":\\u003a");
    }

    /** The corrected lines that are not empty. */
    static List<String> corrected(Diagnostic diagnostic) {
        return diagnostic.edit().map(edit -> edit.corrected(diagnostic.place().file())).stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .map(line -> line(line).stripTrailing())
                .toList();
    }
}
