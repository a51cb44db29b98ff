package org.practiceplaybook.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.practiceplaybook.search.Shards.Kind;
import org.practiceplaybook.work.Workers;

/**
 * Makes the index of documents: a root, the words in shards of their alphabet, the pages of each word in blocks, and a
 * brief of each page. The same documents give the same bytes.
 */
public final class Indexer {
    /** The path of the root, which is read first. */
    public static final String ROOT = Shards.ROOT_PATH;

    /** Of the form of the files, which the script knows as well. */
    private static final int VERSION = 7;
    /** Words of a shard. */
    private static final int SHARD_WORDS = 700;
    /** Letters of a block of postings. */
    private static final int BLOCK = 4000;
    /** Briefs that lie with the postings of a word: as many as a list of results has. */
    private static final int LEADERS = 10;
    /** The same of pages whose titles have it: who looks for more words finds those first. */
    private static final int TITLED = 64;
    /** Letters of them in a block. */
    private static final int LED = 6000;
    /** A word on more pages is cut into tiers of so many, those first on which it matters most. */
    static final int TIER = 2048;
    /** Tiers after the first that lie in one block: the script reads at most so many of most queries' words. */
    private static final int LATER = 3;
    /** Briefs of a shard; the names of all shards stand in the root, so of many pages they are larger. */
    private static final int GROUP = 16;

    private static final int LARGE_GROUP = 32;
    private static final int MANY_PAGES = 20_000;
    /** The strongest impact: five bits. */
    private static final int STRONGEST = 31;
    /** Letters of text from which a result has its words. Of a longer text it is the beginning of each passage. */
    private static final int EXTRACT = 3000;
    /** Ends what goes on. */
    private static final String CUT = " …";
    /** A passage has at least as many in an extract. */
    private static final int SHORTEST = 160;

    private static final int LONGEST_LABEL = 15;

    // A posting's impact is t / (K + t), where t is the sum over the fields of weight * count / (1 - b + b * length /
    // average): BM25F (Robertson, Zaragoza and Taylor 2004). What else counts is known when somebody searches, and
    // stands
    // in the script.

    /** How soon a word's repetition stops to count. */
    private static final double K = 2;
    /** Weight of a word in the title or another name. */
    private static final double TITLE = 2.5;

    private static final double SUMMARY = 1.5;
    private static final double HEADING = 2;
    private static final double BODY = 1;
    /** In another name for a word of the text. */
    private static final double HIDDEN = 0.5;
    /** How much the length of a title or heading counts, 0 to 1. */
    private static final double LABEL_LENGTH = 0.5;
    /** The same of summary and text. */
    private static final double TEXT_LENGTH = 0.4;

    /** Documents of which the texts are in memory twice: as they are written, and in their shards. */
    private static final int AT_ONCE = 4_096;

    private final List<Document> documents;
    private final ConstraintTable constraints;
    private final String language;
    private final Workers workers;
    private final Shards shards = new Shards();

    private Indexer(List<Document> documents, ConstraintTable constraints, String language, Workers workers) {
        this.documents = List.copyOf(documents);
        this.constraints = constraints;
        this.language = language;
        this.workers = workers;
    }

    /**
     * The files of the index by path from the site's root.
     *
     * @param documents in the order in which they come where nothing else decides
     * @param constraints how readers write what must fit
     * @param language of the documents, as a tag: {@code en}
     */
    public static SortedMap<String, byte[]> index(
            List<Document> documents, ConstraintTable constraints, String language, Workers workers) {
        return new Indexer(documents, constraints, language, workers).index(true);
    }

    /** The same with a file for each shard. */
    static SortedMap<String, byte[]> apart(
            List<Document> documents, ConstraintTable constraints, String language, Workers workers) {
        return new Indexer(documents, constraints, language, workers).index(false);
    }

