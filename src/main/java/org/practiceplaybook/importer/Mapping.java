package org.practiceplaybook.importer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the files, keys, headings and words of another library become.
 *
 * @param from the address of the old site, without a slash at its end, or empty
 * @param files by path of a file or folder of the other library; the outermost folder is {@code .}
 * @param fields of keys of front matter, and of the labels of facts in the text
 * @param headings of headings in the text
 * @param terms of words in the fields of the vocabularies: {@code phases/prepare}, {@code notes}, {@code nothing}
 */
record Mapping(
        String from,
        Map<String, Use> files,
        Map<String, Destination> fields,
        Map<String, Destination> headings,
        Map<String, String> terms) {

    /** What a file becomes. */
    enum Use {
        PRACTICES,
        PAGES,
        NOTHING;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    Mapping {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        headings = Collections.unmodifiableMap(new LinkedHashMap<>(headings));
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }

    /** What becomes of a file: the rule with the longest path counts. */
    Use use(String path) {
        String at = path;
        while (!at.isEmpty()) {
            Use use = files.get(at);
            if (use != null) {
                return use;
            }
            int slash = at.lastIndexOf('/');
            at = slash < 0 ? "" : at.substring(0, slash);
        }
        return files.getOrDefault(".", Use.PRACTICES);
    }

    /** Where a key goes: what nobody has mapped is kept in the notes. */
    Destination ofKey(String key) {
        return find(fields, key).orElse(Destination.NOTES);
    }

    /** Where a label at the head of a text goes; empty where it is no label of a fact. */
    Optional<Destination> ofLabel(String label) {
        return find(fields, label)
                .filter(destination -> destination.field().filter(Ours::isFact).isPresent()
                        || destination.kind() == Destination.Kind.NOTHING);
    }

    Destination ofHeading(String heading) {
        return find(headings, heading).orElse(Destination.KEEP);
    }

    Optional<String> ofTerm(String word) {
        return find(terms, word);
    }

    private static <T> Optional<T> find(Map<String, T> map, String name) {
        T exact = map.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        String normal = Ours.normal(name);
        return map.entrySet().stream()
                .filter(entry -> Ours.normal(entry.getKey()).equals(normal))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
