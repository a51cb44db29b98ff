package org.practiceplaybook.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the data of a shard again: the JSON that {@link Shards} wrote. */
final class Data {
    /** Nothing that is written here lies deeper. */
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

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

    /** The value of a JSON text, as the batch of queries has them. Numbers come as {@link Double}. */
    static Object ofJson(String json) {
        try {
            Data data = new Data(json, 0);
            Object value = data.value();
            data.space();
            if (data.at < json.length()) {
                throw new DamagedShard();
            }
            return value == null ? Map.of() : value;
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new DamagedShard();
        }
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Object value() {
        space();
        return switch (text.charAt(at)) {
            case '"' -> string();
            case '[' -> array();
            case '{' -> object();
            case 't', 'f', 'n' -> word();
            default -> number();
        };
    }

    private Object word() {
        for (Map.Entry<String, Optional<Boolean>> word : Map.of(
                        "true", Optional.of(true), "false", Optional.of(false), "null", Optional.<Boolean>empty())
                .entrySet()) {
            if (text.startsWith(word.getKey(), at)) {
                at += word.getKey().length();
                return word.getValue().orElse(null);
            }
        }
        throw new DamagedShard();
    }

    private List<Object> array() {
        List<Object> values = new ArrayList<>();
        begin();
        while (goesOn(']')) {
            values.add(value());
        }
        depth--;
        return values;
    }

    private Map<String, Object> object() {
        Map<String, Object> values = new LinkedHashMap<>();
        begin();
        while (goesOn('}')) {
            expect('"');
            String key = string();
            space();
            expect(':');
            at++;
            values.put(key, value());
        }
        depth--;
        return values;
    }

    private void begin() {
        at++;
        if (++depth > DEEPEST) {
            throw new DamagedShard();
        }
    }

    private void expect(char sign) {
        if (text.charAt(at) != sign) {
            throw new DamagedShard();
        }
    }

    /** Passes the sign between two values. Past the closing one there are no more. */
    private boolean goesOn(char close) {
        space();
        if (text.charAt(at) == ',') {
            at++;
            space();
        }
        if (text.charAt(at) != close) {
            return true;
        }
        at++;
        return false;
    }

    private Double number() {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
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
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> c;
        };
    }
}
