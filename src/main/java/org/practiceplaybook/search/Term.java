package org.practiceplaybook.search;

import java.util.List;
import java.util.Set;

/**
 * A word of a query, and all that may stand for it.
 *
 * @param weight how much it says, by how few pages have it; 0 if the site has nothing like it
 * @param ways the forms that stand for it, the likeliest first
 * @param keys the words in texts that are meant
 * @param instead the word that was taken for an unknown one, or empty
 */
record Term(String key, double weight, boolean stop, List<Way> ways, Set<String> keys, String instead) {

    /**
     * A form that stands for a word.
     *
     * @param weight what it counts on a page where it could not matter more
     */
    record Way(SearchIndex.Form form, double weight) {}

    /** The same with less to say. */
    Term times(double share) {
        return new Term(
                key,
                weight * share,
                stop,
                ways.stream()
                        .map(way -> new Way(way.form(), way.weight() * share))
                        .toList(),
                keys,
                instead);
    }
}
