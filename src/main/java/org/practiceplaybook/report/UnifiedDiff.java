package org.practiceplaybook.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import org.practiceplaybook.source.Lines;

/** What differs between two texts, for a person who looks before something is written. */
public final class UnifiedDiff {
    private static final int CONTEXT = 2;

    private UnifiedDiff() {}

    /** A unified diff of two versions of a file. Line ends and byte order mark are told of in words. */
    public static String of(String path, String before, String after) {
        StringBuilder out = new StringBuilder();
        List<String> old = lines(before);
        List<String> fresh = lines(after);
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(path, path, old, DiffUtils.diff(old, fresh), CONTEXT);
        if (diff.isEmpty()) {
            out.append("--- ").append(ControlCodes.line(path)).append('\n');
        }
        for (String line : diff) {
            out.append(visible(line)).append('\n');
        }
        if (before.startsWith("\uFEFF") && !after.startsWith("\uFEFF")) {
            out.append("(the byte order mark at its start is taken out)\n");
        }
        long ends = windowsEnds(before) - windowsEnds(after);
        if (ends > 0) {
            out.append("(")
                    .append(ends)
                    .append(ends == 1 ? " line ends" : " lines end")
                    .append(" with LF instead of CR LF)\n");
        }
        return out.toString();
    }

    private static List<String> lines(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return plain.replace("\r\n", "\n").lines().toList();
    }

    private static long windowsEnds(String text) {
        return text.split("\r\n", -1).length - 1L;
    }

    /** Tabs stay: they may be what is mended. */
    private static String visible(String line) {
        return String.join(
                "\t",
                List.of(Lines.brief(line).split("\t", -1)).stream()
                        .map(ControlCodes::line)
                        .toList());
    }
}
