package org.practiceplaybook.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/**
 * Facts that stand at the head of a text: lines such as {@code **Time:** 30 minutes}, and tables of them.
 *
 * @param rest the text without them
 */
record ForeignFacts(List<Fact> found, String rest) {
    /** Headings below which facts stand. */
    private static final Set<String> HEADINGS = Set.of(
            "ataglance",
            "overview",
            "details",
            "quickfacts",
            "keyfacts",
            "facts",
            "logistics",
            "info",
            "information",
            "basics",
            "meta",
            "metadata",
            "properties",
            "setup",
            "requirements");

    private static final Pattern BOLD = Pattern.compile(
            "[ ]{0,3}(?:[-*+][ ]+)?(?:\\*\\*|__)([^*_:|]{1,40})(?::[ ]?(?:\\*\\*|__)|(?:\\*\\*|__)[ ]?:)[ \\t]*(\\S.*)");
    private static final Pattern ITALIC =
            Pattern.compile("[ ]{0,3}(?:[-*+][ ]+)?[*_]([^*_:|]{1,40})(?::[ ]?[*_]|[*_][ ]?:)(?![*_])[ \\t]*(\\S.*)");
    private static final Pattern BETWEEN = Pattern.compile("[ \\t]+[|·•][ \\t]+");
    private static final Pattern PLAIN =
            Pattern.compile("[ ]{0,3}(?:[-*+][ ]+)?([\\p{Lu}][\\p{L} /']{1,30}):[ \\t]+(\\S.*)");
    private static final Pattern SEPARATOR =
            Pattern.compile("[ ]{0,3}\\|?[ ]*:?-+:?[ ]*(?:\\|[ ]*:?-+:?[ ]*)*\\|?[ ]*");
    private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern MARKS = Pattern.compile("^[*_`]+|[*_`:]+$");

    /** A label and what stands behind it, and where. */
    record Fact(String label, String value, Span span) {}

    static boolean mayStandBelow(String heading) {
        return HEADINGS.contains(Ours.normal(heading));
    }

    /**
     * Finds facts.
     *
     * @param isFact is this label one? In a table that has one, every row is a fact
     */
    static ForeignFacts in(SourceFile file, Span span, Predicate<String> isFact) {
        List<Span> lines = lines(file, span);
        List<Fact> found = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        boolean code = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = file.slice(lines.get(i));
            code ^= line.stripLeading().startsWith("```") || line.stripLeading().startsWith("~~~");
            if (!code && i + 1 < lines.size() && isRow(line) && isSeparator(file, lines.get(i + 1))) {
                int end = i + 2;
                while (end < lines.size() && isRow(file.slice(lines.get(end)))) {
                    end++;
                }
                List<Fact> table = table(file, lines.subList(i, end), isFact);
                if (!table.isEmpty()) {
                    found.addAll(table);
                    i = end - 1;
                    continue;
                }
            }
            List<Fact> facts = code ? List.of() : ofLine(line, lines.get(i).start(), isFact);
            found.addAll(facts);
            if (facts.isEmpty()) {
                rest.append(line).append('\n');
            }
        }
        return new ForeignFacts(found, rest.toString().strip());
    }

    /** The facts of a line: one, or several with a sign between them. */
    private static List<Fact> ofLine(String line, int start, Predicate<String> isFact) {
        List<Fact> facts = new ArrayList<>();
        Matcher between = BETWEEN.matcher(line);
        for (int from = 0; from < line.length(); ) {
            boolean more = between.find(from);
            Optional<Fact> fact = fact(line.substring(from, more ? between.start() : line.length()), start + from)
                    .filter(one -> isFact.test(one.label()));
            if (fact.isEmpty()) {
                // the sign belongs to the value of the only one
                return fact(line, start).filter(one -> isFact.test(one.label())).stream()
                        .toList();
            }
            facts.add(fact.get());
            from = more ? between.end() : line.length();
        }
        return facts;
    }

    private static Optional<Fact> fact(String piece, int start) {
        return Stream.of(BOLD, ITALIC, PLAIN)
                .map(pattern -> pattern.matcher(piece))
                .filter(Matcher::matches)
                .findFirst()
                .map(match -> new Fact(
                        match.group(1).strip(),
                        match.group(2).replaceAll("[\\\\ ]+$", "").replaceAll("<br ?/?>$", ""),
                        new Span(start + match.start(1), start + match.end(2))));
    }

    private static List<Span> lines(SourceFile file, Span span) {
        List<Span> lines = new ArrayList<>();
        for (int at = span.start(); at < span.end(); ) {
            int end = file.text().indexOf('\n', at);
            end = end < 0 || end > span.end() ? span.end() : end;
            lines.add(new Span(at, end));
            at = end + 1;
        }
        return lines;
    }

    private static boolean isRow(String line) {
        return line.indexOf('|') >= 0 && !line.isBlank();
    }

    private static boolean isSeparator(SourceFile file, Span line) {
        String text = file.slice(line);
        return text.length() < 1_000
                && text.contains("-")
                && SEPARATOR.matcher(text).matches();
    }

    /** The facts of a table, label and value side by side or one above the other; none where it is another table. */
    private static List<Fact> table(SourceFile file, List<Span> lines, Predicate<String> isFact) {
        List<List<Fact>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i != 1) {
                rows.add(cells(file, lines.get(i)));
            }
        }
        List<Fact> facts = new ArrayList<>();
        List<Fact> header = rows.get(0);
        if (header.size() == 2
                && rows.stream().anyMatch(row -> isFact.test(row.get(0).label()))) {
            for (List<Fact> row : rows) {
                if (row.size() > 1
                        && !row.get(0).label().isEmpty()
                        && (row != header || isFact.test(row.get(0).label()))) {
                    facts.add(new Fact(
                            row.get(0).label(), row.get(1).value(), row.get(1).span()));
                }
            }
        } else if (rows.size() == 2 && header.stream().anyMatch(cell -> isFact.test(cell.label()))) {
            for (int i = 0; i < Math.min(header.size(), rows.get(1).size()); i++) {
                Fact cell = rows.get(1).get(i);
                facts.add(new Fact(header.get(i).label(), cell.value(), cell.span()));
            }
        }
        facts.removeIf(fact -> fact.value().isEmpty());
        return facts;
    }

    private static List<Fact> cells(SourceFile file, Span line) {
        String text = file.slice(line);
        List<Fact> cells = new ArrayList<>();
        int at = text.stripLeading().startsWith("|") ? text.indexOf('|') + 1 : 0;
        Matcher end = CELL_END.matcher(text);
        while (at < text.length()) {
            int to = end.find(at) ? end.start() : text.length();
            String value = text.substring(at, to).strip().replace("\\|", "|");
            String label = MARKS.matcher(value).replaceAll("").strip();
            int start = line.start() + Math.min(at + leading(text.substring(at, to)), to);
            cells.add(new Fact(label, value, new Span(start, Math.max(start, line.start() + to))));
            at = to + 1;
        }
        if (cells.isEmpty()) {
            cells.add(new Fact("", "", line));
        }
        return cells;
    }

    private static int leading(String text) {
        return text.length() - text.stripLeading().length();
    }
}
