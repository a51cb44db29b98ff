package org.practiceplaybook.search;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that a playbook's pages have, in any form. A search with a word that no page has is one that nobody answers: the
 * search may show pages with its other words, or with one that is written nearly alike.
 */
public final class UnknownWords {
    /** A word that is begun finds those that go on from it. */
    private static final int SHORTEST_BEGINNING = 3;

    private static final Pattern EXCLUDED = Pattern.compile("(?<!\\S)-\\S+");

    private final NavigableSet<String> keys = new TreeSet<>();
    private final Set<String> stems = new HashSet<>();
    private final String language;

    /**
     * The words of an edition.
     *
     * @param language of its analyser, as in {@code pt-BR}
     */
    public UnknownWords(List<Document> documents, String language) {
        this.language = language;
        Set<String> written = new HashSet<>();
        documents.stream()
                .flatMap(UnknownWords::texts)
                .forEach(text -> Tokens.of(text).forEach(token -> {
                    keys.add(token.key());
                    written.add(token.written());
                }));
        try (Stems analyser = Stems.of(language)) {
            written.forEach(word -> analyser.stem(word).ifPresent(stems::add));
        }
    }

    private static Stream<String> texts(Document document) {
        return Stream.concat(
                Stream.of(document.title(), document.summary(), document.strip(), document.hidden()),
                Stream.concat(
                        document.aka().stream(),
                        document.passages().stream().flatMap(part -> Stream.of(part.heading(), part.text()))));
    }

    /**
     * A search with a word that no page has.
     *
     * @param words of the search
     */
    public record Search(String words, int times) {}

    /** Of some searches, by how often somebody looked for them, those with a word that no page has: the most frequent first. */
    public List<Search> in(Map<String, Integer> searches) {
        try (Stems analyser = Stems.of(language)) {
            return searches.entrySet().stream()
                    .filter(search -> Tokens.of(
                                    EXCLUDED.matcher(search.getKey()).replaceAll(" "))
                            .stream()
                            .anyMatch(token -> isUnknown(token, analyser)))
                    .map(search -> new Search(search.getKey(), search.getValue()))
                    .sorted(Comparator.comparing(Search::times).reversed().thenComparing(Search::words))
                    .toList();
        }
    }

    private boolean isUnknown(Tokens.Token token, Stems analyser) {
        String key = token.key();
        if (keys.contains(key) || key.chars().allMatch(Character::isDigit)) {
            return false;
        }
        String longer = keys.ceiling(key);
        boolean begins = key.length() >= SHORTEST_BEGINNING && longer != null && longer.startsWith(key);
        return !begins
                && analyser.stem(token.written())
                        .filter(stem -> !stems.contains(stem))
                        .isPresent();
    }
}
