package org.practiceplaybook.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.practiceplaybook.theme.ThemeProblem;
import org.practiceplaybook.theme.Words;

/**
 * How readers of a language write what must fit: "half an hour, 12 people, first meeting".
 *
 * @param words by what they say: {@code minutes}, {@code hours}, {@code days} and {@code people} after a number, {@code with} and
 *     {@code then} before and after one of people, {@code half}, {@code and} and {@code to} between two, {@code atLeast}
 *     and {@code orMore} before and after a time that is the least, but not behind {@code not}, {@code fillers} say nothing
 * @param numbers by what they are numbers of: {@code numbers}, {@code times} in minutes, {@code sizes} of groups; each
 *     by the phrase for it
 * @param facets phrases that name a value of a facet
 */
public record ConstraintTable(
        Map<String, List<String>> words, Map<String, Map<String, Integer>> numbers, List<Named> facets) {
    /** Names of lists of words, as the script asks for them. */
    public static final List<String> WORDS = List.of(
            "minutes", "hours", "days", "people", "with", "then", "half", "and", "to", "atLeast", "orMore", "not",
            "fillers");

    /** Names of tables of numbers. */
    public static final List<String> NUMBERS = List.of("numbers", "times", "sizes");

    /** A value of a facet, and what it is called. */
    public record Named(String facet, String value, List<String> phrases) {}

    /** Of a text in which nothing is read as a constraint. */
    public static final ConstraintTable NONE = new ConstraintTable(Map.of(), Map.of(), List.of());

    private static final String SECTION = "constraints.";

    /** What a language says of numbers, and what names the values of facets. */
    public static ConstraintTable of(Words words, List<Named> facets) {
        return new ConstraintTable(
                WORDS.stream()
                        .collect(Collectors.toMap(Function.identity(), name -> Alike.list(words.get(SECTION + name)))),
                NUMBERS.stream().collect(Collectors.toMap(Function.identity(), name -> numbers(words, SECTION + name))),
                facets);
    }

    /** A table such as {@code half an hour = 30, an hour = 60}. */
    private static Map<String, Integer> numbers(Words words, String key) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (String row : Alike.list(words.get(key))) {
            String[] sides = row.split("\\s*=\\s*", 2);
            if (sides.length < 2 || !sides[1].matches("[1-9][0-9]{0,3}")) {
                throw new ThemeProblem("theme/words: \"" + row + "\" of " + key
                        + " has no number; write it as in \"half an hour = 30\"");
            }
            numbers.put(sides[0], Integer.valueOf(sides[1]));
        }
        return numbers;
    }

    /** The table as the script reads it. */
    Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        WORDS.forEach(name -> data.put(name, words.getOrDefault(name, List.of())));
        NUMBERS.forEach(name -> data.put(name, numbers.getOrDefault(name, Map.of())));
        data.put(
                "facets",
                facets.stream()
                        .map(named -> List.of(named.facet(), named.value(), named.phrases()))
                        .toList());
        return data;
    }
}
