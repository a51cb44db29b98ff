package org.practiceplaybook.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Part;
import org.practiceplaybook.source.Nfc;

/**
 * What a text is like: the set of its pairs of neighbouring words, as hashes in order, and a MinHash signature of it by
 * which likely neighbours are found without comparing all with all. Each hash is used once (Li, Owen and Zhang 2012), and
 * an empty bin borrows from the next one that is not (Shrivastava and Li 2014). The forms make the same one in a browser
 * ({@code theme/scripts/checking/alike.js}), which multiplies 32 bits: so do the hashes here.
 *
 * @param pairs distinct hashes, ascending
 * @param bands the signature cut into bands of {@value #ROWS}; two texts with half of their pairs in common share one of
 *     {@value #BANDS} in 9 cases of 10
 */
public record Sketch(int[] pairs, int[] bands) {
    public static final int BANDS = 16;
    public static final int ROWS = 3;

    /** The fractional part of the golden ratio: tells apart what is borrowed over different distances. */
    private static final int DISTANCE = 0x9E3779B9;

    /** English words that say nothing of what a text is about; in other languages none is left out. */
    public static final Set<String> SMALL = Set.of(
            "a", "an", "the", "and", "or", "of", "to", "in", "on", "for", "with", "your", "our", "their", "its", "is",
            "are", "it", "that", "this", "what", "we", "you", "they");

    private static final int[] SMALL_HASHES = SMALL.stream()
            .mapToInt(word -> word.chars().reduce(0, (hash, c) -> hash * 31 + c))
            .sorted()
            .toArray();

    /** Endings that do not count in a name; the first that fits is taken off. */
    public static final List<String> ENDINGS = List.of("ing", "ed", "es", "s", "e");

    /** ASCII letters and digits in small letters; 0 for what ends a word. */
    private static final char[] ASCII = new char[0x80];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
        }
    }

    /** Of a text that says nothing. */
    public static final Sketch EMPTY = new Sketch(new int[0], new int[0]);

    /** Of what an entry says. */
    static Sketch of(String summary, Body body) {
        StringBuilder text = new StringBuilder(summary);
        for (Part part : body.parts()) {
            text.append(' ').append(part.text());
        }
        return of(text.toString());
    }

    static Sketch of(String text) {
        int[] words = hashes(Nfc.of(text).toCharArray());
        int[] hashes = new int[Math.max(0, words.length - 1)];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = mix(words[i] * 1_000_003 + words[i + 1]);
        }
        Arrays.sort(hashes);
        int distinct = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[distinct++] = hashes[i];
            }
        }
        int[] pairs = Arrays.copyOf(hashes, distinct);
        return new Sketch(pairs, bandsOf(pairs));
    }

    /** A hash of each word that counts, as {@link #words} cuts them, without making the words. */
    private static int[] hashes(char[] text) {
        int[] hashes = new int[text.length];
        int count = 0;
        int hash = 0;
        boolean within = false;
        for (int i = 0; i < text.length; i++) {
            int c = text[i];
            int letter;
            boolean alone = false;
            if (c < ASCII.length) {
                letter = ASCII[c];
            } else {
                c = Character.codePointAt(text, i, text.length);
                i += Character.charCount(c) - 1;
                alone = c > 0x2e7f && Character.isIdeographic(c);
                letter = !alone && Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
            }
            if (letter != 0) {
                hash = (within ? hash : 0) * 31 + letter;
                within = true;
                continue;
            }
            if (within && Arrays.binarySearch(SMALL_HASHES, hash) < 0) {
                hashes[count++] = hash;
            }
            within = false;
            if (alone) {
                hashes[count++] = c;
            }
        }
        if (within && Arrays.binarySearch(SMALL_HASHES, hash) < 0) {
            hashes[count++] = hash;
        }
        return Arrays.copyOf(hashes, count);
    }

    /** The words of a name that count, in order of the alphabet and without their endings. */
    public static String nameKey(String name) {
        return String.join(
                " ", new TreeSet<>(words(name).stream().map(Sketch::stem).toList()));
    }

    private static String stem(String word) {
        for (String end : ENDINGS) {
            if (word.endsWith(end) && word.length() - end.length() >= 3) {
                return word.substring(0, word.length() - end.length());
            }
        }
        return word;
    }

    /** Words in small letters; of scripts without blanks each sign is one. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String small = Nfc.of(text).toLowerCase(Locale.ROOT);
        int start = -1;
        for (int i = 0; i <= small.length(); ) {
            int c = i < small.length() ? small.codePointAt(i) : ' ';
            boolean alone = Character.isIdeographic(c);
            boolean letter = Character.isLetterOrDigit(c) && !alone;
            if (!letter && start >= 0) {
                String word = small.substring(start, i);
                if (!SMALL.contains(word)) {
                    words.add(word);
                }
                start = -1;
            } else if (letter && start < 0) {
                start = i;
            }
            if (alone) {
                words.add(Character.toString(c));
            }
            i += Character.charCount(c);
        }
        return words;
    }

    private static int[] bandsOf(int[] pairs) {
        int[] bands = new int[BANDS];
        if (pairs.length == 0) {
            return bands;
        }
        int bins = BANDS * ROWS;
        int[] least = new int[bins];
        boolean[] filled = new boolean[bins];
        for (int pair : pairs) {
            int bin = (pair >>> 16) * bins >>> 16;
            if (!filled[bin]) { // they ascend: the first of a bin is its least
                filled[bin] = true;
                least[bin] = pair;
            }
        }
        int[] signature = new int[bins];
        for (int bin = 0; bin < bins; bin++) {
            int distance = 0;
            while (!filled[(bin + distance) % bins]) {
                distance++;
            }
            signature[bin] = least[(bin + distance) % bins] + distance * DISTANCE;
        }
        for (int band = 0; band < BANDS; band++) {
            int hash = band;
            for (int row = 0; row < ROWS; row++) {
                hash = mix(hash * 31 + signature[band * ROWS + row]);
            }
            bands[band] = hash;
        }
        return bands;
    }

    /** MurmurHash3's finaliser (Appleby 2008). */
    private static int mix(int value) {
        int z = (value ^ value >>> 16) * 0x85EBCA6B;
        z = (z ^ z >>> 13) * 0xC2B2AE35;
        return z ^ z >>> 16;
    }

    /** How many pairs there are. */
    public int size() {
        return pairs.length;
    }

    /** The pairs in common by all pairs of the two (Jaccard's index), 0 to 1. */
    public double likeness(Sketch other) {
        int common = 0;
        for (int i = 0, j = 0; i < pairs.length && j < other.pairs.length; ) {
            if (pairs[i] == other.pairs[j]) {
                common++;
                i++;
                j++;
            } else if (pairs[i] < other.pairs[j]) {
                i++;
            } else {
                j++;
            }
        }
        int all = pairs.length + other.pairs.length - common;
        return all == 0 ? 0 : (double) common / all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch sketch && Arrays.equals(pairs, sketch.pairs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pairs);
    }
}