    private SortedMap<String, byte[]> index(boolean packed) {
        Words words = words();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", VERSION);
        root.put("pages", documents.size());
        root.put("impact", STRONGEST);
        int group = documents.size() > MANY_PAGES ? LARGE_GROUP : GROUP;
        root.put("group", group);
        List<List<?>> briefs = briefs();
        root.put("briefs", groups(briefs, group));
        root.put("words", shards(words, shards.briefsComeWithRoot() ? List.of() : briefs));
        root.put("firsts", firsts(words.turned()));
        root.put("facets", facets());
        root.put("ranges", ranges());
        root.put("weights", weights());
        root.put("constraints", constraints.data());
        if (packed) {
            shards.pack();
        }
        return shards.files(root);
    }

    /**
     * The words of all documents.
     *
     * @param postings by the number of the form
     * @param turned of the words of titles and headings with at least four letters, by what follows their first letter
     */
    private record Words(
            SortedMap<String, Vocabulary.Form> forms, Postings[] postings, SortedMap<String, String> turned) {}

    /** What was counted of each document is gone when this is done: it is more than all that comes of it. */
    private Words words() {
        Vocabulary vocabulary = new Vocabulary();
        List<Counted> counted = workers.map(documents, document -> Counted.of(document, vocabulary));
        SortedMap<String, Vocabulary.Form> forms = vocabulary.group(language, workers);
        return new Words(forms, postings(counted, forms), turned(counted));
    }

    // ---- postings ----

    private Postings[] postings(List<Counted> counted, SortedMap<String, Vocabulary.Form> forms) {
        double[] averages = averages(counted);
        int number = 0;
        for (Vocabulary.Form form : forms.values()) {
            number = Math.max(number, form.number() + 1);
        }
        Postings[] postings = new Postings[number];
        for (Vocabulary.Form form : forms.values()) {
            if (postings[form.number()] == null) {
                postings[form.number()] = new Postings();
            }
        }
        Sums sums = new Sums(number);
        for (int page = 0; page < counted.size(); page++) {
            Counted document = counted.get(page);
            document.forEach((word, counts) ->
                    sums.add(word.form.number(), sum(counts, document.lengths(), word.form.stop(), averages)));
            sums.addTo(postings, page);
            for (Counted.Label label : document.labels()) {
                Set<Integer> seen = new HashSet<>();
                for (Vocabulary.Word word : label.words()) {
                    int form = word.form.number();
                    if (seen.add(form)) {
                        postings[form].label(label.ordinal(), label.title(), Math.min(label.length(), LONGEST_LABEL));
                    }
                }
            }
        }
        return postings;
    }

    /** Of the documents that have the field: a page that is all title makes no text a long one. */
    private static double[] averages(List<Counted> counted) {
        double[] averages = new double[Counted.FIELDS];
        for (int field = 0; field < Counted.FIELDS; field++) {
            int at = field;
            averages[field] = counted.stream()
                    .mapToInt(document -> document.lengths()[at])
                    .filter(length -> length > 0)
                    .average()
                    .orElse(1);
        }
        return averages;
    }

    /** What the forms of one document amount to. */
    private static final class Sums {
        private final double[] sums;
        private final int[] touched;
        private int count;

        Sums(int forms) {
            this.sums = new double[forms];
            this.touched = new int[forms];
        }

        void add(int form, double sum) {
            if (sum > 0) {
                if (sums[form] == 0) {
                    touched[count++] = form;
                }
                sums[form] += sum;
            }
        }

        /** Adds them in the order of their numbers, and has none any more. */
        void addTo(Postings[] postings, int page) {
            Arrays.sort(touched, 0, count);
            for (int i = 0; i < count; i++) {
                int form = touched[i];
                double impact = sums[form] / (K + sums[form]);
                postings[form].add(page, (int) Math.max(1, Math.round(impact * STRONGEST)));
                sums[form] = 0;
            }
            count = 0;
        }
    }

    /**
     * What a word amounts to in a document. Of a word that nearly every text has, only titles and headings count.
     *
     * @param counts of the word in each field
     * @param lengths of the fields in the document, and {@code averages} in all
     */
    private static double sum(int[] counts, int[] lengths, boolean stop, double[] averages) {
        double sum = TITLE * part(Counted.TITLE, counts, lengths, averages, LABEL_LENGTH)
                + HEADING * part(Counted.HEADING, counts, lengths, averages, LABEL_LENGTH);
        if (!stop) {
            sum += SUMMARY * part(Counted.SUMMARY, counts, lengths, averages, TEXT_LENGTH)
                    + BODY * part(Counted.BODY, counts, lengths, averages, TEXT_LENGTH)
                    + HIDDEN * counts[Counted.HIDDEN];
        }
        return sum;
    }

