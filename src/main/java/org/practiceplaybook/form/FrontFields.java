package org.practiceplaybook.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.FrontMatter;
import org.practiceplaybook.content.Shape;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.Scalars;
import org.practiceplaybook.yaml.Yaml;

/** The fields of front matter as a form shows them, and front matter with some of them changed. */
final class FrontFields {
    private static final String STEP = "  ";

    private final SourceFile file;
    private final FrontMatter front;
    private final Map<String, Shape<?>> shapes = new LinkedHashMap<>();

    /** Fields of a text, in the order in which a new text has them. */
    FrontFields(SourceFile file, FrontMatter front, List<Field<?>> fields) {
        this.file = file;
        this.front = front;
        fields.forEach(field -> shapes.put(field.key(), field.shape()));
    }

    /** Can its fields be told apart? Not where something is wrong with it, nor where all of it stands in braces. */
    boolean isReadable() {
        return front.diagnostics().stream().noneMatch(problem -> problem.isError())
                && !file.text().startsWith("{", front.mapping().span().start());
    }

    /** What each field holds: text, a list of names, lines, or rows. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        shapes.forEach((key, shape) -> entry(key).ifPresent(entry -> values.put(key, value(entry.value(), shape))));
        return values;
    }

    /** The field that something stands in. */
    Optional<String> at(int offset) {
        return shapes.keySet().stream()
                .filter(key -> entry(key)
                        .filter(entry -> entry.key().span().start() <= offset
                                && offset <= entry.value().span().end())
                        .isPresent())
                .findFirst();
    }

    /** Also where it is written in another case. */
    private Optional<Yaml.Entry> entry(String key) {
        return front.mapping()
                .entry(key)
                .or(() -> front.mapping().entries().stream()
                        .filter(entry -> normal(entry.key().value()).equals(normal(key)))
                        .findFirst());
    }

    private static String normal(String key) {
        return key.toLowerCase(java.util.Locale.ROOT).replaceAll("[-_ ]", "");
    }

    private static Object value(Yaml value, Shape<?> shape) {
        if (shape instanceof Shape.Names) {
            return value instanceof Yaml.Text text
                    ? List.of(text.value().split(",", -1)).stream()
                            .map(String::strip)
                            .filter(word -> !word.isEmpty() && !text.isEmpty())
                            .toList()
                    : texts(value);
        }
        if (shape instanceof Shape.Lines) {
            return String.join("\n", texts(value));
        }
        if (shape instanceof Shape.Parts || shape instanceof Shape.Reasons || shape instanceof Shape.Part) {
            return items(value, shape).stream().map(item -> item.row).toList();
        }
        return value instanceof Yaml.Text text && !text.isEmpty() ? TypedText.oneLine(text.value()) : "";
    }

    private static List<String> texts(Yaml value) {
        return (value instanceof Yaml.Items items ? items.values() : List.of(value))
                .stream()
                        .map(one -> one instanceof Yaml.Text text && !text.isEmpty()
                                ? TypedText.oneLine(text.value())
                                : one instanceof Yaml.Mapping map
                                        ? map.entries().stream()
                                                .map(entry -> entry.key().value() + ": "
                                                        + String.join(", ", texts(entry.value())))
                                                .collect(Collectors.joining(", "))
                                        : "")
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    /** A row of a list, and where it stands. */
    private record Row(Map<String, String> row, Span span) {}

    private static List<Row> items(Yaml value, Shape<?> shape) {
        List<Row> rows = new ArrayList<>();
        for (Yaml one : value instanceof Yaml.Items items ? items.values() : List.of(value)) {
            if (shape instanceof Shape.Reasons && one instanceof Yaml.Mapping map) {
                map.entries()
                        .forEach(entry -> rows.add(new Row(
                                reason(entry.key().value(), String.join(" ", texts(entry.value()))),
                                new Span(
                                        entry.key().span().start(),
                                        Math.max(
                                                entry.key().span().end(),
                                                entry.value().span().end())))));
            } else if (one instanceof Yaml.Mapping map) {
                Map<String, String> row = new LinkedHashMap<>();
                map.entries().forEach(entry -> row.put(entry.key().value(), String.join(", ", texts(entry.value()))));
                rows.add(new Row(row, one.span()));
            } else if (one instanceof Yaml.Text text && !text.isEmpty()) {
                String main = shape instanceof Shape.Parts parts
                        ? parts.fields().get(0).key()
                        : "";
                String line = TypedText.oneLine(text.value());
                rows.add(new Row(
                        shape instanceof Shape.Reasons ? reason(line, "") : new LinkedHashMap<>(Map.of(main, line)),
                        one.span()));
            }
        }
        return rows;
    }

    private static Map<String, String> reason(String practice, String reason) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("practice", practice);
        row.put("reason", reason);
        return row;
    }

