package org.practiceplaybook.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads the data of a shard again: the JSON that {@link Shards} wrote. */
final class Data {
    private final String text;
    private int at;

    private Data(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /**
     * The last argument of the call that a shard is.
     *
     * @throws DamagedShard if it was cut or is no shard
     */
    static Object of(String script) {
        int open = script.indexOf('(');
        int comma = script.startsWith("(\"", open) ? script.indexOf(',', open) : open;
        if (open < 0 || comma < 0 || !script.endsWith(")\n")) {
            throw new DamagedShard();
        }
        try {
            return new Data(script, comma + 1).value();
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new DamagedShard();
        }
    }

    /** A file of the index that is not as it was written. */
    static final class DamagedShard extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DamagedShard() {
            super("cut or changed");
        }
    }

    @SuppressWarnings("unchecked") // whoever asks knows what was written there
    static <T> List<T> list(Object value) {
        if (value instanceof List<?> list) {
            return (List<T>) list;
        }
        throw new DamagedShard();
    }

    @SuppressWarnings("unchecked")
    static <T> Map<String, T> map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, T>) map;
        }
        throw new DamagedShard();
    }

    static double number(Object value) {
        return (value instanceof Double number ? OptionalDouble.of(number) : OptionalDouble.empty())
                .orElseThrow(DamagedShard::new);
    }

    private Object value() {
        return switch (text.charAt(at)) {
            case '"' -> string();
            case '[' -> array();
            case '{' -> object();
            default -> number();
        };
    }

    private List<Object> array() {
        List<Object> values = new ArrayList<>();
        at++;
        while (text.charAt(at) != ']') {
            values.add(value());
            if (text.charAt(at) == ',') {
                at++;
            }
        }
        at++;
        return values;
    }

    private Map<String, Object> object() {
        Map<String, Object> values = new LinkedHashMap<>();
        at++;
        while (text.charAt(at) != '}') {
            String key = string();
            at++;
            values.put(key, value());
            if (text.charAt(at) == ',') {
                at++;
            }
        }
        at++;
        return values;
    }

    private Double number() {
        int start = at;
        while ("+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return Double.valueOf(text.substring(start, at));
    }

    private String string() {
        int start = ++at;
        int plain = text.indexOf('"', start);
        int escape = text.indexOf('\\', start);
        if (escape < 0 || escape > plain) {
            at = plain + 1;
            return text.substring(start, plain);
        }
        StringBuilder out = new StringBuilder();
        for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
            out.append(c == '\\' ? escaped() : c);
        }
        return out.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> c;
        };
    }
}
