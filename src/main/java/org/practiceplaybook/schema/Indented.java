package org.practiceplaybook.schema;

import java.util.Collection;
import java.util.Map;
import org.practiceplaybook.theme.Json;

/** JSON for people: a line for each value, so that two versions can be compared. */
final class Indented {
    private Indented() {}

    static String of(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, "\n", out);
        return out.toString();
    }

    private static void write(Object value, String line, StringBuilder out) {
        String inner = line + "  ";
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            String before = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(before).append(inner).append(Json.of(entry.getKey())).append(": ");
                write(entry.getValue(), inner, out);
                before = ",";
            }
            out.append(line).append('}');
        } else if (value instanceof Collection<?> list && !list.isEmpty()) {
            String before = "[";
            for (Object item : list) {
                out.append(before).append(inner);
                write(item, inner, out);
                before = ",";
            }
            out.append(line).append(']');
        } else {
            out.append(Json.of(value));
        }
    }
}
