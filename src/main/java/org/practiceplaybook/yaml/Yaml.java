package org.practiceplaybook.yaml;

import java.util.List;
import java.util.Optional;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.Span;

/** A value of a YAML text. All scalars are text: what they mean is for the reader to say. */
public sealed interface Yaml {

    /** Where the value stands in its file. */
    Span span();

    /**
     * A scalar.
     *
     * @param plain was it written without quotation marks on one line, so that the span holds its very letters?
     */
    record Text(String value, Span span, boolean plain) implements Yaml {
        /** {@code key:} with nothing behind it, or {@code ~}. */
        public boolean isEmpty() {
            return value.isBlank() || plain && (value.equals("~") || value.equals("null"));
        }
    }

    /** A list. */
    record Items(List<Yaml> values, Span span) implements Yaml {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** Keys and values in the writer's order. No key stands twice. */
    record Mapping(List<Entry> entries, Span span) implements Yaml {
        public static final Mapping EMPTY = new Mapping(List.of(), Span.NONE);

        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<Entry> entry(String key) {
            for (Entry entry : entries) {
                if (entry.key().value().equals(key)) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }
    }

    /** A key and its value. */
    record Entry(Located<String> key, Yaml value) {}
}