    private static double part(int field, int[] counts, int[] lengths, double[] averages, double b) {
        return counts[field] == 0 ? 0 : counts[field] / (1 - b + b * lengths[field] / averages[field]);
    }

    // ---- words ----

    /** @param briefs by page, those of leaders to lie with the postings; empty where every query has all of them */
    private List<List<String>> shards(Words words, List<List<?>> briefs) {
        WordShards out = new WordShards(shards, words.postings(), briefs);
        words.forms().forEach(out::add);
        return out.end();
    }

    private static SortedMap<String, String> turned(List<Counted> counted) {
        SortedMap<String, String> turned = new TreeMap<>();
        for (Counted document : counted) {
            for (Counted.Label label : document.labels()) {
                for (Vocabulary.Word word : label.words()) {
                    if (word.key.length() >= 4) {
                        turned.put(word.key.substring(1) + word.key.charAt(0), word.key);
                    }
                }
            }
        }
        return turned;
    }

    /** The words of titles and headings by their second letter: whoever errs in the first finds them here. */
    private List<List<String>> firsts(SortedMap<String, String> turned) {
        List<List<String>> bounds = new ArrayList<>();
        FrontCoder coder = new FrontCoder();
        String first = "";
        int count = 0;
        for (String word : turned.keySet()) {
            if (count == SHARD_WORDS) {
                bounds.add(List.of(first, shards.add(Kind.WORDS, List.of(coder.end()))));
                count = 0;
            }
            if (count++ == 0) {
                first = word;
            }
            coder.add(word);
        }
        if (count > 0) {
            bounds.add(List.of(first, shards.add(Kind.WORDS, List.of(coder.end()))));
        }
        return bounds;
    }

    /** Cuts the words into shards and lays their postings into blocks, in the order of the words. */
    private static final class WordShards {
        private final Shards shards;
        private final Postings[] postings;
        private final List<List<String>> bounds = new ArrayList<>();
        private final Place[] places;
        private final List<PendingShard> pending = new ArrayList<>();
        private PendingShard open = new PendingShard();
        private final StringBuilder block = new StringBuilder();
        private final List<List<?>> briefs;
        /** Of the leaders in the open block. */
        private final SortedMap<Integer, List<?>> led = new TreeMap<>();

        private int ledLetters;
        private final List<String> blocks = new ArrayList<>();
        private int openBlock;

        WordShards(Shards shards, Postings[] postings, List<List<?>> briefs) {
            this.shards = shards;
            this.postings = postings;
            this.briefs = briefs;
            this.places = new Place[postings.length];
        }

        /** Where postings lie: number of the block, and where in it; more than one for tiers. */
        private record Place(List<int[]> tiers) {}

        private record PendingWord(String key, Vocabulary.Form form) {}

        private static final class PendingShard {
            final List<PendingWord> words = new ArrayList<>();
        }

        void add(String key, Vocabulary.Form form) {
            if (open.words.size() == SHARD_WORDS) {
                pending.add(open);
                open = new PendingShard();
            }
            open.words.add(new PendingWord(key, form));
            if (places[form.number()] == null) {
                places[form.number()] = place(postings[form.number()], form.stop());
            }
        }

        private Place place(Postings list, boolean stop) {
            List<Integer> leaders = stop || briefs.isEmpty() ? List.of() : list.leaders(LEADERS, TITLED);
            int more = letters(leaders);
            List<int[]> tiers = new ArrayList<>();
            for (Postings.Tier tier : list.tiers()) {
                int number = tiers.size();
                boolean full = number == 0
                        ? block.length() + tier.letters().length() > BLOCK || more > 0 && ledLetters + more > LED
                        : number % LATER == 1;
                if (block.length() > 0 && full) {
                    closeBlock();
                }
                tiers.add(new int[] {openBlock, block.length(), tier.strongest()});
                block.append(tier.letters());
                if (number == 0) {
                    ledLetters += letters(leaders);
                    leaders.forEach(page -> led.put(page, briefs.get(page)));
                }
            }
            return new Place(tiers);
        }

