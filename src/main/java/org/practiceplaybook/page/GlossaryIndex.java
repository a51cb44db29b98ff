package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.practiceplaybook.content.GlossaryEntry;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.source.Located;

/** Finds words of the glossary in running text. May be shared between threads. */
final class GlossaryIndex {
    /** Names by their first word, in lower case; the longest name first. */
    private final Map<String, List<Name>> byFirstWord = new HashMap<>();

    GlossaryIndex(List<GlossaryEntry> entries) {
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
            byFirstWord
                    .computeIfAbsent(words.substring(0, end), unused -> new ArrayList<>())
                    .add(new Name(words, entry));
        }
    }

    boolean isEmpty() {
        return byFirstWord.isEmpty();
    }

    /**
     * The name that begins at a place in a text.
     *
     * @param text escaped, without tags
     * @param start where a word begins
     * @return null where none does
     */
    Name at(CharSequence text, int start, int wordEnd) {
        if (start > 0 && joins(text.charAt(start - 1))) {
            return null;
        }
        List<Name> names =
                byFirstWord.get(text.subSequence(start, wordEnd).toString().toLowerCase(Locale.ROOT));
        if (names == null) {
            return null;
        }
        for (Name name : names) {
            int end = start + name.words().length();
            if (end <= text.length()
                    && text.subSequence(start, end)
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .equals(name.words())
                    && (end == text.length() || !joins(text.charAt(end)))) {
                return name;
            }
        }
        return null;
    }

    /** A part of a longer word, as in member-led, is another word. */
    private static boolean joins(char neighbour) {
        return Character.isLetterOrDigit(neighbour) || neighbour == '-';
    }

    static int wordEnd(CharSequence text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A name of a term, in lower case. */
    record Name(String words, GlossaryEntry entry) {
        String anchor() {
            return Addresses.anchor(entry.term().value());
        }
    }
}
