package org.practiceplaybook.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Queries that are asked together: lines of {@code {"id": "…", "text": "…"}}. */
public final class Batch {
    private Batch() {}

    /** A query with the name under which its results are told. */
    public record Item(String id, String text) {}

    /** A line that is no query. */
    public static final class UnreadableLine extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int number;

        UnreadableLine(int number) {
            super("line " + number);
            this.number = number;
        }

        /** Counted from 1. */
        public int number() {
            return number;
        }
    }

    /**
     * Reads the lines; blank ones are passed over.
     *
     * @throws UnreadableLine for the first that has not the form
     */
    public static List<Item> of(List<String> lines) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line =
                    i == 0 && lines.get(0).startsWith("\ufeff") ? lines.get(0).substring(1) : lines.get(i);
            if (!line.isBlank()) {
                items.add(item(line, i + 1));
            }
        }
        return items;
    }

    private static Item item(String line, int number) {
        try {
            Map<String, Object> values = Data.map(Data.ofJson(line));
            Object id = values.get("id");
            if (values.get("text") instanceof String text && (id instanceof String || id instanceof Double)) {
                return new Item(
                        id instanceof Double d && d == Math.rint(d) ? String.valueOf(d.longValue()) : id.toString(),
                        text);
            }
        } catch (Data.DamagedShard e) {
            throw new UnreadableLine(number);
        }
        throw new UnreadableLine(number);
    }
}
