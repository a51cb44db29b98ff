package org.practiceplaybook.search;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A page that can be found.
 *
 * @param path of the page from the site's root
 * @param anchor where it begins on the page, empty for the top
 * @param type its kind: {@code practice}
 * @param aka other names of it
 * @param strip its facts in a few words, or empty
 * @param passages its text, cut at its headings
 * @param hidden words by which it is found though they do not stand in it: other names for words of its text
 * @param facets values by the name of the facet
 * @param ranges what it takes, by name: minutes, people
 * @param weight how much its score counts beside others, from 0 to 1
 */
public record Document(
        String path,
        String anchor,
        String type,
        String title,
        List<String> aka,
        String summary,
        String strip,
        List<Passage> passages,
        String hidden,
        Map<String, List<String>> facets,
        Map<String, Range> ranges,
        double weight) {

    /**
     * A stretch of text under a heading; both may be empty, the anchor is empty at the top of a page.
     *
     * @param words gives the text, the same each time
     */
    public record Passage(String anchor, String heading, Supplier<String> words) {
        public Passage(String anchor, String heading, String text) {
            this(anchor, heading, () -> text);
        }

        public String text() {
            return words.get();
        }
    }

    /**
     * From low to high, both included.
     *
     * @param each what every person adds to low, at the least; else 0
     * @param eachMost the same at the most
     */
    public record Range(int low, int high, int each, int eachMost) {
        public Range(int low, int high) {
            this(low, high, 0, 0);
        }
    }

    public Document {
        aka = List.copyOf(aka);
        passages = List.copyOf(passages);
        facets = Map.copyOf(facets);
        ranges = Map.copyOf(ranges);
    }
}
