package org.practiceplaybook.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a form hands in: text, lists and maps, as JSON has them. What is not there, or is something else, is empty.
 *
 * @param values by name
 */
record JsonValue(Map<String, Object> values) {
    @SuppressWarnings("unchecked")
    static JsonValue of(Object value) {
        return new JsonValue(value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of());
    }

    String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    JsonValue part(String name) {
        return of(values.get(name));
    }

    List<?> list(String name) {
        return values.get(name) instanceof List<?> list ? list : List.of();
    }

    List<String> texts(String name) {
        return texts(values.get(name));
    }

    /** The texts of a list, or the one text; of a map in the list its first text. */
    static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        for (Object one : value instanceof List<?> list ? list : List.of(value == null ? "" : value)) {
            Object text = one instanceof Map<?, ?> map
                    ? map.values().stream().map(Object.class::cast).findFirst().orElse("")
                    : one;
            if (text instanceof String line && !line.isBlank()) {
                texts.add(line);
            }
        }
        return texts;
    }

    List<JsonValue> parts(String name) {
        return list(name).stream().map(JsonValue::of).toList();
    }

    /** The values of a map that are texts. */
    Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        part(name).values().forEach((key, value) -> {
            if (value instanceof String text) {
                map.put(key, text);
            }
        });
        return map;
    }
}
