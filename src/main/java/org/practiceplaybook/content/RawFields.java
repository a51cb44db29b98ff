package org.practiceplaybook.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.KnownKeys;
import org.practiceplaybook.yaml.Yaml;
import org.practiceplaybook.yaml.YamlReader;

/** What stands in front matter or in a file of terms, key by key, whether it is understood or not. */
public final class RawFields {
    private RawFields() {}

    /** The front matter of an entry: the values of each key, in the writer's order. */
    public static Map<String, List<String>> frontMatter(SourceFile file) {
        return values(FrontMatter.read(file).mapping());
    }

    /** A file that is YAML as a whole: the values of each key. */
    public static Map<String, List<String>> all(SourceFile file) {
        return values(YamlReader.read(file, new Span(0, file.text().length()), KnownKeys.NONE)
                .mapping());
    }

    /** A file of terms: for each of them the values of its keys. A term that is only explained has the one key "means". */
    public static Map<String, Map<String, List<String>>> terms(SourceFile file) {
        Yaml.Mapping all = YamlReader.read(file, new Span(0, file.text().length()), KnownKeys.NONE)
                .mapping();
        Map<String, Map<String, List<String>>> terms = new LinkedHashMap<>();
        for (Yaml.Entry entry : all.entries()) {
            terms.put(
                    entry.key().value(),
                    entry.value() instanceof Yaml.Mapping fields
                            ? values(fields)
                            : Map.of(Fields.MEANS.key(), List.of(flat(entry.value()))));
        }
        return terms;
    }

    private static Map<String, List<String>> values(Yaml.Mapping mapping) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Yaml.Entry entry : mapping.entries()) {
            List<String> texts = texts(entry.value());
            if (!texts.isEmpty()) {
                values.put(entry.key().value(), texts);
            }
        }
        return values;
    }

    private static List<String> texts(Yaml value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Yaml.Items items) {
            items.values().forEach(item -> texts.add(flat(item)));
        } else if (value instanceof Yaml.Mapping mapping) {
            mapping.entries().forEach(entry -> texts.add(flat(entry)));
        } else {
            texts.add(flat(value));
        }
        texts.removeIf(String::isEmpty);
        return List.copyOf(texts);
    }

    private static String flat(Yaml value) {
        if (value instanceof Yaml.Text text) {
            return text.isEmpty() ? "" : FieldReader.fold(text.value());
        }
        if (value instanceof Yaml.Items items) {
            return items.values().stream().map(RawFields::flat).collect(Collectors.joining(", "));
        }
        return ((Yaml.Mapping) value).entries().stream().map(RawFields::flat).collect(Collectors.joining("; "));
    }

    private static String flat(Yaml.Entry entry) {
        String value = flat(entry.value());
        return value.isEmpty() ? entry.key().value() : entry.key().value() + ": " + value;
    }
}
