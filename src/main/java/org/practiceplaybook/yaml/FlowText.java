package org.practiceplaybook.yaml;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** YAML on one line, as JSON would have it. */
public final class FlowText {
    private FlowText() {}

    /** Writes maps, lists, texts, numbers and truth values. */
    public static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> of(String.valueOf(entry.getKey())) + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(FlowText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String text ? Scalars.inList(text) : String.valueOf(value);
    }
}
