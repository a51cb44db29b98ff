package org.practiceplaybook.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.SourceFile;

/** By what findings are put together, so that a list of them can be shared out among editors. */
public enum Grouping {
    /** Who wrote the entry. */
    AUTHOR,
    RULE,
    /** The field that a finding is about, or the text. */
    FIELD;

    private static final String NOBODY = "(nobody is named)";
    private static final String TEXT = "(the text)";
    private static final String FILE = "(the file)";
    private static final Pattern KEY = Pattern.compile("\\s*(?:- )?[\"']?([\\p{L}\\p{Nd}_-]+)[\"']?\\s*:(?: .*)?\r?");

    /**
     * Findings that belong together; one can belong to several groups.
     *
     * @param name what they have in common
     */
    public record Group(String name, List<Diagnostic> found) {
        public Group {
            found = List.copyOf(found);
        }
    }

    /** As the command line has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Puts findings together, the largest group first.
     *
     * @param authors who wrote a file, by its path within the content folder
     */
    public List<Group> of(List<Diagnostic> found, Function<String, List<String>> authors) {
        Map<String, List<Diagnostic>> groups = new TreeMap<>();
        for (Diagnostic one : found) {
            for (String name : names(one, authors)) {
                groups.computeIfAbsent(name, unused -> new ArrayList<>()).add(one);
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingInt(group -> -group.found().size()))
                .toList();
    }

    private List<String> names(Diagnostic one, Function<String, List<String>> authors) {
        switch (this) {
            case RULE:
                return List.of(one.code());
            case FIELD:
                return fields(one);
            default:
                List<String> named = authors.apply(one.place().file().path());
                return named.isEmpty()
                        ? List.of(NOBODY)
                        : named.stream().distinct().toList();
        }
    }

    private static List<String> fields(Diagnostic one) {
        // a field that is not there has no place; its rule knows it
        List<String> missing = Fields.all().values().stream()
                .flatMap(Collection::stream)
                .filter(field -> field.need() != null && field.need().rule() == one.rule())
                .map(Field::key)
                .distinct()
                .toList();
        List<String> said = missing.stream()
                .filter(key -> Pattern.compile("\\b" + key + "\\b")
                        .matcher(one.message() + " " + one.remedy())
                        .find())
                .toList();
        if (!missing.isEmpty()) {
            return said.isEmpty() ? missing : said;
        }
        return List.of(field(one));
    }

    /** The key at whose value a finding stands. */
    private static String field(Diagnostic one) {
        if (one.place().isWhole()) {
            return FILE;
        }
        SourceFile file = one.place().file();
        boolean data = file.path().endsWith(".yml");
        String before =
                file.text().substring(0, file.lineAt(one.place().span().start()).end());
        List<String> lines = before.lines().toList();
        if (!data) {
            boolean inFront = !lines.isEmpty()
                    && lines.get(0).strip().equals("---")
                    && lines.stream().skip(1).noneMatch(line -> line.strip().equals("---"));
            if (!inFront) {
                return TEXT;
            }
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            Matcher key = KEY.matcher(lines.get(i));
            if (key.matches()
                    && (data
                            || !Character.isWhitespace(lines.get(i).charAt(0))
                                    && lines.get(i).charAt(0) != '-')) {
                return key.group(1);
            }
        }
        return FILE;
    }
}
