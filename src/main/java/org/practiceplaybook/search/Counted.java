package org.practiceplaybook.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a document, counted.
 *
 * @param words each once
 * @param counts of each word in each field: {@code word * FIELDS + field}
 * @param labels title, other names and headings
 * @param lengths of the fields, in words
 */
record Counted(Vocabulary.Word[] words, short[] counts, List<Label> labels, int[] lengths) {
    static final int TITLE = 0;
    static final int SUMMARY = 1;
    static final int HEADING = 2;
    static final int BODY = 3;
    static final int HIDDEN = 4;
    static final int FIELDS = 5;

    /** A title, another name or a heading, and the words of it. The ordinal counts all of them in a document. */
    record Label(int ordinal, boolean title, int length, List<Vocabulary.Word> words) {}

    static Counted of(Document document, Vocabulary vocabulary) {
        return new Counter(vocabulary).count(document);
    }

    private static final class Counter {
        private final Vocabulary vocabulary;
        private final Map<Vocabulary.Word, short[]> counts = new LinkedHashMap<>();
        private final List<Label> labels = new ArrayList<>();
        private final int[] lengths = new int[FIELDS];
        private int ordinal;

        Counter(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
        }

        Counted count(Document document) {
            label(document.title(), TITLE);
            document.aka().forEach(name -> label(name, TITLE));
            field(document.summary(), SUMMARY);
            for (Document.Passage passage : document.passages()) {
                if (!passage.heading().isEmpty()) {
                    label(passage.heading(), HEADING);
                }
                field(passage.text(), BODY);
            }
            field(document.hidden(), HIDDEN);
            Vocabulary.Word[] words = counts.keySet().toArray(new Vocabulary.Word[0]);
            short[] flat = new short[words.length * FIELDS];
            int at = 0;
            for (short[] ofWord : counts.values()) {
                System.arraycopy(ofWord, 0, flat, at, FIELDS);
                at += FIELDS;
            }
            return new Counted(words, flat, labels, lengths);
        }

        private void label(String text, int field) {
            List<Vocabulary.Word> words = new ArrayList<>();
            int length = field(text, field, words);
            labels.add(new Label(ordinal++, field == TITLE, length, words));
        }

        private void field(String text, int field) {
            field(text, field, null);
        }

        private int field(String text, int field, List<Vocabulary.Word> seen) {
            int length = 0;
            for (Tokens.Token token : Tokens.of(text)) {
                Vocabulary.Word word = vocabulary.of(text.substring(token.start(), token.end()), token.key());
                short[] ofWord = counts.computeIfAbsent(word, unused -> new short[FIELDS]);
                if (ofWord[field] < Short.MAX_VALUE) {
                    ofWord[field]++;
                }
                if (seen != null) {
                    seen.add(word);
                }
                length += token.joint() ? 0 : 1;
            }
            lengths[field] += length;
            return length;
        }
    }
}
