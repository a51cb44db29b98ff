package org.practiceplaybook.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.practiceplaybook.work.Workers;

/** The words of all documents, and which of them are forms of one. */
final class Vocabulary {
    private static final int CHUNK = 2000;

    private final Map<String, Word> words = new ConcurrentHashMap<>();

    /** A word as it stands in texts. Its class is known when all texts were read. */
    static final class Word {
        final String written;
        final String key;
        Form form;

        Word(String written, String key) {
            this.written = written;
            this.key = key;
        }
    }

    /**
     * The forms of a word as one. Numbered in the order of their first keys.
     *
     * @param stop does nearly every text have it?
     */
    record Form(int number, boolean stop) {}

    Word of(String written, String key) {
        Word known = words.get(written);
        return known != null ? known : words.computeIfAbsent(written, unused -> new Word(written, key));
    }

    /**
     * Finds the forms of all words.
     *
     * @return the form of each key, in the order of the keys
     */
    SortedMap<String, Form> group(String language, Workers workers) {
        List<Word> all = new ArrayList<>(words.values());
        all.sort((a, b) -> a.written.compareTo(b.written));
        List<List<Word>> chunks = new ArrayList<>();
        for (int i = 0; i < all.size(); i += CHUNK) {
            chunks.add(all.subList(i, Math.min(all.size(), i + CHUNK)));
        }
        List<Optional<String>> stems = workers.map(chunks, chunk -> stems(chunk, language)).stream()
                .flatMap(List::stream)
                .toList();
        // keys that share a stem, and stems that share a key, are one
        Map<String, String> parents = new HashMap<>();
        Map<String, Boolean> stops = new HashMap<>();
        SortedMap<String, String> stemOfKey = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            String key = all.get(i).key;
            String stem = stems.get(i).orElse(key);
            stops.merge(key, stems.get(i).isEmpty(), Boolean::logicalOr);
            String before = stemOfKey.putIfAbsent(key, stem);
            if (before != null) {
                parents.put(root(parents, stem), root(parents, before));
            }
        }
        for (String key : List.copyOf(stemOfKey.keySet())) {
            Stems.alsoTyped(language, key).ifPresent(typed -> {
                stemOfKey.putIfAbsent(typed, stemOfKey.get(key));
                stops.putIfAbsent(typed, stops.get(key));
            });
        }
        SortedMap<String, Form> forms = new TreeMap<>();
        Map<String, Form> byStem = new HashMap<>();
        stemOfKey.forEach((key, stem) -> {
            String root = root(parents, stem);
            Form known = byStem.get(root);
            if (known == null) {
                known = new Form(byStem.size(), stops.get(key));
                byStem.put(root, known);
            }
            forms.put(key, known);
        });
        all.forEach(word -> word.form = forms.get(word.key));
        return forms;
    }

    private static String root(Map<String, String> parents, String stem) {
        String at = stem;
        for (String up = parents.get(at); up != null && !up.equals(at); up = parents.get(at)) {
            at = up;
        }
        return at;
    }

    private static List<Optional<String>> stems(List<Word> words, String language) {
        try (Stems stems = Stems.of(language)) {
            return words.stream()
                    .map(word ->
                            Tokens.isWord(word.key.codePointAt(0)) ? stems.stem(word.written) : Optional.of(word.key))
                    .toList();
        }
    }
}
