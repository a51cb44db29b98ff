package org.practiceplaybook.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.practiceplaybook.content.GlossaryEntry;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.source.Located;

/** Finds words of the glossary in running text. May be shared between threads. */
public final class GlossaryIndex {
    /** Names by their first word, in lower case; the longest name first. */
    private final Map<String, List<Name>> byFirstWord = new HashMap<>();

    /** Most words of a text begin as no name does. */
    private final BitSet firstLetters = new BitSet();

    public GlossaryIndex(List<GlossaryEntry> entries) {
        for (GlossaryEntry entry : entries) {
            add(entry.term().value(), entry);
            entry.aka().stream().map(Located::value).forEach(name -> add(name, entry));
        }
        byFirstWord
                .values()
                .forEach(names ->
                        names.sort((a, b) -> b.words().length() - a.words().length()));
    }

    private void add(String name, GlossaryEntry entry) {
        String words = name.toLowerCase(Locale.ROOT);
        int end = wordEnd(words, 0);
        if (end > 0) {
            firstLetters.set(words.charAt(0));
            byFirstWord
                    .computeIfAbsent(words.substring(0, end), unused -> new ArrayList<>())
                    .add(new Name(words, entry));
        }
    }

    public boolean isEmpty() {
        return byFirstWord.isEmpty();
    }

    /**
     * The name that begins at a place in a text.
     *
     * @param text escaped, without tags
     * @param start where a word begins
     * @return null where none does
     */
    public Name at(String text, int start, int wordEnd) {
        if (!firstLetters.get(Character.toLowerCase(text.charAt(start)))
                || start > 0 && joins(text.charAt(start - 1))) {
            return null;
        }
        List<Name> names = byFirstWord.get(text.substring(start, wordEnd).toLowerCase(Locale.ROOT));
        if (names == null) {
            return null;
        }
        for (Name name : names) {
            int end = start + name.words().length();
            if (end <= text.length()
                    && text.substring(start, end).toLowerCase(Locale.ROOT).equals(name.words())
                    && (end == text.length() || !joins(text.charAt(end)))) {
                return name;
            }
        }
        return null;
    }

    /** A part of a longer word, as in member-led, is another word. */
    private static boolean joins(char neighbour) {
        return isOfWord(neighbour) || neighbour == '-';
    }

    /** Where the word ends that begins at a place in a text; there, if none does. */
    public static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isOfWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfWord(char c) {
        return c < 128
                ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
                : Character.isLetterOrDigit(c);
    }

    /** A name of a term, in lower case. */
    public record Name(String words, GlossaryEntry entry) {
        public String anchor() {
            return Addresses.anchor(entry.term().value());
        }
    }
}
