package org.practiceplaybook.schema;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.Model;
import org.practiceplaybook.content.Shape;
import org.practiceplaybook.theme.Words;

/** A JSON Schema (draft 7) for {@code library.json}; the fields are those of the table of {@link Fields}. */
public final class LibrarySchema {
    /** Raised when a program that read the file before would read it wrongly. */
    public static final int FORMAT = 1;

    private final Model model;
    private final Words words;

    private LibrarySchema(Model model, Words words) {
        this.model = model;
        this.words = words;
    }

    /** The schema, told in the words of a theme. */
    public static byte[] of(Model model, Words words) {
        return (Indented.of(new LibrarySchema(model, words).library()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> library() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("$schema", text());
        properties.put("format", map("const", FORMAT));
        properties.put("generator", text());
        properties.put(Fields.Playbook.ADDRESS.key(), text());
        properties.put(Fields.Playbook.LANGUAGE.key(), text());
        properties.put("settings", fields(Fields.all().get("playbook"), List.of()));
        properties.put("practices", list(entry("practice", Fields.RELATED.key(), "attempts", "renamed")));
        properties.put("attempts", list(entry("attempt")));
        properties.put("pathways", list(entry("pathway")));
        properties.put("pages", list(entry("page")));
        properties.put("taxonomies", map("type", "object", "additionalProperties", list(term())));
        properties.put("glossary", list(word()));
        properties.put("data", list(object(map("file", text(), "content", text()))));
        properties.put("files", list(object(map("file", text(), "path", text(), "sha256", hash()))));
        Map<String, Object> schema = map("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", words.get("schema.title.library"));
        schema.putAll(object(properties));
        return schema;
    }

    /** An entry: what is known of it, then its file: {@code frontMatter} and {@code body}, one after the other. */
    private Map<String, Object> entry(String kind, String... lists) {
        Map<String, Object> properties = map(
                "slug",
                text(),
                "file",
                text(),
                "page",
                text(),
                "markdown",
                text(),
                Fields.TITLE.key(),
                text(),
                Fields.SUMMARY.key(),
                text());
        properties.put("changed", text());
        properties.put("fields", fields(model.ofEntries().get(kind), List.of()));
        for (String name : lists) {
            properties.put(name, list(text()));
        }
        properties.put("frontMatter", text());
        properties.put("body", text());
        return object(properties);
    }

    private Map<String, Object> term() {
        return object(
                map("slug", text(), "page", text(), "fields", fields(Fields.OF_TERM, List.of(Fields.NAME.key()))));
    }

    private Map<String, Object> word() {
        return object(map("term", text(), "fields", fields(Fields.OF_WORD, List.of())));
    }

    private Map<String, Object> fields(List<Field<?>> table, List<String> required) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Field<?> field : table) {
            Map<String, Object> property = Schemas.described(field, words);
            property.putAll(value(field.shape()));
            properties.put(field.key(), property);
        }
        Map<String, Object> object = object(properties);
        object.put("required", required);
        return object;
    }

    private Map<String, Object> value(Shape<?> shape) {
        if (shape instanceof Shape.Flag) {
            return map("type", "boolean");
        }
        if (shape instanceof Shape.ByName) {
            return map("type", "object", "additionalProperties", fields(shape.fields(), List.of()));
        }
        if (!shape.choices().isEmpty()) {
            return map("enum", shape.choices());
        }
        if (shape instanceof Shape.Names || shape instanceof Shape.Lines || shape instanceof Shape.Values<?>) {
            return list(text());
        }
        if (shape instanceof Shape.Reasons) {
            return map("type", "object", "additionalProperties", text());
        }
        if (shape instanceof Shape.Part part) {
            return fields(part.fields(), List.of());
        }
        if (shape instanceof Shape.Parts parts) {
            return list(fields(parts.fields(), List.of()));
        }
        return shape instanceof Shape.Value<?> ? map("type", List.of("string", "integer")) : text();
    }

    private static Map<String, Object> hash() {
        return map("type", "string", "pattern", "^[0-9a-f]{64}$");
    }

    private static Map<String, Object> text() {
        return map("type", "string");
    }

    private static Map<String, Object> list(Map<String, Object> item) {
        return map("type", "array", "items", item);
    }

    /** All that it has is always there. */
    private static Map<String, Object> object(Map<String, Object> properties) {
        return map(
                "type",
                "object",
                "required",
                List.copyOf(properties.keySet()),
                "properties",
                properties,
                "additionalProperties",
                false);
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
