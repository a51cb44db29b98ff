package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.value.Where;
import org.practiceplaybook.search.ConstraintTable;
import org.practiceplaybook.search.ConstraintTable.Named;
import org.practiceplaybook.theme.ThemeProblem;
import org.practiceplaybook.theme.Words;

/** What readers of an edition may write to say what must fit: words and numbers of its language, names of its terms. */
public final class Constraints {
    private static final String SECTION = "constraints.";

    private Constraints() {}

    public static ConstraintTable of(Edition site) {
        return of(site.words(), facets(site));
    }

    /** What a language says of numbers, and what names the values of facets. */
    public static ConstraintTable of(Words words, List<Named> facets) {
        return new ConstraintTable(
                ConstraintTable.WORDS.stream()
                        .collect(Collectors.toMap(Function.identity(), name -> Alike.list(words.get(SECTION + name)))),
                ConstraintTable.NUMBERS.stream()
                        .collect(Collectors.toMap(Function.identity(), name -> numbers(words, SECTION + name))),
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

    private static List<Named> facets(Edition site) {
        Words words = site.words();
        Alike alike = new Alike(words);
        List<Named> named = new ArrayList<>();
        for (Taxonomy taxonomy : Taxonomy.values()) {
            if (taxonomy == Taxonomy.LEVERAGE) {
                continue;
            }
            for (Term term : site.library().terms(taxonomy)) {
                List<String> phrases = Stream.concat(
                                Stream.of(term.name()), alike.of(SearchDocuments.said(term)).stream())
                        .toList();
                named.add(new Named(SearchDocuments.facet(taxonomy), term.slug(), phrases));
            }
        }
        if (SearchDocuments.saysWhere(site.library())) {
            for (Where where : Where.values()) {
                named.add(new Named(SearchDocuments.WHERE, where.key(), List.of(words.get("where." + where.key()))));
            }
        }
        return named;
    }
}
