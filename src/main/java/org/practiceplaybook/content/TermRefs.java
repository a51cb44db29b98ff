package org.practiceplaybook.content;

import java.util.List;
import java.util.Map;
import org.practiceplaybook.source.Located;

/**
 * The terms that an entry names, as written.
 *
 * @param byKey those of each vocabulary, by the key of its field
 */
public record TermRefs(Map<String, List<Located<String>>> byKey) {
    public static final TermRefs NONE = new TermRefs(Map.of());

    public TermRefs {
        byKey = Map.copyOf(byKey);
    }

    public List<Located<String>> of(Taxonomy taxonomy) {
        return byKey.getOrDefault(taxonomy.key(), List.of());
    }

    public List<Located<String>> of(Field<?> field) {
        return byKey.getOrDefault(field.key(), List.of());
    }
}
