package org.practiceplaybook.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.practiceplaybook.source.EditDistance;

/** Finds the forms that may stand for a word of a query: the word itself, what begins with it, what it may be a slip of. */
final class Lookup {
    /** Shards in which words that begin alike are looked for. */
    private static final int PREFIX_SHARDS = 2;
    /** Shards on either side in which a slip is looked for. */
    private static final int TYPO_REACH = 3;

    private static final int MOST_PREFIX = 6;
    private static final int MOST_ONLY_PREFIX = 12;
    private static final int MOST_TYPO = 3;
    private static final int MOST_FAMILY = 2;
    /** What words that end differently have in common, and how much of them differs. */
    private static final int SHORTEST_STEM = 4;

    private static final int LONGEST_ENDING = 4;
    private static final int SHORTEST_TYPO = 4;
    private static final int SHORTEST_TWO_TYPOS = 8;

    private final SearchIndex index;

    Lookup(SearchIndex index) {
        this.index = index;
    }

    /** A word of the site that may be meant. */
    private record Candidate(
            String word, SearchIndex.Form form, SearchIndex.WordShard shard, double rank, double share) {}

    /** A form, and what is left of the word's weight. */
    private record Share(SearchIndex.Form form, double share) {}

    /** The forms for a word, gathered. */
    private static final class Ways {
        final Map<String, Share> byForm = new LinkedHashMap<>();
        final Set<String> keys = new LinkedHashSet<>();
        SearchIndex.Form main;
        String instead = "";

        void add(SearchIndex.Form form, SearchIndex.WordShard shard, double share) {
            Share known = byForm.get(form.id());
            if (known == null || known.share() < share) {
                byForm.put(form.id(), new Share(form, share));
            }
            if (main == null) {
                main = form;
            }
            keys.addAll(shard.wordsOfForm().get(form.id()));
        }
    }

    Term term(Query.Word word, String next, boolean open) {
        Ways ways = new Ways();
        exact(word.key(), 1, ways);
        boolean known = ways.main != null;
        for (String joint : word.joints()) {
            exact(joint, index.weight(Weight.JOINT), ways);
        }
        if (!next.isEmpty() && index.wordShard(word.key() + next) == index.wordShard(word.key())) {
            exact(word.key() + next, index.weight(Weight.JOINT), ways);
        }
        if (open || !known) {
            prefix(word.key(), known, ways);
        }
        if (!known) {
            typo(word.key(), ways);
        }
        if (ways.main == null && open) {
            unfinishedTypo(word.key(), ways);
        }
        if (!known) {
            family(word.key(), ways);
        }
        return term(word.key(), ways);
    }

    private Term term(String key, Ways ways) {
        if (ways.main == null) {
            return new Term(key, 0, false, List.of(), Set.of(), "");
        }
        // a rarer form of the same beginning says no more than the likeliest
        double most = weight(ways.main.count());
        List<Term.Way> weighed = ways.byForm.values().stream()
                .map(way -> new Term.Way(
                        way.form(), Math.min(most, weight(way.form().count())) * way.share()))
                .toList();
        return new Term(key, most, ways.main.stop(), weighed, ways.keys, ways.instead);
    }

    /** The inverse document frequency of BM25, to three places so that every machine agrees; a word on all pages counts, too. */
    double weight(int count) {
        double n = index.pages();
        return Math.max(1, Math.round(StrictMath.log(1 + (n - count + 0.5) / (count + 0.5)) * 1000)) / 1000.0;
    }

    /** The form of a word that the site has. */
    Optional<SearchIndex.Form> word(String key) {
        Ways ways = new Ways();
        exact(key, 1, ways);
        return Optional.ofNullable(ways.main);
    }

    private void exact(String key, double share, Ways ways) {
        int number = index.wordShard(key);
        if (number < 0) {
            return;
        }
        SearchIndex.WordShard shard = index.words(number);
        int at = Collections.binarySearch(shard.words(), key);
        if (at >= 0) {
            ways.add(shard.forms().get(at), shard, share);
        }
    }

    private void prefix(String key, boolean known, Ways ways) {
        List<Candidate> found = new ArrayList<>();
        int first = Math.max(0, index.wordShard(key));
        double share = index.weight(known ? Weight.PREFIX : Weight.ONLY_PREFIX);
        for (int i = first; i < Math.min(first + PREFIX_SHARDS, index.wordShards()); i++) {
            SearchIndex.WordShard shard = index.words(i);
            int from = Collections.binarySearch(shard.words(), key);
            for (int w = Math.max(from, -from - 1); w < shard.words().size(); w++) {
                String word = shard.words().get(w);
                if (!word.startsWith(key)) {
                    break;
                }
                if (word.length() > key.length()) {
                    double near = (double) key.length() / word.length();
                    SearchIndex.Form form = shard.forms().get(w);
                    found.add(new Candidate(word, form, shard, form.count() * near * near, share));
                }
            }
        }
        take(found, known ? MOST_PREFIX : MOST_ONLY_PREFIX, ways);
    }

    private static void take(List<Candidate> found, int most, Ways ways) {
        found.sort(Comparator.comparingDouble((Candidate candidate) -> -candidate.rank())
                .thenComparing(Candidate::word));
        Set<String> forms = new LinkedHashSet<>();
        for (Candidate candidate : found) {
            if (forms.size() == most && !forms.contains(candidate.form().id())) {
                break;
            }
            forms.add(candidate.form().id());
            ways.add(candidate.form(), candidate.shard(), candidate.share());
        }
    }

