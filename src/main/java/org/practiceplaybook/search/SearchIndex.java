package org.practiceplaybook.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The index of a built site. A shard is read when it is needed; of one that is missing or cut the index goes on without.
 * For one thread.
 */
public final class SearchIndex {
    private final Function<String, Optional<byte[]>> files;
    private final Map<String, Optional<List<Object>>> shards = new HashMap<>();
    private final Map<String, WordShard> wordShards = new HashMap<>();
    private final Set<String> missing = new TreeSet<>();

    private final int pages;
    private final List<Double> weights;
    private final List<List<String>> words;
    private final List<List<String>> firsts;
    private final int table;
    private final String tables;
    private final Map<String, String> facets;
    private final Map<String, String> ranges;

    private SearchIndex(Function<String, Optional<byte[]>> files, Map<String, Object> root) {
        this.files = files;
        this.pages = (int) Data.number(root.get("pages"));
        this.weights = Data.list(root.get("weights"));
        this.words = Data.list(root.get("words"));
        this.firsts = Data.list(root.get("firsts"));
        this.table = (int) Data.number(root.get("table"));
        this.tables = (String) root.get("tables");
        this.facets = Data.map(root.get("facets"));
        this.ranges = Data.map(root.get("ranges"));
    }

    /**
     * Opens an index.
     *
     * @param files gives what is at a path from the site's root
     * @return empty if there is none, or none that this version can read
     */
    public static Optional<SearchIndex> open(Function<String, Optional<byte[]>> files) {
        Optional<byte[]> root = files.apply(Shards.ROOT);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        try {
            Map<String, Object> data = Data.map(Data.of(text(root.get())));
            return Data.number(data.get("version")) == Indexer.VERSION
                    ? Optional.of(new SearchIndex(files, data))
                    : Optional.empty();
        } catch (Data.DamagedShard e) {
            return Optional.empty();
        }
    }

    /** A form that some words share, as the browser knows it: by where its postings lie. */
    record Form(String block, int offset, int count, boolean stop, List<TierPlace> tiers) {
        String id() {
            return block + offset;
        }
    }

    /** Where a tier lies, and the strongest impact in it. */
    record TierPlace(String block, int offset, int strongest) {}

    /** Words in order, and the form of each. */
    record WordShard(List<String> words, List<Form> forms, Map<String, List<String>> wordsOfForm) {}

    /** What a result shows, and the text in which the best place is looked for. */
    record Brief(
            String title,
            String path,
            String anchor,
            String type,
            String strip,
            String summary,
            List<String> aka,
            List<Document.Passage> passages,
            String whole) {}

    int pages() {
        return pages;
    }

    double weight(int number) {
        return weights.get(number);
    }

    /** Files that were missing or cut so far. */
    public List<String> missing() {
        return List.copyOf(missing);
    }

    Set<String> facetNames() {
        return facets.keySet();
    }

    Set<String> rangeNames() {
        return ranges.keySet();
    }

    /** Number of the shard in which a word would stand; -1 before the first. */
    int wordShard(String word) {
        return shard(words, word);
    }

    int firstsShard(String word) {
        return shard(firsts, word);
    }

