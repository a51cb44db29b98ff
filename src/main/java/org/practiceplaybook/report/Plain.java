package org.practiceplaybook.report;

import java.util.ArrayList;
import java.util.List;
import org.practiceplaybook.source.Diagnostic;

/** Text of others on its way into something that reads control codes. */
public final class Plain {
    private Plain() {}

    /** One line without control codes. Tabs are shown as one blank, which is how they are counted. */
    public static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\t') {
                out.append(' ');
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
        lines.add(line(
                diagnostic.label().isEmpty()
                        ? diagnostic.message()
                        : diagnostic.message() + " (" + diagnostic.label() + ")"));
        if (!diagnostic.effect().isEmpty()) {
            lines.add(line("A reader would see " + diagnostic.effect() + "."));
        }
        if (!diagnostic.remedy().isEmpty()) {
            lines.add(line("To mend it, " + diagnostic.remedy() + "."));
        }
        corrected(diagnostic).forEach(line -> lines.add("Write: " + line));
        return lines;
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
