package org.practiceplaybook.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How readers of a language write what must fit: "half an hour, 12 people, first meeting".
 *
 * @param words by what they say: {@code minutes}, {@code hours} and {@code people} after a number, {@code with} and
 *     {@code then} before and after one of people, {@code half}, {@code and} and {@code to} between two, {@code fillers}
 *     say nothing
 * @param numbers by what they are numbers of: {@code numbers}, {@code times} in minutes, {@code sizes} of groups; each
 *     by the phrase for it
 * @param facets phrases that name a value of a facet
 */
public record ConstraintTable(
        Map<String, List<String>> words, Map<String, Map<String, Integer>> numbers, List<Named> facets) {
    /** Names of lists of words, as the script asks for them. */
    public static final List<String> WORDS =
            List.of("minutes", "hours", "people", "with", "then", "half", "and", "to", "fillers");

    /** Names of tables of numbers. */
    public static final List<String> NUMBERS = List.of("numbers", "times", "sizes");

    /** A value of a facet, and what it is called. */
    public record Named(String facet, String value, List<String> phrases) {}

    /** Of a text in which nothing is read as a constraint. */
    public static final ConstraintTable NONE = new ConstraintTable(Map.of(), Map.of(), List.of());

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
