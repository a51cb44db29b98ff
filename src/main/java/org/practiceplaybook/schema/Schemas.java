package org.practiceplaybook.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Shape;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.theme.Json;
import org.practiceplaybook.theme.Words;

/**
 * A JSON Schema (draft 7, which every editor knows) for the front matter of each kind of entry and for each YAML file. The
 * keys and what they hold are those of the table of {@link Fields}; the terms are those of the content. A schema is
 * stricter than the reader where the reader only understands what a writer meant.
 */
public final class Schemas {
    private static final String REFERENCE = "#/definitions/";
    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
    /** An attempt tells of a practice that was tried, or of one that it led to. */
    private static final List<Field<?>> EITHER = List.of(Fields.PRACTICES, Fields.LED_TO);

    private final Content content;
    private final Words words;

    private Schemas(Content content, Words words) {
        this.content = content;
        this.words = words;
    }

    /** The schemas by file name. */
    public static SortedMap<String, byte[]> of(Content content, Words words) {
        return new Schemas(content, words).files();
    }

    private SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        content.model().all().forEach((kind, fields) -> {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("$schema", DRAFT);
            schema.put("title", words.get("schema.title." + kind));
            List<Field<?>> required = fields.stream()
                    .filter(field -> field.isRequired() && !EITHER.contains(field))
                    .toList();
            Map<String, Object> one = object(fields, required);
            if (fields.containsAll(EITHER)) {
                one.put("anyOf", oneOf(EITHER));
            }
            schema.putAll(
                    switch (kind) {
                        case "taxonomy" -> named(one);
                        case "glossary" -> glossary(one);
                        default -> one;
                    });
            schema.put("definitions", definitions(Json.of(schema).toString()));
            files.put(kind + ".schema.json", (Indented.of(schema) + "\n").getBytes(StandardCharsets.UTF_8));
        });
        return files;
    }

    /** A file in which each key is the short name of something. */
    private static Map<String, Object> named(Map<String, Object> something) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("propertyNames", Map.of("pattern", SLUG));
        schema.put("additionalProperties", something);
        return schema;
    }

    private Map<String, Object> glossary(Map<String, Object> word) {
        word.put("anyOf", oneOf(List.of(Fields.MEANS, Fields.SEE)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("additionalProperties", any(word, text(false)));
        return schema;
    }

    /** One of the fields is needed, or more of them. */
    private List<Map<String, Object>> oneOf(List<Field<?>> fields) {
        return fields.stream()
                .map(field -> map("required", List.of(field.key()), "properties", map(field.key(), value(field, true))))
                .toList();
    }

    private static final String SLUG = "^[^A-Z\\s_.,;:!?/\\\\]+$";

    /** What a field is for, by the playbook's own words for it or by the program's. */
    static Map<String, Object> described(Field<?> field, Words words) {
        Map<String, Object> property = new LinkedHashMap<>();
        String told = "schema.field." + field.key();
        if (!field.said().isEmpty()) {
            property.put("description", field.said());
        } else if (words.keys().contains(told)) {
            property.put("description", words.get(told));
        }
        return property;
    }

    private Map<String, Object> object(List<Field<?>> fields, List<Field<?>> required) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Field<?> field : fields) {
            Map<String, Object> property = described(field, words);
            Map<String, Object> value = value(field, required.contains(field));
            if (value.containsKey("maxLength")) {
                property.merge(
                        "description",
                        words.get("schema.longest", value.get("maxLength")),
                        (one, other) -> one + " " + other);
            }
            property.putAll(value);
            properties.put(field.key(), property);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        if (!required.isEmpty()) {
            schema.put("required", required.stream().map(Field::key).toList());
        }
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> value(Field<?> field, boolean required) {
        Shape<?> shape = field.shape();
        if (shape instanceof Shape.Choice<?> choice) {
            List<Object> names = new ArrayList<>(choice.choices());
            if (!required) {
                names.add(null);
            }
            return map("enum", names);
        }
        if (shape instanceof Shape.Names names) {
            return names(names.names(), required);
        }
        if (shape instanceof Shape.Lines) {
            return any(map("type", "array", "items", text(false)), text(!required));
        }
        if (shape instanceof Shape.Reasons reasons) {
            Map<String, Object> reason = text(true);
            reason.put("maxLength", field.longest());
            Map<String, Object> name = reference(reasons.names());
            return any(
                    map("type", "object", "propertyNames", name, "additionalProperties", reason),
                    map("type", "array", "items", name),
                    map("type", "null"));
        }
        if (shape instanceof Shape.Flag) {
            return map("type", List.of("boolean", "null"));
        }
        if (shape instanceof Shape.ByName named) {
            return any(
                    map(
                            "type",
                            "object",
                            "additionalProperties",
                            any(object(named.fields(), List.of()), map("type", "null"))),
                    map("type", "null"));
        }
        if (shape instanceof Shape.Part part) {
            return any(part(part.fields()), map("type", "null"));
        }
        if (shape instanceof Shape.Parts parts) {
            Map<String, Object> bare = line(parts.fields().get(0), true);
            return any(map("type", "array", "items", any(part(parts.fields()), bare)), map("type", "null"));
        }
        return line(field, required);
    }

    private Map<String, Object> part(List<Field<?>> fields) {
        return object(fields, fields.subList(0, 1));
    }

    private static Map<String, Object> line(Field<?> field, boolean required) {
        if (!field.shape().names().isEmpty()) {
            Map<String, Object> name = reference(field.shape().names());
            return required ? name : any(name, map("type", "null"));
        }
        Map<String, Object> text = text(!required);
        if (field.longest() > 0) {
            text.put("maxLength", field.longest());
        }
        String pattern = field.shape().pattern();
        if (!pattern.isEmpty()) {
            text.put("pattern", "^(?:" + pattern + ")$");
        }
        return text;
    }

    /** A number is text, too: nobody puts quotation marks round a year. */
    private static Map<String, Object> text(boolean mayBeEmpty) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("type", mayBeEmpty ? List.of("string", "number", "null") : List.of("string", "number"));
        if (!mayBeEmpty) {
            text.put("minLength", 1);
        }
        return text;
    }

    private Map<String, Object> names(String definition, boolean required) {
        Map<String, Object> list = map("type", "array", "items", reference(definition));
        if (required) {
            list.put("minItems", 1);
        }
        Map<String, Object> line = text(!required);
        known(definition)
                .filter(names -> !definition.equals("practice"))
                .ifPresent(names -> line.put("pattern", commas(names)));
        return any(list, line);
    }

    private static String commas(List<String> names) {
        String one = names.stream().map(Schemas::literal).collect(Collectors.joining("|", "(?:", ")"));
        return "^\\s*" + one + "(?:\\s*,\\s*" + one + ")*\\s*$";
    }

    /** A name as a regular expression that JavaScript reads alike. */
    private static String literal(String name) {
        return Pattern.compile("[^\\p{L}\\p{N}_-]").matcher(name).replaceAll("\\\\$0");
    }

    private static Map<String, Object> reference(String definition) {
        return map("$ref", REFERENCE + definition);
    }

    /** What only this content knows. A practice or attempt may be new, so any short name is taken; those there are are offered. */
    private Map<String, Object> definitions(String schema) {
        Map<String, Object> definitions = new LinkedHashMap<>();
        content.model().taxonomies().forEach(one -> definitions.put(one.key(), closed(one.key())));
        definitions.put("term", closed("term"));
        definitions.put("practice", open("practice"));
        definitions.put("attempt", open("attempt"));
        definitions.keySet().removeIf(name -> !schema.contains("\"" + REFERENCE + name + "\""));
        return definitions;
    }

    private Map<String, Object> closed(String definition) {
        List<String> names = known(definition).orElse(List.of());
        return names.isEmpty()
                ? map("type", "string")
                : map("enum", names, "enumDescriptions", descriptions(definition));
    }

    private Map<String, Object> open(String definition) {
        List<String> names = known(definition).orElse(List.of());
        Map<String, Object> any = map("type", "string", "pattern", SLUG);
        return names.isEmpty() ? any : any(map("enum", names), any);
    }

    private Optional<List<String>> known(String definition) {
        List<String> names = switch (definition) {
            case "practice" -> content.practices().stream().map(Practice::slug).toList();
            case "attempt" -> content.attempts().stream().map(Attempt::slug).toList();
            default -> terms(definition).map(Term::slug).distinct().toList();
        };
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private Stream<Term> terms(String definition) {
        return content.terms().stream()
                .filter(term ->
                        definition.equals("term") || term.taxonomy().key().equals(definition));
    }

    private List<String> descriptions(String definition) {
        Map<String, String> descriptions = new LinkedHashMap<>();
        terms(definition)
                .forEach(term -> descriptions.putIfAbsent(term.slug(), term.name() + ": " + term.definition()));
        return List.copyOf(descriptions.values());
    }

    private static Map<String, Object> any(Object... schemas) {
        return map("anyOf", List.of(schemas));
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
