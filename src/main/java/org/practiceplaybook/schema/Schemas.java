package org.practiceplaybook.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
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
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.GroupRange;
import org.practiceplaybook.content.Limits;
import org.practiceplaybook.content.PartialDate;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Shape;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.TimeRange;
import org.practiceplaybook.theme.Json;
import org.practiceplaybook.theme.Words;

/**
 * A JSON Schema (draft 7, which every editor knows) for the front matter of each kind of entry and for each YAML file. The
 * keys and what they hold are what the readers of the content ask for; the terms are those of the content. A schema is
 * stricter than the reader where the reader only understands what a writer meant.
 */
public final class Schemas {
    private static final String REFERENCE = "#/definitions/";
    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
    private static final Map<String, String> FILES =
            Map.of("practices", "practice", "attempts", "attempt", "pathways", "pathway", "pages", "page");
    private static final Map<String, Integer> LONGEST =
            Map.of("title", Limits.TITLE, "summary", Limits.SUMMARY, "lesson", Limits.LESSON);
    /** What stands in a list of names without a vocabulary of its own. */
    private static final Map<String, String> NAMES_OF = Map.of("practices", "practice", "for", "term");

    private static final Map<String, String> NAME_OF =
            Map.of("practice", "practice", "replaced_by", "practice", "follows", "attempt");
    private static final Map<String, String> FORMS = Map.of(
            "time", TimeRange.pattern() + "|ongoing",
            "group", GroupRange.pattern() + "|any",
            "reviewed", PartialDate.pattern(),
            "when", PartialDate.pattern(),
            "address", "https?://[^\\s]+",
            "repository", "https?://[^\\s]+",
            "url", "https?://[^\\s]+|mailto:.+|tel:.+",
            "order", "-?\\d{1,6}",
            "number", "\\d{1,4}",
            "review_after_months", "\\d{1,3}");

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
        ContentFolder.shapes().forEach((kind, shapes) -> {
            String name = FILES.getOrDefault(kind, kind);
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("$schema", DRAFT);
            schema.put("title", words.get("schema.title." + name));
            switch (kind) {
                case "taxonomy" -> schema.putAll(named(object(shapes.fields(), shapes.required(), true)));
                case "glossary" -> schema.putAll(glossary(shapes));
                default -> schema.putAll(object(shapes.fields(), shapes.required(), FILES.containsKey(kind)));
            }
            schema.put("definitions", definitions(Json.of(schema).toString()));
            files.put(name + ".schema.json", (Indented.of(schema) + "\n").getBytes(StandardCharsets.UTF_8));
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

    private Map<String, Object> glossary(Shape.Of shapes) {
        Map<String, Object> word = object(shapes.fields(), shapes.required(), true);
        word.put("anyOf", List.of(Map.of("required", List.of("means")), Map.of("required", List.of("see"))));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("additionalProperties", any(word, text(false)));
        return schema;
    }

    private static final String SLUG = "^[^A-Z\\s_.,;:!?/\\\\]+$";

    private Map<String, Object> object(Map<String, Shape> fields, Collection<String> required, boolean limited) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach((key, shape) -> {
            Map<String, Object> property = new LinkedHashMap<>();
            String told = "schema.field." + key;
            if (words.keys().contains(told)) {
                property.put("description", words.get(told));
            }
            Map<String, Object> value = value(key, shape, required.contains(key), limited);
            if (value.containsKey("maxLength")) {
                property.merge(
                        "description",
                        words.get("schema.longest", value.get("maxLength")),
                        (one, other) -> one + " " + other);
            }
            property.putAll(value);
            properties.put(key, property);
        });
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        if (!required.isEmpty()) {
            schema.put("required", List.copyOf(required));
        }
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> value(String key, Shape shape, boolean required, boolean limited) {
        if (shape instanceof Shape.Choice choice) {
            List<Object> names = new ArrayList<>(choice.names());
            if (!required) {
                names.add(null);
            }
            return map("enum", names);
        }
        if (shape instanceof Shape.Names) {
            return names(key, required);
        }
        if (shape instanceof Shape.Lines) {
            return any(map("type", "array", "items", text(false)), text(!required));
        }
        if (shape instanceof Shape.Reasons) {
            Map<String, Object> reason = text(true);
            reason.put("maxLength", Limits.REASON);
            return any(
                    map("type", "object", "propertyNames", reference("practice"), "additionalProperties", reason),
                    map("type", "array", "items", reference("practice")),
                    map("type", "null"));
        }
        if (shape instanceof Shape.Part part) {
            return any(object(part.fields(), List.of("title"), false), map("type", "null"));
        }
        if (shape instanceof Shape.Parts parts) {
            Map<String, Object> one = object(parts.fields(), List.of(parts.main()), false);
            Map<String, Object> bare =
                    NAME_OF.containsKey(parts.main()) ? reference(NAME_OF.get(parts.main())) : text(false);
            return any(map("type", "array", "items", any(one, bare)), map("type", "null"));
        }
        if (NAME_OF.containsKey(key)) {
            return required ? reference(NAME_OF.get(key)) : any(reference(NAME_OF.get(key)), map("type", "null"));
        }
        Map<String, Object> text = text(!required);
        if (limited && required && LONGEST.containsKey(key)) {
            text.put("maxLength", LONGEST.get(key));
        }
        form(key).ifPresent(form -> text.put("pattern", form));
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

    private static Optional<String> form(String key) {
        return Optional.ofNullable(FORMS.get(key)).map(form -> "^(?:" + form + ")$");
    }

    private Map<String, Object> names(String key, boolean required) {
        String definition =
                Stream.of(Taxonomy.values()).anyMatch(taxonomy -> taxonomy.key().equals(key)) ? key : NAMES_OF.get(key);
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
        for (Taxonomy taxonomy : Taxonomy.values()) {
            definitions.put(taxonomy.key(), closed(taxonomy.key()));
        }
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
