package org.practiceplaybook.review;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How much of a text is in another one: the share of its lines, long lines weighing more. Order does not matter, and lines
 * that many texts have, as a template gives them, say nothing.
 */
final class Likeness {
    /** So many texts with the same line have it of their template. */
    private static final int MANY = 3;

    private final Map<String, Integer> lines = new HashMap<>();
    private int size;

    Likeness(String text, Set<String> common) {
        lines(text).filter(line -> !common.contains(line)).forEach(line -> {
            lines.merge(line, 1, Integer::sum);
            size += line.length();
        });
    }

    /** The lines that many of some texts have. */
    static Set<String> common(Stream<String> texts) {
        Map<String, Integer> number = new HashMap<>();
        texts.forEach(text -> lines(text).distinct().forEach(line -> number.merge(line, 1, Integer::sum)));
        number.values().removeIf(times -> times < MANY);
        return Set.copyOf(number.keySet());
    }

    private static Stream<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    /** From 0, nothing in common, to 1. */
    double to(Likeness other) {
        int larger = Math.max(size, other.size);
        if (larger == 0 || Math.min(size, other.size) * 2 < larger) {
            return 0;
        }
        int common = 0;
        for (Map.Entry<String, Integer> line : lines.entrySet()) {
            common += line.getKey().length() * Math.min(line.getValue(), other.lines.getOrDefault(line.getKey(), 0));
        }
        return (double) common / larger;
    }
}
