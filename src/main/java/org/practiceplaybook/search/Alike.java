package org.practiceplaybook.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.theme.Words;

/** What people say for the same need, by the table of the words: a text that has one is found by the others. */
public final class Alike {
    private static final String SECTION = "alike.";

    /** Something that people say, and the words of it as they are looked up. */
    private record Saying(String text, String keys) {}

    private final List<List<Saying>> groups;

    public Alike(Words words) {
        this.groups = words.keys().stream()
                .filter(key -> key.startsWith(SECTION))
                .sorted()
                .map(key -> list(words.get(key)).stream()
                        .map(text -> new Saying(text, keys(text)))
                        .toList())
                .toList();
    }

    /** What stands between commas. */
    static List<String> list(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** What else people say for what stands in these texts. */
    public List<String> of(Collection<String> texts) {
        List<String> others = new ArrayList<>();
        String keys = texts.stream().map(Alike::keys).collect(Collectors.joining("\n"));
        for (List<Saying> group : groups) {
            if (group.stream().anyMatch(saying -> keys.contains(saying.keys()))) {
                group.stream()
                        .filter(saying -> !keys.contains(saying.keys()))
                        .forEach(saying -> others.add(saying.text()));
            }
        }
        return others;
    }

    /** No key has a space. */
    private static String keys(String text) {
        return Tokens.of(text).stream()
                .filter(token -> !token.joint())
                .map(Tokens.Token::key)
                .collect(Collectors.joining(" ", " ", " "));
    }
}