    private void typo(String key, Ways ways) {
        if (key.length() < SHORTEST_TYPO || Tokens.isUnspaced(key.codePointAt(0))) {
            return;
        }
        int edits = key.length() < SHORTEST_TWO_TYPOS ? 1 : 2;
        List<Candidate> found = new ArrayList<>();
        int home = Math.max(0, index.wordShard(key));
        for (int i = Math.max(0, home - TYPO_REACH); i <= Math.min(home + TYPO_REACH, index.wordShards() - 1); i++) {
            boolean sameLetter = index.firstWord(i).compareTo(key.charAt(0) + "\uffff") <= 0
                    && (i + 1 == index.wordShards() || index.firstWord(i + 1).compareTo(key.substring(0, 1)) >= 0);
            if (sameLetter) {
                SearchIndex.WordShard shard = index.words(i);
                for (int w = 0; w < shard.words().size(); w++) {
                    slip(key, shard.words().get(w), edits, shard.forms().get(w), shard, found);
                }
            }
        }
        if (found.isEmpty()) {
            firstLetter(key, edits, found);
        }
        if (ways.main == null && !found.isEmpty()) {
            ways.instead = found.stream()
                    .min(Comparator.comparingDouble((Candidate candidate) -> -candidate.rank())
                            .thenComparing(Candidate::word))
                    .map(Candidate::word)
                    .orElse("");
        }
        take(found, MOST_TYPO, ways);
    }

    private void slip(
            String key,
            String word,
            int edits,
            SearchIndex.Form form,
            SearchIndex.WordShard shard,
            List<Candidate> found) {
        if (Math.abs(word.length() - key.length()) > edits) {
            return;
        }
        int distance = EditDistance.between(key, word, edits);
        double typo = index.weight(Weight.TYPO);
        if (distance <= edits) {
            double share = distance == 0 ? 1 : distance == 1 ? typo : typo * typo;
            // nearest first, then the one on most pages
            found.add(new Candidate(word, form, shard, (2 - distance) * 1e9 + form.count(), share));
        }
    }

    private void firstLetter(String key, int edits, List<Candidate> found) {
        Set<Integer> numbers = new LinkedHashSet<>();
        for (String turned : List.of(key.substring(1), key, key.substring(2))) {
            int number = index.firstsShard(turned);
            if (number >= 0) {
                numbers.add(number);
            }
        }
        Set<String> words = new LinkedHashSet<>();
        for (int number : numbers) {
            for (String turned : index.firsts(number)) {
                int last = turned.length() - 1;
                String word = turned.charAt(last) + turned.substring(0, last);
                if (Math.abs(word.length() - key.length()) <= edits
                        && EditDistance.between(key, word, edits) <= edits) {
                    words.add(word);
                }
            }
        }
        for (String word : words) {
            int number = index.wordShard(word);
            if (number >= 0) {
                SearchIndex.WordShard shard = index.words(number);
                int at = Collections.binarySearch(shard.words(), word);
                if (at >= 0) {
                    slip(key, word, edits, shard.forms().get(at), shard, found);
                }
            }
        }
    }

    /** Words that begin alike and end differently: planned, where the site does not have planning. */
    private void family(String key, Ways ways) {
        if (index.wordShards() == 0 || Tokens.isUnspaced(key.codePointAt(0))) {
            return;
        }
        List<Candidate> found = new ArrayList<>();
        SearchIndex.WordShard shard = index.words(Math.max(0, index.wordShard(key)));
        for (int w = 0; w < shard.words().size(); w++) {
            String word = shard.words().get(w);
            int common = common(key, word);
            int rest = Math.max(key.length(), word.length()) - common;
            if (common >= SHORTEST_STEM && rest <= LONGEST_ENDING) {
                SearchIndex.Form form = shard.forms().get(w);
                found.add(new Candidate(word, form, shard, common * 1e9 + form.count(), index.weight(Weight.FAMILY)));
            }
        }
        boolean alone = ways.main == null;
        take(found, MOST_FAMILY, ways);
        if (alone && !found.isEmpty()) {
            ways.instead = found.get(0).word();
        }
    }

    private static int common(String a, String b) {
        int common = 0;
        while (common < Math.min(a.length(), b.length()) && a.charAt(common) == b.charAt(common)) {
            common++;
        }
        return common;
    }

    /** A slip in a word that is still being typed. */
    private void unfinishedTypo(String key, Ways ways) {
        if (index.wordShards() == 0 || key.length() < SHORTEST_TYPO || Tokens.isUnspaced(key.codePointAt(0))) {
            return;
        }
        List<Candidate> found = new ArrayList<>();
        int home = Math.max(0, index.wordShard(key));
        SearchIndex.WordShard shard = index.words(home);
        double share = index.weight(Weight.TYPO) * index.weight(Weight.ONLY_PREFIX);
        for (int w = 0; w < shard.words().size(); w++) {
            String word = shard.words().get(w);
            if (word.length() > key.length() && EditDistance.between(key, word.substring(0, key.length()), 1) <= 1) {
                SearchIndex.Form form = shard.forms().get(w);
                double near = (double) key.length() / word.length();
                found.add(new Candidate(word, form, shard, form.count() * near * near, share));
            }
        }
        take(found, MOST_PREFIX, ways);
        if (!found.isEmpty()) {
            ways.instead = found.get(0).word();
        }
    }
}
