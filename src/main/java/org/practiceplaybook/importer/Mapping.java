package org.practiceplaybook.importer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
        Map<String, Put> files,
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

    /**
     * Where a file goes.
     *
     * @param folder below {@code pages/} that takes the place of the rule's own; empty where the path stays as it is
     */
    record Put(Use use, String folder) {
        static final Put PRACTICES = new Put(Use.PRACTICES, "");
        static final Put PAGES = new Put(Use.PAGES, "");
        static final Put NOTHING = new Put(Use.NOTHING, "");

        private static final String BELOW = Use.PAGES.key() + "/";

        /** Reads {@code practices}, {@code pages}, {@code pages/guide}, {@code nothing}. */
        static Optional<Put> parse(String written) {
            String folder = written.startsWith(BELOW)
                    ? written.substring(BELOW.length()).replaceAll("/+$", "")
                    : "";
            if (!folder.isEmpty()) {
                return folder.matches("[^\\s./\\\\<>:\"|?*][^\\\\<>:\"|?*]*")
                                && LinkRewriter.normalised(folder)
                                        .filter(folder::equals)
                                        .isPresent()
                        ? Optional.of(new Put(Use.PAGES, folder))
                        : Optional.empty();
            }
            return Stream.of(Use.values())
                    .filter(use -> use.key().equals(written.replaceAll("/+$", "")))
                    .findFirst()
                    .map(use -> new Put(use, ""));
        }

        /** As it stands in a mapping. */
        String written() {
            return use.key() + (folder.isEmpty() ? "" : "/" + folder);
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
        return files.getOrDefault(rule(path), Put.PRACTICES).use();
    }

    /** The rule for a file, by what it is for. */
    private String rule(String path) {
        String at = path;
        while (!at.isEmpty() && !files.containsKey(at)) {
            int slash = at.lastIndexOf('/');
            at = slash < 0 ? "" : at.substring(0, slash);
        }
        return at.isEmpty() ? "." : at;
    }

    /** The path of a page below {@code pages/}. */
    String below(String path) {
        String rule = rule(path);
        String folder = files.getOrDefault(rule, Put.PRACTICES).folder();
        if (folder.isEmpty()) {
            return path;
        }
        String rest = rule.equals(".") ? path : path.substring(rule.length());
        return folder + "/"
                + (rest.isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : rest.replaceFirst("^/", ""));
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
