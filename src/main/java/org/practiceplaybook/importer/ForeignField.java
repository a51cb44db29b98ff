package org.practiceplaybook.importer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.Yaml;

/**
 * A piece of another library: what stands behind a key, behind a label, or below a heading.
 *
 * @param label the key, label or heading
 * @param values its words: one, or those of a list; none where it has parts of its own
 * @param list was it written as a list?
 * @param yaml the value of a key
 * @param span where it stands
 */
record ForeignField(String label, List<String> values, boolean list, Optional<Yaml> yaml, Span span) {
    private static final Pattern BULLET = Pattern.compile("[ ]{0,3}(?:[-*+]|\\d{1,3}[.)])[ \\t]+(.*)");

    private static final Map<String, String> RANGE_PARTS = Map.ofEntries(
            Map.entry("min", "min"),
            Map.entry("minimum", "min"),
            Map.entry("from", "min"),
            Map.entry("max", "max"),
            Map.entry("maximum", "max"),
            Map.entry("to", "max"),
            Map.entry("unit", "unit"),
            Map.entry("units", "unit"));

    /** What stands behind a key. */
    static ForeignField of(Yaml.Entry entry) {
        Yaml yaml = entry.value();
        List<String> values = new ArrayList<>();
        if (yaml instanceof Yaml.Text text && !text.isEmpty()) {
            values.add(text.value().strip());
        } else if (yaml instanceof Yaml.Items items) {
            for (Yaml item : items.values()) {
                if (item instanceof Yaml.Text text && !text.isEmpty()) {
                    values.add(text.value().strip());
                } else if (!(item instanceof Yaml.Text)) {
                    values.clear();
                    break;
                }
            }
        } else if (yaml instanceof Yaml.Mapping mapping) {
            range(mapping).ifPresent(values::add);
        }
        Span span = yaml.span().length() == 0 ? entry.key().span() : yaml.span();
        return new ForeignField(entry.key().value(), values, yaml instanceof Yaml.Items, Optional.of(yaml), span);
    }

    /** What is written as {@code min: 3} and {@code max: 9}, in one line; empty where other keys stand there too. */
    private static Optional<String> range(Yaml.Mapping mapping) {
        Map<String, String> parts = new HashMap<>();
        for (Yaml.Entry entry : mapping.entries()) {
            String part = RANGE_PARTS.get(Ours.normal(entry.key().value()));
            if (part == null
                    || !(entry.value() instanceof Yaml.Text text)
                    || parts.put(part, text.value().strip()) != null) {
                return Optional.empty();
            }
        }
        String least = parts.getOrDefault("min", "");
        String most = parts.getOrDefault("max", "");
        String unit = parts.getOrDefault("unit", "");
        if (least.isEmpty() && most.isEmpty()) {
            return Optional.empty();
        }
        String range = least.isEmpty() ? "up to " + most : most.isEmpty() ? "at least " + least : least + " - " + most;
        return Optional.of((range + " " + unit).strip());
    }

    static ForeignField of(ForeignFacts.Fact fact) {
        return new ForeignField(fact.label(), List.of(fact.value()), false, Optional.empty(), fact.span());
    }

    /** What stands below a heading: the items where it is a list, else the text. */
    static ForeignField of(SourceFile file, ForeignText.Stretch stretch) {
        String text = file.slice(stretch.content()).strip();
        List<String> items = new ArrayList<>();
        boolean list = !text.isEmpty();
        for (String line : text.split("\n")) {
            var bullet = BULLET.matcher(line);
            if (bullet.matches()) {
                items.add(bullet.group(1).strip());
            } else if (!line.isBlank() && line.startsWith("  ") && !items.isEmpty()) {
                items.set(items.size() - 1, items.get(items.size() - 1) + " " + line.strip());
            } else if (!line.isBlank()) {
                list = false;
            }
        }
        return new ForeignField(
                stretch.heading().text(),
                list ? items : text.isEmpty() ? List.of() : List.of(text),
                list,
                Optional.empty(),
                stretch.heading().span());
    }

    boolean isEmpty() {
        return values.isEmpty() && (yaml.isEmpty() || yaml.get() instanceof Yaml.Text || isEmptyList());
    }

    private boolean isEmptyList() {
        return yaml.get() instanceof Yaml.Items items && items.values().isEmpty();
    }

    /** Has it parts that are no plain words? */
    boolean isNested() {
        return values.isEmpty() && !isEmpty();
    }

    /** All of it in one. */
    String text() {
        return list ? String.join(", ", values) : values.isEmpty() ? "" : values.get(0);
    }

    /** The same as Markdown. */
    String markdown() {
        if (!list) {
            return text();
        }
        StringBuilder items = new StringBuilder();
        values.forEach(
                value -> items.append("- ").append(value.replace("\n", "\n  ")).append('\n'));
        return items.toString().strip();
    }

    /** Its items: of one line the words between its commas, where they are short. */
    List<String> items(int mostWords) {
        if (list || values.isEmpty()) {
            return values;
        }
        String text = values.get(0);
        if (text.indexOf('\n') >= 0) {
            return Arrays.stream(text.split("\n"))
                    .map(line -> line.replaceFirst("^\\s*(?:[-*+]|\\d{1,3}[.)])\\s+", "")
                            .strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
        List<String> pieces = Arrays.stream(text.split("\\s*[,;]\\s*"))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
        boolean words = pieces.stream().allMatch(piece -> piece.split("\\s+").length <= mostWords);
        return words ? pieces : List.of(text);
    }
}