    /**
     * Puts in what was changed.
     *
     * @param given what the form holds; a field that it does not have stays
     */
    void change(JsonValue given, Patch patch) {
        Map<String, Object> before = values();
        int last = frontStart();
        for (Map.Entry<String, Shape<?>> field : shapes.entrySet()) {
            String key = field.getKey();
            Optional<Yaml.Entry> entry = entry(key);
            Object now = typed(given, field.getValue(), key);
            if (given.has(key) && !now.equals(typed(new JsonValue(before), field.getValue(), key))) {
                if (entry.isEmpty()) {
                    patch.insert(last, fresh(key, now, field.getValue()));
                } else {
                    change(entry.get(), key, now, field.getValue(), patch);
                }
            }
            last = entry.map(this::after).orElse(last);
        }
    }

    /** As the playbook writes it: a list of names, of lines or of rows, or one line. */
    private static Object typed(JsonValue given, Shape<?> shape, String key) {
        if (shape instanceof Shape.Names) {
            return given.texts(key).stream().map(TypedText::oneLine).distinct().toList();
        }
        if (shape instanceof Shape.Lines) {
            return TypedText.lines(given.text(key));
        }
        if (shape instanceof Shape.Parts || shape instanceof Shape.Reasons || shape instanceof Shape.Part) {
            List<Map<String, String>> rows = new ArrayList<>();
            for (JsonValue part : given.parts(key)) {
                Map<String, String> row = new LinkedHashMap<>();
                part.values().forEach((name, value) -> {
                    String line = TypedText.oneLine(String.valueOf(value));
                    if (!line.isEmpty()) {
                        row.put(name, line);
                    }
                });
                boolean named = !(shape instanceof Shape.Reasons) || row.containsKey("practice");
                if (!row.isEmpty() && named) {
                    rows.add(row);
                }
            }
            return rows;
        }
        String line = TypedText.oneLine(given.text(key));
        return shape instanceof Shape.Value<?> value ? canonical(value, line) : line;
    }

    private static <V> String canonical(Shape.Value<V> value, String line) {
        return value.parser()
                .apply(line)
                .map(value.canonical())
                .filter(text -> !text.isEmpty())
                .orElse(line);
    }

    private static boolean isEmpty(Object value) {
        return value instanceof List<?> list ? list.isEmpty() : value.toString().isEmpty();
    }

    private void change(Yaml.Entry entry, String key, Object now, Shape<?> shape, Patch patch) {
        if (isEmpty(now)) {
            patch.replace(new Span(before(entry), after(entry)), "");
            return;
        }
        Yaml old = entry.value();
        int colon = file.text().indexOf(':', entry.key().span().end());
        boolean empty = old instanceof Yaml.Text text && text.isEmpty() && text.plain();
        Span value = empty ? new Span(colon + 1, colon + 1) : old.span();
        if (now instanceof String line) {
            patch.replace(value, (empty ? " " : "") + Scalars.of(line));
        } else if (shape instanceof Shape.Names && !isBlock(old)) {
            patch.replace(value, (empty ? " " : "") + inBrackets((List<?>) now));
        } else if (isBlock(old)) {
            String indent = " ".repeat(column(value));
            patch.replace(value, String.join("\n" + indent, rows((List<?>) now, old, shape, indent)));
        } else {
            List<String> rows = rows((List<?>) now, old, shape, STEP);
            patch.replace(new Span(colon + 1, value.end()), "\n" + STEP + String.join("\n" + STEP, rows));
        }
    }

