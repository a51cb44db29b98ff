package org.practiceplaybook.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.practiceplaybook.source.Diagnostic;

/** What a key of YAML may hold. Nobody writes shapes down: they are what the readers of the content ask for. */
public sealed interface Shape {
    /** One line. */
    record Text() implements Shape {}

    /** One of a few words. */
    record Choice(List<String> names) implements Shape {
        public Choice {
            names = List.copyOf(names);
        }
    }

    /** Short names: a list, or words with commas between. */
    record Names() implements Shape {}

    /** Free text: a list, or one line. */
    record Lines() implements Shape {}

    /** Fields of its own. */
    record Part(Map<String, Shape> fields) implements Shape {}

    /**
     * A list of parts.
     *
     * @param main what a bare line is taken as
     */
    record Parts(String main, Map<String, Shape> fields) implements Shape {}

    /** Short names of practices, each with a reason. */
    record Reasons() implements Shape {}

    /**
     * The shapes of a whole, in the order in which its reader asks.
     *
     * @param required the keys without which it has an error
     */
    record Of(Map<String, Shape> fields, Set<String> required) {
        public Of {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            required = Collections.unmodifiableSet(new TreeSet<>(required));
        }

        /**
         * Of what a reader asked of something that has none of its fields.
         *
         * @param found what the reader said of that
         * @param before what stands before the key in the code of an error on a missing one, where nothing does {@code
         *     -missing} stands behind it
         */
        static Of read(Map<String, Shape> fields, List<Diagnostic> found, String before) {
            Set<String> required = new TreeSet<>();
            for (String key : fields.keySet()) {
                String code = before.isEmpty() ? key + "-missing" : before + key;
                if (found.stream()
                        .anyMatch(error -> error.isError() && error.code().equals(code))) {
                    required.add(key);
                }
            }
            return new Of(fields, required);
        }
    }
}
