package org.practiceplaybook.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/** What can be saved of YAML that is broken: the lines that are a key, a colon and a value. */
final class LineByLine {
    private static final Pattern LINE = Pattern.compile("^([A-Za-z][A-Za-z_-]*)[ \\t]*:[ \\t]*(\\S.*?)?[ \\t\\r]*$");

    private LineByLine() {}

    static Yaml.Mapping read(SourceFile file, int start, int end) {
        List<Yaml.Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int at = start;
        while (at < end) {
            int lineEnd = file.text().indexOf('\n', at);
            if (lineEnd < 0 || lineEnd > end) {
                lineEnd = end;
            }
            Matcher matcher = LINE.matcher(file.text().substring(at, lineEnd));
            if (matcher.matches() && matcher.group(2) != null && isScalar(matcher.group(2))) {
                String key = matcher.group(1);
                if (seen.add(key)) {
                    Span keySpan = new Span(at + matcher.start(1), at + matcher.end(1));
                    Span valueSpan = new Span(at + matcher.start(2), at + matcher.end(2));
                    String value = matcher.group(2).replaceAll("^[\"'“”‘’]+|[\"'“”‘’]+$", "");
                    entries.add(new Yaml.Entry(
                            new Located<>(key, keySpan),
                            new Yaml.Text(value, valueSpan, value.equals(matcher.group(2)))));
                }
            }
            at = lineEnd + 1;
        }
        return new Yaml.Mapping(entries, new Span(start, Math.max(start, end)));
    }

    /** Lists and maps in a broken text are not guessed at. */
    private static boolean isScalar(String value) {
        return "[{&*|>".indexOf(value.charAt(0)) < 0;
    }
}