        /** About so many are added to the open block. */
        private int letters(List<Integer> leaders) {
            int letters = 0;
            for (int page : leaders) {
                if (!led.containsKey(page)) {
                    for (Object part : briefs.get(page)) {
                        letters += part.toString().length();
                    }
                }
            }
            return letters;
        }

        private void closeBlock() {
            List<List<?>> rows = new ArrayList<>();
            led.forEach((page, brief) -> rows.add(List.of(page, brief)));
            blocks.add(shards.add(Kind.POSTINGS, List.of(block.toString(), rows)));
            block.setLength(0);
            led.clear();
            ledLetters = 0;
            openBlock++;
        }

        List<List<String>> end() {
            pending.add(open);
            closeBlock();
            for (PendingShard shard : pending) {
                if (!shard.words.isEmpty()) {
                    bounds.add(List.of(shard.words.get(0).key(), write(shard)));
                }
            }
            return bounds;
        }

        private String write(PendingShard shard) {
            FrontCoder coder = new FrontCoder();
            StringBuilder numbers = new StringBuilder();
            Map<Integer, Integer> local = new LinkedHashMap<>();
            Map<Integer, Integer> localBlocks = new LinkedHashMap<>();
            for (PendingWord word : shard.words) {
                coder.add(word.key());
                Integer known = local.get(word.form().number());
                if (known != null) {
                    Digits.write(local.size() - known, numbers);
                    continue;
                }
                local.put(word.form().number(), local.size());
                Digits.write(0, numbers);
                Postings list = postings[word.form().number()];
                List<int[]> tiers = places[word.form().number()].tiers();
                Digits.write(list.size() * 4 + (word.form().stop() ? 2 : 0) + (tiers.size() > 1 ? 1 : 0), numbers);
                if (tiers.size() > 1) {
                    Digits.write(tiers.size(), numbers);
                }
                for (int[] tier : tiers) {
                    Digits.write(localBlocks.computeIfAbsent(tier[0], unused -> localBlocks.size()), numbers);
                    Digits.write(tier[1], numbers);
                    if (tiers.size() > 1) {
                        Digits.write(tier[2], numbers);
                    }
                }
            }
            List<String> names = localBlocks.keySet().stream().map(blocks::get).toList();
            String name = shards.add(Kind.WORDS, List.of(coder.end(), numbers.toString(), String.join("", names)));
            shards.with(name, names);
            return name;
        }
    }

    // ---- pages ----

    /** What a result shows of each document; the texts of all are among the shards then. */
    private List<List<?>> briefs() {
        List<List<?>> briefs = new ArrayList<>();
        for (int start = 0; start < documents.size(); start += AT_ONCE) {
            List<Document> some = documents.subList(start, Math.min(start + AT_ONCE, documents.size()));
            for (Brief brief : workers.map(some, Brief::of)) {
                briefs.add(brief.addTo(shards));
            }
        }
        return briefs;
    }

    /** The names of the shards of briefs, so many in each. */
    private String groups(List<List<?>> briefs, int size) {
        StringBuilder names = new StringBuilder();
        for (int start = 0; start < briefs.size(); start += size) {
            names.append(shards.add(Kind.BRIEFS, briefs.subList(start, Math.min(start + size, briefs.size()))));
        }
        return names.toString();
    }

    /**
     * What a result shows of a document before its text is there.
     *
     * @param extract the text, or of a long one the beginning of each passage, as JSON; null where there is none
     * @param whole the text where the extract does not have all of it, else null
     */
    private record Brief(Document document, byte[] extract, byte[] whole) {
        static Brief of(Document document) {
            List<Document.Passage> passages = document.passages();
            if (passages.isEmpty()) {
                return new Brief(document, null, null);
            }
            int letters = 0;
            for (Document.Passage passage : passages) {
                letters += passage.text().length();
            }
            byte[] all = Shards.json(List.of(rows(passages)));
            if (letters <= EXTRACT) {
                return new Brief(document, all, null);
            }
            int share = Math.max(SHORTEST, EXTRACT / passages.size());
            List<Document.Passage> shown = new ArrayList<>();
            for (Document.Passage passage : passages) {
                shown.add(new Document.Passage(passage.anchor(), passage.heading(), beginning(passage.text(), share)));
            }
            return new Brief(document, Shards.json(List.of(rows(shown))), all);
        }