    /** Is each of its parts in a line of its own? */
    private boolean isBlock(Yaml value) {
        return !(value instanceof Yaml.Text)
                && "[{".indexOf(file.text().charAt(value.span().start())) < 0;
    }

    private int column(Span span) {
        return span.start() - file.lineAt(span.start()).start();
    }

    /** The lines of a list; a row that nobody changed is written as it was. */
    private List<String> rows(List<?> now, Yaml old, Shape<?> shape, String indent) {
        List<Row> before = shape instanceof Shape.Lines || shape instanceof Shape.Names
                ? (old instanceof Yaml.Items items ? items.values() : List.<Yaml>of())
                        .stream()
                                .filter(Yaml.Text.class::isInstance)
                                .map(item -> new Row(Map.of("", String.join("", texts(item))), item.span()))
                                .toList()
                : items(old, shape);
        String dash = shape instanceof Shape.Reasons && !(old instanceof Yaml.Items) ? "" : "- ";
        List<String> lines = new ArrayList<>();
        for (Object one : now) {
            Map<?, ?> row = one instanceof Map<?, ?> map ? map : Map.of("", one);
            String same = before.stream()
                    .filter(candidate -> isBlock(old) && filled(candidate.row).equals(row))
                    .map(candidate -> file.slice(candidate.span))
                    .findFirst()
                    .orElse("");
            lines.add(dash + (same.isEmpty() ? row(row, shape, indent + " ".repeat(dash.length())) : same));
        }
        return lines;
    }

    private static Map<String, String> filled(Map<String, String> row) {
        Map<String, String> filled = new LinkedHashMap<>(row);
        filled.values().removeIf(String::isEmpty);
        return filled;
    }

    private static String row(Map<?, ?> row, Shape<?> shape, String indent) {
        if (row.containsKey("")) {
            return Scalars.of(row.get("").toString());
        }
        if (shape instanceof Shape.Reasons) {
            Object reason = row.get("reason");
            return Scalars.of(row.get("practice").toString()) + ":"
                    + (reason == null ? "" : " " + Scalars.of(reason.toString()));
        }
        return row.entrySet().stream()
                .map(value ->
                        value.getKey() + ": " + Scalars.of(value.getValue().toString()))
                .collect(Collectors.joining("\n" + indent));
    }

    private static String inBrackets(List<?> names) {
        return names.stream().map(name -> Scalars.inList(name.toString())).collect(Collectors.joining(", ", "[", "]"));
    }

    private String fresh(String key, Object now, Shape<?> shape) {
        if (isEmpty(now)) {
            return "";
        }
        if (now instanceof String line) {
            return key + ": " + Scalars.of(line) + "\n";
        }
        if (shape instanceof Shape.Names) {
            return key + ": " + inBrackets((List<?>) now) + "\n";
        }
        List<String> rows = rows((List<?>) now, Yaml.Mapping.EMPTY, shape, STEP);
        return key + ":\n" + STEP + String.join("\n" + STEP, rows) + "\n";
    }

    /** Where the first key stands or would stand. */
    private int frontStart() {
        return file.text().indexOf('\n') + 1;
    }

    private int before(Yaml.Entry entry) {
        return file.lineAt(entry.key().span().start()).start();
    }

    /** The start of the line after a field. */
    private int after(Yaml.Entry entry) {
        int end = Math.max(entry.key().span().end(), entry.value().span().end());
        int line = file.text().indexOf('\n', end);
        return line < 0 ? file.text().length() : line + 1;
    }
}