    private static int shard(List<List<String>> bounds, String word) {
        int low = 0;
        int high = bounds.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bounds.get(middle).get(0).compareTo(word) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    int wordShards() {
        return words.size();
    }

    /** The first word of a shard. */
    String firstWord(int shard) {
        return words.get(shard).get(0);
    }

    WordShard words(int number) {
        return wordShards.computeIfAbsent(
                words.get(number).get(1),
                name -> read(name, SearchIndex::wordShard).orElse(new WordShard(List.of(), List.of(), Map.of())));
    }

    private static WordShard wordShard(List<Object> data) {
        List<String> keys = FrontCoder.words((String) data.get(0));
        Digits numbers = new Digits((String) data.get(1), 0);
        String blocks = (String) data.get(2);
        List<Form> known = new ArrayList<>();
        List<Form> forms = new ArrayList<>();
        Map<String, List<String>> wordsOfForm = new LinkedHashMap<>();
        for (String key : keys) {
            int back = numbers.next();
            if (back == 0) {
                int head = numbers.next();
                int tiers = (head & 1) == 0 ? 1 : numbers.next();
                List<TierPlace> places = new ArrayList<>();
                for (int i = 0; i < tiers; i++) {
                    int block = numbers.next() * Shards.NAME;
                    int offset = numbers.next();
                    int strongest = tiers == 1 ? Indexer.STRONGEST : numbers.next();
                    places.add(new TierPlace(blocks.substring(block, block + Shards.NAME), offset, strongest));
                }
                TierPlace first = places.get(0);
                known.add(new Form(first.block(), first.offset(), head >> 2, (head & 2) != 0, places));
            }
            Form form = known.get(back == 0 ? known.size() - 1 : known.size() - back);
            forms.add(form);
            wordsOfForm.computeIfAbsent(form.id(), unused -> new ArrayList<>()).add(key);
        }
        return new WordShard(keys, forms, wordsOfForm);
    }

    List<String> firsts(int number) {
        return read(firsts.get(number).get(1), data -> FrontCoder.words((String) data.get(0)))
                .orElse(List.of());
    }

    /** Hands the postings of a tier to a reader, if they are there. */
    void postings(TierPlace place, PostingReader reader) {
        read(place.block(), data -> {
            Digits numbers = new Digits((String) data.get(0), place.offset());
            int page = -1;
            for (int left = numbers.next(); left > 0; left--) {
                page += numbers.next() + 1;
                int head = numbers.one();
                reader.page(page, head >> 1);
                int ordinal = 0;
                for (int more = head & 1; more != 0; ) {
                    int label = numbers.next();
                    more = label & 1;
                    ordinal += label >> 6;
                    reader.label(page, ordinal, (label & 32) != 0, label >> 1 & 15);
                }
            }
            return place;
        });
    }

    /** Takes postings. */
    interface PostingReader {
        void page(int page, int impact);

        void label(int page, int ordinal, boolean title, int length);
    }

    Optional<Brief> brief(int page) {
        int start = page / table * Shards.NAME;
        int at = page % table * Shards.NAME;
        return read(
                        tables.substring(start, start + Shards.NAME),
                        data -> ((String) data.get(0)).substring(at, at + Shards.NAME))
                .flatMap(name -> read(name, SearchIndex::brief));
    }

    private static Brief brief(List<Object> data) {
        return new Brief(
                (String) data.get(0),
                (String) data.get(1),
                (String) data.get(2),
                (String) data.get(3),
                (String) data.get(4),
                (String) data.get(5),
                Data.list(data.get(6)),
                passages(Data.list(data.get(7))),
                (String) data.get(8));
    }

    /** The whole text of a page. */
    List<Document.Passage> passages(Brief brief) {
        return brief.whole().isEmpty()
                ? brief.passages()
                : read(brief.whole(), data -> passages(Data.list(data.get(0)))).orElse(brief.passages());
    }

    private static List<Document.Passage> passages(List<List<String>> rows) {
        return rows.stream()
                .map(row -> new Document.Passage(row.get(0), row.get(1), row.get(2)))
                .toList();
    }

    /** The pages of a facet's values, by value. */
    Map<String, List<Integer>> facet(String name) {
        return read(facets.get(name), data -> {
                    Map<String, List<Integer>> values = new LinkedHashMap<>();
                    for (List<String> row : Data.<List<String>>list(data.get(0))) {
                        values.put(row.get(0), pages(row.get(1)));
                    }
                    return values;
                })
                .orElse(Map.of());
    }

    /** The pages whose range of a name holds a number. */
    List<Integer> inRange(String name, int number) {
        return read(ranges.get(name), data -> {
                    List<Integer> found = new ArrayList<>();
                    for (List<Object> row : Data.<List<Object>>list(data.get(0))) {
                        if (Data.number(row.get(0)) <= number && number <= Data.number(row.get(1))) {
                            found.addAll(pages((String) row.get(2)));
                        }
                    }
                    return found;
                })
                .orElse(List.of());
    }

    private List<Integer> pages(String deltas) {
        List<Integer> found = new ArrayList<>();
        int page = -1;
        for (Digits numbers = new Digits(deltas, 0); numbers.hasMore(); ) {
            page += numbers.next() + 1;
            found.add(Objects.checkIndex(page, pages));
        }
        return found;
    }

    /** Makes something of a shard, nothing of one that is missing or not as it was written. */
    private <T> Optional<T> read(String name, Function<List<Object>, T> how) {
        try {
            return shard(name).map(how);
        } catch (IndexOutOfBoundsException | ClassCastException | Data.DamagedShard e) {
            missing.add(Shards.path(name));
            return Optional.empty();
        }
    }

    private Optional<List<Object>> shard(String name) {
        return shards.computeIfAbsent(name, unused -> {
            try {
                Optional<List<Object>> data =
                        files.apply(Shards.path(name)).map(bytes -> Data.list(Data.of(text(bytes))));
                if (data.isEmpty()) {
                    missing.add(Shards.path(name));
                }
                return data;
            } catch (Data.DamagedShard e) {
                missing.add(Shards.path(name));
                return Optional.empty();
            }
        });
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
