package org.practiceplaybook.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a document, counted.
 *
 * @param words each once
 * @param fields of each word, those that have it: a bit for each
 * @param counts of the words in these fields, one after the other: most words stand in one field only
 * @param labels title, other names and headings
 * @param lengths of the fields, in words
 */
record Counted(Vocabulary.Word[] words, byte[] fields, short[] counts, List<Label> labels, int[] lengths) {
    static final int TITLE = 0;
    static final int SUMMARY = 1;
    static final int HEADING = 2;
    static final int BODY = 3;
    static final int HIDDEN = 4;
    static final int FIELDS = 5;

    /** A title, another name or a heading, and the words of it. The ordinal counts all of them in a document. */
    record Label(int ordinal, boolean title, int length, List<Vocabulary.Word> words) {}

    /** Takes a word, and how often it stands in each field. */
    interface Visitor {
        void visit(Vocabulary.Word word, int[] counts);
    }

    /** Visits each word; the counts are gone with the next one. */
    void forEach(Visitor visitor) {
        int[] of = new int[FIELDS];
        int next = 0;
        for (int word = 0; word < words.length; word++) {
            for (int field = 0; field < FIELDS; field++) {
                of[field] = (fields[word] >> field & 1) == 0 ? 0 : counts[next++];
            }
            visitor.visit(words[word], of);
        }
    }

    static Counted of(Document document, Vocabulary vocabulary) {
        return new Counter(vocabulary).count(document);
    }

    private static final class Counter {
        private final Vocabulary vocabulary;
        /** Of each word as it is written, which of the words it is. */
        private final Map<String, Integer> numbers = new HashMap<>();

        private final List<Vocabulary.Word> words = new ArrayList<>();
        private short[] counts = new short[256 * FIELDS];
        private final List<Label> labels = new ArrayList<>();
        private final int[] lengths = new int[FIELDS];
        private int ordinal;

        Counter(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
        }

        Counted count(Document document) {
            label(document.title(), TITLE);
            document.aka().forEach(name -> label(name, TITLE));
            field(document.summary(), SUMMARY, null);
            for (Document.Passage passage : document.passages()) {
                if (!passage.heading().isEmpty()) {
                    label(passage.heading(), HEADING);
                }
                field(passage.text(), BODY, null);
            }
            field(document.hidden(), HIDDEN, null);
            byte[] fields = new byte[words.size()];
            short[] found = new short[words.size() * FIELDS];
            int size = 0;
            for (int at = 0; at < found.length; at++) {
                if (counts[at] > 0) {
                    fields[at / FIELDS] |= 1 << at % FIELDS;
                    found[size++] = counts[at];
                }
            }
            return new Counted(
                    words.toArray(new Vocabulary.Word[0]), fields, Arrays.copyOf(found, size), labels, lengths);
        }

        private void label(String text, int field) {
            List<Vocabulary.Word> seen = new ArrayList<>();
            int length = field(text, field, seen);
            labels.add(new Label(ordinal++, field == TITLE, length, seen));
        }

        private int field(String text, int field, List<Vocabulary.Word> seen) {
            int length = 0;
            for (Tokens.Token token : Tokens.of(text)) {
                int number = number(token);
                int at = number * FIELDS + field;
                if (counts[at] < Short.MAX_VALUE) {
                    counts[at]++;
                }
                if (seen != null && !Literals.isLiteral(token.key())) {
                    seen.add(words.get(number));
                }
                length += token.joint() ? 0 : 1;
            }
            lengths[field] += length;
            return length;
        }

        private int number(Tokens.Token token) {
            Integer known = numbers.get(token.written());
            if (known != null) {
                return known;
            }
            int number = words.size();
            numbers.put(token.written(), number);
            words.add(vocabulary.of(token.written(), token.key()));
            if (words.size() * FIELDS > counts.length) {
                counts = Arrays.copyOf(counts, counts.length * 2);
            }
            return number;
        }
    }
}