        List<?> addTo(Shards shards) {
            return List.of(
                    document.title(),
                    document.path(),
                    document.anchor(),
                    document.type(),
                    document.strip(),
                    document.summary(),
                    document.aka(),
                    extract == null ? "" : shards.add(Kind.EXTRACTS, extract),
                    whole == null ? "" : shards.add(Kind.TEXTS, whole));
        }
    }

    private static List<List<String>> rows(List<Document.Passage> passages) {
        List<List<String>> rows = new ArrayList<>();
        for (Document.Passage passage : passages) {
            rows.add(List.of(passage.anchor(), passage.heading(), passage.text()));
        }
        return rows;
    }

    private static String beginning(String text, int letters) {
        if (text.length() <= letters) {
            return text;
        }
        int space = text.lastIndexOf(' ', letters);
        int end = space > letters / 2 ? space : letters;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    // ---- facets ----

    private Map<String, String> facets() {
        Map<String, SortedMap<String, List<Integer>>> pages = new TreeMap<>();
        for (int page = 0; page < documents.size(); page++) {
            for (Map.Entry<String, List<String>> facet :
                    documents.get(page).facets().entrySet()) {
                for (String value : new LinkedHashSet<>(facet.getValue())) {
                    add(page, facet.getKey(), value, pages);
                }
            }
        }
        Map<String, String> facets = new LinkedHashMap<>();
        pages.forEach((name, values) -> {
            List<List<String>> rows = new ArrayList<>();
            values.forEach((value, list) -> rows.add(List.of(value, deltas(list))));
            facets.put(name, shards.add(Kind.FACETS, List.of(rows)));
        });
        return facets;
    }

    private Map<String, String> ranges() {
        Map<String, SortedMap<String, List<Integer>>> pages = new TreeMap<>();
        Map<String, Document.Range> written = new HashMap<>();
        for (int page = 0; page < documents.size(); page++) {
            for (Map.Entry<String, Document.Range> range :
                    documents.get(page).ranges().entrySet()) {
                String value = range.getValue().low() + "-" + range.getValue().high()
                        + (range.getValue().each() == 0
                                ? ""
                                : "-" + range.getValue().each() + "-"
                                        + range.getValue().eachMost());
                written.put(value, range.getValue());
                add(page, range.getKey(), value, pages);
            }
        }
        Map<String, String> ranges = new LinkedHashMap<>();
        pages.forEach((name, values) -> {
            List<List<Object>> rows = new ArrayList<>();
            values.forEach((value, list) -> {
                Document.Range range = written.get(value);
                List<Object> row = new ArrayList<>(List.of(range.low(), range.high(), deltas(list)));
                if (range.each() > 0) {
                    row.addAll(List.of(range.each(), range.eachMost()));
                }
                rows.add(row);
            });
            ranges.put(name, shards.add(Kind.FACETS, List.of(rows)));
        });
        return ranges;
    }

    /** How many documents in a row have a weight, and which. */
    private List<List<Number>> weights() {
        List<List<Number>> runs = new ArrayList<>();
        int start = 0;
        for (int page = 1; page <= documents.size(); page++) {
            double weight = documents.get(start).weight();
            if (page == documents.size() || documents.get(page).weight() != weight) {
                runs.add(List.of(page - start, weight));
                start = page;
            }
        }
        return runs;
    }

    private static void add(int page, String name, String value, Map<String, SortedMap<String, List<Integer>>> pages) {
        pages.computeIfAbsent(name, unused -> new TreeMap<>())
                .computeIfAbsent(value, unused -> new ArrayList<>())
                .add(page);
    }

    private static String deltas(List<Integer> pages) {
        StringBuilder out = new StringBuilder();
        int last = -1;
        for (int page : pages) {
            Digits.write(page - last - 1, out);
            last = page;
        }
        return out.toString();
    }
}
